"""Measurements: figures beside their targets, as ratios taken in one run. `./peace-table benchmark`."""
