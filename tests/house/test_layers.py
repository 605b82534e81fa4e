"""A level imports only lower levels, and the folders of one level never import each other."""

from __future__ import annotations

import pytest

from tests.house.source import SRC, imports, modules

LEVELS = {
    "model": 0,
    "law": 1, "forms": 1, "isolation": 1,
    "readers": 2, "extract": 2, "records": 2, "rules": 2, "score": 2, "writers": 2,
    "filing": 2, "compose": 2,
    "pipeline": 3, "batch": 4, "preview": 4, "repair": 4,
    "cli": 5,
}  # fmt: skip
FREE = {"jixiao", "jixiao.__main__"}  # the front doors: they load the rest on first use
ANYWHERE = {"jixiao.__version__"}


def part(name: str) -> str:
    return name.split(".")[1]


def test_every_part_has_a_level():
    assert {part(name) for name in modules() if name not in FREE} <= set(LEVELS)


@pytest.mark.parametrize("name", sorted(set(modules()) - FREE))
def test_module_imports_only_lower_levels(name):
    mine = part(name)
    wrong = []
    for line, target in imports(modules()[name]):
        if target in ANYWHERE or not target.startswith("jixiao"):
            continue
        if target in {"jixiao", "jixiao.*"}:
            wrong.append(f"line {line} imports the whole of jixiao")
        elif part(target) != mine and LEVELS[part(target)] >= LEVELS[mine]:
            wrong.append(f"line {line} imports {target}, of level {LEVELS[part(target)]}; this is {LEVELS[mine]}")
    assert not wrong, f"{modules()[name].relative_to(SRC)}: {wrong}"


@pytest.mark.parametrize(
    "name", [name for name in modules() if name.startswith("jixiao.rules.") and name.count(".") > 2]
)
def test_rule_does_not_import_another_rule(name):
    home = name.split(".")[2]
    shared = ("jixiao.rules.registry", "jixiao.rules._", f"jixiao.rules.{home}._")
    targets = [target for _, target in imports(modules()[name])]
    others = [target for target in targets if target.startswith("jixiao.rules.") and not target.startswith(shared)]
    assert not others, "what rules share lives in a module that begins with _"


def test_the_nouns_import_nothing_of_ours_but_nouns():
    for name, path in modules().items():
        if name.startswith("jixiao.model"):
            foreign = [t for _, t in imports(path) if t.startswith("jixiao") and not t.startswith("jixiao.model")]
            assert not foreign, name
