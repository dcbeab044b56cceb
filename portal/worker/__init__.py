"""The queue, and the process that works it off with the judge already loaded."""
