"""文字中露出了域代码。

Word's fields (page numbers, links, tables of contents) are instructions; where their code shows instead of their result,
the document was exported or copied carelessly, and what the reader should see is missing.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_CODE = re.compile(
    r'[HNPTEFMS](?:(?<=H)YPERLINK\s+(?:\\l\s+)?["“][^"”\f]{1,200}["”]|(?<=T)OC\s+\\[ohzuntf]\b[^\u4e00-\u9fff\f]{0,60}'
    r"|(?:(?<=P)|(?<=N)UMP)AGES?\s+\\\*\s?(?:MERGEFORMAT|Arabic)|(?<=P)AGEREF\s+_Toc\d+|(?<=E)MBED\s+[A-Z]\w+\.\w+(?:\.\d+)?"
    r"|(?<=F)ORM(?:TEXT|CHECKBOX|DROPDOWN)|(?<=M)ERGEFIELD\s+\S{1,30}|(?<=S)EQ\s+\S{1,6}\s+\\\*\s?ARABIC)"
)


@rule(
    "RD105",
    title="文字中露出了域代码",
    title_en="A field's code shows instead of its result",
    message="“{found}”是域代码，应更新域或改为文字",
    message_en="“{found}” is the code of a field; update the field or type the words",
    cite="practice#wording",
    severity="info",
)
def field_code_left(report: Report) -> Iterator[Outcome]:
    for place in report.document.places(_CODE):
        yield finding(place, found=" ".join(place.quote.split())[:40])
