"""What the documents say is so: generated pages are fresh, links lead somewhere, commands exist, dependencies have a reason."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tomllib
import zipfile

import pytest

from jixiao.cli import front
from scripts import docs
from tests.house.source import ROOT, files, imports, modules

MODULES = {
    "pyyaml": "yaml",
    "markdown-it-py": "markdown_it",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
}  # other names
BY_NAME = re.compile(r"import_module\(\"(\w+)")
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)|<img[^>]*\ssrc=\"([^\"]+)\"")
MAKE = re.compile(r"`make ([a-z-]+)|^\s*make ([a-z-]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
LISTED = re.compile(r"^\| `([\w.-]+)` \|(.+)\|$", re.MULTILINE)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SPEAKING = [path for path in files() if path.suffix == ".md" and "tests" not in path.relative_to(ROOT).parts]


def name_of(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def test_generated_pages_are_fresh():
    stale = docs.stale(docs.pages())
    assert not stale, f"run make docs: {stale}"


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    text = FENCED.sub("", path.read_text("utf-8"))
    targets = [link or image for link, image in LINK.findall(text)]
    assert not [target for target in targets if not (path.parent / target).exists()]


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_make_commands_exist(path):
    targets = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    named = {quoted or line for quoted, line in MAKE.findall(path.read_text("utf-8"))}
    assert named <= targets


def test_every_dependency_has_a_reason_and_every_reason_a_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    needed = {name_of(one) for group in (project["dependencies"], *extras) for one in group} - {"jixiao"}
    listed = LISTED.findall((ROOT / "docs/dependencies.md").read_text("utf-8"))
    assert {name.lower() for name, _ in listed} == needed
    assert all(len(reason.strip()) > 20 for _, reason in listed)


@pytest.mark.parametrize("name", ["base", "dev"])
def test_lock_names_every_dependency_with_hashes_and_no_address(name):
    text = (ROOT / f"locks/{name}.txt").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if name == "dev" else [])
    pinned = re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    assert {name_of(one) for one in wanted} <= {name.lower() for name in pinned}
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\w)", text.strip()))
    assert "://" not in text


def test_every_dependency_is_used_and_nothing_else():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [
        one for name, group in project["optional-dependencies"].items() if name not in ("all", "dev") for one in group
    ]
    names = {name_of(one) for one in (*project["dependencies"], *extras)}
    wanted = {MODULES.get(name, name.replace("-", "_")) for name in names}
    used = {target.split(".")[0] for path in modules().values() for _, target in imports(path)}
    used |= {name for path in modules().values() for name in BY_NAME.findall(path.read_text("utf-8"))}
    assert used - sys.stdlib_module_names - {"jixiao"} == wanted


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_python_of_the_readme_runs(name, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"^```python\n(.*?)^```", (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, name, "exec"), {})  # noqa: S102 - our own page
    assert "FG203 error" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_commands_of_the_readme_run(name, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    lines = [line for block in SHELL.findall((ROOT / name).read_text("utf-8")) for line in block.splitlines()]
    calls = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("jixiao ")]
    assert len(calls) > 5
    for call in calls:
        for word in call:
            if word in {"report.docx", "报告.docx"}:
                shutil.copy(ROOT / "examples/junshan-2023/report.docx", tmp_path / word)
            if word in {"body.docx", "正文.docx"}:
                shutil.copy(ROOT / "examples/junshan-2023/report.docx", tmp_path / word)
            if word in {
                "tables.xlsx",
                "附表.xlsx",
                "signed.pdf",
                "盖章页.pdf",
            }:  # told by their contents, not by their names
                shutil.copy(ROOT / "examples/junshan-2023/report.txt", tmp_path / word)
            if word in {"district.zip", "全区.zip"}:
                with zipfile.ZipFile(tmp_path / word, "w") as bundle:
                    bundle.write(ROOT / "examples/junshan-2023/report.docx", "甲局/自评报告.docx")
            if word in {"data.yaml", "数据.yaml"}:
                shutil.copy(ROOT / "examples/junshan-2023/filing.yaml", tmp_path / word)
        assert front.run(call) == (1 if call[0] == "audit" else 0), call
        assert capsys.readouterr().out or "-o" in call or "--annotate" in call
    made = (
        "the report, the page, two copies, the data, three workbooks, the package, three parts, the bundle, its results"
    )
    assert len(list(tmp_path.iterdir())) == 14, made
