"""Wording (套用文字): the form's fixed words with year, unit and date filled in."""

from __future__ import annotations

import re

from jixiao.forms import Form
from jixiao.model.filing import Filing

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NO_DATE = "　　　　年　　月　　日"


def dated(text: str) -> str:
    """An ISO date as it is printed: 2024年5月30日; other words as they are."""
    match = _ISO.fullmatch(text.strip())
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else text.strip()


def filled(text: str, filing: Filing, form: Form, project: str = "") -> str:
    """{year}, {last_year}, {unit}, {date}, {project} and the form's own terms filled in; other braces stay."""
    if "{" not in text:
        return text
    words = {
        "year": str(filing.year), "last_year": str(filing.year - 1), "unit": filing.unit, "date": dated(filing.date) or _NO_DATE,
        "project": project or (filing.projects[0].name if filing.projects else ""), **form.terms,
    }  # fmt: skip
    return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], match[0]), text)
