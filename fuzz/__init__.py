"""Coverage-guided fuzzing of every reader and of the parsers of amounts and targets: ``python -m fuzz TARGET SECONDS``."""
