"""What waits for one person around a table; a file a noun."""
