"""The documents that rules rest on (依据), one YAML file each in law/citations."""

from __future__ import annotations

from functools import cache

from jixiao.law.files import Raw, names, raw
from jixiao.law.problem import LawError
from jixiao.model.law import Citation

SOURCES = ("V", "3P", "CODE", "SEED", "MEM", "DERIVED")


@cache
def citations() -> dict[str, Citation]:
    """Every citation: a document by its id, an article of it by ``id#article``."""
    found: dict[str, Citation] = {}
    for name in names("citations"):
        for citation in _of(name, raw("citations", name)):
            found[citation.id] = citation
    return found


def _of(name: str, data: Raw) -> list[Citation]:
    where = f"law/citations/{name}.yaml"
    if data.get("id") != name:
        raise LawError(f"{where} 的 id 应与文件名相同")
    if not data.get("title"):
        raise LawError(f"{where} 缺少 title")
    articles: dict[str, Raw] = data.get("articles") or {}
    whole = {
        "article": "",
        "verified": data.get("verified", False),
        "source": "DERIVED" if data.get("verified") else "",
    }
    return [_one(where, data, "", whole), *(_one(where, data, str(key), entry) for key, entry in articles.items())]


def _one(where: str, data: Raw, key: str, entry: Raw) -> Citation:
    source = str(entry.get("source", ""))
    if key and source.split(" ", maxsplit=1)[0] not in SOURCES:
        raise LawError(f"{where} 的“{key}”没有写明来源（{'、'.join(SOURCES)}）")
    if not isinstance(entry.get("verified"), bool):
        raise LawError(f"{where} 的“{key}”没有写明是否核实（verified）")
    return Citation(
        f"{data['id']}#{key}" if key else str(data["id"]),
        str(data["title"]),
        str(data.get("number") or ""),
        str(data.get("issuer") or ""),
        str(entry.get("article") or ""),
        entry["verified"],
        data.get("since"),
        data.get("until"),
        str(data.get("note") or ""),
        str(entry.get("text") or ""),
        source,
        bool(data.get("named", True)),
    )
