"""Messages to people: one digest a day for each, by mail, webhook or the portal's inbox. Off until it is configured."""
