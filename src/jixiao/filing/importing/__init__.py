"""带入 (import): a report back to the data from which it could be written; last year's report to begin this year's with."""

from jixiao.filing.importing.bound import filing_in, with_changes
from jixiao.filing.importing.compared import compared, edited
from jixiao.filing.importing.notes import Note, note
from jixiao.filing.importing.report import Imported, Taken, filing_of, with_words

__all__ = [
    "Imported",
    "Note",
    "Taken",
    "compared",
    "edited",
    "filing_in",
    "filing_of",
    "note",
    "with_changes",
    "with_words",
]
