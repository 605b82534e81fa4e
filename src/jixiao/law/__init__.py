"""依据: the law as data. ``load("CN-2020")`` gives its numbers, conventions, tables and citations."""

from jixiao.law.law import Law
from jixiao.law.loader import DEFAULT, load, packs
from jixiao.law.problem import LawError
from jixiao.law.vocabulary import groups, pattern, words

__all__ = ["DEFAULT", "Law", "LawError", "groups", "load", "packs", "pattern", "words"]
