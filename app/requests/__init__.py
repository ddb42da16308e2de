"""Asking the office for a peace table before there is one: kept by the office (docs/decisions/0012)."""
