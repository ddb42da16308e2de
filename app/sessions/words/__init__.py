"""The words about sessions offered to templates, by noun."""
