"""勾稽 (FG): figures that must agree with each other."""
