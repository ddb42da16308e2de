"""Reading sessions, by noun."""
