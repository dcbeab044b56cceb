"""A department's workbook, as it is, to typed columns that keep their cells."""
