"""占比与金额不符。

A share printed in the text is typed by hand; digits slip, or last year's share stays behind. It is recomputed from the
two amounts beside it, with the play that their printed decimals leave, and may be rounded or cut off.
"""

from collections.abc import Iterator

from jixiao.model.amount import off_by_unit
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._spans import readings
from jixiao.rules.registry import finding, rule


@rule(
    "FG203",
    title="占比与金额不符",
    title_en="Stated share differs from the amounts",
    message="{part}占{whole}应为{expected}，写成了{found}",
    message_en="{part} is {expected} of {whole}, stated as {found}",
    cite="arithmetic",
)
def share_mismatch(report: Report) -> Iterator[Outcome]:
    for share in report.relations.shares:
        if share.part is None or share.whole is None:
            continue
        stated = share.stated.amount
        exact = [part.over(whole) for part, whole in readings(report, [share.part.amount, share.whole.amount])]
        if any(e is None or stated.agrees(e) or off_by_unit(e, stated) for e in exact):
            continue
        right = stated.written(share.part.amount.value / share.whole.amount.value * 100)
        yield finding(
            share.stated.place, share.part.place, share.whole.place,
            expected=right, found=stated.text, fix=right, part=share.part.amount.text, whole=share.whole.amount.text,
        )  # fmt: skip
