"""How templates show things of the domain."""
