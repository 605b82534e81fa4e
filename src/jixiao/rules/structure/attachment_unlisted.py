"""文件中的表没有列入附件清单。

The list of attachments is what the reader goes by. A sheet that follows and is not listed was forgotten, or
does not belong there. The bureau's own 考核评分表 follows the annexes of a form and is none of them.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._attachments import held, kind_of, title_of
from jixiao.rules.registry import finding, rule

_SET = re.compile(r"[及和、等]|报表|附表|材料")  # one entry that names several tables


@rule(
    "ST108",
    title="附表未列入附件清单",
    title_en="A table is not in the list of attachments",
    message="文件中有“{found}”，附件清单没有列出",
    message_en="the file holds “{found}”, which the list of attachments does not name",
    cite="cn.gb-9704#attachments",
    severity="info",
)
def attachment_unlisted(report: Report) -> Iterator[Outcome]:
    entries = report.attachments
    if not entries or (len(entries) == 1 and _SET.search(entries[0].text)):
        return
    listed = {kind_of(entry.text) for entry in report.attachments}
    if "" in listed:  # an entry that we do not know may be this table
        return
    for kind, place in held(report):
        if kind not in listed and kind != "rubric":
            yield finding(place, report.attachments[0].place, found=title_of(kind))
