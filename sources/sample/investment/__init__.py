"""What the investment department keeps: talks, agreements, trips and carriers."""
