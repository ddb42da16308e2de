"""Everything that can be done about sessions, by noun."""
