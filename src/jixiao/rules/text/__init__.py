"""文字 (TX): wording, residue of templates, reasons and promises."""
