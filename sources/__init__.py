"""What departments promise and how it is read: contracts, code lists, reader, template, inbox, landing."""
