"""版面: pages of placed characters and ruling lines to paragraphs and tables; what PDF, OFD and scans have in common."""
