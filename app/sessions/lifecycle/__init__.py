"""What facts about sessions do to their tables, by noun."""
