"""What waits for one person, over all features; asks every feature, is asked by nobody below."""
