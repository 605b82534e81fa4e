"""Notes (带入说明): what of a report could not be taken over into a filing as it stood there, and what was taken instead."""

from __future__ import annotations

from dataclasses import dataclass

_WORDS = {
    "no_form": (
        "没有认出报告格式，按“{form}”带入；格式不对时，用 --form 指定。",
        "The form was not recognised; {form} was taken. Name another with --form.",
    ),
    "no_unit": ("没有找到单位名称，请补填。", "The name of the unit was not found; fill it in."),
    "no_year": ("没有找到评价年度，请补填。", "The year was not found; fill it in."),
    "masked": (
        "签字人和电话在这份报告里已遮盖，没有带入，请补填。",
        "Names and telephone are covered in this report; fill them in.",
    ),
    "two_figures": (
        "{label}有两个数：{taken} 和 {other}，取了{where}的 {taken}。",
        "{label} is given as {taken} and as {other}; {taken} was taken ({where}).",
    ),
    "sum": (
        "{label}写的是 {stated}，各项之和是 {sum}。合计由系统按各项算出，请核对各项。",
        "{label} is stated as {stated}, its parts make {sum}. Totals are worked out of the parts: check these.",
    ),
    "derived": (
        "{label}没有写明，按{how}算得 {taken}，请核对。",
        "{label} was not stated and was worked out as {taken} ({how}): please check.",
    ),
    "not_money": (
        "{label}写的是“{text}”，看不出是多少，没有带入。",
        "{label} reads “{text}”, which is no amount; it was left out.",
    ),
    "executed": (
        "全年执行数写的是 {stated}，基本支出和项目支出合计是 {sum}。系统按合计填写，请核对。",
        "Executed is stated as {stated}; basic and project expenditure make {sum}, which is what will be printed.",
    ),
    "fund_rows": (
        "“{name}”的资金只写了总额，记在当年财政拨款下，请核对。",
        "Only the total of “{name}” is stated; it was entered as this year's appropriation.",
    ),
    "class": (
        "指标“{name}”没有写明类别，没有带入，请补填。",
        "The class of indicator “{name}” is not stated; it was left out.",
    ),
    "level": (
        "定性指标“{name}”没有写明得分，完成程度请自行选择。",
        "No points are stated for “{name}”: choose the level yourself.",
    ),
    "score": (
        "“{name}”填报得分 {stated}，按完成值算得 {computed}。系统按算得的数填写；确要扣分，请在“自定得分”中填写并写明原因。",
        "“{name}”: {stated} points stated, {computed} worked out, which will be printed; enter points yourself to deduct.",
    ),
    "total_score": (
        "{name}总分填报 {stated}，重算为 {computed}。",
        "{name}: total stated as {stated}, recomputed as {computed}.",
    ),
    "copied": (
        "“{name}”的实际完成情况照抄预期目标，没有带入，请写实际结果。",
        "The results of “{name}” repeat its goals and were left out: write what was achieved.",
    ),
    "method": (
        "指标“{name}”的指标值“{text}”是方法，不是目标值，请改写。",
        "The target “{text}” of “{name}” names a method, not a target: rewrite it.",
    ),
    "sentence": (
        "这一句里的数由系统自动编写，原句没有带入：{text}",
        "The figures of this sentence will be composed; the sentence was left out: {text}",
    ),
    "unknown_chapter": (
        "这一节不在格式中，没有带入：{text}",
        "This chapter is not part of the form and was left out: {text}",
    ),
    "ledger": ("另有表格没有带入：{text}", "A table was not taken over: {text}"),
    "changed_word": (
        "在 Word 里改过的数：{label}，由 {old} 改为 {new}，已带入。",
        "Changed in Word: {label} from {old} to {new}; taken over.",
    ),
    "changed_sum": (
        "在 Word 里改了“{label}”（{old} → {new}），它由其他数算出，没有带入。请改算它的那些数。",
        "“{label}” was changed in Word ({old} → {new}); it is worked out of others: change those.",
    ),
    "changed_text": (
        "在 Word 里改过的文字没有带入，请重新填写：{text}",
        "Words changed in Word were not taken over: {text}",
    ),
    "wrong": ("{message}", "{message_en}"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that the user should look at. ``address`` as in model/filing.py, "" where it has none."""

    code: str
    address: str
    message: str
    message_en: str


def note(code: str, address: str = "", **words: str) -> Note:
    """The note of a code, with its sentence filled in."""
    zh, en = _WORDS[code]
    return Note(code, address, zh.format(**words), en.format(**words))
