"""Tags of the pages of analysts."""
