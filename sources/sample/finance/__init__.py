"""What the finance department keeps: revenue, key taxpayers, and the platform companies' assets, leases and debts."""
