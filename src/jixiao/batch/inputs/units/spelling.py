"""How units are written (单位名称的写法): region before the name or not, 局 of a full name or of a short one, words left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_BRACKETS = re.compile(r"[（(\[【〔][^）)\]】〕]{0,20}[）)\]】〕]")
_OUTSIDE = re.compile(r"[^一-鿿A-Za-z0-9]+")
_AROUND = re.compile(r"^(?:中国共产党|中共)|(?:机关本级|本级机关|本级|机关)$")
_REGIONS = (
    re.compile(r"[一-鿿]{2,8}?(?:省|自治区|特别行政区)"),
    re.compile(r"[^区县旗]{2,8}?(?:(?<!城)市|自治州|州|盟|地区)(?![场政民容域监直])"),
    re.compile(r"[一-鿿]{1,6}?(?:自治县|区|县|旗|(?<!城)市)(?![域块划间场政民容监直])"),
)
_OWN = re.compile(r"(?:省|市(?![场政民容域监直])|州|县(?!域)|区(?![域块划间])|旗|本)")
# Words that a short name leaves out. What is left must be the same: 公安局 is not 公安交通管理局.
_FILLERS = re.compile(r"和|与|及|暨|服务|管理|监督|事务|综合|人民(?=政府|法院|检察院)")
_ENDS = (
    ("管理委员会", "管委"),
    ("管委会", "管委"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
)
_TOWN = re.compile(r"(?<=[镇乡])政府$")
_ORGAN = re.compile(r"(?:局|委员会|委|办公室|办|厅|处|中心|院|会|社|站|所|队|校|馆)$")
_LEAST = 2  # characters that a name without its region must have


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name taken apart: its regions from the largest to the smallest, what it says of its own level only (区), its keys.

    Two names mean the same organ where they have a key in common; the first key is that of the name as it is written.
    """

    bare: str
    regions: tuple[str, ...]
    own: str
    keys: tuple[str, ...]


def bare(name: str) -> str:
    """A name without blanks, brackets and marks, in one width of letters."""
    return _OUTSIDE.sub("", _BRACKETS.sub("", unicodedata.normalize("NFKC", name)))


def spelled(name: str, known: tuple[str, ...] = ()) -> Spelling:
    """A name taken apart; ``known`` are regions that the list of units names, longest first."""
    whole = bare(name)
    text = _AROUND.sub("", whole) or whole
    regions: list[str] = []
    while (region := _region(text, known, len(regions))) is not None:
        regions.append(region)
        text = text[len(region) :]
    own = ""
    if not regions and (found := _OWN.match(text)) and _says(text[found.end() :]):
        own, text = found[0], text[found.end() :]
    return Spelling(whole, tuple(regions), own, _keys(text))


def _region(text: str, known: tuple[str, ...], level: int) -> str | None:
    named = next((one for one in known if text.startswith(one) and _says(text[len(one) :])), None)
    if named or level >= len(_REGIONS):
        return named
    for pattern in _REGIONS:
        found = pattern.match(text)
        if found and _says(text[found.end() :]):
            return found[0]
    return None


def _says(rest: str) -> bool:
    """Whether what is left of a name still says which organ it is: 财政局 does, 管理局 and 政府 do not."""
    return (
        len(rest) >= _LEAST
        and len(_ORGAN.sub("", _folded(rest))) >= 1
        and _folded(rest) not in {"政府", "局", "委", "管委"}
    )


def _keys(core: str) -> tuple[str, ...]:
    organ = _ORGAN.search(core)
    stem, end = (core[: organ.start()], organ[0]) if organ else (core, "")
    full = [*_aliases().get(core, ()), *(one + end for one in _aliases().get(stem, ()))]
    return tuple(dict.fromkeys(_folded(one) for one in (core, *full)))


def _folded(core: str) -> str:
    for long, short in _ENDS:
        core = core.removesuffix(long) + short if core.endswith(long) else core
    return _TOWN.sub("", _FILLERS.sub("", core)) or core


@cache
def _aliases() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(files(__package__).joinpath("aliases.yaml").read_text("utf-8"))
    return loaded
