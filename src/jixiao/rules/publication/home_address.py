"""公开稿中有个人住址。

家庭住址, 户籍地址 and the like followed by an address down to the house is a person's home. The address of the office
is public.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_HOME = re.compile(
    r"(?:家庭(?:住址|地址)|户籍(?:所在地|地址)|现?居住地址?|住\s?址)\s*[：:]\s*(?P<address>[^\s，。；\n\f×*]{3,40}(?:[号室组栋幢]|单元|村))"
)


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
    for match, words, offset in report.document.find(_HOME):
        address = match["address"]
        yield finding(
            words.place(match.start("address") - offset, match.end("address") - offset), found=f"{address[:3]}…"
        )
