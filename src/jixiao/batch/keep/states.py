"""现状: the states of the rules under which something is kept, a small file each, so that it is known what changed since."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jixiao.batch.canonical import canonical
from jixiao.batch.keep.made import State, state

FOLDER = "states"


def write_state(folder: Path) -> None:
    """Notes the state now."""
    now = state()
    path = folder / FOLDER / f"{now.id.hex()}.json"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        new = path.with_suffix(".new")
        new.write_bytes(canonical(asdict(now)))
        new.replace(path)


@cache
def state_of(folder: Path, made: bytes) -> State | None:
    """The state by which outcomes were made; None where that is not known."""
    if made == state().id:
        return state()
    try:
        found = State(**json.loads((folder / FOLDER / f"{made.hex()}.json").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.id == made else None


class Since:
    """What changed since a state: rules, the scoring, entries of the law of a pack."""

    def __init__(self, then: State, pack: str) -> None:
        now = state()
        self.rules = frozenset(code for code, made in now.rules.items() if then.rules.get(code) != made)
        self.score = then.score != now.score
        old, new = then.law.get(pack, {}), now.law.get(pack, {})
        self.law = frozenset(name for name in {*old, *new} if old.get(name) != new.get(name))


@cache
def since(folder: Path, made: bytes, pack: str) -> Since | None:
    """What changed since outcomes were made; None where that is not known."""
    then = state_of(folder, made)
    return Since(then, pack) if then else None
