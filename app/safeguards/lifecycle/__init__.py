"""What facts of the sheets do to the tables; a file a noun."""
