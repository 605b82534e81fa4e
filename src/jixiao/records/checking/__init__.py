"""Checking (核对): which table it is, and for every row whether its cells are what they must be."""
