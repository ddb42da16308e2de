"""A peace table as a whole: how it opens, under which numbers, how it pauses, is left and ends."""
