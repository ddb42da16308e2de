"""The words of sheets that templates ask for, one file a noun."""
