"""Bound figures (绑定): each figure stands once in a data part of the file, and every place that prints it shows that part.

Word fills a content control from the part when the file is opened, and writes back what is typed into it; so a figure
that is changed in one place changes everywhere. The control holds the bare figure, its unit stands behind it as words.
A figure without text has no control: Word would print its own prompt (单击此处输入文字) in the empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.model.document import DATA_NAMESPACE
from jixiao.model.figure import Figure
from jixiao.model.manuscript import Manuscript, Run
from jixiao.writers.report.docx.text import attribute, escaped, run

STORE = "{6A1C0F5E-3B52-4C0B-9A5B-6A6978696F31}"  # the same in every file: a file has only one such part
_LONGEST = 64  # characters of a tag or a title that Word accepts
_ITEM = "/j:report[1]/j:figures[1]/j:figure[{}]/j:text[1]"


class Binding:
    """The figures of one manuscript, and the content controls that show them. The public edition is plain words."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._figures: Mapping[str, Figure] = manuscript.figures if manuscript.edition != "public" else {}
        self._heads = dict(self._controls())
        self._count = 0

    def _controls(self) -> Iterable[tuple[str, tuple[str, str]]]:
        """By figure: what stands before and after the number of a control."""
        for number, figure in enumerate(self._figures.values(), 1):
            title = f'<w:alias w:val="{attribute(figure.name, _LONGEST)}"/>' if figure.name else ""
            before = f'<w:sdt><w:sdtPr>{title}<w:tag w:val="{attribute(figure.id, _LONGEST)}"/><w:id w:val="'
            lines = ' w:multiLine="1"' if "\n" in figure.text else ""
            after = (
                f'"/><w:dataBinding w:prefixMappings="xmlns:j=\'{DATA_NAMESPACE}\'" w:xpath="{_ITEM.format(number)}" '
                f'w:storeItemID="{STORE}"/><w15:appearance w15:val="hidden"/><w:text{lines}/></w:sdtPr><w:sdtContent>'
            )
            yield figure.id, (before, after)

    def shown(self, figure: Figure, *, unit: bool) -> str:
        """A figure as runs: in its control, with the unit behind it where it is asked for."""
        behind = figure.unit if unit else ""
        held = self._figures.get(figure.id)
        if held is None or held.text != figure.text or not figure.text:  # two truths are never bound to one
            return run(figure.text + behind)
        before, after = self._heads[figure.id]
        self._count += 1
        return f"{before}{self._count}{after}{run(figure.text)}</w:sdtContent></w:sdt>{run(behind)}"

    def runs(self, runs: Iterable[Run], *, unit: bool) -> str:
        """Words and figures in their order."""
        return "".join(run(one) if isinstance(one, str) else self.shown(one, unit=unit) for one in runs)


def data_part(manuscript: Manuscript) -> bytes | None:
    """The data part: each figure once, and the filing as JSON; None in the public edition, which carries no data."""
    if manuscript.edition == "public":
        return None
    # In elements, not in attributes: LibreOffice 7 drops the attributes of a data part when it saves a Word file again.
    figures = "".join(
        f"<figure><id>{escaped(one.id)}</id><text>{escaped(one.text)}</text></figure>"
        for one in manuscript.figures.values()
    )
    filing = f"<filing>{escaped(manuscript.data)}</filing>" if manuscript.data else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<report xmlns="{DATA_NAMESPACE}">'
        f"<figures>{figures}</figures>{filing}</report>"
    ).encode()


DATA_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem '
    f'ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{DATA_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()
