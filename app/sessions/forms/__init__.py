"""What people type about sessions, by noun."""
