"""Classes of indicators (指标类别) that a filing of a form may have."""

from __future__ import annotations

from functools import cache

from jixiao import forms
from jixiao.forms import ClassForm, Form


def classes(form: Form | None) -> tuple[ClassForm, ...]:
    """Those of a form; all that any form has, where the form is not known."""
    return form.classes if form is not None and form.classes else _all()


@cache
def _all() -> tuple[ClassForm, ...]:
    labels: dict[str, str] = {}
    parts: dict[str, dict[str, str]] = {}
    for path in forms.all_forms():
        for one in forms.load(path).classes:
            labels.setdefault(one.kind, one.label)
            parts.setdefault(one.kind, {}).update(one.parts)
    return tuple(ClassForm(kind, label, tuple(parts[kind].items())) for kind, label in labels.items())
