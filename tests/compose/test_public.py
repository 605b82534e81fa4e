"""The public edition: what is personal is covered and listed, what must be known stays, and in doubt there is no edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.compose.public import NotPublic, public
from jixiao.model.figure import Figure
from jixiao.model.filing import SheetEntry, Signature
from jixiao.model.manuscript import Manuscript
from tests.roundtrip.filings import YUEYANG, filings, made


def filing(**changes):
    return replace(made(YUEYANG, 2023, 2, 2, 2, 7, calm=True), **changes)


def said(text):
    """A filing whose own paragraph says something."""
    base = filing()
    return replace(base, texts={**base.texts, "other": text})


def everything(manuscript: Manuscript) -> str:
    """Every word that a file could carry."""
    cells = [slot.text for grid in manuscript.grids for slot in grid.slots]
    charts = [(chart.title, chart.alt, *chart.categories) for chart in manuscript.charts]
    figures = [(figure.name, figure.text) for figure in manuscript.figures.values()]
    words = [line.text for line in manuscript.lines], cells, *charts, *figures, manuscript.properties.values()
    return "\n".join([manuscript.title, manuscript.data, *(one for group in words for one in group)])


def test_signers_are_covered_and_listed_with_their_place():
    signed = filing(signoff=Signature("欧阳示例", "13900000000", "王示例", "2024-05-30"))
    edition, masked = public(pipeline.compose(signed), signed)
    assert "欧阳示例" not in everything(edition)
    assert "13900000000" not in everything(edition)
    assert {(one.kind, one.shown) for one in masked} == {("name", "欧***"), ("mobile", "139****0000"), ("name", "王**")}
    assert any(one.where == "“附件2 2023年度部门整体支出绩效自评表”填报签字" for one in masked)
    assert (edition.edition, edition.data) == ("public", "")


def test_an_office_line_is_public():
    signed = filing(signoff=Signature("李示例", "0730-8690000", "", "2024-05-30"))
    edition, masked = public(pipeline.compose(signed), signed)
    assert "0730-8690000" in everything(edition)
    assert {one.kind for one in masked} == {"name"}


def test_a_signer_is_covered_wherever_the_name_stands():
    base = filing(signoff=Signature("李示例", "13900000000", "王示例"))
    signed = replace(base, texts={**base.texts, "other": "材料由李示例汇总，电话139 0000 0000。"})
    edition, masked = public(pipeline.compose(signed), signed)
    assert "材料由李**汇总，电话139 **** 0000。" in everything(edition)
    assert ("“其他需要说明的情况”第1段", "name") in {(one.where, one.kind) for one in masked}


def test_a_name_that_is_also_a_word_is_covered_only_alone():
    base = filing(signoff=Signature("高峰", "", "王示例"))
    signed = replace(base, texts={**base.texts, "other": "用水高峰期调度由（高峰）负责。"})
    edition, _ = public(pipeline.compose(signed), signed)
    assert "用水高峰期调度由（高*）负责。" in everything(edition)


@pytest.mark.parametrize("words", ["由赵甲汇总", "责任人赵甲。", "赵甲同志已调离"])
def test_a_short_name_of_a_signer_is_covered_beside_words_for_persons(words):
    base = filing(signoff=Signature("赵甲", "", ""))
    signed = replace(base, texts={**base.texts, "other": words})
    edition, _ = public(pipeline.compose(signed), signed)
    assert words.replace("赵甲", "赵*") in everything(edition)


def test_each_sheet_may_have_signers_of_its_own():
    base = filing()
    own = replace(base.projects[0], signoff=Signature("赵甲乙", "13911112222", "钱丙丁", ""))
    signed = replace(base, projects=(own, *base.projects[1:]))
    edition, _ = public(pipeline.compose(signed), signed)
    assert not [word for word in ("赵甲乙", "13911112222", "钱丙丁") if word in everything(edition)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("联系人：张小明 13812345678", "138****5678"),
        ("受助人身份证号430602199001011234。", "43*************234"),
        ("户名张某，银行账号6217 0000 0000 0000 123。", "**** **** **** ***0 123"),
        ("邮箱xiaoming@qq.com", "xi******@qq.com"),
    ],
)
def test_personal_data_in_the_units_own_words_is_covered(text, left):
    data = said(text)
    edition, _ = public(pipeline.compose(data), data)
    assert left in everything(edition)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("热线12345全年受理5912件。", "12345"),
        ("支出13912345678元。", "13912345678元"),
        ("电话0730-8690000。", "0730-8690000"),
    ],
)
def test_what_is_not_personal_stays(text, kept):
    data = said(text)
    edition, _ = public(pipeline.compose(data), data)
    assert kept in everything(edition)


@pytest.mark.parametrize(
    "text", ["电话 1 3 9 1 1 1 1 2 2 2 2。", "号码43060219900101123X备查。", "来信请寄zhangsan@example.gov。"]
)
def test_in_doubt_there_is_no_public_edition_and_the_place_is_named(text):
    data = said(text)
    with pytest.raises(NotPublic) as refusal:
        public(pipeline.compose(data), data)
    assert "“其他需要说明的情况”第1段" in refusal.value.message
    assert text[2:12] not in refusal.value.message


def test_a_figure_that_holds_a_name_is_covered_wherever_it_is_bound():
    data = filing(signoff=Signature("李示例", "", "王示例"))
    written = pipeline.compose(data)
    named = {**written.figures, "note": Figure("note", "经办", "李示例经办", "")}
    edition, _ = public(replace(written, figures=named), data)
    assert edition.figures["note"].text == "李**经办"


def test_properties_that_nobody_asked_for_are_left_out():
    data = filing()
    written = pipeline.compose(data)
    edition, _ = public(replace(written, properties={**written.properties, "author": "某人", "company": "某处"}), data)
    assert set(edition.properties) == set(written.properties)


def test_a_department_sheet_without_signers_of_its_own_needs_none():
    data = filing(department=replace(filing().department, signoff=None), projects=(SheetEntry("甲"),))
    assert public(pipeline.compose(data), data)[0].edition == "public"


@settings(max_examples=15, deadline=None)
@given(data=filings())
def test_the_audit_finds_nothing_personal_and_every_number_is_as_it_was(data):
    written = pipeline.compose(data)
    edition, masked = public(written, data)
    audit = pipeline.audit_document(compose.document(edition), form=data.form)
    assert not [finding.code for finding in audit.findings if finding.code.startswith("PB")]
    assert not [one for one in masked if "*" not in one.shown]
    for before, after in zip(written.lines, edition.lines, strict=True):
        assert len(before.text) == len(after.text)
    assert edition.figures == written.figures
