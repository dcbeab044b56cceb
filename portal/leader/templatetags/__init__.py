"""Tags of the pages of leaders."""
