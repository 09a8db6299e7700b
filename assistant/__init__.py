"""Questions -> cited answers, and every way to ask."""
