"""Units matched by name: the full name, the short one, with and without its region; what is not sure is told, not guessed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from jixiao.batch.inputs import NotInput, items, units
from jixiao.batch.inputs.units import Register, Turnout, Unit

NAMES = (
    "岳阳市君山区行政审批服务局", "岳阳市君山区财政局", "岳阳市君山区发展和改革局", "岳阳市君山区市场监督管理局",
    "岳阳市君山区人力资源和社会保障局", "岳阳市君山区教育体育局", "岳阳市君山区公安交通管理局", "岳阳市君山区良心堡镇人民政府",
    "岳阳市君山区柳林洲街道办事处", "中共岳阳市君山区委办公室", "岳阳市君山区人民代表大会常务委员会办公室",
    "岳阳市君山区城市管理和综合执法局", "岳阳市君山区机关事务服务中心", "岳阳市君山区第一中学",
)  # fmt: skip
DISTRICT = Register(tuple(map(Unit, NAMES)))
PROVINCE = Register(
    tuple(
        Unit(f"{place}财政局")
        for place in ("岳阳市", "岳阳市君山区", "岳阳市岳阳楼区", "长沙市", "长沙市岳麓区", "湘阴县")
    )
)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("岳阳市君山区行政审批服务局", "岳阳市君山区行政审批服务局"),
        ("岳阳市君山区行政审批服务局（盖章）", "岳阳市君山区行政审批服务局"),
        (" 岳阳市 君山区 行政审批服务局 ", "岳阳市君山区行政审批服务局"),
        ("湖南省岳阳市君山区财政局机关", "岳阳市君山区财政局"),
        ("君山区行政审批局", "岳阳市君山区行政审批服务局"),
        ("区行政审批服务局", "岳阳市君山区行政审批服务局"),
        ("行政审批局", "岳阳市君山区行政审批服务局"),
        ("君山财政局", "岳阳市君山区财政局"),
        ("区发改局", "岳阳市君山区发展和改革局"),
        ("市场监督管理局", "岳阳市君山区市场监督管理局"),
        ("区市场监管局", "岳阳市君山区市场监督管理局"),
        ("市监局", "岳阳市君山区市场监督管理局"),
        ("人社局", "岳阳市君山区人力资源和社会保障局"),
        ("教体局", "岳阳市君山区教育体育局"),
        ("良心堡镇政府", "岳阳市君山区良心堡镇人民政府"),
        ("君山区良心堡镇", "岳阳市君山区良心堡镇人民政府"),
        ("柳林洲街道", "岳阳市君山区柳林洲街道办事处"),
        ("君山区委办", "中共岳阳市君山区委办公室"),
        ("区人大办", "岳阳市君山区人民代表大会常务委员会办公室"),
        ("城管局", "岳阳市君山区城市管理和综合执法局"),
        ("机关事务中心", "岳阳市君山区机关事务服务中心"),
    ],
)
def test_a_unit_is_known_by_the_names_that_are_used_for_it(name: str, unit: str):
    match = DISTRICT.of_text(name)
    assert match.unit == unit
    assert 0.8 < match.confidence <= 1
    assert match.reason
    assert match.reason_en


@pytest.mark.parametrize(
    "name",
    [
        "岳阳市行政审批局",  # of the city, not of its district
        "岳阳楼区财政局",  # of the district beside
        "公安局",  # not 公安交通管理局
        "教育局",
        "管理局",
        "政府",
        "第二中学",
        "君山区",
        "局",
        "",
        "自评报告",
        "\x00\ufffd",
    ],
)
def test_what_may_be_another_unit_is_none(name: str):
    match = DISTRICT.of_text(name)
    assert not match.unit
    assert match.reason


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("岳阳市财政局", "岳阳市财政局"),
        ("岳麓区财政局", "长沙市岳麓区财政局"),
        ("湘阴县财政局", "湘阴县财政局"),
        ("县财政局", "湘阴县财政局"),
    ],
)
def test_the_region_tells_units_of_one_kind_apart(name: str, unit: str):
    assert PROVINCE.of_text(name).unit == unit


@pytest.mark.parametrize("name", ["财政局", "区财政局", "市财政局"])
def test_what_may_be_several_is_told_with_their_names(name: str):
    match = PROVINCE.of_text(name)
    assert not match.unit
    assert len(match.candidates) > 1
    assert all(unit in match.reason for unit in match.candidates)


def test_the_column_of_regions_tells_short_names_apart():
    register = Register((Unit("财政局", region="君山区"), Unit("财政局本级", region="岳阳楼区")))
    assert register.of_text("岳阳市君山区财政局").unit == "财政局"
    assert register.of_text("岳阳楼区财政局").unit == "财政局本级"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("君山区行政审批局2023年度部门整体支出绩效自评报告（定稿）.docx", "岳阳市君山区行政审批服务局"),
        ("01-区财政局-自评报告.docx", "岳阳市君山区财政局"),
        ("发改局/附件2 自评表.xlsx", "岳阳市君山区发展和改革局"),
        ("全县.zip/良心堡镇/报告.docx", "岳阳市君山区良心堡镇人民政府"),
        ("财政局 项目支出绩效自评表-农村危房改造.docx", "岳阳市君山区财政局"),
        ("发改局/财政局自评报告.docx", "岳阳市君山区财政局"),  # the file's own name before its folder's
        ("财政局、发改局自评报告.docx", ""),
        ("报告.docx", ""),
    ],
)
def test_a_file_tells_its_unit_by_its_name(name: str, unit: str):
    assert DISTRICT.of_name(name).unit == unit


def test_items_carry_the_unit_that_their_name_gives_away(tmp_path: Path):
    (tmp_path / "区财政局自评.docx").write_bytes(b"x")
    (tmp_path / "报告.docx").write_bytes(b"x")
    found = items([str(tmp_path)], spool=tmp_path / "结果" / ".spool", register=DISTRICT)
    assert [(item.name, item.unit) for item in found] == [
        ("区财政局自评.docx", "岳阳市君山区财政局"),
        ("报告.docx", ""),
    ]


def test_the_turnout_says_who_has_sent_what():
    turnout = Turnout(DISTRICT)
    assert turnout.add("b.docx", "岳阳市君山区财政局", "区财政局").unit == "岳阳市君山区财政局"
    turnout.add("a.docx", "岳阳市君山区财政局", "")
    turnout.add("c.docx", "", "君山区发改局")
    turnout.add("d.docx", "岳阳市君山区财政局", "君山区发改局")
    turnout.add("e.docx", "", "某某县某某局")
    turnout.add("f.docx", "", "")
    states = {line.unit.name: (line.state, line.reports) for line in turnout.lines()}
    assert list(states) == list(NAMES)
    assert states["岳阳市君山区财政局"] == ("several", ("a.docx", "b.docx"))
    assert states["岳阳市君山区发展和改革局"] == ("sent", ("c.docx",))
    assert states["岳阳市君山区第一中学"] == ("missing", ())
    strange = dict(turnout.strange())
    assert list(strange) == ["d.docx", "e.docx", "f.docx"]
    assert strange["d.docx"].candidates == ("岳阳市君山区财政局", "岳阳市君山区发展和改革局")


HEAD = "序号,预算单位名称,单位代码,主管部门,所属地区\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_in_a_text_file_is_read_with_its_columns(tmp_path: Path, encoding: str):
    path = tmp_path / "名单.csv"
    path.write_bytes(
        (HEAD + "1,区财政局,101001,区政府,君山区\n2,区发改局,102001,,君山区\n合计,2个,,,\n").encode(encoding)
    )
    assert units.read(str(path)).units == (
        Unit("区财政局", "101001", "区政府", "君山区"),
        Unit("区发改局", "102001", "", "君山区"),
    )


def test_a_list_in_a_workbook_is_read_with_its_columns(tmp_path: Path):
    book = Workbook()
    book.active.append(["2023年度应报送单位名单"])
    book.active.append(["序号", "单位名称", "单位编码", "主管部门"])
    book.active.append([1, "君山区财政局", "101001", "君山区人民政府"])
    book.active.append([2, "君山区发改局", "102001", "君山区人民政府"])
    path = tmp_path / "名单.xlsx"
    book.save(path)
    assert [(unit.name, unit.code, unit.parent) for unit in units.read(str(path)).units] == [
        ("君山区财政局", "101001", "君山区人民政府"),
        ("君山区发改局", "102001", "君山区人民政府"),
    ]


def test_a_list_of_names_alone_will_do(tmp_path: Path):
    (tmp_path / "名单.txt").write_text("区财政局\n区发改局\n区发改局\n", "utf-8")
    assert [unit.name for unit in units.read(str(tmp_path / "名单.txt")).units] == ["区财政局", "区发改局"]


def _broken_book() -> bytes:
    held = io.BytesIO()
    Workbook().save(held)
    return held.getvalue()[:900]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.csv", b""),
        ("数.csv", b"1,2,3\n4,5,6\n"),
        ("头.csv", HEAD.encode()),
        ("断.xlsx", _broken_book()),
        ("乱.xlsx", bytes(range(256)) * 9),
        ("没有.xlsx", None),
    ],
)
def test_a_list_that_is_none_is_said_in_both_languages(tmp_path: Path, name: str, data: bytes | None):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(NotInput) as refusal:
        units.read(str(path))
    assert name in refusal.value.message
    assert name in refusal.value.message_en
