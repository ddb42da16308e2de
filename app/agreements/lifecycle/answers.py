"""Answers of persons change no table, and must not: they live in the record alone (settled.md 3).

A row that told who said what could be read, counted or sorted by; a side's outcome is projected by `offers`.
"""
