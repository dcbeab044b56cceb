"""Pages of people: signing in, passwords, administration."""
