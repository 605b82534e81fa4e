"""Which indicators are meant: by code or by name, with the nearest ones where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from jixiao.cli.problem import Problem
from jixiao.records.indicator import Indicator, indicators

_NEAR = 3


def chosen(words: Iterable[str]) -> tuple[str, ...]:
    """The codes of the indicators that these words name; a word like ``CS`` means all codes that begin so."""
    known = indicators()
    codes: list[str] = []
    for word in words:
        codes += _codes(word, known)
    return tuple(dict.fromkeys(codes))


def one(word: str) -> Indicator:
    """The indicator of a code or a name."""
    known = indicators()
    codes = _codes(word, known)
    if len(codes) > 1:
        raise Problem(
            f"“{word}”对应多个指标：{'、'.join(codes)}。请写明其中一个。", f"“{word}” means several: {', '.join(codes)}. Name one of them."
        )  # fmt: skip
    return known[codes[0]]


def _codes(word: str, known: Mapping[str, Indicator]) -> list[str]:
    code = word.strip().upper()
    if code in known:
        return [code]
    named = [c for c, i in known.items() if word.strip() in (i.title, i.title_en, *i.names)]
    family = [c for c in known if code.isascii() and code.isalpha() and c.rstrip("0123456789") == code]
    if named or family:
        return named or family
    hint = "、".join(f"{c} {known[c].title}" for c in near(word, known))
    raise Problem(
        f"没有指标“{word}”。{f'是不是 {hint}？' if hint else ''}jixiao records describe 列出全部。",
        f"There is no indicator “{word}”. {_english(word, known)}jixiao records describe lists them all.",
    )


def near(word: str, known: Mapping[str, Indicator]) -> list[str]:
    """The codes of the indicators whose code or title is most like a word."""
    codes = get_close_matches(word.strip().upper(), list(known), _NEAR)
    titles = {i.title: c for c, i in known.items()} | {name: c for c, i in known.items() for name in i.names}
    alike = get_close_matches(word.strip(), list(titles), _NEAR, 0.4)
    holding = [c for title, c in titles.items() if len(word.strip()) > 1 and word.strip() in title]
    return list(dict.fromkeys([*codes, *holding, *(titles[title] for title in alike)]))[:_NEAR]


def _english(word: str, known: Mapping[str, Indicator]) -> str:
    codes = near(word, known)
    return f"Did you mean {' or '.join(codes)}? " if codes else ""
