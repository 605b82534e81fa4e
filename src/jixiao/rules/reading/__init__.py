"""读取 (RD): what the file itself did not let us read."""
