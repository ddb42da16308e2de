"""Pages of the sheets; a file a noun."""
