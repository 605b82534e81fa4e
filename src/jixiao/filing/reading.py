"""Reading (读取填报数据): a workbook, a YAML or a JSON file, told apart by content, to a Filing with all mistakes at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jixiao.filing import choices, tree
from jixiao.filing.data import from_data
from jixiao.filing.mistakes import mistake
from jixiao.filing.result import Read, refused

TEXT_BYTES = 2 << 20  # YAML and JSON: a filing of a large department is a tenth of it. Our own choice
_ZIP = b"PK\x03\x04"
# What a file is that is no filing, by its first bytes.
_FOREIGN = {b"\xd0\xcf\x11\xe0": "file_old", b"%PDF": "file_pdf"}
_ENCRYPTED = "encrypted"
Unpack = Callable[[bytes], Mapping[str, bytes] | str]  # the parts of a package under limits, or why it is refused


def read(data: bytes, name: str, unpack: Unpack) -> Read:
    """The filing in the bytes of a file called ``name``, of whatever format.

    ``unpack`` opens zip packages under limits: the parts by name, or the id of the mistake for which it is refused
    (pipeline.read_filing hands over that of the readers).
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return refused("file_empty", name)
    if data[:4] == _ZIP:
        return _package(data, name, unpack)
    if rule := _FOREIGN.get(data[:4]):
        return refused(rule, name)
    if len(data) > TEXT_BYTES:
        return refused("file_large", name, limit=str(TEXT_BYTES >> 20))
    text = _text(data)
    if text is None:
        return refused("file_foreign", name)
    return _plain(text, name)


def _plain(text: str, name: str) -> Read:
    kind = "json" if text.lstrip()[:1] in ("{", "[") else "yaml"
    found = tree.of_json(text) if kind == "json" else tree.of_yaml(text)
    if not isinstance(found.data, dict):
        foreign = () if found.mistakes else (mistake("file_foreign", "", name, ""),)
        return Read(None, (*found.mistakes, *foreign), (), kind)
    filing, mistakes, understood = from_data(found.data, found.where)
    return Read(filing, (*found.mistakes, *mistakes), understood, kind, _places(found))


def _places(found: tree.Tree) -> dict[str, str]:
    """Where everything stands that was written; the money of a project also by the name of its fund."""
    places = {address: found.where(address) for address in found.lines if address}
    for address, where in list(places.items()):
        head, mark, at = address.rpartition(".funds.")
        if mark and at.isdigit():
            entry = found.data["projects"][int(head.rpartition(".")[2]) - 1]["funds"][int(at) - 1]
            fund = choices.fund(str(entry.get("fund", "")), choices.FUNDS) if isinstance(entry, dict) else ""
            for stage in choices.STAGES if fund else ():
                places[f"{head}.funds.{fund}.{stage}"] = places.get(f"{address}.{stage}", where)
    return places


def _package(data: bytes, name: str, unpack: Unpack) -> Read:
    parts = unpack(data)
    if isinstance(parts, str):
        return refused("file_old" if parts == _ENCRYPTED else parts, name)
    if any(part.startswith("word/") for part in parts):
        return refused("file_word", name)
    from jixiao.filing.workbook import read as read_workbook  # noqa: PLC0415 - openpyxl only where there is a workbook

    return read_workbook(parts, name)


def _text(data: bytes) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
