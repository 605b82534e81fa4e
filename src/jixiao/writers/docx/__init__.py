"""A copy of the original .docx: with each finding as a comment on its words, or with corrections as tracked changes."""

from jixiao.writers.docx.annotate import Pieces, annotate
from jixiao.writers.docx.track import Change, track

__all__ = ["Change", "Pieces", "annotate", "track"]
