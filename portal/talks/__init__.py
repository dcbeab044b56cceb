"""Talks between the desk and a department: about a finding, about a submission."""
