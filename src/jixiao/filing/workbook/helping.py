"""填写说明 as a sheet: how to fill in, what the colours and signs mean, how to refer to a figure."""

from __future__ import annotations

from jixiao.filing.workbook import hints
from jixiao.filing.workbook.pen import Pen
from jixiao.filing.workbook.plan import GAP, HELP
from jixiao.forms import Form
from jixiao.model.filing import Filing

_WIDTHS = (22, 100)
_A_LINE, _LINE = 62, 16
_PAGE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "怎么填",
        (
            ("先后", "基础数据 → 部门自评表 → 项目1、项目2… → 各章文字。每个数只填一次，合计、比例、执行率、得分都由系统算。"),
            ("颜色", "黄色格填写；绿色格是公式，自动算出；灰色格不填；橙色表示合计对不上，或数字写成了文字、合计里没有算进去。"),
            ("单位", "金额一律是万元，人数是人，面积是平方米。写成 1107.5万元、1,107.50、１１０７．５ 都能读懂；写成元的会换算并列出来请你核对。"),
            ("没有的", "没有发生的留空，或写“—”。0 表示确实是零，会照样印出来。"),
            ("粘贴", "可以从别的表整块粘贴，建议用“选择性粘贴—数值”，这样不会盖掉颜色和下拉列表。"),
            ("加行、加项目", "指标、明细、段落不够就插入行。要加项目，右键“项目1”标签，“移动或复制”，勾选“建立副本”。多出来的空行、空表不用删。"),
            ("填完以后", "运行 jixiao read 本工作簿：所有问题一次列出；加 --mark 另存一份，错的格标红并有批注，问题汇总在“错误信息”表里。"),
        ),
    ),
    (
        "指标怎么写",
        (
            ("符号", "≥ 不低于；≤ 不超过；= 等于；> 高于；< 低于；定性：用文字说的，如提升、优化。"),
            ("指标值、完成值", "定量的只写数，单位写在“计量单位”里，如 ≥ | 30 | 59.49 | 万件。也可以整个写在一格：≥30万件。范围写成 80%-90%。"),
            ("百分比", "写 98%，或写 98 并在计量单位里写 %。"),
            ("完成等次", "只有定性指标要选：达成、部分达成、未达成；再在该档的分数范围内填自定得分。"),
            ("自定得分", "定量指标的得分由系统算，不用填；单位自己要扣分的才填，并在偏差原因里说明。"),
        ),
    ),
    (
        "怎样引用填过的数",
        (
            ("写法", "在各章文字、指标值、完成值里写花括号：{项目支出} 印出本年决算数和单位。"),
            ("哪一栏", "{项目支出:预算}、{项目支出:上年}；{年度资金总额:年初预算数}、{年度资金总额:全年执行数}。不写就是本年决算数。"),
            ("项目", "在项目表里写 {本项目:全年执行数}、{本项目:年初预算数}；在别处写项目或明细的名称：{行政审批专项}。"),
            ("好处", "数改了，引用它的地方跟着改，正文和表不会对不上。名称写错会列为错误，并给出最接近的名称。"),
        ),
    ),
)  # fmt: skip


def write(book: object, form: Form, filing: Filing) -> None:
    """The sheet."""
    pen = Pen(book, HELP, "help", _WIDTHS)
    pen.text(2, f"{filing.year}年度{form.title}　填报工作簿", "title")
    pen.down(height=32)
    pen.text(2, "单位", "label")
    pen.text(3, filing.unit or "（在“基础数据”里填写）", "label")
    pen.down(height=20)
    pen.text(2, "格式", "label")
    pen.text(3, f"{form.title}（{form.path}）", "label")
    pen.down(height=20)
    rules = tuple(
        (words.partition("：")[0].partition("（")[0], words.partition("：")[2])
        for words in (hints.weights(form), hints.execution(form), hints.quantitative(form), hints.qualitative(form))
    )
    for title, rows in (*_PAGE, ("得分的依据", rules), ("未核实的部分", tuple(_unverified(form)))):
        if rows:
            _block(pen, title, rows)


def _block(pen: Pen, title: str, rows: tuple[tuple[str, str], ...]) -> None:
    pen.key(GAP)
    pen.down(height=8)
    pen.text(2, title, "section")
    pen.down(height=22)
    for label, words in rows:
        pen.text(2, label, "label")
        pen.text(3, words, "body", border=1, border_color="#A6A6A6")
        pen.down(height=_LINE * (len(words) // _A_LINE + 1) + 4)


def _unverified(form: Form) -> list[tuple[str, str]]:
    """What of the form rests on no text that was read."""
    names = {"tables": "表样", "rubric": "考核评分表", "required": "必备章节", "weights": "分值", "classes": "指标类别"}
    return [(names.get(key, key), words) for key, words in form.unverified.items()]
