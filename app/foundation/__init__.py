"""The ground: refusals, roles, time, translatable sentences. Standard library only."""
