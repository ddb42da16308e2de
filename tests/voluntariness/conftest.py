"""How random values are drawn here: the same ones in each run, and as slowly as a busy machine needs."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")
