"""One file per claim of speed or accuracy; each prints a table and none is a timed test."""
