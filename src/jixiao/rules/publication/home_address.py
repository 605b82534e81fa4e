"""公开稿中有个人住址。

家庭住址, 户籍地址 and the like followed by an address down to the house is a person's home. The address of the office
is public.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.personal import covered, homes
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "PB105",
    title="公开稿中有个人住址",
    title_en="A home address in a report that is published",
    message="个人住址（{found}）属个人信息，公开前应删除或只写到乡镇、街道",
    message_en="a home address ({found}) is personal: remove it or stop at the township",
    cite="cn.pipl#25",
    severity="info",
)
def home_address(report: Report) -> Iterator[Outcome]:
    for start, end in homes(report.document.plain):
        kept = covered("home", report.document.plain[start:end]).rstrip("*")
        yield finding(report.document.spot(start, end), found=f"{kept}…")
