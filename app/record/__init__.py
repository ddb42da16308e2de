"""The format of the tamper-evident record: pure, standard library only. See docs/record-format.md."""
