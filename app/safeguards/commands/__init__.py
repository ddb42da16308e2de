"""What the Save of a sheet writes, in one transaction; a file a noun."""
