"""Papers from a release: dispatch table, bulletin, self-inspection report, letters. They read it and change nothing."""
