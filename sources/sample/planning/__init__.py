"""What the planning department keeps: works and plans."""
