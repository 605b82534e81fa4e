"""完整性 (ST): chapters, tables, attachments, cover, sign-off, numbering."""
