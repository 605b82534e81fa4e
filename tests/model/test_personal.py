import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.document import Document, Table, cell, paragraph
from jixiao.model.personal import covered, masked, personal_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("填表人：王小明  联系电话：13800001234", "填表人：王**  联系电话：138****1234"),
        ("手机 138 0000 1234，139-1234-5678", "手机 138 **** 1234，139-****-5678"),
        ("联系人：李 四 电话", "联系人：李 * 电话"),
        ("（经办人：欧阳小明）", "（经办人：欧***）"),
        ("联系人及电话：张三 13900001234", "联系人及电话：张* 139****1234"),
        ("经办人王小明18612345678", "经办人王**186****5678"),
        ("身份证号：11010519491231002X", "身份证号：11*************02X"),
        ("账号：18 6010 0104 0001 234。", "账号：** **** **** ***1 234。"),
        ("经办李小明，责任人王小明、", "经办李**，责任人王**、"),
        ("受助人张小明同志；责任人：陈小明。", "受助人张**同志；责任人：陈**。"),
        ("邮箱 zhangsan88@qq.com", "邮箱 zh********@qq.com"),
        ("家庭住址：柳林镇新河村3组12号", "家庭住址：柳林镇********"),
    ],
)
def test_personal_data_is_covered(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：0730-8690000；服务热线：12345；传真：（0730）8690001。",
        "合同金额13912345678元，项目编号13912345678901，发票号码：15012345678。",
        "统一社会信用代码：11430611MB1234567X；固定资产原值13,912,345.67元",
        "联系电话：139****5678，账号：****0018",
        "会计核算，出纳管理，负责人 签字，填表人 填报日期：2024年5月30日",
        "填表人：        填报日期：           联系电话：             单位负责人签字：",
        "联系人：办公室，经办人：财务股",
        "申请人满意，当事人陈述，责任人：办公室，由经办人审核。",
        "联系人周到服务，申请人张贴公告，经办江苏项目。",
        "本单位负责人重视，联系人民群众，填报人员共3人。",
    ],
)
def test_what_is_public_stays_as_it_is(text):
    assert masked(text) == text


@given(st.text(alphabet="填表联系人：王小明 1358026-X@q.cm账号身份证住址\n\f12", max_size=80))
def test_any_text_keeps_its_length_and_only_loses_characters_to_stars(text):
    shown = masked(text)
    assert len(shown) == len(text)
    assert all(b in (a, "*") for a, b in zip(text, shown, strict=True))


def test_names_in_the_cell_beside_their_label_and_in_a_column_of_persons():
    rows = [("联系人", "王小明", "联系电话"), ("姓名", "职务", "金额"), ("李四", "科长", "12"), ("合计", "", "12")]
    cells = [cell(2, r, c, text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)]
    document = Document("a.txt", "txt", "", (paragraph(1, "某某局"), Table.of(2, cells)))
    found = {words.text[item.start : item.end] for words, item in personal_in(document)}
    assert found == {"王小明", "李四"}


def test_a_number_keeps_what_tells_it_apart():
    assert covered("mobile", "１３８００００１２３４") == "１３８****１２３４"
    assert covered("account", "6228480402564890018") == "***************0018"
