"""Results made by hand, so that tests of what is written of them need no report."""

from __future__ import annotations

from jixiao.batch.job import Job
from jixiao.batch.outputs import About
from jixiao.batch.result import Result

ABOUT = About("1.0", "0" * 64, Job(), 3)


def finding(code="FG101", severity="error", message="支出合计应为1107.5万元", quote="1107.5元", **more):
    return {
        "code": code, "severity": severity, "title": "金额单位写错", "message": message, "expected": "1107.5万元", "found": quote,
        "places": [{"part": "body", "block": 3, "row": None, "column": None, "line": None, "end_line": None, "start": 0, "end": 7,
                    "quote": quote}],
        "basis": {"citation": "算术关系", "article": "", "verified": True}, "fix": None, "where": "第3段", "chapter": "一、支出情况", **more,
    }  # fmt: skip


def result(name="甲局/自评报告.docx", *findings, unit="甲局", stated=99.4, computed=100, unclear=()):
    audit = {
        "path": name, "sha256": "a" * 64, "form": "cn/department", "pack": "CN", "unit": unit, "year": 2023, "stated_score": stated,
        "computed_score": computed, "grade": "优", "findings": list(findings), "not_checked": [], "unclear": list(unclear), "unread": [],
        "format": "docx", "pack_hash": "b" * 12,
    }  # fmt: skip
    return Result(name, "read", audit, "", "", ((name, "a" * 64),))


def refused(name="乙局/扫描.doc", message="文件有密码保护，无法读取。", code="encrypted"):
    audit = {
        **result().audit, "path": name, "unit": None, "year": None, "stated_score": None, "computed_score": None, "grade": None,
        "unread": [{"code": code, "message": message, "fatal": True}], "format": "",
    }  # fmt: skip
    return Result(name, "refused", audit, code)


def unclear(read="885.83", misread=False):
    place = finding(quote=read)["places"][0]
    return {
        "code": "FG203", "message": f"这里读作「{read}」", "read": read, "expected": None,
        "misread": misread, "confidence": 0.4, "places": [place],
    }  # fmt: skip
