"""种类: the files that a package is made of, and the folders of its two editions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from jixiao.model.filing import Filing
from jixiao.model.manuscript import EDITIONS, Manuscript

MANIFEST, MASKED = "清单.txt", "遮盖清单.csv"  # beside the two folders: what is published holds neither


@dataclass(frozen=True, slots=True)
class Kind:
    """文件种类. ``module`` is loaded when a file of it is written; ``editions`` are those that have one."""

    name: str
    file: str
    module: str
    label: str
    label_en: str
    editions: tuple[str, ...] = ("full", "public")

    def write(self, manuscript: Manuscript, filing: Filing) -> bytes:
        """The file's bytes; raises NotWritten where it cannot be made."""
        writer: Callable[..., bytes | str] = import_module(f"jixiao.writers.report.{self.module}").write
        if self.name == "exchange":
            made = writer(filing, manuscript, tuple(_reports(self.editions)))
        else:
            made = writer(manuscript)
        return made.encode() if isinstance(made, str) else made


FORMATS = {
    kind.name: kind
    for kind in (
        Kind("docx", "自评报告.docx", "docx", "Word 报告", "the report in Word"),
        Kind("xlsx", "自评表.xlsx", "xlsx", "全部表格，公式可算", "all tables, with formulas"),
        Kind("pdf", "自评报告.pdf", "pdf", "PDF 报告", "the report as PDF"),
        Kind("html", "自评报告.html", "html", "网页，不联网可看", "one offline page"),
        Kind("json", "自评数据.json", "json", "数据，供程序读取", "data for programs"),
        Kind("exchange", "一体化导出.xlsx", "exchange", "一体化导出", "for the integrated budget system", ("full",)),
    )
}


def _reports(editions: tuple[str, ...]) -> list[tuple[str, str]]:
    shown = [kind for kind in FORMATS.values() if kind.name in {"docx", "xlsx", "pdf"}]
    return [(EDITIONS[edition], kind.file) for edition in editions for kind in shown]
