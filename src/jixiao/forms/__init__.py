"""格式: concepts, and what each division prescribes for a report, as YAML, and their loader."""

from jixiao.forms.concepts import Concept, concept_of, concepts
from jixiao.forms.forms import Form, FormError, all_forms, load
from jixiao.forms.match import match

__all__ = ["Concept", "Form", "FormError", "all_forms", "concept_of", "concepts", "load", "match"]
