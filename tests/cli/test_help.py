import re
import subprocess
import sys

import pytest

from jixiao.writers.width import columns

VERBS = (
    "audit", "show", "score", "new", "read", "import", "write", "preview", "fix", "rules", "rule", "form", "law",
    "form list", "form show", "law list", "law show",
)  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_chinese_with_an_example(jixiao, verb):
    code, out, _ = jixiao(*verb.split(), "--help")
    assert code == 0
    assert f"用法：jixiao {verb}" in out
    assert f"  jixiao {verb.split()[0]}" in out
    assert max(map(columns, out.splitlines())) <= 90
    assert not re.search(r"Show this|Usage|Options", out)


def test_help_does_not_load_what_it_does_not_need():
    script = "import sys\nfrom jixiao.cli.front import run\nrun(['--help'])\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert not loaded & {
        "lxml",
        "yaml",
        "selectolax",
        "opencc",
        "rich",
        "jixiao.pipeline",
        "jixiao.extract",
        "jixiao.readers",
        "jixiao.rules.registry",
    }


def test_a_slip_in_a_name_is_answered_with_the_right_one(jixiao):
    assert "是不是 audit" in jixiao("audti")[2]
    assert "--format" in jixiao("audit", "错.txt", "--fromat")[2]
    assert "FG203" in jixiao("rule", "FG20")[2]
    assert "text、json" in jixiao("audit", "错.txt", "--format", "xml")[2]


def test_a_rule_page_says_what_it_rests_on(jixiao):
    out = jixiao("rule", "fg203")[1]
    assert "占比与金额不符" in out
    assert "依据" in out
    assert out == jixiao("rule", "share_mismatch")[1]


def test_a_number_of_the_law_is_shown_with_its_status(jixiao):
    out = jixiao("law", "show", "CN-2020")[1]
    assert "「未核实」" in out
    assert "第" in out


def test_a_form_is_shown_with_the_file_of_each_part(jixiao):
    out = jixiao("form", "show", "430000-hunan/430600-yueyang/department")[1]
    assert "430000-hunan/department.yaml" in out or "cn/department.yaml" in out
