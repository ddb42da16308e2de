"""How many taps the staff of a small case need, counted in a real browser: `python -m tests.taps`."""
