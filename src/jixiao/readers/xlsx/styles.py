"""样式 (styles.xml): of each style the number format, and whether the cell has a frame."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.readers.xlsx.sax import Handler, attribute

GENERAL = "General"
# The formats that files name by number alone, as a Chinese Excel shows them.
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"', 42: '"¥"#,##0;-"¥"#,##0;"¥"-', 43: '#,##0.00;-#,##0.00;"-"', 44: '"¥"#,##0.00;-"¥"#,##0.00;"¥"-',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_SIDES = frozenset({"left", "right", "top", "bottom", "start", "end"})


@dataclass(frozen=True, slots=True)
class Look:
    """样式 of a cell: its number format and whether it is framed on any side."""

    format: str = GENERAL
    framed: bool = False


class Styles(Handler):
    """``looks`` by the number that cells give."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._framed: list[bool] = []
        self._used: list[tuple[int, int]] = []
        self._inside = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A format, a frame or a style."""
        if name in ("numFmts", "borders", "cellXfs", "cellStyleXfs", "dxfs"):
            self._inside = name
        elif name == "numFmt" and self._inside == "numFmts":
            self._formats[number(attribute(attributes, "numFmtId"))] = attribute(attributes, "formatCode")
        elif name == "border" and self._inside == "borders":
            self._framed.append(False)
        elif name in _SIDES and self._inside == "borders" and self._framed:
            self._framed[-1] |= attribute(attributes, "style") not in ("", "none")
        elif name == "xf" and self._inside == "cellXfs":
            self._used.append((number(attribute(attributes, "numFmtId")), number(attribute(attributes, "borderId"))))

    def finish(self, name: str) -> None:
        """A list ends."""
        if name == self._inside:
            self._inside = ""

    @property
    def looks(self) -> list[Look]:
        """Every style of cells, in order."""
        return [
            Look(
                self._formats.get(code) or BUILTIN.get(code, GENERAL),
                0 <= frame < len(self._framed) and self._framed[frame],
            )
            for code, frame in self._used
        ]


def number(text: str) -> int:
    """A whole number as files give it; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 - no number of a file is longer
