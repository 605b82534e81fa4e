"""Writes the generated pages of docs/ from the code and its data; with --check only says which are stale.

python -m scripts.docs [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.pages import cli, forms, law, rules

DOCS = Path(__file__).parents[1] / "docs"
PARTS = (rules, forms, law, cli)
FOLDERS = ("rules", "forms", "law", "cli")


def pages() -> dict[str, str]:
    """Every generated page by its path under docs/."""
    return {path: text for part in PARTS for path, text in part.pages().items()}


def stale(wanted: dict[str, str]) -> list[str]:
    """The pages that are missing, differ, or should not be there."""
    there = {path.relative_to(DOCS).as_posix(): path for name in FOLDERS for path in (DOCS / name).glob("*")}
    changed = [name for name, text in wanted.items() if name not in there or there[name].read_text("utf-8") != text]
    return sorted([*changed, *(there.keys() - wanted.keys())])


def write(wanted: dict[str, str], names: list[str]) -> None:
    """Brings the named pages up to date."""
    for name in names:
        path = DOCS / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], "utf-8")
        else:
            path.unlink()


def main() -> int:
    """Writes or checks; the exit code is 1 where --check finds a stale page."""
    wanted = pages()
    names = stale(wanted)
    if "--check" in sys.argv[1:]:
        for name in names:
            print(f"docs/{name} is stale: run make docs")
        return int(bool(names))
    write(wanted, names)
    print(f"docs: {len(wanted)} pages, {len(names)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
