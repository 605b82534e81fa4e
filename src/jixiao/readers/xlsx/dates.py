"""日期: the day number of a cell as its format shows it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<marked>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<part>y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(r'"[^"]*"?|\\.|!.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_WEEK = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12
_LEAP = 60  # Excel's 29 February 1900, which there never was
_LAST = 2_958_465  # 31 December 9999


def is_date(code: str) -> bool:
    """Whether a format shows a day or a time."""
    bare = _PLAIN.sub("", code)
    if "general" in bare.lower() or "@" in bare or "G/通用格式" in code:
        return False
    return bool(re.search(r"[ymdhs]|a{3}", bare, re.IGNORECASE)) and not re.search("[0#?]", bare.replace(".0", ""))


def as_date(value: Decimal, code: str, *, from_1904: bool) -> str:
    """A day number under a format; the number itself where it is no day."""
    if value < 0 or value > _LAST:
        return f"{value:f}"
    moment = _moment(value, from_1904=from_1904)
    tokens = list(_TOKEN.finditer(code))
    halves = any(token["half"] for token in tokens)
    out: list[str] = []
    for index, token in enumerate(tokens):
        if token["elapsed"]:
            out.append(_elapsed(value, token["elapsed"].lower()))
        elif token["half"]:
            out.append(_half(moment, latin=token["half"].isascii()))
        elif token["part"]:
            minutes = token["part"][0] in "mM" and _is_minutes(tokens, index)
            out.append(_part(moment, token["part"].lower(), minutes=minutes, halves=halves))
        else:
            out.append(token["quoted"] or token["escaped"] or token["marked"] or token["other"] or "")
    return "".join(out).strip().rstrip(";@")


def _half(moment: datetime, *, latin: bool) -> str:
    morning = moment.hour < _NOON
    return ("AM" if morning else "PM") if latin else "上午" if morning else "下午"


def _moment(value: Decimal, *, from_1904: bool) -> datetime:
    days = int(value)
    seconds = int(((value - days) * 86_400).to_integral_value())
    if from_1904:
        return datetime(1904, 1, 1) + timedelta(days=days, seconds=seconds)  # noqa: DTZ001 - a day of a calendar, nowhere
    begin = datetime(1899, 12, 31) if days < _LEAP else datetime(1899, 12, 30)  # noqa: DTZ001
    return begin + timedelta(days=days, seconds=seconds)


def _is_minutes(tokens: list[re.Match[str]], index: int) -> bool:
    """m is minutes behind hours or before seconds."""
    before = next((t for t in reversed(tokens[:index]) if t["part"] or t["elapsed"]), None)
    after = next((t for t in tokens[index + 1 :] if t["part"] or t["elapsed"]), None)
    hours = before is not None and (before["part"] or before["elapsed"])[0] in "hH"
    return hours or (after is not None and (after["part"] or after["elapsed"])[0] in "sS")


def _part(moment: datetime, part: str, *, minutes: bool, halves: bool) -> str:
    size = len(part)
    if part[0] in "ye":
        return f"{moment.year}" if part[0] == "e" or size > 2 else f"{moment.year % 100:02d}"  # noqa: PLR2004 - yy has two digits
    if part[0] == "a":
        return ("星期" if size > 3 else "周") + _WEEK[moment.weekday()]  # noqa: PLR2004 - aaa, aaaa
    if part[0] == "m" and not minutes:
        return _MONTHS[moment.month - 1] if size > 2 else f"{moment.month:0{size}d}"  # noqa: PLR2004 - mmm
    if part[0] == "d":
        return "周" + _WEEK[moment.weekday()] if size > 2 else f"{moment.day:0{size}d}"  # noqa: PLR2004 - ddd
    if part[0] == "h":
        return f"{(moment.hour - 1) % 12 + 1 if halves else moment.hour:0{min(size, 2)}d}"
    whole = moment.minute if part[0] == "m" else moment.second
    return f"{whole:0{min(len(part.partition('.')[0]), 2)}d}"


def _elapsed(value: Decimal, part: str) -> str:
    per_day = {"h": 24, "m": 1440, "s": 86_400}[part[0]]
    return f"{int(value * per_day):0{len(part)}d}"
