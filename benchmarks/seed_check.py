"""Audits the real report in ../shared/seeds and holds the result against its expected.md, in every format at hand.

Usage: python -m benchmarks.seed_check
Exit code 1 when a fault is missed, a trap fires, or a Word file gives other findings than the text.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from jixiao import pipeline

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
TEXT = SEEDS / "000_75bbe1a0b3472874.txt"
Essence = Counter[tuple[str, str, str]]
_PERSON = re.compile(r"(?<=填表人：)\S{2,4}?(?=填报)")
_NUMBER = re.compile(r"1[\d*]{10}|\d{3}\*{4}\d{4}")


def main() -> int:
    """Print the comparison; 0 when all holds or the seeds are not here."""
    if not TEXT.exists():
        print(f"not checked: {TEXT} is not here")
        return 0
    bad = sum(_held_against(which) for which in "HT")
    text = _essence(TEXT)
    for other in (SEEDS / "formats" / f"report.{name}" for name in ("docx", "doc", "html", "pdf")):
        if other.exists():
            differs = _difference(text, _essence(other), other.name)
            bad += differs and other.suffix in (".docx", ".doc")
    return int(bool(bad))


def _held_against(which: str) -> int:
    command = [sys.executable, "-m", "jixiao.cli", "audit", "--format", "json", str(TEXT)]
    report = subprocess.run(command, text=True, capture_output=True, check=False).stdout
    done = subprocess.run(
        [sys.executable, str(SEEDS / "check.py"), which], input=report, text=True, capture_output=True, check=False
    )
    print(done.stdout + done.stderr, end="")
    return done.returncode


def _essence(path: Path) -> Essence:
    """Findings without their places: code, the words without blanks, and what is right."""
    findings: tuple[Any, ...] = pipeline.audit(path).findings
    return Counter(
        (f.code, _anonymous(f.places[0].quote if f.places else ""), _anonymous(f.expected or "")) for f in findings
    )


def _anonymous(words: str) -> str:
    """Without blanks, and without the preparer and number, which differ between the copies at hand."""
    return _PERSON.sub("", _NUMBER.sub("", "".join(words.split())))


def _difference(text: Essence, other: Essence, name: str) -> bool:
    same = text == other
    print(
        f"{name}: {'the same findings' if same else 'other findings'} ({sum(other.values())}, text {sum(text.values())})"
    )
    for title, rest in (("only in the text", text - other), (f"only in {name}", other - text)):
        for code, quote, right in rest.elements():
            print(f"  {title}: {code} 「{quote[:40]}」 → {right}")
    return not same


if __name__ == "__main__":
    sys.exit(main())
