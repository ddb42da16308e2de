"""How pages are made: rendering, forms, languages, refusals. Knows no feature."""
