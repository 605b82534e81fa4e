"""成套: the files of both editions with their paths, the list of what was masked, and the manifest with every file's hash."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from jixiao import __version__
from jixiao.model.filing import Filing
from jixiao.model.manuscript import EDITIONS, Manuscript
from jixiao.model.masked import Masked
from jixiao.writers.report.formats import FORMATS, MANIFEST, MASKED
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.refused import NotWritten

_KINDS = {
    "mobile": "手机号码", "identity": "身份证号码", "account": "银行账号", "contact": "私人联系方式", "home": "家庭住址", "name": "姓名",
}  # fmt: skip
_COMMANDS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Package:
    """成套文件: paths and bytes, the manifest last; what was left out and why; what the public edition masks."""

    files: tuple[tuple[str, bytes], ...]
    left_out: tuple[tuple[str, NotWritten], ...] = ()
    masked: tuple[Masked, ...] = ()


@dataclass
class Making:
    """A package while it is being made. ``pack`` says by which rules the points were given: id and hash."""

    filing: Filing
    pack: tuple[str, str]
    formats: tuple[str, ...]
    tell: Tell
    files: list[tuple[str, bytes]] = field(default_factory=list)
    left_out: list[tuple[str, NotWritten]] = field(default_factory=list)

    def edition(self, manuscript: Manuscript) -> None:
        """Makes the files of an edition."""
        for name in self.formats:
            kind = FORMATS[name]
            if manuscript.edition not in kind.editions:
                continue
            path = f"{EDITIONS[manuscript.edition]}/{kind.file}"
            self.tell(path)
            try:
                self.files.append((path, kind.write(manuscript, self.filing)))
            except NotWritten as error:
                self.left_out.append((path, error))

    def done(self, manuscript: Manuscript, masked: tuple[Masked, ...] | None) -> Package:
        """The package, with the list of what was masked (None: no public edition) and the manifest."""
        if masked is not None:
            self.files.append((MASKED, _masked(masked)))
        self.files.append((MANIFEST, "\n".join(self._manifest(manuscript)).encode()))
        return Package(tuple(self.files), tuple(self.left_out), masked or ())

    def _manifest(self, manuscript: Manuscript) -> Iterator[str]:
        data = hashlib.sha256(manuscript.data.encode()).hexdigest()
        yield f"# {harmless(manuscript.title)}" + ("（草稿，数据有错误）" if manuscript.draft else "")
        yield f"# 由 jixiao {__version__} 生成；格式 {self.filing.form}；规则包 {self.pack[0]}（{self.pack[1]}）"
        yield f"# 填报数据的 SHA-256：{data}；全文共 {len(manuscript.figures)} 个数字，各只填写或计算一次"
        yield "# 下面每行是一个文件的 SHA-256 和路径；核对：sha256sum -c 清单.txt"
        for path, error in self.left_out:
            yield f"# 未生成 {path}：{error.message}"
        yield from (f"{hashlib.sha256(data).hexdigest()}  {path}" for path, data in self.files)
        yield ""


def chosen(formats: Iterable[str], editions: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Formats and editions in their own order, each once; everything where nothing is named."""
    formats, editions = set(formats), set(editions)
    return (
        tuple(name for name in FORMATS if not formats or name in formats),
        tuple(name for name in EDITIONS if not editions or name in editions),
    )


def _masked(masked: tuple[Masked, ...]) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(("位置", "种类", "遮盖后"))
    for one in masked:
        rows.writerow(map(_cell, (one.where, _KINDS.get(one.kind, one.kind), one.shown)))
    return text.getvalue().encode("utf-8-sig")


def _cell(words: str) -> str:
    """Words that a spreadsheet takes for words."""
    return f"'{words}" if words.startswith(_COMMANDS) else harmless(words)
