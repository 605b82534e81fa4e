"""Word comments: a copy of the original .docx with each finding as a comment on its words, all else untouched."""

from jixiao.writers.docx.annotate import Pieces, annotate

__all__ = ["Pieces", "annotate"]
