"""The @rule decorator, and the catalogue that collects every rule by walking the family folders."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from jixiao.model.finding import Finding, Fix, Outcome, Rule
from jixiao.model.place import Place

FAMILIES = ("structure", "figures", "indicators", "scores", "text", "publication", "reading")
_found: dict[str, Rule] = {}
Check = Callable[..., Iterator[Outcome]]


def rule(
    code: str,
    *,
    title: str,
    title_en: str,
    message: str,
    message_en: str,
    cite: str,
    severity: str = "error",
    since: int = 2000,
    until: int | None = None,
    variants: dict[str, tuple[str, str]] | None = None,
    local: dict[str, str] | None = None,
) -> Callable[[Check], Check]:
    """Make a function a rule.

    The function is named as its file and takes any of ``report``, ``law``, ``scores``, ``proofs`` by name; it yields findings
    (see ``finding``) and ``NotChecked``. ``message`` and ``message_en`` are templates over ``{expected}``, ``{found}``
    and the finding's own values; ``variants`` holds further templates by name. ``cite`` is an id of law/citations,
    ``local`` the one that takes its place in a division (430600).
    """

    def register(check: Check) -> Check:
        module = inspect.getmodule(check)
        doc = inspect.getdoc(module) or ""
        family = check.__module__.rsplit(".", 2)[-2]
        if code in _found and _found[code].check.__module__ != check.__module__:
            raise ValueError(f"rule code {code} is used twice: {_found[code].check.__module__} and {check.__module__}")
        _found[code] = Rule(
            code, check.__name__, family, title, title_en, {"": (message, message_en), **(variants or {})},
            cite, severity, since, until, doc, tuple(inspect.signature(check).parameters), check,
            tuple((local or {}).items()),
        )  # fmt: skip
        return check

    return register


def finding(
    *places: Place,
    expected: str | None = None,
    found: str | None = None,
    fix: str | None = None,
    severity: str = "",
    variant: str = "",
    **values: object,
) -> Finding:
    """A finding of the rule that yields it: the first place is the one to point at; ``fix`` replaces its words.

    ``severity`` only where it differs from the rule's own.
    """
    mend = Fix(places[0], fix) if fix is not None else None
    return Finding("", severity, places, expected, found, mend, {k: str(v) for k, v in values.items()}, variant)


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by code, in order of code."""
    package = import_module("jixiao.rules")
    for family in FAMILIES:
        for module in pkgutil.iter_modules([f"{package.__path__[0]}/{family}"]):
            if not module.name.startswith("_"):
                import_module(f"jixiao.rules.{family}.{module.name}")
    return dict(sorted(_found.items()))
