"""A small invented audit, built by hand, so that writers are tested apart from reading and rules."""

from decimal import Decimal

import pytest

from jixiao.law import load
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Appraisal, Field, Indicator, Target
from jixiao.model.audit import Audit, Unchecked
from jixiao.model.document import Document, Table, Unread, cell, paragraph
from jixiao.model.fact import Context, Fact
from jixiao.model.finding import Finding, Fix, NotChecked, Rule
from jixiao.model.relation import Relations, Share
from jixiao.model.report import FormMatch, Report, Section
from jixiao.model.score import Points, Scores, SheetScore, Trace


def make_rule(code, title, title_en, message, message_en, severity="error", cite="arithmetic"):
    return Rule(
        code,
        code.lower(),
        "figures",
        title,
        title_en,
        {"": (message, message_en)},
        cite,
        severity,
        2018,
        None,
        f"{title}。",
        (),
        list,
    )


RULES = (
    make_rule(
        "FG203", "占比与金额不符", "Stated share differs from the amounts",
        "{part}占{whole}应为{expected}，写成了{found}", "{part} is {expected} of {whole}, stated as {found}",
    ),
    make_rule(
        "SC123", "反向指标已完成却被扣分", "Points taken although met",
        "应得满分{expected}，写成了{found}", "should be {expected}, stated as {found}", cite="cn.caiyu-2020-10#16",
    ),
    make_rule("TX106", "笔误", "Slip of the pen", "“{found}”应为“{expected}”", "{found} should be {expected}", "warning"),
    make_rule("ST110", "签字栏未填写", "Sign-off is empty", "单位负责人没有签字", "the head has not signed", "info"),
)  # fmt: skip


def place_of(words, quote):
    start = words.text.index(quote)
    return words.place(start, start + len(quote))


def amount(number, unit):
    return Amount(Decimal(number), unit, len(number.partition(".")[2]), number + unit)


@pytest.fixture
def document():
    blocks = [
        paragraph(1, "2023年度某某局整体支出绩效自评报告", lines=((0, 1),)),
        paragraph(2, "一、支出情况", lines=((0, 3),)),
        paragraph(
            3,
            "全年支出合计846.2万元，全部用于机关运转和专项工作，严格执行预算管理制度，按照例行节约的原则使用资金，项目支出533.7万元，占总支出的66.07%，其余为基本支出。",
            lines=((0, 4),),
        ),
        paragraph(4, "2023年度部门整体支出绩效自评表", lines=((0, 6),)),
    ]
    heads = [
        cell(5, 1, n, text, lines=((0, 6 + n),))
        for n, text in enumerate(("指标", "指标值", "实际值", "分值", "得分"), 1)
    ]
    row = [
        cell(5, 2, n, text, lines=((0, 12 + n),))
        for n, text in enumerate(("财政资金支出", "≤900万元", "846.2万元", "10", "9.4"), 1)
    ]
    wide = cell(5, 3, 1, "合计", columns=4, lines=((0, 19),))
    total = cell(5, 3, 5, "9.4", lines=((0, 20),))
    blocks += [Table.of(5, [*heads, *row, wide, total]), paragraph(6, "单位负责人签字：", lines=((0, 22),))]
    return Document("报告.txt", "txt", "0" * 64, tuple(blocks), (Unread("revisions", "有修订痕迹", "tracked changes"),))


@pytest.fixture
def audit(document):
    text, table, sign = document.blocks[2], document.blocks[4], document.blocks[5]
    share, part, whole = (place_of(text, quote) for quote in ("66.07%", "533.7万元", "846.2万元"))
    facts = (
        Fact("total_expenditure", Context(2023, "final"), amount("846.2", "万元"), whole),
        Fact("project_expenditure", Context(2023, "final"), amount("533.7", "万元"), part),
    )
    stated = Fact("", Context(2023), amount("66.07", "%"), share)
    fields = {
        name: Field(table.at(2, n).text, table.at(2, n).place())
        for n, name in enumerate(("name", "target", "actual", "weight", "score"), 1)
    }
    indicator = Indicator(goal=Target("<=", amount("900", "万元"), None, "≤900万元"), **fields)
    sheet = Appraisal(
        "department",
        None,
        table.at(1, 1).place(),
        5,
        indicators=(indicator,),
        total_score=Field("9.4", table.at(3, 5).place()),
    )
    report = Report(
        document,
        FormMatch("cn/department", "department", "CN-2020", "标题“整体支出绩效自评报告”"),
        Field("某某局", document.blocks[0].place(7, 10)),
        2023,
        sections=(Section("spending", "一", "支出情况", 1, document.blocks[1].place(), (text,)),),
        facts=facts,
        relations=Relations((Share(stated, facts[1], facts[0], share),)),
        appraisals=(sheet,),
    )
    trace = (Trace("不高于指标值得满分", (("指标值", "900"), ("完成值", "846.2")), "10", "cn.caiyu-2020-10#16"),)
    points = Points(Decimal(10), Decimal(10), Decimal(10), Decimal(10), met=True, ratio=Decimal("94.02"), trace=trace)
    scores = Scores(
        "CN-2020",
        "abcdef123456",
        (SheetScore(sheet, None, ((indicator, points),), Decimal("9.4"), Decimal(10), "优", ()),),
    )
    findings = (
        Finding("TX106", "warning", (place_of(text, "例行节约"),), "厉行节约", "例行节约"),
        Finding(
            "FG203",
            "error",
            (share, part, whole),
            "63.07%",
            "66.07%",
            Fix(share, "63.07%"),
            {"part": "533.7万元", "whole": "846.2万元"},
        ),
        Finding("SC123", "error", (table.at(2, 5).place(), table.at(2, 2).place()), "10", "9.4"),
        Finding("ST110", "info", (sign.place(8, 8),)),
    )
    unchecked = (Unchecked("FG203", NotChecked("没有基础数据表", "no base table")),)
    return Audit(report, scores, findings, unchecked, RULES, load("CN-2020").citations)


@pytest.fixture
def unreadable():
    note = Unread("encrypted", "文件有密码，没有读取", "the file is encrypted", fatal=True)
    report = Report(Document("密.docx", "docx", "1" * 64, unread=(note,)), FormMatch("", "", "", ""))
    return Audit(report, Scores("CN-2020", "abcdef123456", ()), (), (), RULES, load("CN-2020").citations)
