"""Reads the YAML files of this folder, once each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


@cache
def load_yaml(name: str) -> Any:  # noqa: ANN401 - YAML is whatever its file says
    """The content of a file under forms/, parsed."""
    with (ROOT / name).open("rb") as stream:
        return yaml.load(stream, _LOADER)  # noqa: S506 - a safe loader either way
