"""Clerks: what is due, uploads and their findings, receipts."""
