"""A step of a cast: a working column and its expression, which may name the columns of earlier steps."""

from __future__ import annotations

Step = tuple[str, str]
