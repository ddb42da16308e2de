"""The record in the database: the one door through which anything changes, its guard, its seals."""
