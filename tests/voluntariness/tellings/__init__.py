"""What the complete table of tests/voluntariness/table.py tells besides, one file for each group of rules."""
