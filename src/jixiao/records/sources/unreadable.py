"""What is said where a whole file or table cannot be read."""

from __future__ import annotations

from jixiao.records.trouble import Trouble


class Unreadable(Exception):  # noqa: N818 - said to the user in the command line's words
    """A source that cannot be read, with the trouble to tell."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.problem)
        self.trouble = trouble


def fatal(name: str, problem: str, fix: str, problem_en: str, fix_en: str) -> Trouble:
    """The trouble of a whole file."""
    return Trouble(name, "", None, "", "", f"{problem}。", f"{fix}。", f"{problem_en}.", f"{fix_en}.", fatal=True)
