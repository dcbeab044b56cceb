"""Who is who: one identity per enterprise and per project, the same every night."""
