"""``jixiao fix``: repairs of plain arithmetic, each with its calculation; in Word as tracked changes where asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jixiao import pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting, to_file
from jixiao.cli.problem import CLEAN, Problem
from jixiao.cli.source import check_choices, readable, rule_codes
from jixiao.model.audit import Audit
from jixiao.model.document import Document
from jixiao.model.finding import Finding
from jixiao.repair import NotApplied, Proposal, Repair, apply, propose
from jixiao.writers.encode import basis_json, place_json
from jixiao.writers.layout import Layout
from jixiao.writers.view import Shown, shown
from jixiao.writers.width import tame

_Lost = list[tuple[Repair, tuple[str, str]]]


def _run(
    paths: str, *, applied: bool, kind: str, output: str | None, only: str | None, pack: str | None, form: str | None,
    lang: str | None,
) -> int:  # fmt: skip
    check_choices(pack, form)
    codes = tuple(rule_codes(only, "--only"))
    _check(paths, output, applied=applied)
    document = readable(paths)
    if applied and document.format != "docx":
        raise Problem(
            f"--apply 只能用于 Word 文档（docx），{paths} 不是。请在 Word 或 WPS 中另存为 docx 后再试。",
            f"--apply is for Word documents (.docx), and {paths} is none. Save it as .docx first.",
        )

    def again(changed: Document) -> Audit:
        return pipeline.audit_document(changed, pack=pack, form=form)

    audit = again(document)
    proposal = propose(audit, again, codes)
    lost = _write(paths, document, proposal, output) if applied and output else []
    spoken = options.look(lang, no_color=True, to_file=False).lang
    made = output if applied and proposal.repairs and len(lost) < len(proposal.repairs) else None
    if kind == "json":
        emit([json.dumps(_json(audit, proposal, lost, made, spoken), ensure_ascii=False, indent=2) + "\n"], None)
    else:
        emit((tame(line) + "\n" for line in _text(audit, proposal, lost, made, spoken)), None)
    return CLEAN


def _check(path: str, output: str | None, *, applied: bool) -> None:
    """What can be said before any work is done."""
    if applied != bool(output):
        raise Problem(
            "--apply 和 -o 文件.docx 要一起写：修改写进副本，原文件不动。",
            "--apply goes with -o FILE.docx: the repairs go into a copy, the original stays as it is.",
        )
    if applied and path == "-":
        raise Problem(
            "--apply 要给出 docx 文件的路径，不能用标准输入。", "--apply needs the path of a .docx, not standard input."
        )
    refuse_overwriting(output, [path])


def _write(path: str, document: Document, proposal: Proposal, output: str) -> _Lost:
    """Writes the copy, if there is anything to write into it."""
    if not proposal.repairs:
        return []
    try:
        copy, lost = apply(Path(path).read_bytes(), document, proposal.repairs)
    except NotApplied as error:
        raise Problem(f"{path}：{error.pair[0]}。", f"{path}: {error.pair[1]}.") from error
    if len(lost) < len(proposal.repairs):
        to_file([copy], output)
    return lost


def _text(audit: Audit, proposal: Proposal, lost: _Lost, made: str | None, lang: str) -> Iterator[str]:
    layout, said = Layout(audit.report, lang), _said(audit, proposal, lang)
    count = len(proposal.repairs)
    path = audit.report.document.path
    yield (
        f"{path}: {count} repairs by arithmetic alone"
        if lang == "en"
        else f"{path}：算术上只有一个正确值的修改 {count} 处"
    )
    for number, repair in enumerate(proposal.repairs, 1):
        yield ""
        yield f"{number}. {repair.finding.code}  {layout.where(repair.place)}"
        yield f"   {repair.place.quote or '（空）'} → {repair.text}"
        numbers = ("; " if lang == "en" else "；").join(repair.numbers)
        yield f"   {'calculation: ' if lang == 'en' else '算法：'}{repair.formula[lang == 'en']}" + (
            f"（{numbers}）" if numbers else ""
        )
        if repair.follows:
            yield "   rests on the repairs above" if lang == "en" else "   随前面的修改而定"
        yield f"   {'basis: ' if lang == 'en' else '依据：'}{said[id(repair.finding)].basis}"
        why = next((pair for one, pair in lost if one is repair), None)
        if why is not None:
            yield f"   {'not written: ' if lang == 'en' else '没有写入：'}{why[lang == 'en']}"
    if proposal.uncertain:
        yield ""
        yield (
            "Findings about figures without a certain repair:" if lang == "en" else "没有唯一正确值、不代改的数字问题："
        )
    for one in proposal.uncertain:
        item = said[id(one.finding)]
        yield f"  {one.finding.code}  {layout.where(one.finding.places[0])}：{item.message} —— {one.reason[lang == 'en']}"
    yield ""
    yield _last(path, made, count, lang)


def _last(path: str, made: str | None, count: int, lang: str) -> str:
    said = {
        "made": {
            "zh": f"已作为修订写入 {made}，请在 Word 或 WPS 中逐条接受或拒绝。",
            "en": f"Tracked changes are in {made}: accept or reject each in Word.",
        },
        "none": {"zh": "没有可以代改的。", "en": "Nothing to repair."},
        "left": {
            "zh": f"报告没有改动。要写成修订：jixiao fix {path} --apply -o 改正.docx",
            "en": f"Nothing was changed. For tracked changes: jixiao fix {path} --apply -o repaired.docx",
        },
    }
    return said["made" if made else "left" if count else "none"][lang]


def _json(audit: Audit, proposal: Proposal, lost: _Lost, made: str | None, lang: str) -> dict[str, Any]:
    said = _said(audit, proposal, lang)
    return {
        "schema": "jixiao.fix/1",
        "file": audit.report.document.path,
        "repairs": [
            {
                "code": repair.finding.code, "message": said[id(repair.finding)].message, "place": place_json(repair.place),
                "found": repair.place.quote, "expected": repair.text, "formula": repair.formula[lang == "en"],
                "numbers": list(repair.numbers), "follows": repair.follows, "basis": basis_json(said[id(repair.finding)].basis),
                "not_written": next((pair[lang == "en"] for one, pair in lost if one is repair), None),
            }
            for repair in proposal.repairs
        ],
        "uncertain": [
            {
                "code": one.finding.code, "message": said[id(one.finding)].message, "place": place_json(one.finding.places[0]),
                "reason": one.reason[lang == "en"],
            }
            for one in proposal.uncertain
        ],
        "written": made,
    }  # fmt: skip


def _said(audit: Audit, proposal: Proposal, lang: str) -> dict[int, Shown]:
    """Sentence and basis of each finding; those that follow from repairs come from the second audit."""
    followers: list[Finding] = [repair.finding for repair in proposal.repairs]
    both = [*shown(audit, lang), *shown(proposal.after, lang)]
    found = {id(item.finding): item for item in both}
    rules = {rule.code: rule for rule in audit.rules}
    for finding in followers:
        if id(finding) not in found:
            rule = rules[finding.code]
            found[id(finding)] = Shown(finding, rule.title, rule.message(finding, lang), audit.citations[rule.cite])
    return found


command = Verb(
    "fix",
    _run,
    [
        options.reports("报告"),
        options.option(
            "--apply", "applied", is_flag=True,
            help="把修改作为修订写入 Word 副本（-o），原文件不动；在 Word 中逐条接受或拒绝"
            "\fwrite the repairs as tracked changes into a copy (-o); the original stays as it is",
        ),
        options.option("-o", "--output", metavar="文件.docx", help="带修订的副本\fthe copy with tracked changes"),
        options.option("--only", metavar="代码,…", help="只改这些规则的问题，可写开头：FG,SC1\fonly findings of these rules (beginnings will do)"),
        options.text_or_json(),
        options.pack(),
        options.form(),
        options.lang(),
    ],
    intro=(
        "对算术上只有一个正确值的错误（占比、变动率、合计、单位、得分）提出修改，每处写明算法、代入的数和依据；不要求就不改。",
        "Proposes repairs of plain arithmetic (share, rate, total, unit, points), each with its calculation; changes nothing unasked.",
    ),
    examples=("jixiao fix 报告.docx", "jixiao fix 报告.docx --apply -o 改正.docx", "jixiao fix 报告.docx --only FG --format json"),
)  # fmt: skip
