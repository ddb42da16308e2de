"""What people type about who is at a table: single fields, and a list they paste."""
