"""The citations: every document is named, every article says where it was seen and whether it was verified."""

from __future__ import annotations

import pytest

from jixiao.law.citations import SOURCES, _of, citations
from jixiao.law.problem import LawError
from jixiao.rules.registry import catalogue


def test_every_rule_rests_on_a_citation_that_exists():
    known = citations()
    assert [rule.code for rule in catalogue().values() if rule.cite not in known] == []


def test_every_article_has_a_text_and_a_source():
    articles = [one for one in citations().values() if "#" in one.id]
    assert articles
    assert all(one.text and one.article for one in articles)
    assert all(one.source.split(" ", maxsplit=1)[0] in SOURCES for one in articles)


def test_only_what_was_read_is_verified():
    for one in citations().values():
        if one.verified:
            assert one.source.startswith(("V", "DERIVED")), one.id


def test_how_a_citation_is_written():
    known = citations()
    assert str(known["cn.budget-law#57"]) == "《中华人民共和国预算法》（2018年修正）第五十七条"
    assert str(known["arithmetic"]) == "算术关系"
    assert str(known["product#over"]) == "省级预算绩效系统的校验·超额完成"
    assert str(known["hn.yueyang-rules"]) == "《岳阳市市级预算部门绩效自评操作规程》"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"id": "b", "title": "文"}, "id 应与文件名相同"),
        ({"id": "a"}, "缺少 title"),
        ({"id": "a", "title": "文", "articles": {"1": {"article": "第一条", "verified": True}}}, "没有写明来源"),
        ({"id": "a", "title": "文", "articles": {"1": {"article": "第一条", "source": "V"}}}, "没有写明是否核实"),
    ],
)
def test_a_citation_that_is_wrong_is_refused(data, message):
    with pytest.raises(LawError, match=message):
        _of("a", data)
