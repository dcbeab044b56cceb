"""The assessment of a year: facts from the release, scored by ``sources.scoring``, locked in the ledger."""
