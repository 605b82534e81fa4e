"""What several formats share: packages, encodings, scripts."""
