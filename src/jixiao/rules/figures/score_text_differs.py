"""文字中的自评得分与自评表不一致。

「自评得分98.5分」 in the text and the total of the 自评表 are the same figure. A score that is that of any of the sheets is fine.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_SCORE = re.compile(
    r"(?:自评|综合|绩效|评价)[^，。；\d]{0,6}(?:得分|总分|评分|分数)(?:为|是|：|达|共|合计)?\s*(?P<score>\d{2,3}(?:\.\d{1,2})?)\s*分(?!值|以|及以|（含|至|—|-|~)"
)


@rule(
    "FG407",
    title="文字中的自评得分与自评表不一致",
    title_en="The score in the text differs from the sheet",
    message="文字中自评得分{found}分，自评表总分{expected}分",
    message_en="The text says {found} points, the sheet {expected}",
    cite="arithmetic",
)
def score_text_differs(report: Report) -> Iterator[Outcome]:
    totals = [
        s.total_score
        for s in report.appraisals
        if s.complete and s.total_score is not None and s.total_score.amount is not None
    ]
    if not totals:
        return
    known = {t.amount.number for t in totals if t.amount} | {
        t.amount.number for s in report.appraisals if (t := s.total_weight) and t.amount
    }
    chief = report.department.total_score if report.department and report.department.total_score else totals[0]
    for match, words, offset in report.document.find(_SCORE):
        score = Decimal(match["score"])
        if hasattr(words, "row") or any(score.normalize() == k.normalize() for k in known):
            continue
        yield finding(
            words.place(match.start("score") - offset, match.end("score") - offset), chief.place, expected=chief.text, found=match["score"],
            severity="" if len(totals) == 1 else "warning",
        )  # fmt: skip
