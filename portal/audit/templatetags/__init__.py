"""Tags of the activity log."""
