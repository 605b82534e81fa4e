"""Each format is one file or folder that declares itself, and costs nothing until it is read."""

from __future__ import annotations

import subprocess
import sys

from jixiao.readers.formats import formats


def test_formats_declare_themselves():
    assert {"docx", "html", "txt", "xlsx"} <= {one.name for one in formats()}
    assert formats()[-1].name == "txt"


def test_reading_text_loads_no_parser(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("正文\n", "utf-8")
    names = "lxml", "selectolax", "opencc"
    code = (
        f"import sys; from jixiao.readers import read; read({str(path)!r}); print(*(n in sys.modules for n in {names}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False"]
