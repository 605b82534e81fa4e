"""Runs every example of docs/guide.md, in order, in an empty folder."""

import contextlib
import io
import re
import shlex
from pathlib import Path

from jixiao.cli.front import run

GUIDE = Path(__file__).parent.parent / "docs" / "guide.md"
BLOCK = re.compile(r"^```(python|console|output)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def matches(expected, got):
    """Whether an output is as the guide prints it, where a line ``…`` stands for any lines and … for any words."""
    whole = expected.strip("\n") + "\n"
    pattern = "".join(".*" if piece == "…" else re.escape(piece) for piece in re.split("(…)", whole))
    pattern = pattern.replace(r"\n.*\n", r"\n(?:.*\n)?")
    return re.fullmatch(pattern, got.strip("\n") + "\n", re.DOTALL)


def test_every_example_gives_what_the_guide_says(tmp_path, monkeypatch, capfdbinary):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    names, printed, kinds = {}, "", set()
    for kind, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        kinds.add(kind)
        if kind == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(text, str(GUIDE), "exec"), names)  # noqa: S102 - the guide is ours
            printed = out.getvalue()
        elif kind == "output":
            assert printed == text
        else:
            for command in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                line, _, expected = command.partition("\n")
                run(shlex.split(line)[1:])
                got = capfdbinary.readouterr().out.decode()
                assert matches(expected, got), f"{line}\n{got}"
    assert kinds == {"python", "console", "output"}
