"""命令: one file a verb, thin over the pipeline. A verb's file is imported only when that verb is called."""

from __future__ import annotations

import sys


def main() -> None:
    """The command ``jixiao``."""
    from jixiao.cli.front import run  # noqa: PLC0415 - importing jixiao.cli must cost nothing

    sys.exit(run(sys.argv[1:]))
