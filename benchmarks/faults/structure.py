"""Faults of form: chapters, annexes, cover, sign-off, numbers of headings, names, problems and measures."""

from __future__ import annotations

import random

from benchmarks.faults.registry import Planted, fault
from benchmarks.generator.blocks import Para
from benchmarks.generator.case import Case

_LONG = (
    "单位建立了预算绩效管理领导小组，由主要负责人担任组长，财务股负责具体组织，各业务股室按照职责提供数据和佐证材料，形成了分工明确、协同推进的工作格局。",
    "在项目实施过程中，严格执行项目资金管理办法，实行专账核算、专款专用，对资金使用情况开展两次专项检查，未发现截留、挤占和挪用等问题。",
)
_CHAPTERS = (
    "政府性基金预算支出情况",
    "存在的问题及原因分析",
    "下一步改进措施",
    "部门整体支出绩效自评结果拟应用和公开情况",
)


def _body(case: Case, heading: Para) -> list[Para]:
    """The paragraphs under a heading up to the next."""
    at = next(i for i, b in enumerate(case.blocks) if b is heading)
    out: list[Para] = []
    for block in case.blocks[at + 1 :]:
        if not isinstance(block, Para) or block.style == heading.style or block.text == "附件：":
            break
        out.append(block)
    return out


@fault("chapter missing", "ST101", "ST105")
def chapter_missing(case: Case, rng: random.Random) -> Planted | None:
    if case.kind != "self":
        return None
    heading = case.headings[rng.choice(_CHAPTERS)]
    case.without(heading, *_body(case, heading))
    for number, other in enumerate(h for h in case.headings.values() if h is not heading):
        other.text = f"{'一二三四五六七八九十'[number]}、{other.text.split('、', 1)[1]}"
    return Planted()


@fault("chapter empty", "ST102")
def chapter_empty(case: Case, rng: random.Random) -> Planted | None:
    if case.kind != "self":
        return None
    heading = case.headings[rng.choice(_CHAPTERS)]
    case.without(*_body(case, heading))
    return Planted([heading])


@fault("attachment not listed", "ST108")
def unlisted(case: Case, rng: random.Random) -> Planted | None:
    if len(case.listed) < 2:
        return None
    case.without(case.listed[-1])
    return Planted()


@fault("attachment missing", "ST107 ST114 FG404 ST113", "FG404 ST114")
def attachment(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    case.without(case.base.title, case.base.table)
    return Planted([case.listed[0]])


@fault("cover empty", "ST109", "ST115 FG405")
def cover(case: Case, rng: random.Random) -> Planted | None:
    if not case.cover:
        return None
    case.cover[0].text, case.cover[1].text = "部门（单位）名称：　　　　　（盖章）", "年   月   日"
    return Planted(list(case.cover))


@fault("sign-off empty", "ST110")
def signoff(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    sheet = rng.choice(case.sheets)
    if sheet.signoff is None:
        return None
    sheet.signoff.text = "填表人：        填报日期：           联系电话：             单位负责人签字："
    return Planted([sheet.signoff])


@fault("numbering broken", "ST105")
def numbering(case: Case, rng: random.Random) -> Planted | None:
    headings = list(case.headings.values())
    at = rng.randrange(2, len(headings))
    before = headings[at - 1].text.split("、", 1)[0]
    headings[at].text = f"{before}、{headings[at].text.split('、', 1)[1]}"
    return Planted([headings[at]])


@fault("projects without a table", "FG404 ST114", "ST107 ST108")
def no_sheet(case: Case, rng: random.Random) -> Planted | None:
    if len(case.sheets) < 3:
        return None
    sheet = case.sheets.pop()
    case.without(sheet.title, sheet.table, sheet.signoff or sheet.title)
    return Planted()


@fault("wrong supervising department", "ST112")
def supervisor(case: Case, rng: random.Random) -> Planted | None:
    found = [s for s in case.sheets if s.supervisor]
    if not found:
        return None
    cell = rng.choice(found).supervisor
    if cell is None:
        return None
    cell.text = case.unit[:3] + "财政局"
    return Planted([cell])


@fault("name of the unit", "FG405 ST115")
def unit_name(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    cell = case.sheets[0].table.rows[0][1]
    cell.text = rng.choice(["临江县住房和城乡建设局", "海棠区卫生健康局"])
    return Planted([cell])


@fault("year of a table", "FG406 ST116")
def table_year(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    title = rng.choice([s.title for s in case.sheets])
    title.text = title.text.replace(str(case.year), str(case.year - 1))
    return Planted([title])


@fault("problems without causes", "TX111 TX112", "TX114 TX115")
def no_causes(case: Case, rng: random.Random) -> Planted | None:
    if not case.problems:
        return None
    texts = ["1、预算编制不够精细。", "2、绩效管理有待加强。", "3、资产管理需要加强。"]
    for para, text in zip(case.problems, texts, strict=True):
        para.text = text
    return Planted([*case.problems, case.headings["存在的问题及原因分析"]])


@fault("measures that answer no problem", "TX114")
def unanswered(case: Case, rng: random.Random) -> Planted | None:
    if not case.measures:
        return None
    texts = ["1、加强党风廉政建设。", "2、改善职工食堂伙食。", "3、丰富职工文体活动。"]
    for para, text in zip(case.measures, texts, strict=True):
        para.text = text
    return Planted(
        [*case.measures, *case.problems, case.headings["下一步改进措施"], case.headings["存在的问题及原因分析"]]
    )


@fault("only money asked for", "TX113", "TX111 TX112")
def only_money(case: Case, rng: random.Random) -> Planted | None:
    if not case.problems:
        return None
    case.problems[0].text, case.measures[0].text = "1、资金不足。", "1、加大资金投入。"
    case.without(*case.problems[1:], *case.measures[1:])
    return Planted(
        [case.problems[0], case.measures[0], case.headings["下一步改进措施"], case.headings["存在的问题及原因分析"]]
    )


@fault("paragraph repeated", "TX125", "FG313 ST118")
def repeated(case: Case, rng: random.Random) -> Planted | None:
    said = rng.choice(case.said)
    one, two = Para(rng.choice(_LONG)), Para("")
    two.text = one.text
    case.after(said, one, Para("单位按月向党组汇报支出进度。"), two)
    return Planted([one, two])


@fault("goal copied from another project", "TX126", "TX110")
def copied_goal(case: Case, rng: random.Random) -> Planted | None:
    if len(case.sheets) < 3:
        return None
    one, two = case.sheets[1], case.sheets[2]
    for mine, theirs in zip(two.goal, one.goal, strict=True):
        mine.text = theirs.text
    return Planted([*one.goal, *two.goal])
