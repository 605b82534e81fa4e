"""The models of RapidOCR (文字识别): loaded once a process from its wheel, never from a network, on one thread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from jixiao.readers.scan.library import Pixels, numpy, opencv

_HEIGHT = 48  # points of a line, as the model was taught
_NARROW = 320  # points: narrower lines are filled up
_BATCH = 6
_SIDE = 2000  # points of a page in which lines are looked for
THREADS = 1


def _model(kind: str) -> Path:
    """The model in the wheel; any other place would mean to fetch it."""
    return next(Path(str(files("rapidocr"))).joinpath("models").glob(f"*_{kind}_*.onnx"))


@cache
def _finder() -> Any:  # noqa: ANN401 - comes without types
    engine = "EngineConfig.onnxruntime"
    options: dict[str, Any] = {
        "Global.log_level": "critical", "Global.max_side_len": _SIDE,
        f"{engine}.intra_op_num_threads": THREADS, f"{engine}.inter_op_num_threads": THREADS,
        "Det.model_path": str(_model("det")), "Cls.model_path": str(_model("cls")), "Rec.model_path": str(_model("rec")),
    }  # fmt: skip
    return import_module("rapidocr").RapidOCR(params=options)


@cache
def _reader() -> tuple[Any, str, tuple[str, ...]]:
    """The model that reads a line, the name of what goes in, and the characters that come out (the first is none)."""
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = THREADS
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    session = runtime.InferenceSession(str(_model("rec")), options, providers=["CPUExecutionProvider"])
    known = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    return session, session.get_inputs()[0].name, ("", *known, " ")


def characters() -> tuple[str, ...]:
    """What each column of ``chances`` stands for."""
    return _reader()[2]


def found(shades: Pixels) -> Pixels:
    """The four corners of each line of words on a page: an array of n by 4 by 2."""
    cv, np = opencv(), numpy()
    out = _finder()(cv.cvtColor(shades, cv.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
    return np.zeros((0, 4, 2), np.float32) if out is None or out.boxes is None else np.asarray(out.boxes)


def upside_down(strips: Sequence[Pixels]) -> bool:
    """Whether most lines stand on their heads."""
    cv = opencv()
    votes = 0
    for strip in strips:
        out = _finder()(cv.cvtColor(strip, cv.COLOR_GRAY2BGR), use_det=False, use_cls=True, use_rec=False)
        label, sure = out.cls_res[0]
        votes += (1 if label == "180" else -1) * (sure > 0.8)  # noqa: PLR2004 - a guess is no vote
    return votes > 0


def chances(strips: Sequence[Pixels]) -> list[Pixels]:
    """For each line: how likely each character is at each step from left to right."""
    np = numpy()
    session, name, _ = _reader()
    order = sorted(range(len(strips)), key=lambda at: strips[at].shape[1] / strips[at].shape[0])
    result: list[Pixels] = [None] * len(strips)
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        widths = [max(1, math.ceil(_HEIGHT * strips[at].shape[1] / strips[at].shape[0])) for at in batch]
        filled = np.zeros((len(batch), 3, _HEIGHT, max(_NARROW, *widths)), np.float32)
        for place, (at, width) in enumerate(zip(batch, widths, strict=True)):
            filled[place, :, :, :width] = _scaled(strips[at], width)
        out = session.run(None, {name: filled})[0]
        for place, (at, width) in enumerate(zip(batch, widths, strict=True)):
            steps = out.shape[1]
            result[at] = out[place, : min(steps, math.ceil(steps * width / filled.shape[3]) + 1)]
    return result


def _scaled(strip: Pixels, width: int) -> Pixels:
    cv, np = opencv(), numpy()
    how = cv.INTER_CUBIC if strip.shape[0] < _HEIGHT else cv.INTER_AREA
    return cv.resize(strip, (width, _HEIGHT), interpolation=how).astype(np.float32) / 127.5 - 1.0
