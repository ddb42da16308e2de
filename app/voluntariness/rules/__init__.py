"""The rules: one pure function each, one file each. A rule that has judged a real dialogue is only succeeded."""
