"""The rehearsal: invented people one can become, a clock a button moves, stories that are told through the pages.

Chosen once, when a database is made. A real office will have none of these pages (settled.md 11).
"""
