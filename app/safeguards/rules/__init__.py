"""What must be true before a sheet is saved; a file a noun. Pure."""
