"""What is published, for everybody who reads it: the shelf of releases, figures, findings, and the cells behind them."""
