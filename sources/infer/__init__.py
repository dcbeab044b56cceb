"""The structure of any workbook, without a contract: where its tables lie, what their rows and columns are."""
