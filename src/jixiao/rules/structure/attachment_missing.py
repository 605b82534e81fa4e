"""所列附件不在文件中。

The list of attachments names a table that the file does not hold. Where none of the listed ones is there, they
were handed in apart and nothing is said.
"""

from collections.abc import Iterator

from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules._attachments import is_there
from jixiao.rules.registry import finding, rule


@rule(
    "ST107",
    title="所列附件不在文件中",
    title_en="A listed attachment is not in the file",
    message="附件清单列有“{found}”，文件中没有这张表",
    message_en="the list names “{found}”, which is not in the file",
    cite="cn.gb-9704#attachments",
    severity="warning",
    local={"430600": "hn.yueyang-rules#rubric_completeness"},
)
def attachment_missing(report: Report) -> Iterator[Outcome]:
    if not report.attachments:
        return
    there = [is_there(report, entry) for entry in report.attachments]
    if not any(there):
        yield NotChecked(
            "附件清单中的表都不在本文件中，可能另附",
            "none of the listed attachments is in this file: perhaps they are apart",
        )
        return
    for entry, found in zip(report.attachments, there, strict=True):
        if not found:
            yield finding(entry.place, found=entry.text)
