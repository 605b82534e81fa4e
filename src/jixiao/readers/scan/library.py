"""The libraries of the extra ``scan``: loaded once, when the first picture is read, and kept to one thread."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

NEEDED = ("cv2", "numpy", "onnxruntime", "rapidocr", "PIL")

Pixels = Any  # a numpy array: rows, columns, and red, green, blue, or one grey


@cache
def available() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) is not None for name in NEEDED)


@cache
def opencv() -> Any:  # noqa: ANN401 - comes without types that hold
    """OpenCV, on one thread: a batch runs a process for each processor."""
    library = import_module("cv2")
    library.setNumThreads(1)
    return library


@cache
def numpy() -> Any:  # noqa: ANN401 - the base does without it, and so do its types
    """The arrays in which pictures are."""
    return import_module("numpy")
