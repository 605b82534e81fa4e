"""Pages of known truth (样张): tables as they stand in reports, set by several programs."""
