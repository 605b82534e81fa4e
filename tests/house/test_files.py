"""Files stay small, say what they are, and carry nothing that belongs to a machine or a person."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.source import ROOT, SEED, SRC, files, modules, texts, tree

LONGEST_MODULE = 400
LONGEST_LINE = 140  # the formatter breaks code at 120 columns; sentences it cannot break
URL = re.compile(r"\bhttps?://([\w.-]+)")
# Names of XML and JSON vocabularies, which are never fetched; the licence; placeholders of examples.
HOSTS = {
    "json.schemastore.org", "json-schema.org", "purl.org", "schemas.microsoft.com", "schemas.openxmlformats.org",
    "www.apache.org", "www.w3.org", "www.ofdspec.org", "docs.oasis-open.org", "purl.oclc.org",
    "example.com", "example.org", "example.invalid", "localhost", "127.0.0.1",
}  # fmt: skip
INDEXES = re.compile(r"(?i)\b(?:pypi|pythonhosted|npmjs|debian|crates|conda|anaconda)\.(?:org|com|io)\b")
MACHINE = re.compile(r"(?<![\w.}$-])/(?:work|root|home|opt|Users)/\w")
PREPARER = re.compile(r"填表人：[ \t　]*(?!填报日期|日期|联系)([\u4e00-\u9fff]{2,4})(?=\s)")
MOBILE = re.compile(r"(?<!\d)1\d{10}(?!\d)")


def python_files():
    return [path for path in files() if path.suffix == ".py"]


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_file_is_short_and_narrow(path):
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) < LONGEST_MODULE
    wide = [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE]
    assert not wide, f"lines of more than {LONGEST_LINE} characters: {wide}"


@pytest.mark.parametrize("name", sorted(modules()))
def test_public_names_of_a_module_say_what_they_are(name):
    module = tree(modules()[name])
    assert ast.get_docstring(module), f"{modules()[name].relative_to(SRC)} does not say what it is"
    if name.startswith("jixiao.rules.") and name.count(".") > 2:
        return  # a rule's module docstring speaks for its one function
    kinds = ast.FunctionDef | ast.ClassDef
    silent = [
        node.name
        for node in module.body
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent


def test_no_address_of_an_index_and_no_foreign_host():
    wrong = []
    for name, text in texts().items():
        wrong += [f"{name}: {host}" for host in URL.findall(text) if host not in HOSTS and not host.endswith(".gov.cn")]
        wrong += [f"{name}: {found[0]}" for found in INDEXES.finditer(text)]
    assert not wrong


def test_no_path_of_a_machine():
    assert not [f"{name}: {found[0]}" for name, text in texts().items() for found in MACHINE.finditer(text)]


def test_nobody_of_the_real_report_is_named():
    seeds = sorted(SEED.glob("*.txt"))
    if not seeds:
        pytest.skip("the original report is not at hand (../shared/seeds)")
    real = {word for path in seeds for kind in (PREPARER, MOBILE) for word in kind.findall(path.read_text("utf-8"))}
    assert real, "the original report has no preparer and no number any more"
    assert not [name for name, text in texts().items() if any(word in text for word in real)]
