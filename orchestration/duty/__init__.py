"""What runs by the clock beside the night: papers, reminders, retention, the heartbeat, and word of what failed."""
