"""What sheets show; a file a noun."""
