"""People: who may enter, what their role opens, whose data they see."""
