"""The walk over the pieces of an RTF file: groups and what holds in them, destinations, characters of many code pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from jixiao.readers import limits
from jixiao.readers.rtf.stories import Row, Story
from jixiao.readers.rtf.tokens import Token, tokens

_DEEPEST = 2_000  # groups within groups; our own choice
_MOST = limits.CELLS // 2  # paragraphs, those of cells included: each is held until its table is known to be whole
_CODES = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254", 204: "cp1251",
          238: "cp1250"}  # fmt: skip
_STORIES = {"header": "header", "headerl": "header", "headerr": "header", "headerf": "header", "footer": "footer",
            "footerl": "footer", "footerr": "footer", "footerf": "footer", "footnote": "footnote", "shptxt": "textbox"}  # fmt: skip
_HELD = {"listtext": "label", "pntext": "label", "fldinst": "code", "annotation": "comment", "author": "author", "title": "title",
         "operator": "editor", "category": "category", "template": "template", "fonttbl": "fonts", "stylesheet": "styles"}  # fmt: skip
_PASSED = frozenset((
    "colortbl", "pict", "objdata", "nonshppict", "shprslt", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl",
    "themedata", "colorschememapping", "latentstyles", "datastore", "atnid", "atnauthor", "atndate", "atnref", "atnparent",
    "atrfstart", "atrfend",
    "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "nonesttables", "pnseclvl", "pntxta", "pntxtb",
    "objclass", "objname", "sn", "sv", "upr", "info", "filetbl", "userprops", "docvar", "fchars", "lchars", "tc", "xe", "falt", "panose",
))  # fmt: skip
_SIGNS = {"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
          "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": " ", "~": "\xa0", "_": "-", "page": "\f"}  # fmt: skip
_PROPERTIES = ("author", "title", "editor", "category")
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])\s*;?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside of a group. ``holding``: what its words are of; "" for the story, "-" for what is passed over."""

    holding: str = ""
    uc: int = 1
    font: int = -1
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    depth: int = 0
    style: int = 0
    outline: int | None = None
    nested: bool = False  # within the description of a row of an inner table


@dataclass
class Reading:
    """An RTF file as it is read."""

    body: Story = field(default_factory=lambda: Story("body"))
    apart: list[Story] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)  # of fields
    template: str = ""
    objects: int = 0
    whole: bool = False
    full: bool = False
    _state: State = field(default_factory=State)
    _groups: list[tuple[State, bool, str]] = field(
        default_factory=list
    )  # state before, whether a story ends, held before
    _open: list[Story] = field(default_factory=list)
    _page: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _levels: dict[int, int] = field(default_factory=dict)
    _bytes: bytearray = field(default_factory=bytearray)
    _held: str = ""
    _skip: int = 0
    _marked: bool = False  # the group began with \* : passed over where it is not known

    def __post_init__(self) -> None:
        self._handlers: dict[str, Callable[[int | None], None]] = {
            "par": self._paragraph, "cell": self._cell, "nestcell": self._inner_cell, "row": self._row, "nestrow": self._inner_row,
            "trowd": self._new_row, "trleft": self._left, "cellx": self._edge, "clmrg": self._goes_on,
            "clvmgf": lambda _: self._down("restart"), "clvmrg": lambda _: self._down("continue"),
            "plain": self._plain, "pard": self._new_paragraph, "fcharset": self._charset, "ansicpg": self._code_page,
            "outlinelevel": self._level, "object": self._object,
            "intbl": lambda _: self._change(depth=max(1, self._state.depth)),
            "itap": lambda number: self._change(depth=max(0, min(number or 0, limits.NESTING))),
            "s": lambda number: self._change(style=number or 0), "f": lambda number: self._change(font=number or 0),
            "uc": lambda number: self._change(uc=max(0, min(number or 0, 9))),
            "v": lambda number: self._change(hidden=number != 0), "deleted": lambda number: self._change(deleted=number != 0),
            "revised": lambda number: self._change(inserted=number != 0),
        }  # fmt: skip

    def run(self, data: bytes) -> None:
        """Read the whole file, or as much of it as the limits allow."""
        self._open = [self.body]
        for token in tokens(data):
            self._token(token)
            if self.whole or self.full:
                break
        self._flush()
        for story in (*self._open, *self.apart):
            story.end()

    @property
    def _story(self) -> Story:
        return self._open[-1]

    def _token(self, token: Token) -> None:
        word = token.word
        if word in ("{", "}"):
            self._flush()
            self._skip = 0
            if word == "{":
                self._begin()
            else:
                self._finish()
        elif self._skip and (not word or len(word) == 1 or token.number is not None or word not in ("u", "uc")):
            self._pass_over(token)
        elif not word:
            self._bytes += token.data
        else:
            self._control(word, token.number)

    def _pass_over(self, token: Token) -> None:
        """What stands behind a character of Unicode for programs that know none."""
        count = max(1, len(token.data))
        if token.data and count > self._skip:
            self._bytes += token.data[self._skip :]
        self._skip = max(0, self._skip - count)

    def _begin(self) -> None:
        if len(self._groups) >= _DEEPEST:
            self.full = True
            return
        self._groups.append((self._state, False, self._held))
        self._marked = False

    def _finish(self) -> None:
        if not self._groups:
            return
        before, ends, held = self._groups.pop()
        now, words = self._state.holding, self._held
        if now == "styles":
            self._style(words)
        if now and now != before.holding:
            self._done(now, words)
        if ends:
            story = self._open.pop()
            story.end()
            self.apart.append(story)
        self._state, self._held = before, held if now != before.holding or now == "styles" else words
        self._marked = False
        self.whole = not self._groups

    def _style(self, words: str) -> None:
        if heading := _HEADING.search(words.strip()):
            self._levels.setdefault(self._state.style, int(heading[1]) - 1)

    def _done(self, kind: str, words: str) -> None:
        if kind == "label":
            self._story.label = words.strip()
        elif kind == "code":
            self.codes.append(words)
        elif kind == "comment":
            identity = str(len(self.comments))
            self.comments[identity] = words.strip()
            self._story.comments.append(identity)
        elif kind == "template":
            self.template = words
        elif kind in _PROPERTIES and words.strip():
            self.properties[kind] = words.strip()

    def _flush(self) -> None:
        """The bytes so far as characters of the code page that holds."""
        if self._bytes:
            data, page = bytes(self._bytes), self._fonts.get(self._state.font, self._page)
            self._bytes.clear()
            self._say(_decoded(data, (page, self._page)))

    def _say(self, words: str) -> None:
        state = self._state
        if state.holding == "-":
            return
        if state.holding:
            if len(self._held) < limits.CELL_TEXT:
                self._held += words
        else:
            self._story.say(words, (state.deleted, state.inserted, state.hidden))

    def _control(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._flush()
            self._say(chr(number & 0xFFFF))
            self._skip = self._state.uc
        elif word == "*":
            self._marked = True
        elif word in _SIGNS:
            self._flush()
            self._say(_SIGNS[word])
        elif word in ("\\", "{", "}"):
            self._bytes += word.encode()
        elif word in _STORIES or word in _HELD or word in _PASSED or word in ("ud", "nesttableprops"):
            self._destination(word)
        else:
            self._flush()
            handler = self._handlers.get(word)
            if handler is not None:
                handler(number)
            elif self._marked:
                self._change(holding="-")
            self._marked = False

    def _destination(self, word: str) -> None:
        self._flush()
        state = self._state
        self._marked = False
        if word == "nesttableprops":
            self._state = replace(state, nested=True)
        elif word == "ud":
            self._state = replace(state, holding=self._groups[-2][0].holding if len(self._groups) > 1 else "")
        elif state.holding == "-" and word not in _PROPERTIES_IN:
            return
        elif word in _STORIES:
            if self._groups:
                before, _, held = self._groups[-1]
                self._groups[-1] = (before, True, held)
                self._open.append(Story(_STORIES[word]))
            self._state = replace(state, holding="", depth=0)
        else:
            self._state = replace(state, holding=_HELD.get(word, "-"))
            self._held = ""

    # Handlers of control words

    def _paragraph(self, _: int | None) -> None:
        if not self._state.holding:
            self._story.end_paragraph(self._state.depth, self._outline())
            self.full = self.full or self._story.count > _MOST

    def _cell(self, _: int | None) -> None:
        if not self._state.holding:
            self._story.end_cell(1, self._outline())
            self.full = self.full or self._story.count > _MOST

    def _inner_cell(self, _: int | None) -> None:
        if not self._state.holding:
            self._story.end_cell(max(2, self._state.depth), self._outline())
            self.full = self.full or self._story.count > _MOST

    def _row(self, _: int | None) -> None:
        if not self._state.holding:
            self._story.end_row(1)

    def _inner_row(self, _: int | None) -> None:
        if not self._state.holding:
            self._story.end_row(max(2, self._state.depth))

    def _outline(self) -> int | None:
        state = self._state
        return state.outline if state.outline is not None else self._levels.get(state.style)

    def _shape(self) -> Row:
        return self._story.inner if self._state.nested else self._story.row

    def _new_row(self, _: int | None) -> None:
        if self._state.nested:
            self._story.inner = Row()
        else:
            self._story.row = Row()

    def _left(self, number: int | None) -> None:
        self._shape().left = number or 0

    def _edge(self, number: int | None) -> None:
        self._shape().cell(number or 0)

    def _down(self, how: str) -> None:
        self._shape().down = how

    def _goes_on(self, _: int | None) -> None:
        self._shape().goes_on = True

    def _change(self, **what: Any) -> None:  # noqa: ANN401 - fields of the state
        self._state = replace(self._state, **what)

    def _plain(self, _: int | None) -> None:
        self._change(hidden=False, deleted=False, inserted=False)

    def _new_paragraph(self, _: int | None) -> None:
        self._change(depth=0, style=0, outline=None)

    def _charset(self, number: int | None) -> None:
        if self._state.holding == "fonts" and number in _CODES:
            self._fonts[self._state.font] = _CODES[number]

    def _code_page(self, number: int | None) -> None:
        self._page = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8"}.get(number or 0, f"cp{number}")

    def _level(self, number: int | None) -> None:
        if self._state.holding == "styles":
            self._levels[self._state.style] = number or 0
        self._change(outline=number)

    def _object(self, _: int | None) -> None:
        self.objects += 1


_PROPERTIES_IN = frozenset(("author", "title", "operator", "category"))


def _decoded(data: bytes, pages: tuple[str, ...]) -> str:
    if data.isascii():
        return data.decode("ascii")
    for page in (*pages, "gb18030"):
        try:
            return data.decode(page)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030", "replace")
