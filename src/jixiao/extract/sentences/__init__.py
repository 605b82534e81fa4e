"""Sentences (文字): the figures of the running text and what it claims about them."""

from __future__ import annotations

from jixiao.extract.sentences.read import relations_of

__all__ = ["relations_of"]
