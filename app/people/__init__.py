"""The office's people and who is signed in. Not guarded by the record: each dialogue introduces its own."""
