"""句式: chapters composed from figures. The patterns are data of the form; how a phrase is made is code here."""

from jixiao.compose.sentences.lines import lines

__all__ = ["lines"]
