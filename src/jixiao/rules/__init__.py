"""规则: one file per rule, a folder per family. Finding a rule needs no index: its file is its registration."""
