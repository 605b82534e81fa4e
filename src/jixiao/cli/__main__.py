"""``python -m jixiao.cli`` is the command ``jixiao``."""

from jixiao.cli import main

main()
