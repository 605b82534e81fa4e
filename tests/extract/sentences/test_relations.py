"""What sentences claim: shares, changes, sums, rates. Written as reports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.extract.sentences import relations_of
from jixiao.model.document import Document, paragraph


def claims(text, year=2023):
    blocks = tuple(paragraph(i, line) for i, line in enumerate(text.split("\n"), 1))
    relations, _ = relations_of(Document("t", "txt", "", blocks), (), year)
    return relations


def facts(text, year=2023):
    blocks = tuple(paragraph(i, line) for i, line in enumerate(text.split("\n"), 1))
    facts = relations_of(Document("t", "txt", "", blocks), (), year)[1]
    return {(f.concept, f.context.stage, f.context.year): f.amount.text for f in facts}


def words(fact):
    return fact and fact.amount.text


def shares(text):
    return [(words(s.part), words(s.whole), words(s.stated)) for s in claims(text).shares]


def changes(text):
    return [
        (words(c.current), words(c.base), words(c.difference), words(c.rate), c.direction) for c in claims(text).changes
    ]


def sums(text):
    return [(words(b.total), [words(p) for p in b.parts]) for b in claims(text).breakdowns]


def rates(text):
    return [(words(c.actual), words(c.base), words(c.rate)) for c in claims(text).completions]


def test_share_of_a_named_whole():
    assert shares(
        "整体支出1107.5万元，其中基本支出221.67万元，占总支出的20%，人员支出204.87万元，占基本支出的92.42%。"
    ) == [
        ("221.67万元", "1107.5万元", "20%"),
        ("204.87万元", "221.67万元", "92.42%"),
    ]


def test_share_of_what_a_list_breaks_down():
    assert shares("本年收入合计100万元，其中：财政拨款收入90万元，占90%；其他收入10万元，占10%。") == [
        ("90万元", "100万元", "90%"),
        ("10万元", "100万元", "10%"),
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("基本支出预算40万元。工资福利支出预算30万元，占基本支出预算75%。", ("30万元", "40万元", "75%")),
        ("政府采购预算40万元。按类型分，货物类30万元，占政府采购预算75%。", ("30万元", "40万元", "75%")),
        ("授予中小企业合同30万元，占政府采购支出总额40万元的75%。", ("30万元", "40万元", "75%")),
    ],
)
def test_share_of_a_whole_with_its_stage_or_its_amount(text, share):
    assert shares(text) == [share]


def test_share_in_brackets_is_of_the_list_or_of_what_the_concept_is_part_of():
    assert shares("本年收入100万元，包括财政拨款收入90万元（90%）和其他收入10万元（10%）。") == [
        ("90万元", "100万元", "90%"),
        ("10万元", "100万元", "10%"),
    ]
    assert shares("基本支出36.7万元（占36.7%），项目支出63.3万元，支出合计100万元。") == [
        ("36.7万元", "100万元", "36.7%")
    ]
    assert shares("已支付80万元（92%）。") == []


def test_control_rate_is_of_the_establishment():
    assert rates("核定编制108名，年末在职104人，在职人员控制率96.30%。") == [("104人", "108名", "96.30%")]


def test_share_in_what_was_said_before():
    text = "“三公”经费支出20.5万元。“三公”经费支出决算中，公务接待费5万元，占24.39%。"
    assert shares(text) == [("5万元", "20.5万元", "24.39%")]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (
            "公务接待费1.38万元，比上年1.47万元减少0.09万元，下降6.1%。",
            ("1.38万元", "1.47万元", "0.09万元", "6.1%", -1),
        ),
        ("公务接待费1.38万元，比2022年减少0.09万元，下降6.12%。", ("1.38万元", None, "0.09万元", "6.12%", -1)),
        (
            "收、支总计均为300万元。与2022年相比，收、支总计各增加20万元，增长7.14%。",
            ("300万元", None, "20万元", "7.14%", 1),
        ),
        ("“三公经费”预算1万元，实际开支0.97万元，节约预算0.03万元。", ("0.97万元", "1万元", "0.03万元", None, -1)),
        ("培训费62.4万元，年初预算63.1万元，决算数大于预算数。", ("62.4万元", "63.1万元", None, None, 1)),
        ("支出决算62万元，年初预算60万元，决算数大于预算数2万元。", ("62万元", "60万元", "2万元", None, 1)),
        ("会议费年初预算3万元，全年支出2.4万元，比预算减少0.6万元。", ("2.4万元", "3万元", "0.6万元", None, -1)),
        ("会议费与上年持平。", (None, None, None, None, 0)),
        ("本年预算25万元，上年0万元，增加100%。", ("25万元", "0万元", None, "100%", 1)),
        ("农村居民收入18560元，同比增长8.1%。", ("18560元", None, None, "8.1%", 1)),
        ("办公费2.4万元，按同口径同比减少0.6万元，下降20%。", ("2.4万元", None, "0.6万元", "20%", -1)),
        ("公用经费比上年多3.2万元。", (None, None, "3.2万元", None, 1)),
        (
            "会议费决算3.1万元，完成预算4万元的77.5%，比上年决算数增加0.6万元，增长24%。",
            ("3.1万元", None, "0.6万元", "24%", 1),
        ),
        ("培训费1.2万元，较上年1.16增加0.04万元。", ("1.2万元", "1.16", "0.04万元", None, 1)),
        ("差旅费决算0.8万元，预算1万元，差值为0.2万元。", ("0.8万元", "1万元", "0.2万元", None, None)),
        ("办公费2.4万元，比上年减少0.6万元，减少率20%。", ("2.4万元", None, "0.6万元", "20%", -1)),
    ],
)
def test_change(text, change):
    assert changes(text) == [change]


def test_what_is_named_before_the_base_is_what_changed():
    text = (
        "基本支出221.67万元，其中人员经费204.87万元，公用经费16.8万元。公用经费比上年20.4万元减少3.6万元，下降17.65%。"
    )
    assert changes(text) == [("16.8万元", "20.4万元", "3.6万元", "17.65%", -1)]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("比年初预算300万元增加15万元，增长5%。", ("315万元", "300万元", "15万元", "5%", 1)),
        ("比年初预算增加15万元，增长5%。", ("315万元", "300万元", "15万元", "5%", 1)),
        ("与年初预算持平。", ("315万元", "300万元", None, None, 0)),
    ],
)
def test_one_budget_held_against_another(text, change):
    said = "部门整体支出年初预算300万元，全年预算315万元，实际支出290万元。全年预算"
    assert changes(said + text) == [change]


def test_the_latest_year_is_the_current_one_where_no_title_tells():
    document = Document("t", "txt", "", (paragraph(1, "2021年会议费5万元，2022年会议费6万元，同比增加1万元。"),))
    (change,) = relations_of(document, (), None)[0].changes
    assert (words(change.current), words(change.base)) == ("6万元", "5万元")


def test_figures_of_a_change_stand_in_other_paragraphs():
    text = "2023年会议费预算3.2万元。\n2022年会议费决算2.7万元。\n2023年会议费较2022年增加0.5万元，增长18.52%。"
    assert changes(text) == [("3.2万元", "2.7万元", "0.5万元", "18.52%", 1)]


def test_figures_elsewhere_are_taken_only_where_it_is_clear_which():
    text = "甲中心会议费3.2万元。\n乙中心会议费2.7万元。\n会议费较上年增加0.5万元，增长40%。"
    assert changes(text) == [(None, None, "0.5万元", "40%", 1)]


def test_a_change_of_a_narrower_thing_is_not_held_against_the_concept():
    assert changes("项目支出50万元，信息化项目支出比上年增加5万元，增长25%。") == [(None, None, "5万元", "25%", 1)]


def test_reason_belongs_to_its_change_and_ends_where_the_next_begins():
    text = "接待费1万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少0.5万元，下降33.33%，主要原因是接待减少。"
    assert [c.reason for c in claims("预算2万元，" + text).changes] == ["厉行节约", "接待减少"]


@pytest.mark.parametrize(
    "text",
    [
        "不断提高服务水平，减少群众跑动。",
        "进一步压减一般性支出。",
        "2023年新增项目3个。",
        "满意度高于90%。",
        "提高到98%，办件量增加到3万件。",
    ],
)
def test_direction_words_that_claim_nothing(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "支出合计150万元，基本支出100万元，其中人员经费80万元，公用经费20万元；项目支出50万元。",
            "150万元",
            ["100万元", "50万元"],
        ),
        (
            "基本支出100万元（其中：人员经费80万元，公用经费20万元），项目支出50万元，支出合计150万元。",
            "150万元",
            ["100万元", "50万元"],
        ),
        (
            "三公经费决算10.12万元，预算12万元，其中：公务用车购置及运行维护费8.16万元，公务接待费1.89万元。",
            "10.12万元",
            ["8.16万元", "1.89万元"],
        ),
        ("支出总额为150万元，由基本支出100万元、项目支出50万元构成。", "150万元", ["100万元", "50万元"]),
        ("实施项目共14个，其中年初批复7个，年中新增8个。", "14个", ["7个", "8个"]),
        ("支出12.35万元，其中甲4.12万元、乙4.12万元、丙4.12万元。", "12.35万元", ["4.12万元"] * 3),
        ("在职人员81人，其中：行政23人，事业58人；离退休人员30人。", "81人", ["23人", "58人"]),
        ("编制9人，其中行政4人，事业5人；实有8人，其中行政3人，事业7人。", "8人", ["3人", "7人"]),
        ("印发手册投入3万元，培训投入5万元，合计7万元。", "7万元", ["3万元", "5万元"]),
        ("全年支出99万元。印发手册投入3万元，培训投入5万元，两项合计7万元。", "7万元", ["3万元", "5万元"]),
        (
            "支出9万元，其中：按功能分类科目，教育4万元，卫生5万元；按经济分类科目，工资6万元，办公4万元。",
            "9万元",
            ["6万元", "4万元"],
        ),
        (
            "一般公共预算安排三公经费决算数9万元，分项情况是：因公出国费2万元；接待费3万元；公车购置及运行费3万元。",
            "9万元",
            ["2万元", "3万元", "3万元"],
        ),
        ("固定资产80万元，其中房屋60万元，单价50万元以上的设备1台，价值15万元。", "80万元", ["60万元", "15万元"]),
        (
            "收入8万元，其中：本年收入6万元，主要是拨款4.5万元、专户1.5万元；上年结转2万元。",
            "8万元",
            ["6万元", "2万元"],
        ),
        (
            "费用5万元，其中：车辆4万元（购置1万元；维护3万元，比上年多1万元。）比上年多1万元，接待1万元。",
            "5万元",
            ["4万元", "1万元"],
        ),
    ],
)
def test_total_and_parts(text, total, parts):
    assert (total, parts) in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        "编制120人，实有人数118人，其中行政编制40人，事业编制80人。",
        "印发通知的得2分，包括范围、依据等的得6分，缺1项扣1分，最多扣6分。",
        "支出合计500万元，其中项目支出300万元。",
        "一般公共预算支出、政府性基金支出分别为100万元、50万元。",
        "一批9万元（其中工程8万元），二批5万元（其中工程4万元），合计15万元（其中工程12万元）。",
        "一般公共预算收入12亿元，其中税收收入8亿元；一般公共预算支出46亿元。",
        "收到补助52万元，其中：甲项目52万元，已支出38万元。",
        "年度资金总额： 0 0 0 10 0 其中：本年拨款 60 58.2 58.2 上年结转",
    ],
)
def test_no_sum_is_made_up(text):
    assert sums(text) == []


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "基本支出90万元，其中：\n人员经费70万元，主要是工资。\n公用经费16万元，主要是差旅费。",
            "90万元",
            ["70万元", "16万元"],
        ),
        (
            "基本支出90万元，其中：人员经费70万元，主要是工资。\n公用经费16万元，主要是差旅费。",
            "90万元",
            ["70万元", "16万元"],
        ),
        ("专项经费60万元，分别是：\n1.甲专项30万元；\n2.乙专项34万元。", "60万元", ["30万元", "34万元"]),
        (
            "基本支出比上年增加9万元，主要变动如下：\n（1）人员经费增加8万元。\n（2）公用经费增加2万元。",
            "9万元",
            ["8万元", "2万元"],
        ),
        (
            "财政拨款支出决算60万元，完成预算的90%，其中：\n1、教育支出（类）。\n支出决算为30万元。\n2、卫生支出（类）。\n支出决算为34万元。",
            "60万元",
            ["30万元", "34万元"],
        ),
        (
            "基本支出90万元，项目支出20万元。基本支出中：\n（1）工资福利支出70万元；\n（2）商品和服务支出26万元。",
            "90万元",
            ["70万元", "26万元"],
        ),
    ],
)
def test_total_and_parts_over_paragraphs(text, total, parts):
    assert (total, parts) in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        "接待费4万元，车辆费3万元，占43%。其中：\n1、接待费4万元，共30批。\n2、车辆费3万元，均为维护。",
        "专项经费60万元，完成以下工作，具体如下：\n1.培训30期。\n3.发放补助34万元。",
        "专项经费60万元，其中：\n1.甲专项30万元。\n本年还支付往年欠款34万元。",
    ],
)
def test_no_sum_is_made_up_over_paragraphs(text):
    assert sums(text) == []


def test_basic_and_project_spending_are_all_of_it_whatever_the_total_is_called():
    (breakdown,) = claims("累计支出150万元，包括基本支出100万元和项目支出40万元。").breakdowns
    assert breakdown.complete


def test_parts_of_a_difference_keep_their_signs():
    (breakdown,) = claims("支出增加10万元，其中人员经费增加15万元，公用经费减少5万元。").breakdowns
    assert breakdown.of_changes
    assert [p.amount.number for p in breakdown.parts] == [15, -5]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("年初预算为100万元，支出决算为90万元，完成年初预算的90%。", ("90万元", "100万元", "90%")),
        ("年初预算179.7万元，调整后221.7万元，执行221.7万元，执行率100%。", ("221.7万元", "221.7万元", "100%")),
        ("完成年初预算的94.7%（年初预算为0）。", (None, "0", "94.7%")),
        ("全年实际支出1903.4万元，预算执行率为97.11%。", ("1903.4万元", None, "97.11%")),
        ("会议费决算3.1万元，完成预算4万元的77.5%。", ("3.1万元", "4万元", "77.5%")),
        ("预算80万元，执行72万元，结余8万元，预算执行率90%。", ("72万元", "80万元", "90%")),
        ("收到补助资金80万元，已支付72万元，支付率95%。", ("72万元", "80万元", "95%")),
        ("“三公”经费预算8万元，实际支出6万元，控制率75%。", ("6万元", "8万元", "75%")),
        ("在职人员38人，编制40人，在职人员控制率95%。", ("38人", "40人", "95%")),
    ],
)
def test_completion(text, rate):
    assert rates(text) == [rate]


def test_after_a_list_the_total_is_talked_about_again():
    text = "年初预算1960万元，其中基本支出1200万元，项目支出760万元。全年实际支出1903.4万元，预算执行率为97.11%。"
    assert rates(text) == [("1903.4万元", "1960万元", "97.11%")]


def test_facts_carry_year_and_stage():
    assert facts("公务接待费预算3万元，决算2.5万元，上年2.8万元。") == {
        ("reception", "budget", 2023): "3万元",
        ("reception", "final", 2023): "2.5万元",
        ("reception", "final", 2022): "2.8万元",
    }


def test_a_factor_is_no_amount():
    assert claims("安排车辆运行费12万元（6辆×2万元），实际支出11.4万元，节约0.6万元。").restated == ()


def test_a_narrower_thing_is_not_the_concept():
    assert facts("信息化建设项目支出50万元。") == {}
    assert facts("会议费1万元，公务用车运行费类2万元。") == {("meeting", "final", 2023): "1万元"}
    assert facts("2023年度局机关及二级机构项目支出50万元。") == {("project_expenditure", "final", 2023): "50万元"}


@given(
    st.text(
        alphabet="占比上年预算决算增加减少其中，。；：（）、1234567890.%万元基本支出三公经费分别主要原因是持平",
        max_size=120,
    )
)
def test_no_sentence_breaks_it(text):
    claims(text)
