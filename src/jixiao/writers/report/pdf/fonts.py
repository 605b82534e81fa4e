"""Chinese fonts for the PDF. The same on every machine, so that the same data gives the same bytes.

Those that come with jixiao as a package (Noto Sans SC, Noto Serif SC; SIL OFL) serve when nothing else is asked for. A folder
named by ``JIXIAO_FONTS`` goes before them: there the standard's own fonts are looked for by name.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from typst import Compiler, Fonts

from jixiao.writers.report.refused import NotWritten

VARIABLE = "JIXIAO_FONTS"
SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
_SERIFS = (SERIF, "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体")
_SANSES = (SANS, "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体")
# Role → names as the fonts give them themselves, the best first: the standard's own, then open ones that look alike.
ROLES: Mapping[str, tuple[str, ...]] = {
    "fangsong": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋", "FandolFang", "FandolFang R"),
    "hei": ("SimHei", "黑体", "STHeiti", "华文黑体", "FandolHei"),
    "kai": (
        "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "FandolKai", "FandolKai R",
        "LXGW WenKai", "霞鹜文楷", "AR PL KaitiM GB", "AR PL UKai CN",
    ),
    "biaosong": (
        "FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "STZhongsong", "华文中宋",
    ),
    "song": ("SimSun", "宋体", "NSimSun", "STSong", "华文宋体", "FandolSong", "AR PL SungtiL GB"),
}  # fmt: skip
_STAND_IN = {"hei": _SANSES}  # every other role is stood in for by a Song


@dataclass(frozen=True, slots=True)
class Chosen:
    """字体: the fonts at hand, in a compiler that is used again and again.

    ``names`` by role, the best first; ``own`` are the roles that have a font of their own.
    """

    compiler: Compiler
    names: Mapping[str, tuple[str, ...]]
    own: frozenset[str]


def chosen() -> Chosen:
    """The fonts that the PDF is set in; raises NotWritten where no Chinese font is at hand."""
    return _chosen(os.environ.get(VARIABLE, ""))


@cache
def _chosen(folder: str) -> Chosen:
    folders = _packaged()
    if folder:
        if not Path(folder).is_dir():
            raise NotWritten(
                f"{VARIABLE} 所指的字体文件夹「{folder}」不存在，请改正或去掉这个环境变量。",
                f'No PDF: the folder of fonts "{folder}" named by {VARIABLE} does not exist; correct or unset the variable.',
            )
        folders.insert(0, folder)
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    present = set(fonts.families())
    common = [name for name in (*_SERIFS, *_SANSES) if name in present]
    names, own = {}, set()
    for role, wanted in ROLES.items():
        best = [name for name in wanted if name in present]
        like = [name for name in _STAND_IN.get(role, _SERIFS) if name in present]
        names[role] = tuple(dict.fromkeys((*best, *like, *common)))
        if best:
            own.add(role)
    if not all(names.values()):
        raise NotWritten(
            f"没有找到中文字体。请运行 pip install pylopdf-fonts-zh-cn，或用环境变量 {VARIABLE} 指明字体文件夹。",
            f"No PDF: no Chinese font was found. Run pip install pylopdf-fonts-zh-cn, or name a folder of fonts in {VARIABLE}.",
        )
    return Chosen(Compiler(font_paths=fonts, ignore_system_fonts=True), names, frozenset(own))


def _packaged() -> list[str]:
    try:
        from pylopdf_fonts_zh_cn import serif_path  # noqa: PLC0415 - without the package, a folder may still do
    except ImportError:
        return []
    return [str(serif_path().parent)]
