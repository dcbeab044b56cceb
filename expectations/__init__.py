"""Judgement: suites derived from the forms, findings, release checks. The only importer of great_expectations."""
