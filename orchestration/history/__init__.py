"""What was known at a moment of the past: the warehouse built from that, beside the releases."""
