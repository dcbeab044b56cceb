"""Publishing: what a build is asked, and how it becomes the current release in one step."""
