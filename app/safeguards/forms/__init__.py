"""What people type into sheets; a file a noun."""
