"""Every sentence that a user may see is there in both languages, and English is English."""

import ast
import re
from pathlib import Path

import pytest

import jixiao.cli
import jixiao.writers
from jixiao.cli.front import front
from jixiao.writers import speech

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SPOKEN = (p for package in (jixiao.cli, jixiao.writers) for p in Path(package.__file__).parent.rglob("*.py"))
FILES = sorted(
    p for p in SPOKEN if p.parents[0].name != "report" and p.parents[1].name != "report"
)  # reports are Chinese
ONE_LANGUAGE = {
    "names.py": "the table of placeholders itself",
    "package.py": "reasons that annotating.py tells in both languages",
    "layout.py": "words looked for in the report",
    "links.py": "words looked for in the report",
}
HINTS = {"是不是 ？", "可用的有：。", "写入失败", "报告..."}  # parts that have their twin in a line of its own


def spoken(node):
    """The text of a string, f-strings without their values; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(piece.value) for piece in node.values if isinstance(piece, ast.Constant))
    if isinstance(node, ast.BinOp):
        return (spoken(node.left) or "") + (spoken(node.right) or "")
    return None


def paired(text, parents):
    """Whether English stands behind a form feed, beside it, in the other branch, or under the key en."""
    return "\f" in text or text in HINTS or any(_has_english(parent) for parent in parents)


def _has_english(parent):
    if isinstance(parent, ast.keyword):
        return parent.arg in ("metavar", "examples")
    if isinstance(parent, ast.Dict):
        return {"zh", "en"} <= {spoken(key) for key in parent.keys if key}
    if isinstance(parent, ast.IfExp):
        return "lang" in ast.unparse(parent.test)
    if isinstance(parent, ast.Call) and getattr(parent.func, "attr", "") == "Argument":
        return True
    beside = parent.elts if isinstance(parent, ast.Tuple) else parent.args if isinstance(parent, ast.Call) else []
    texts = [text for text in map(spoken, beside) if text is not None]
    return any(re.search("[A-Za-z]", text) and not CHINESE.search(text) for text in texts)


def strings(tree):
    """Every string that is no documentation, with all that it stands in, nearest first."""
    stack = [(tree, [])]
    while stack:
        node, parents = stack.pop()
        text = spoken(node)
        if text is not None and not isinstance(parents[0], ast.Expr):
            yield node, text, parents
        if not isinstance(node, ast.JoinedStr):
            stack += [(child, [node, *parents]) for child in ast.iter_child_nodes(node)]


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in ONE_LANGUAGE], ids=lambda p: p.name)
def test_every_chinese_string_has_its_english(path):
    lonely = [
        f"line {node.lineno}: {text}"
        for node, text, parents in strings(ast.parse(path.read_text(encoding="utf-8")))
        if re.search(r"[\u4e00-\u9fff]{2}", text) and not paired(text, parents)
    ]
    assert not lonely


def test_every_fixed_word_has_both_languages():
    for zh, en in speech._WORDS.values():
        assert zh
        assert re.search("[A-Za-z]", en)
        assert not CHINESE.search(en)
        assert set(re.findall(r"{\w+}", zh)) == set(re.findall(r"{\w+}", en))


@pytest.mark.parametrize(
    "args",
    [
        ("audit",), ("audit", "错.txt", "--fromat", "x"), ("audit", "错.txt", "--format"), ("audit", "错.txt", "--format", "x"),
        ("audit", "错.txt", "--only", "ZZ9"), ("audit", "错.txt", "--pack", "CN-1"), ("audit", "错.txt", "--form", "x"),
        ("audit", "错.txt", "--annotate", "a.docx"), ("audit", "-", "-"), ("audit", "错.txt", "-o", "错.txt"),
        ("audit", "错.txt", "-o", "x/y.csv"),
        ("audit", "错.txt", "对.txt", "--format", "html"), ("audit", "错.txt", "-o", "x/", "--format", "csv"),
        ("audit", "没有.txt", "--format", "json", "-o", "x.json"), ("audti",), ("zzz",), ("rule", "FG999"), ("rule", "FG203", "x"),
        ("form", "show", "x"), ("law", "show", "x"), ("score", "没有.txt"), ("show", "空.txt"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_errors_are_english_where_asked(jixiao, monkeypatch, args):
    monkeypatch.setenv("JIXIAO_LANG", "en")
    code, _, err = jixiao(*args)
    assert code in (2, 3)
    assert err.startswith("jixiao: ")
    assert not CHINESE.search(re.sub(r"(没有|错|对|空)\.txt", "", err)), err
    monkeypatch.delenv("JIXIAO_LANG")
    assert CHINESE.search(re.sub(r"(没有|错|对|空)\.txt", "", jixiao(*args)[2]))


@pytest.mark.parametrize("name", ["", *front.list_commands(None), "form list", "form show", "law list", "law show"])
def test_help_is_english_where_asked(jixiao, name):
    for args in (("--help", "--lang", "en"), ("--lang=en", "--help")):
        code, out, _ = jixiao(*name.split(), *args)
        assert code == 0
        assert not CHINESE.search(out), out


@pytest.mark.parametrize(
    "args", [("law", "list"), ("law", "show", "CN-2020"), ("form", "show", "cn/department"), ("form", "list")]
)
def test_headings_follow_the_language(jixiao, args):
    assert jixiao(*args)[0] == jixiao(*args, "--lang", "en")[0] == 0
    heads = [
        line for line in jixiao(*args, "--lang", "en")[1].splitlines() if re.fullmatch(r"[A-Z]\w+(?:  \S+)?", line)
    ]
    assert heads or args[1] == "list"
