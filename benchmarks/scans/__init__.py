"""Scanned reports whose words are known: pages of our own PDFs drawn at 150 dpi, harmed as scanners and telephones harm them."""
