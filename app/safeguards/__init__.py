"""What is checked and noted around a table: the sheets of a small case, one page and one Save each."""
