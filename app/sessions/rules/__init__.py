"""What must be true before a session is changed, by noun. Pure."""
