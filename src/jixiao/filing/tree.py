"""Tree (数据树): a YAML or JSON text as plain mappings, lists and words, with the line of each address.

Numbers stay words (1107.50 keeps its last zero), a key given twice is a mistake, and neither references nor depth can
make a small file large.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from jixiao.filing.mistakes import mistake
from jixiao.model.filing import Mistake

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_NULLS = frozenset(["", "~", "null", "Null", "NULL"])


@dataclass
class Tree:
    """What a text holds: ``data``, None where nothing could be made of it; ``lines`` by address, from 1."""

    data: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def where(self, address: str) -> str:
        """An address as the user finds it: its line, or that of the nearest thing it stands in."""
        near = address
        while near and near not in self.lines:
            near = near.rpartition(".")[0]
        line = self.lines.get(near)
        return f"第{line}行 {address}".rstrip() if line else address


class _Stop(Exception):  # noqa: N818 - it ends the reading, nothing failed
    """The rest of the text is of no use."""


def of_yaml(text: str) -> Tree:
    """A YAML text; damaged ones give a tree without data and one mistake."""
    tree = Tree()
    line = 0
    try:
        events = iter(yaml.parse(text, Loader=_LOADER))
        for event in events:
            line = _line(event)
            if isinstance(event, yaml.DocumentStartEvent):
                if tree.data is not None:
                    raise _stop("several", line)
                tree.data = _node(next(events), events, tree, "", 0)
    except _Stop as stop:
        tree.data = None
        tree.mistakes.append(stop.args[0])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        tree.data = None
        problem = str(getattr(error, "problem", None) or "有不能出现的字符").splitlines()[0]
        tree.mistakes.append(mistake("syntax", "", f"第{mark.line + 1 if mark else line or 1}行", "", problem=problem))
    return tree


def _node(event: yaml.Event, events: Iterator[yaml.Event], tree: Tree, address: str, depth: int) -> Any:  # noqa: ANN401
    line = _line(event)
    tree.lines[address] = line
    if depth > _DEEPEST:
        raise _stop("deep", line)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _stop("alias", line)
    tag = getattr(event, "tag", None)
    if tag and tag != "!":  # "!" alone is what the parser gives to quoted words
        raise _stop("tag", line)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, tree, address, depth)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, tree, address, depth)
    if not isinstance(event, yaml.ScalarEvent):
        raise _stop("syntax", line, problem="这里缺少内容")
    return None if event.style is None and event.value in _NULLS else event.value


def _mapping(events: Iterator[yaml.Event], tree: Tree, address: str, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise _stop("syntax", _line(event), problem="名称应是文字")
        key, inner = event.value, _below(address, event.value)
        value = _node(next(events), events, tree, inner, depth + 1)
        line = _line(event)
        if key in found:
            tree.mistakes.append(mistake("key_twice", inner, f"第{line}行 {inner}", key, key=key))
        else:
            found[key] = value
            tree.lines[inner] = line
    return found


def _sequence(events: Iterator[yaml.Event], tree: Tree, address: str, depth: int) -> list[Any]:
    found: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        found.append(_node(event, events, tree, _below(address, str(len(found) + 1)), depth + 1))
    return found


def of_json(text: str) -> Tree:
    """A JSON text; damaged ones give a tree without data and one mistake."""
    tree = Tree()
    twice: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                twice.append(key)
            else:
                found[key] = value
        return found

    try:
        tree.data = json.loads(text, object_pairs_hook=once, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        tree.mistakes.append(mistake("syntax_json", "", f"第{error.lineno}行第{error.colno}字", "", problem=error.msg))
    except RecursionError:
        tree.mistakes.append(mistake("deep", "", "", ""))
    tree.mistakes += [mistake("key_twice", key, key, key, key=key) for key in twice]
    return tree


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _below(address: str, key: str) -> str:
    return f"{address}.{key}" if address else key


def _stop(rule: str, line: int, **words: str) -> _Stop:
    return _Stop(mistake(rule, "", f"第{line}行", "", **words))
