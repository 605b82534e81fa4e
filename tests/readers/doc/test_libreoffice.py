"""What LibreOffice writes out of a .docx is read as that .docx: tables inside tables, merges, numbers, leftovers of editing."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from jixiao.readers import read, read_bytes
from tests.readers.doc.merged import MERGED

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine")
KINDS = ("doc", "rtf", "odt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("office")
    (made / "a.docx").write_bytes(MERGED)
    profile = (made / "profile").as_uri()
    for kind in KINDS:
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(made),
            str(made / "a.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    return made


def grids(document):
    return [
        (t.inside, [(c.row, c.column, c.rows, c.columns, c.text.rstrip()) for c in t.cells]) for t in document.tables
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_document(folder, kind):
    truth, found = read_bytes(MERGED, "a.docx"), read(folder / f"a.{kind}")
    assert grids(found) == grids(truth)
    assert [(one.text, one.level) for one in found.paragraphs] == [(one.text, one.level) for one in truth.paragraphs]
    assert [(one.kind, one.text) for one in found.marks] == [(one.kind, one.text) for one in truth.marks]
