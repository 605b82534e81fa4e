"""docs/cli/: the help of every verb, as the command prints it."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from unittest.mock import patch

import click

from jixiao.cli import front


def pages() -> dict[str, str]:
    """The pages by their path under docs/."""
    context = click.Context(front.front)
    verbs = {name: front.front.get_command(context, name) for name in front.front.list_commands(context)}
    below = {name: verb.list_commands(context) if isinstance(verb, click.Group) else [] for name, verb in verbs.items()}
    links = "".join(f"- [jixiao {name}]({name}.md)\n" for name in verbs)
    return {"cli/index.md": f"# 命令 Command line\n\n{_help()}\n{links}"} | {
        f"cli/{name}.md": f"# jixiao {name}\n\n{_help(name)}" + "".join(
            f"\n## jixiao {name} {inner}\n\n{_help(name, inner)}" for inner in below[name]
        ) for name in verbs
    }  # fmt: skip


def _help(*verb: str) -> str:
    """The help of a verb in both languages."""
    return "\n".join(f"```text\n{_printed([*verb, '--help'], lang)}```\n" for lang in ("zh", "en"))


def _printed(args: list[str], lang: str) -> str:
    """What the command prints."""
    with patch.dict(os.environ, JIXIAO_LANG=lang), redirect_stdout(io.StringIO()) as out:
        front.run(args)
    return out.getvalue()
