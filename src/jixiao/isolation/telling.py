"""``tell``: how far an item has come, said by the code that does it, heard where the child was started."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[int, int], None]
_hearing: list[Tell] = []


def tell(done: int, total: int) -> None:
    """Says that ``done`` of ``total`` steps are done; outside a guarded child nobody hears it and it costs nothing."""
    for hear in _hearing:
        hear(done, total)


def hear(by: Tell) -> None:
    """From now on ``tell`` is heard by this one."""
    _hearing[:] = [by]
