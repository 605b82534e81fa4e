"""格式: concepts, and what each division prescribes for a report, as YAML, and their loader."""

from jixiao.forms.base import base_lines
from jixiao.forms.concepts import Concept, concept_of, concepts
from jixiao.forms.forms import Form, FormError, all_forms, load
from jixiao.forms.layout import BaseLine, ClassForm
from jixiao.forms.match import match

__all__ = [
    "BaseLine",
    "ClassForm",
    "Concept",
    "Form",
    "FormError",
    "all_forms",
    "base_lines",
    "concept_of",
    "concepts",
    "load",
    "match",
]
