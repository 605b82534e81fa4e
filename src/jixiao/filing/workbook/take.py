"""Entries (取出填报内容): the rows of the sheets as plain data by address, and the cell in which each stands."""

from __future__ import annotations

import re
from typing import Any

from jixiao.filing.figures import columns_of
from jixiao.filing.mistakes import mistake
from jixiao.filing.workbook import shifts
from jixiao.filing.workbook.cells import Held
from jixiao.filing.workbook.grid import Row, Sheet
from jixiao.filing.workbook.plan import BLOCKS, LISTS, NEVER, PREPARED, SIGNS, column_letter, joined
from jixiao.filing.workbook.rows import summed
from jixiao.filing.workbook.stamp import Stamp
from jixiao.forms import Form, concept_of
from jixiao.model.filing import Mistake
from jixiao.model.words import plain

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
_NOTHING = Held()


class Entries:
    """Collects what was entered: ``texts`` by address, ``places`` of every address that the workbook offers."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.texts: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.mistakes: list[Mistake] = []
        self._counts: dict[str, int] = {}  # how many entries each list has
        self._summed = summed(form)

    def wrong(self, rule: str, address: str, where: str, value: str, **words: str) -> None:
        """Notes a mistake."""
        self.mistakes.append(mistake(rule, address, where, value, **words))

    def where(self, address: str) -> str:
        """The cell of an address; for what has none the cell of what it stands in."""
        near = address
        while near and near not in self.places:
            near = near.rpartition(".")[0]
        return self.places.get(near, "") or address

    def project(self, sheet: Sheet, number: int) -> bool:
        """A project's sheet; False where nothing was entered in it, so that the next one takes its number."""
        prefix = f"projects.{number}"
        before = len(self.mistakes)
        self.take(sheet, prefix)
        held = [address for address in self.texts if address.startswith(f"{prefix}.")]
        if len(self.mistakes) > before or any(not address.endswith(".fund") for address in held):
            return True
        for address in held:
            del self.texts[address]
        self._counts = {name: count for name, count in self._counts.items() if not name.startswith(f"{prefix}.")}
        return False

    def take(self, sheet: Sheet, prefix: str) -> None:
        """One sheet; ``prefix`` is the address under which its entries stand."""
        block, name = "", ""
        blocks: dict[int, str] = {}
        for row in sheet.rows[1:]:
            kind, _, said = row.key.partition(":")
            if row.key:
                block, name = kind, said
            elif block not in LISTS:
                self._outside(sheet, row)
                continue
            if block == "head":
                self.mistakes += shifts.changed_heads(sheet.title, row, name)
            elif block in BLOCKS:
                blocks[row.number] = block
                self._row(sheet, prefix, row, block, name)
        self._merged(sheet, blocks)

    def data(self, stamp: Stamp) -> dict[str, Any]:
        """Everything as the plain data that a YAML file would have held."""
        root: dict[str, Any] = {"form": stamp.form, "year": str(stamp.year), "unit": stamp.unit}
        for address, count in self._counts.items():
            _list(root, address, count)
        for address, text in self.texts.items():
            top, _, rest = address.partition(".")
            if top in ("figures", "texts"):
                root.setdefault(top, {})[rest] = text
            else:
                _put(root, address.split("."), text)
        return root

    # ── the blocks ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _row(self, sheet: Sheet, prefix: str, row: Row, block: str, name: str) -> None:
        if off := shifts.changed_label(sheet.title, row, block, name, self.form):
            self.mistakes.append(off)
        if block == "one":
            self._put(sheet, row, f"{prefix}.{name}".lstrip("."), BLOCKS["one"][""])
        elif block == "figure":
            self._put(sheet, row, f"figures.{name}", BLOCKS["figure"][""])
        elif block == "figures":
            self._figures(sheet, row, name)
        elif block == "more":
            self._more(sheet, row)
        elif block == "year":
            for column, at in BLOCKS["year"].items():
                self._put(sheet, row, f"figures.year_funds.{column}", at)
        elif block == "fund":
            self._fund(sheet, row, f"{prefix}.funds", name)
        elif block == "text":
            self._text(sheet, row, f"texts.{name}")
        else:
            self._listed(sheet, prefix, row, block)

    def _figures(self, sheet: Sheet, row: Row, name: str) -> None:
        for column, at in BLOCKS["figures"].items():
            held = row.cells.get(at, _NOTHING)
            if (held.formula and name in self._summed) or held.text == NEVER:
                self.places[f"figures.{name}.{column}"] = _cell(sheet, row, at)
            else:
                self._put(sheet, row, f"figures.{name}.{column}", at)

    def _more(self, sheet: Sheet, row: Row) -> None:
        label = row.text(BLOCKS["more"]["label"]).strip()
        concept = concept_of(label) or label
        single = bool(concept_of(label)) and columns_of(concept, self.form) == ("",)
        for column, at in BLOCKS["more"].items():
            if at in row.cells and column != "label":
                if not label:
                    self.wrong("missing", "", _cell(sheet, row, BLOCKS["more"]["label"]), "", name="名称")
                    return
                self._put(sheet, row, f"figures.{concept}" if single else f"figures.{concept}.{column}", at)

    def _fund(self, sheet: Sheet, row: Row, address: str, name: str) -> None:
        at = self._counts[address] = self._counts.get(address, 0) + 1
        self.texts[f"{address}.{at}.fund"] = name
        for column, place in BLOCKS["fund"].items():
            self._put(sheet, row, f"{address}.{at}.{column}", place)
            self.places[f"{address}.{name}.{column}"] = _cell(sheet, row, place)

    def _listed(self, sheet: Sheet, prefix: str, row: Row, block: str) -> None:
        """One row of a list; an empty one only offers the place of the next entry."""
        address = f"{prefix}.{block}s".lstrip(".")
        if block == "indicator" and (off := shifts.shifted(sheet.title, row, self.form)):
            self.mistakes.append(off)
            return
        columns = BLOCKS[block]
        filled = any(at in row.cells for name, at in columns.items() if name not in PREPARED)
        at = self._counts.get(address, 0) + 1
        for name, place in columns.items():
            if filled:
                self._put(sheet, row, f"{address}.{at}.{name}", place)
            else:
                self.places.setdefault(f"{address}.{at}.{name}", _cell(sheet, row, place))
        if filled:
            self._counts[address] = at
        if filled and block == "indicator":
            self._measured(f"{address}.{at}")

    def _measured(self, address: str) -> None:
        """Sign, value and unit of their own cells together."""
        sign, target, actual, unit = (
            self.texts.pop(f"{address}.{name}", "") for name in ("sign", "target", "actual", "unit")
        )
        wanted, reached = joined(sign.strip(), target, actual, unit.strip())
        if (
            sign.strip() in SIGNS
            and plain(target).strip()[:1] in SIGNS
            and not plain(target).strip().startswith(sign.strip())
        ):
            self.wrong("sign_twice", f"{address}.target", self.places[f"{address}.target"], target, sign=sign.strip())
            wanted = ""
        self.texts |= {f"{address}.target": wanted, f"{address}.actual": reached}

    def _text(self, sheet: Sheet, row: Row, address: str) -> None:
        """A paragraph; those of one chapter are joined."""
        column = BLOCKS["text"][""]
        held = row.cells.get(column, _NOTHING)
        self.places.setdefault(address, _cell(sheet, row, column))
        if held.trouble:
            self.wrong(held.trouble, address, _cell(sheet, row, column), held.text, found=held.text)
        elif held.text.strip():
            self.texts[address] = "\n\n".join(filter(None, [self.texts.get(address, ""), held.text]))

    # ── cells ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _put(self, sheet: Sheet, row: Row, address: str, column: int) -> None:
        held = row.cells.get(column, _NOTHING)
        self.places[address] = _cell(sheet, row, column)
        if held.trouble:
            self.wrong(held.trouble, address, self.places[address], held.text, found=held.text)
        elif held.text:
            self.texts[address] = held.text

    def _outside(self, sheet: Sheet, row: Row) -> None:
        if row.cells:
            column, held = next(iter(row.cells.items()))
            self.wrong("outside", "", _cell(sheet, row, column), held.text)

    def _merged(self, sheet: Sheet, blocks: dict[int, str]) -> None:
        """Merged ranges that hide entries; those of the workbook itself hold one each."""
        for merged in sheet.merged:
            found = _RANGE.fullmatch(merged)
            if not found:
                continue
            left, top, right, bottom = _number(found[1]), int(found[2]), _number(found[3]), int(found[4])
            rows = [number for number in blocks if top <= number <= bottom]
            hidden = sum(left <= at <= right for number in rows for at in BLOCKS[blocks[number]].values())
            if hidden > 1:
                self.wrong("merged", "", f"「{sheet.title}」!{found[1]}{top}", merged, found=merged)


def _cell(sheet: Sheet, row: Row, column: int) -> str:
    return f"「{sheet.title}」!{column_letter(column)}{row.number}"


def _number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _list(root: dict[str, Any], address: str, count: int) -> None:
    """Makes room for a list: its entries by number, until they are put in order."""
    _put(root, address.split("."), [{} for _ in range(count)])


def _put(root: dict[str, Any], path: list[str], value: object) -> None:
    """Puts a value at its path; a number is an entry of a list."""
    here: Any = root
    for at, name in enumerate(path[:-1]):
        if isinstance(here, list):
            index = int(name) - 1
            while len(here) <= index:
                here.append({})
            here = here[index]
        else:
            here = here.setdefault(name, [] if path[at + 1].isdigit() else {})
    here[path[-1]] = value
