"""格式: concepts, and what each division prescribes for a report, as YAML, and their loader."""

from jixiao.forms.concepts import Concept, concept_of, concepts

__all__ = ["Concept", "concept_of", "concepts"]
