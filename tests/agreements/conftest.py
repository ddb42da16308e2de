"""Property tests of this folder draw the same cases each time, and have no time limit on a busy machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")
