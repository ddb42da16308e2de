"""Pages of sessions, by noun."""
