"""What a character of a page means (字符): radicals and presentation forms are the character that they look like."""

from __future__ import annotations

import re
import unicodedata

# Fonts that draw several characters by one glyph give the radical or the compatibility form of it.
_FORMS = re.compile("[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe30-\ufe4f]")
_RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰", "民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙"
)  # those of the supplement that Unicode does not map itself
UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")  # a glyph without a meaning
BLANKS = " \t\r\n\u00a0\u3000\u2002\u2003"


def letter(char: str) -> str:
    """The character as it is written in a text."""
    if _FORMS.match(char):
        return unicodedata.normalize("NFKC", char)
    return char.translate(_RADICALS) if "⺀" <= char <= "⻿" else char
