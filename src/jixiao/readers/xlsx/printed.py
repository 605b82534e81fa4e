"""数字格式: a number as its cell shows it: 1107.5 under 0.00 is 1107.50, 1 under 0% is 100%, 45442 under a date is a day.

What a format adds only to fill the width of the column (``_)``, ``* ``) is left out, since nobody reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from jixiao.readers.xlsx.dates import as_date, is_date

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<marked>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<split>[0#]+[!\\\\][.]0+,*)"
    r"|(?P<number>[0#?](?:[0#?,]*[0#?])?(?:[.。][0#?]*)?|[.][0#?]+)(?P<thousands>,*)(?P<power>E[+-]0+)?"
    r"|(?P<percent>[%％])|(?P<text>@)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-\]]*)")
_FRACTION = re.compile(r"[0#?]\s*/\s*[0-9#?]")
_DIGITS = 15  # that Excel keeps of a number
_SHOWN = 11  # that the general format shows of a fraction
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str  # words, number, split (0!.0,: 1.2万 for 12,000), percent, general, text
    text: str = ""
    thousands: int = 0
    power: bool = False


@dataclass(frozen=True, slots=True)
class _Section:
    pieces: tuple[_Piece, ...]
    code: str
    sign: str = ""  # of the condition [>=100]
    bound: Decimal = Decimal(0)


def printed(raw: str, code: str, *, from_1904: bool = False) -> str:
    """The number that a file holds, as its format shows it; the words themselves where they are no number."""
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST * 2:
        return raw
    value = _kept(value)
    if not code:
        return general(value)
    section, signed = _chosen(_sections(code), value)
    if is_date(section.code):
        return as_date(value, section.code, from_1904=from_1904)
    if _FRACTION.search(section.code):
        return general(value)
    return _shown(section, value if signed else abs(value))


def wording(text: str, code: str) -> str:
    """Words under a format: what its text section adds to them (``@"元"``)."""
    sections = _sections(code)
    fourth = sections[3:4]  # which is for words
    found = fourth[0] if fourth else next((section for section in sections if _has_text(section)), None)
    if found is None or not _has_text(found):
        return text
    return "".join(text if piece.kind == "text" else piece.text for piece in found.pieces)


def general(value: Decimal) -> str:
    """A number without a format: no zeros at the end, at most eleven digits of a fraction."""
    if value == value.to_integral_value():
        return f"{value.quantize(Decimal(1)):f}" if value.adjusted() < _DIGITS else f"{value.normalize():E}"
    if value.adjusted() < -9:  # noqa: PLR2004 - what is as good as nothing, left by a calculation
        return f"{value.normalize():E}"
    places = max(0, _SHOWN - 1 - max(0, value.adjusted()))
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize():f}"


def _kept(value: Decimal) -> Decimal:
    """A number without the tail that binary fractions leave: 0.30000000000000004 is 0.3."""
    if len(value.as_tuple().digits) <= _DIGITS or not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1), ROUND_HALF_UP).normalize()


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    found: list[_Section] = []
    pieces: list[_Piece] = []
    sign, bound, start = "", Decimal(0), 0
    for match in _TOKEN.finditer(code[:255]):
        if match["other"] == ";":
            found.append(_Section(tuple(pieces), code[start : match.start()], sign, bound))
            pieces, sign, start = [], "", match.end()
        elif match["bracket"] is not None:
            if condition := _CONDITION.fullmatch(match["bracket"]):
                sign, bound = condition[1], Decimal(condition[2])
            elif money := _CURRENCY.match(match["bracket"]):
                pieces.append(_Piece("words", money[1]))
        elif piece := _piece(match):
            pieces.append(piece)
    return (*found, _Section(tuple(pieces), code[start:255], sign, bound))


def _piece(match: re.Match[str]) -> _Piece | None:
    if match["number"] is not None:
        return _Piece("number", match["number"], len(match["thousands"]), bool(match["power"]))
    if match["space"] is not None or match["fill"] is not None:
        return None
    for kind in ("general", "split", "percent", "text"):
        if match[kind] is not None:
            return _Piece(kind, match[kind])
    words = next(match[kind] for kind in ("quoted", "escaped", "marked", "other") if match[kind] is not None)
    return _Piece("words", words)


def _has_text(section: _Section) -> bool:
    return any(piece.kind == "text" for piece in section.pieces)


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """The section for a number, and whether it still prints the minus itself."""
    if any(section.sign for section in sections):
        for section in sections:
            if not section.sign or _holds(section, value):
                return section, True
        return sections[-1], True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section is for zero
        return sections[2], True
    return sections[0], True


def _holds(section: _Section, value: Decimal) -> bool:
    less, same, more = value < section.bound, value == section.bound, value > section.bound
    return {"<": less, "<=": less or same, ">": more, ">=": more or same, "=": same, "<>": not same}[section.sign]


def _shown(section: _Section, value: Decimal) -> str:
    percents = sum(piece.kind == "percent" for piece in section.pieces)
    value = value.scaleb(2 * percents)
    out: list[str] = []
    minus = value < 0
    done = False
    for piece in section.pieces:
        if piece.kind in ("number", "general", "split", "text"):
            if not done:
                out.append(_number(piece, abs(value)))
            done = True
        else:
            out.append(piece.text)
    text = "".join(out).strip()
    return f"-{text}" if minus and done and any(char in "123456789" for char in text) else text


def _number(piece: _Piece, value: Decimal) -> str:
    if piece.kind == "split":
        places = len(piece.text.rstrip(",").rpartition(".")[2])
        scaled = value.scaleb(-3 * piece.text.count(",")).quantize(Decimal(1), ROUND_HALF_UP)
        return f"{scaled.scaleb(-places):f}"
    if piece.kind != "number":
        return general(value)
    if piece.power:
        return f"{value:.{len(piece.text.partition('.')[2])}E}"
    whole, _, fraction = piece.text.replace("。", ".").partition(".")
    value = value.scaleb(-3 * piece.thousands)
    least, most = fraction.count("0"), len(fraction)
    digits = f"{value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
    left, _, right = digits.partition(".")
    while len(right) > least and right.endswith("0"):
        right = right[:-1]
    left = left.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", left)
    point = "." if right or (fraction == "" and piece.text.endswith(".")) else ""
    return f"{left}{point}{right}" if left or right else ""
