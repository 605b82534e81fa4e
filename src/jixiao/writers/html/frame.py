"""What every page of ours begins with: its language, its policy (nothing from outside), its style."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


def head(title: str, style: str, script: str, lang: str) -> str:
    """From the doctype to the open body; ``title`` is safe HTML."""
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if lang == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n"
    )


@cache
def asset(name: str) -> str:
    """A style or script that lies beside this file."""
    return files("jixiao.writers.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
