"""Meetings of a dialogue: schedule, invitations, agenda, the chair's review, positions."""
