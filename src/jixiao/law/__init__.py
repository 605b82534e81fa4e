"""依据: citations and parameters by pack, and their loader."""
