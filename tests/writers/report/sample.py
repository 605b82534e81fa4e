"""A small Manuscript by hand: every style, both directions of the page, merged cells, figures in text and table, a chart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.model.chart import Chart, Series
from jixiao.model.figure import Figure, Formula
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece, Run, Slot

UNIT = "岳阳市君山区行政审批服务局"
DATA = '{"date":"2024-05-30","unit":"岳阳市君山区行政审批服务局","year":2023}'


def figure(identity: str, name: str, text: str, unit: str = "万元", formula: Formula | None = None) -> Figure:
    """A figure whose value is its text where that is a number."""
    number = text.replace(".", "", 1).lstrip("-").isdigit()
    return Figure(identity, name, text, unit, Decimal(text) if number else None, formula)


FIGURES = {
    one.id: one
    for one in (
        figure("establishment", "编制数", "36", "人"),
        figure("staff", "实际在职人数", "36", "人"),
        figure("staff_rate", "控制率", "100", "%", Formula("rate", ("staff", "establishment"))),
        figure("reception.last", "公务接待费（2022年决算数）", "0.51"),
        figure("reception.budget", "公务接待费（2023年预算数）", "1"),
        figure("reception.final", "公务接待费（2023年决算数）", "0.97"),
        figure("vehicle.final", "公车运行维护费（2023年决算数）", ""),
        figure("staff_cost.final", "人员经费（2023年决算数）", "204.87"),
        figure("public_cost.final", "公用经费（2023年决算数）", "16.8"),
        figure(
            "basic_expenditure.final", "基本支出（2023年决算数）", "221.67",
            formula=Formula("sum", ("staff_cost.final", "public_cost.final")),
        ),
        figure("items.1.final", "业务工作经费（2023年决算数）", "470"),
        figure("items.2.final", "行政审批专项（2023年决算数）", "262.5"),
        figure("items.3.final", "其他资金（2023年决算数）", "153.33"),
        figure(
            "project_expenditure.final", "项目支出（2023年决算数）", "885.83",
            formula=Formula("sum", ("items.1.final", "items.2.final", "items.3.final")),
        ),
        figure("year_funds.initial", "年度资金总额（年初预算数）", "1179.7"),
        figure("year_funds.adjusted", "年度资金总额（全年预算数）", "1107.5"),
        figure(
            "year_funds.executed", "年度资金总额（全年执行数）", "1107.5",
            formula=Formula("sum", ("basic_expenditure.final", "project_expenditure.final")),
        ),
        figure(
            "project_expenditure.share", "项目支出占总支出的比重", "79.98", "%",
            Formula("rate", ("project_expenditure.final", "year_funds.executed")),
        ),
        figure(
            "department.execution.rate", "部门整体执行率", "100", "%",
            Formula("rate", ("year_funds.executed", "year_funds.adjusted")),
        ),
        figure("department.execution.score", "部门整体执行率得分", "10", "分"),
        figure("department.indicators.1.target", "大厅受理办件数量年度指标值", "≥30万件", ""),
        figure("department.indicators.1.actual", "大厅受理办件数量实际完成值", "59.49万件", ""),
        figure("department.indicators.1.score", "大厅受理办件数量得分", "5", "分"),
        figure("department.indicators.2.score", "财政资金支出得分", "10", "分"),
        figure("department.score", "部门自评总分", "100", "分"),
    )
}  # fmt: skip


def grid(
    identity: str, title: str, widths: tuple[float, ...], rows: Iterable[Iterable[str | Figure]], *, header: int = 1
) -> Grid:
    """A table from rows of words: ``<`` continues the cell to the left, ``^`` the one above."""
    table = [list(row) for row in rows]
    slots = []
    for r, row in enumerate(table):
        for c, cell in enumerate(row):
            if cell in ("<", "^"):
                continue
            right = next((n for n, other in enumerate(row[c + 1 :], 1) if other != "<"), len(row) - c)
            down = next((n for n, other in enumerate(table[r + 1 :], 1) if other[c] != "^"), len(table) - r)
            role = "head" if r < header else "empty" if cell == "" else "label" if c == 0 else "value"
            align = "left" if role == "label" else "center"
            slots.append(Slot(r + 1, c + 1, (cell,) if cell else (), down, right, role, align))
    return Grid(identity, title, widths, tuple(slots), header)


def _line(style: str, *runs: Run, number: str = "", section: str = "", origin: str = "") -> Line:
    return Line(style, runs, number, section, origin)


def _text() -> list[Piece]:
    f = FIGURES
    return [
        _line("cover", "2023年度岳阳市君山区部门整体支出绩效自评报告"),
        _line("cover", f"部门（单位）名称：{UNIT}（盖章）"),
        _line("cover", "2024年5月30日"),
        Break(),
        _line("title", f"2023年度{UNIT}整体支出绩效自评报告"),
        _line("heading1", "部门（单位）基本情况", number="一、", section="overview"),
        _line("heading2", "整体支出规模", number="（一）", section="overview_spending"),
        _line(
            "body", "2023年度支出合计", f["year_funds.executed"], "，其中基本支出", f["basic_expenditure.final"], "，项目支出",
            f["project_expenditure.final"], "，占总支出的", f["project_expenditure.share"], "。", section="overview_spending",
        ),
        _line("heading3", "人员经费", number="1."),
        _line("body", "人员经费", f["staff_cost.final"], "，公用经费", f["public_cost.final"], "。", origin="texts.basic"),
        _line("heading4", "三公经费", number="（1）"),
        _line("body", "公务接待费", f["reception.final"], "，比预算", f["reception.budget"], "少0.03万元。\n第二行。"),
        Chart(
            "funds", "column", "三年公务接待费", "万元", ("2022年决算", "2023年预算", "2023年决算"),
            (
                Series("公务接待费", (f["reception.last"], f["reception.budget"], f["reception.final"])),
                Series("公车运行维护费", (None, None, f["vehicle.final"])),
            ),
            "公务接待费2022年决算0.51万元，2023年预算1万元，决算0.97万元。",
        ),
        Chart(
            "execution", "bar", "项目支出各项", "万元", ("业务工作经费", "行政审批专项", "其他资金"),
            (Series("2023年决算数", (f["items.1.final"], f["items.2.final"], f["items.3.final"])),),
            "业务工作经费470万元，行政审批专项262.5万元，其他资金153.33万元。",
        ),
        _line("heading1", "存在的问题及原因分析", number="二、", section="problems"),
        _line("body", "年初预算", f["year_funds.initial"], "与实际需要有差距。<&>\"'", section="problems"),
        _line("attachments", "附件：1.部门整体支出绩效评价基础数据表"),
        _line("date", "2024年5月30日"),
    ]  # fmt: skip


def _base() -> Grid:
    f = FIGURES
    return grid(
        "base", "部门整体支出绩效评价基础数据表", (46, 36, 37, 37),
        [
            ["财政供养人员情况（人）", "编制数", "2023年实际在职人数", "控制率"],
            ["^", f["establishment"], f["staff"], f["staff_rate"]],
            ["经费控制情况（万元）", "2022年决算数", "2023年预算数", "2023年决算数"],
            ["三公经费", f["reception.last"], f["reception.budget"], f["reception.final"]],
            ["　其中：公车运行维护费", "", "", f["vehicle.final"]],
            ["项目支出", "", "", f["project_expenditure.final"]],
            ["　1、业务工作经费", "", "", f["items.1.final"]],
            ["　2、行政审批专项", "", "", f["items.2.final"]],
            ["　3、其他资金", "", "", f["items.3.final"]],
            ["厉行节约保障措施", "1、从严编制支出预算；\n2、少开会、开短会。", "<", "<"],
        ],
    )  # fmt: skip


def _sheet() -> Grid:
    f = FIGURES
    return grid(
        "department_sheet", "部门整体支出绩效自评表", (14, 18, 18, 34, 18, 18, 10, 10, 16),
        [
            ["部门名称", "<", UNIT, "<", "<", "<", "<", "<", "<"],
            ["年度预算申请（万元）", "", "<", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["^", "年度资金总额", "<", f["year_funds.initial"], f["year_funds.adjusted"], f["year_funds.executed"], "10",
             f["department.execution.rate"], f["department.execution.score"]],
            ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
            ["^", "产出指标\n（15分）", "数量指标", "大厅受理办件数量", f["department.indicators.1.target"],
             f["department.indicators.1.actual"], "5", f["department.indicators.1.score"], "目标值沿用旧口径"],
            ["^", "^", "成本指标", "财政资金支出", "≤1179.7万元", "1107.5万元", "10", f["department.indicators.2.score"], ""],
            ["总分", "<", "<", "<", "<", "<", "100", f["department.score"], ""],
        ],
        header=0,
    )  # fmt: skip


def _rubric() -> Grid:
    rows = [
        [str(n), f"考核内容第{n}项", "内容完整、数据准确的得5分，每缺一处扣0.5分，扣完为止。", "5", "5"]
        for n in range(1, 31)
    ]
    return grid(
        "rubric",
        "绩效自评工作考核评分表",
        (12, 50, 130, 20, 22),
        [["序号", "考核内容", "评分标准", "分值", "得分"], *rows],
    )


def manuscript() -> Manuscript:
    """The sample."""
    return Manuscript(
        f"2023年度{UNIT}整体支出绩效自评报告",
        (
            *_text(),
            Break(),
            _line("caption", "2023年度部门整体支出绩效评价基础数据表"),
            _base(),
            _line("note", "说明：“项目支出”填写基本支出以外的全部项目支出。"),
            _line("signoff", "填表人：李示例　填报日期：2024年5月30日　联系电话：13900000000　单位负责人签字：王示例"),
            Break(),
            _line("caption", "2023年度部门整体支出绩效自评表"),
            _sheet(),
            Break(landscape=True),
            _line("caption", "绩效自评工作考核评分表"),
            _rubric(),
            Break(),
            _line("body", "全文完。"),
        ),
        FIGURES,
        DATA,
        properties={
            "title": f"2023年度{UNIT}整体支出绩效自评报告", "subject": "部门整体支出绩效自评", "unit": UNIT, "year": "2023",
            "form": "430000-hunan/430600-yueyang/department", "made": "2024-05-30",
        },
    )  # fmt: skip
