"""The parts of a Word package that a comment needs: body, comments, their relation and content type."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass

from lxml import etree

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
_EMPTY_RELATIONS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@dataclass(slots=True)
class Package:
    """A Word file by its parts; ``changed`` holds those to be written instead."""

    archive: zipfile.ZipFile
    changed: dict[str, bytes]

    @staticmethod
    def of(data: bytes) -> Package:
        """Opened from bytes; a ValueError says what is wrong with them."""
        try:
            return Package(zipfile.ZipFile(io.BytesIO(data)), {})
        except (zipfile.BadZipFile, OSError) as error:
            raise ValueError("文件不是完好的 docx") from error

    def read(self, name: str) -> bytes | None:
        """A part, or None where there is none."""
        if name in self.changed:
            return self.changed[name]
        try:
            return self.archive.read(name) if name in self.archive.NameToInfo else None
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
            raise ValueError(f"文件中的 {name} 已损坏") from error

    def body(self) -> str:
        """The name of the part that holds the body."""
        for _, kind, target in self._relations("_rels/.rels"):
            if kind.endswith("/officeDocument"):
                return target.lstrip("/")
        return "word/document.xml"

    def related(self, body: str, kind: str) -> str | None:
        """The part to which the body has a relation of a kind (styles, numbering, comments)."""
        for _, found, target in self._relations(_rels(body)):
            if found.endswith(f"/{kind}"):
                return (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(posixpath.dirname(body), target))
                )
        return None

    def add_comments(self, body: str, *, strict: bool) -> str:
        """Names a new comments part, with its relation and content type."""
        folder = posixpath.dirname(body)
        name = next(
            n for n in (f"{folder}/comments{i or ''}.xml" for i in range(1000)) if n not in self.archive.NameToInfo
        )
        rels = self.read(_rels(body)) or _EMPTY_RELATIONS
        taken = {identity for identity, _, _ in self._relations(_rels(body))}
        identity = next(i for i in (f"rIdJixiao{n}" for n in range(1, 1000)) if i not in taken)
        link = f'<Relationship xmlns="{_RELATIONS}" Id="{identity}" Type="{_OFFICE[strict]}comments" Target="{posixpath.basename(name)}"/>'
        self.changed[_rels(body)] = inserted(rels, link.encode())
        types = self.read("[Content_Types].xml")
        if types is None:
            raise ValueError("文件中没有 [Content_Types].xml")
        override = f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{_COMMENTS_TYPE}"/>'
        self.changed["[Content_Types].xml"] = inserted(types, override.encode())
        return name

    def packed(self) -> bytes:
        """The package again: every part that was not changed with the bytes it had, in the same order."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as out:
            out.comment = self.archive.comment
            for info in self.archive.infolist():
                data = self.read(info.filename) if info.filename in self.changed else self._raw(info)
                out.writestr(_entry(info), data or b"", compress_type=info.compress_type)
            for name in (n for n in self.changed if n not in self.archive.NameToInfo):
                entry = zipfile.ZipInfo(name)
                out.writestr(entry, self.changed[name], compress_type=zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _raw(self, info: zipfile.ZipInfo) -> bytes:
        try:
            return self.archive.read(info)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
            raise ValueError(f"文件中的 {info.filename} 已损坏") from error

    def _relations(self, name: str) -> list[tuple[str, str, str]]:
        data = self.read(name)
        if data is None:
            return []
        try:
            root = etree.fromstring(data, _PARSER)
        except etree.XMLSyntaxError as error:
            raise ValueError(f"文件中的 {name} 已损坏") from error
        return [(r.get("Id", ""), r.get("Type", ""), r.get("Target", "")) for r in root if isinstance(r.tag, str)]


def inserted(xml: bytes, element: bytes) -> bytes:
    """The part with one more element at the end of its root."""
    empty = re.search(rb"<([A-Za-z][\w.:-]*)([^<>]*)/>\s*$", xml)
    if empty:
        return (
            xml[: empty.start()]
            + b"<"
            + empty[1]
            + empty[2]
            + b">"
            + element
            + b"</"
            + empty[1]
            + b">"
            + xml[empty.end() :]
        )
    at = xml.rstrip().rindex(b"</")
    return xml[:at] + element + xml[at:]


def _rels(part: str) -> str:
    return f"{posixpath.dirname(part)}/_rels/{posixpath.basename(part)}.rels".lstrip("/")


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.external_attr, entry.internal_attr, entry.create_system = (
        info.external_attr,
        info.internal_attr,
        info.create_system,
    )
    entry.comment = info.comment
    return entry
