"""Draws docs/images/ from what the command really prints and writes on the bundled sample.

Needs chromium, fonts-noto-cjk and poppler-utils:

python -m scripts.screenshots
"""

from __future__ import annotations

import base64
import html
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jixiao
from benchmarks.faults import KINDS
from benchmarks.generator.report import case, file_of
from jixiao import pipeline
from jixiao.writers import write
from jixiao.writers.report import pdf
from jixiao.writers.view import Look

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
REPORT = "examples/junshan-2023/report.docx"
FILING = "examples/junshan-2023/filing.yaml"
SHOWN = (1, 2, 5, 8, 9, 11)  # pages of the written report
REPORTS = 60  # of the batch
COLUMNS = 88
HEAD, TAIL = 36, 9  # lines shown of the beginning and of the end
PAGE = """<!doctype html><meta charset="utf-8"><style>
/* Frames and marks are half as wide as a character in a terminal, and whole in the Chinese font. */
@font-face {{ font-family: frames; src: local("DejaVu Sans Mono"); size-adjust: 83.05%;
  unicode-range: U+00B7, U+22EE, U+2500-257F, U+2717 }}
body {{ margin: 0; background: #10141a }}
pre {{ margin: 0; padding: 18px 22px; color: #d6dbe2; font: 15px/1.5 frames, "Noto Sans Mono CJK SC", monospace }}
.s1 {{ font-weight: bold; color: #fff }} .s2 {{ color: #8a93a0 }} .s4 {{ text-decoration: underline }}
.s31 {{ color: #ff7b72 }} .s32 {{ color: #7ee787 }} .s33 {{ color: #f2cc60 }} .s36 {{ color: #79c0ff }}
</style><pre>{}</pre>"""
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 12px; background: #8a93a0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px }}
img {{ width: 100%; display: block }}
</style>{}"""
# A click on the first figure that carries a finding, as a reader would do it.
CLICK = """<script>addEventListener("load", () => document.querySelector("{}").click())</script></body>"""
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
STYLED = re.compile(r"\x1b\[([\d;]+)m(.*?)\x1b\[0m", re.DOTALL)


def terminal(audit: jixiao.Audit) -> str:
    """What the terminal shows, its beginning and its end, as a page."""
    lines = "".join(write([audit], "text", Look(colour=True, columns=COLUMNS))).splitlines()
    shown = [f"$ jixiao audit {REPORT}", "", *lines[:HEAD], "", "  ⋮", "", *lines[-TAIL:]]
    styled = STYLED.sub(_span, html.escape("\n".join(shown), quote=False))
    return PAGE.format(styled)


def _span(match: re.Match[str]) -> str:
    return f'<span class="{" ".join(f"s{n}" for n in match[1].split(";"))}">{match[2]}</span>'


def page(audit: jixiao.Audit, selector: str) -> str:
    """The HTML result, with one figure clicked; its policy, which forbids foreign scripts, would forbid the click."""
    text = "".join(write([audit], "html"))
    return POLICY.sub("", text).replace("</body>", CLICK.format(selector))


def pages() -> str:
    """Some pages of the report that is written from the sample's data, side by side."""
    filing = pipeline.read_filing(FILING).filing
    assert filing is not None  # noqa: S101 - the sample is whole
    written = pdf.write(pipeline.compose(filing))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.pdf"
        source.write_bytes(written)
        for number in SHOWN:
            only = ["-f", str(number), "-l", str(number), "-singlefile"]
            subprocess.run(["pdftoppm", "-r", "60", "-png", *only, source, Path(folder) / f"{number:02}"], check=True)
        images = (base64.b64encode(p.read_bytes()).decode() for p in sorted(Path(folder).glob("*.png")))
        return SHEET.format("".join(f'<img src="data:image/png;base64,{image}">' for image in images))


def batch() -> str:
    """The page of a batch: generated reports, in most of which a fault was planted, and some files that are none."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(REPORTS):
            rng, report = random.Random(seed), case(seed)
            for kind in rng.sample(sorted(KINDS.values(), key=lambda one: one.name), 6):
                kind.plant(report, rng)
            data, name = file_of(report)
            (Path(folder) / f"{seed:02}-{report.unit}-{name}").write_bytes(data)
        for number, data in enumerate((b"", b"%PDF-1.7", b"PK\3\4", b"MZ\0\0\0\0")):
            (Path(folder) / f"{REPORTS + number}.docx").write_bytes(data)
        results = Path(folder) / "结果"
        command = [sys.executable, "-m", "jixiao.cli", "audit", folder, "--out", str(results), "--outputs", "page"]
        subprocess.run(command, check=False, capture_output=True)
        return (results / "index.html").read_text("utf-8")


def draw(text: str, name: str, width: int, height: int) -> None:
    """A page as a PNG."""
    browser = shutil.which("chromium") or sys.exit(
        "screenshots: chromium is missing (apt-get install chromium fonts-noto-cjk)"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(text, "utf-8")
        options = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}", f"--screenshot={IMAGES / name}", "--virtual-time-budget=2000",
        ]  # fmt: skip
        subprocess.run([browser, *options, source.as_uri()], check=True, capture_output=True, timeout=60)
    print(f"docs/images/{name}")


def main() -> None:
    """Draws the pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    audit = jixiao.audit(REPORT)
    lines = HEAD + TAIL + 5
    draw(terminal(audit), "terminal.png", 732, int(lines * 22.5) + 40)
    draw(page(audit, "mark.error .live"), "page.png", 1280, 960)
    draw(pages(), "report.png", 1200, 1124)
    draw(batch(), "batch.png", 1400, 980)


if __name__ == "__main__":
    main()
