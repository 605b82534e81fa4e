import io
import re
import zipfile
from copy import deepcopy
from dataclasses import replace
from html import escape

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao import audit_bytes
from jixiao.law import load
from jixiao.model.audit import Audit
from jixiao.model.document import Document
from jixiao.model.finding import Finding, Rule
from jixiao.model.report import FormMatch, Report
from jixiao.model.score import Scores
from jixiao.pipeline import annotate
from jixiao.readers import read_bytes
from jixiao.writers.docx.spans import byte_offset, in_utf8, spans

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{URI}}}"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def package(body, more=None, declaration='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', encoding="utf-8"):
    document = f'{declaration}<w:document xmlns:w="{URI}"><w:body>{body}<w:sectPr/></w:body></w:document>'.encode(
        encoding
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELS,
            "word/document.xml": document,
            **(more or {}),
        }.items():
            out.writestr(name, data)
    return buffer.getvalue()


def run(text, style=""):
    return f'<w:r>{style}<w:t xml:space="preserve">{text}</w:t></w:r>'


def audited(data, rules, *quotes):
    """An audit with one finding on each of some words: the first paragraph or cell that holds them; "" an empty cell."""
    document = read_bytes(data, "报告.docx")
    findings = []
    for quote in quotes:
        cells = [cell for table in document.tables for cell in table.cells]
        words = next(w for w in (*document.paragraphs, *cells) if (quote in w.text if quote else not w.text))
        start = words.text.index(quote)
        findings.append(Finding("TX106", "warning", (words.place(start, start + len(quote)),), "对", quote))
    report = Report(document, FormMatch("", "", "", ""))
    return Audit(report, Scores("CN-2020", "", ()), tuple(findings), (), rules, load().citations)


@pytest.fixture
def rules(audit):
    return audit.rules


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def commented(data):
    """The words under each comment, by number, and the text of each comment."""
    found = parts(data)
    root = etree.fromstring(found["word/document.xml"])
    words, open_ = {}, set()
    for element in root.iter():
        if element.tag == W + "commentRangeStart":
            open_.add(element.get(W + "id"))
            words[element.get(W + "id")] = ""
        elif element.tag == W + "commentRangeEnd":
            open_.remove(element.get(W + "id"))
        elif element.tag in (W + "t", W + "tab") and not any(a.tag == W + "del" for a in element.iterancestors()):
            for number in open_:
                words[number] += element.text if element.tag == W + "t" else "\t"
    assert not open_
    assert {e.get(W + "id") for e in root.iter(W + "commentReference")} >= set(words)
    return words


def without_comments(xml):
    """The body without comment marks, and with runs of one style joined again, as canonical XML."""
    root = etree.fromstring(xml)
    for element in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        parent = element.getparent()
        parent.remove(element)
        if parent.tag == W + "r" and not len(parent):
            parent.getparent().remove(parent)
    for one in list(root.iter(W + "r")):
        before = one.getprevious()
        if (
            before is not None
            and before.tag == W + "r"
            and style_of(before) == style_of(one)
            and before.attrib == one.attrib
        ):
            joined = deepcopy(before)
            joined.extend([child for child in one if child.tag != W + "rPr"])
            one.getparent().remove(before)
            one.getparent().replace(one, joined)
    for text in list(root.iter(W + "t")):
        before = text.getprevious()
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        if before is not None and before.tag == W + "t":
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return etree.tostring(root, method="c14n")


@given(st.lists(st.text("支出9.&<> ", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_any_words_over_any_runs(texts, data):
    whole = "".join(texts)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    body = "".join(run(escape(text), (BOLD, "")[n % 2]) for n, text in enumerate(texts))
    original = package(f"<w:p>{run('例')}{body}{run('尾')}</w:p>")
    document = read_bytes(original, "报告.docx")
    finding = Finding("TX106", "warning", (document.paragraphs[0].place(1 + start, 1 + end),), "对", "错")
    rule = Rule(
        "TX106",
        "slip",
        "text",
        "笔误",
        "slip",
        {"": ("错", "wrong")},
        "arithmetic",
        "warning",
        2018,
        None,
        "",
        (),
        list,
    )
    audit = Audit(
        Report(document, FormMatch("", "", "", "")),
        Scores("CN-2020", "", ()),
        (finding,),
        (),
        (rule,),
        load().citations,
    )
    result = annotate(audit, original)
    assert commented(result) == {"0": whole[start:end]}
    assert without_comments(parts(result)["word/document.xml"]) == without_comments(
        parts(original)["word/document.xml"]
    )


def style_of(run_):
    style = run_.find(W + "rPr")
    return None if style is None else etree.tostring(style, method="c14n")


BOLD = "<w:rPr><w:b/></w:rPr>"
NUMBERING = (
    f'<w:numbering xmlns:w="{URI}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
DOCUMENT_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>'
)


def table(*cells):
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl><w:p/>"


LABEL = f"<w:p>{run('指标')}</w:p>"
NUMBERED = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
CASES = {
    "inside a run": (f"<w:p>{run('支出合计1107.5元，全年。')}</w:p>", "1107.5元"),
    "a whole run": (f"<w:p>{run('甲')}{run('1107.5元', BOLD)}{run('乙')}</w:p>", "1107.5元"),
    "over several runs": (f"<w:p>{run('支出11')}{run('07.', BOLD)}{run('5元，全年')}</w:p>", "1107.5元"),
    "all of a paragraph": (f"<w:p>{run('例行节约')}</w:p>", "例行节约"),
    "the end of a paragraph": (f"<w:p>{run('按照例行节约')}</w:p>", "例行节约"),
    "behind references": (f"<w:p>{run('甲&amp;乙&#20803;&lt;例行节约&gt;')}</w:p>", "例行节约"),
    "with references": (f"<w:p>{run('甲&amp;乙&#20803;')}</w:p>", "&乙元"),
    "with a tab": ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>填表人</w:t><w:tab/><w:t>日期：无</w:t></w:r></w:p>", "人\t日"),
    "in a cell": (table(LABEL, f"<w:p>{run('9.4分')}</w:p>"), "9.4"),
    "in the second paragraph of a cell": (table(f"{LABEL}<w:p>{run('得9.4分')}</w:p>"), "9.4"),
    "an empty cell": (table(LABEL, "<w:p><w:pPr><w:jc w:val='left'/></w:pPr></w:p>"), ""),
    "an empty cell in one tag": (table(LABEL, "<w:p w:rsidR='00'/>"), ""),
    "a numbered paragraph": (f"<w:p>{NUMBERED}{run('支出1107.5元')}</w:p>", "1107.5元"),
    "in a link": (f"<w:p>{run('见')}<w:hyperlink w:anchor='a'>{run('附件1107.5元')}</w:hyperlink></w:p>", "1107.5元"),
    "in a content control": (f"<w:sdt><w:sdtContent><w:p>{run('支出1107.5元')}</w:p></w:sdtContent></w:sdt>", "1107.5元"),
    "in an insertion": (f"<w:p>{run('支出')}<w:ins w:id='9' w:author='甲'>{run('1107.5元整')}</w:ins></w:p>", "1107.5元"),
    "beside a deletion": (
        f"<w:p>{run('支出11')}<w:del w:id='8' w:author='甲'><w:r><w:delText>99</w:delText></w:r></w:del>{run('07.5元')}</w:p>", "1107.5元",
    ),
    "with a > in an attribute": ("<w:p w:rsidR='a>b'><w:r w:rsidR='1'><w:t>支出1107.5元整</w:t></w:r></w:p>", "1107.5元"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "quote"), CASES.values(), ids=CASES.keys())
def test_a_comment_stands_on_exactly_the_words(rules, body, quote):
    more = {
        "word/numbering.xml": NUMBERING,
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/media/印章.png": b"\x89PNG",
    }
    data = package(body, more)
    audit = audited(data, rules, quote)
    result = annotate(audit, data)
    assert commented(result) == {"0": quote}
    before, after = parts(data), parts(result)
    touched = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name in after if before.get(name) != after[name]} == touched
    assert list(after)[: len(before)] == list(before)
    assert without_comments(after["word/document.xml"]) == without_comments(before["word/document.xml"])
    again = read_bytes(result, "报告.docx")
    assert [w.text for w in again.words] == [w.text for w in audit.report.document.words]
    assert annotate(audit, data) == result


BOX = (
    "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires='wps'><w:drawing>"
    f"<w:txbxContent><w:p>{run('按照例行节约')}</w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = f"<m:oMath xmlns:m='{MATH}'><m:r><m:t>例行节约</m:t></m:r></m:oMath>"


@pytest.mark.parametrize("inside", [BOX, FORMULA], ids=["text box", "formula"])
def test_where_word_takes_no_comments_they_stand_around(rules, inside):
    data = package(f"<w:p>{run('甲')}{inside}{run('乙')}</w:p>")
    result = annotate(audited(data, rules, "例行节约"), data)
    root = etree.fromstring(parts(result)["word/document.xml"])
    [start], [end] = root.iter(W + "commentRangeStart"), root.iter(W + "commentRangeEnd")
    assert start.getparent().tag == end.getparent().tag == W + "p"
    assert not any(start.iterancestors(W + "txbxContent"))
    assert "例行节约" in "".join(start.getnext().itertext())
    assert end.getprevious() is start.getnext()
    assert without_comments(parts(result)["word/document.xml"]) == without_comments(parts(data)["word/document.xml"])


def test_an_automatic_number_is_commented_on_the_words_behind_it(rules):
    data = package(
        f"<w:p>{NUMBERED}{run('支出情况')}</w:p>",
        {"word/numbering.xml": NUMBERING, "word/_rels/document.xml.rels": DOCUMENT_RELS},
    )
    assert commented(annotate(audited(data, rules, "一、"), data)) == {"0": "支出情况"}


def test_what_stands_in_a_header_is_said_at_the_first_words(rules):
    data = package(f"<w:p>{run('标题')}</w:p><w:p>{run('正文')}</w:p>")
    audit = audited(data, rules, "正文")
    [finding] = audit.findings
    header = replace(finding.places[0], part="header", block=9, quote="例行节约")
    result = annotate(replace(audit, findings=(replace(finding, places=(header,)),)), data)
    assert commented(result) == {"0": "标题"}
    assert "页眉「例行节约」" in parts(result)["word/comments.xml"].decode()


def test_many_comments_on_the_same_words_stand_side_by_side(rules):
    data = package(f"<w:p>{run('支出合计1107.5元，占20%。')}{run('按照例行节约')}</w:p>")
    quotes = ("1107.5元", "合计1107.5元，占", "1107.5元", "占20%。按照", "例行节约")
    result = annotate(audited(data, rules, *quotes), data)
    assert commented(result) == dict(zip("01234", quotes, strict=True))
    assert without_comments(parts(result)["word/document.xml"]) == without_comments(parts(data)["word/document.xml"])


def test_comments_that_are_there_stay_and_numbers_go_on(rules):
    there = f'<w:comments xmlns:w="{URI}"><w:comment w:id="7" w:author="科长"><w:p><w:r><w:t>核实</w:t></w:r></w:p></w:comment></w:comments>'
    rels = DOCUMENT_RELS.replace("/numbering", "/comments").replace("numbering.xml", "comments.xml")
    closing = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    body = f'<w:p><w:commentRangeStart w:id="7"/>{run("支出1107.5元")}{closing}</w:p>'
    data = package(body, {"word/comments.xml": there, "word/_rels/document.xml.rels": rels})
    result = annotate(audited(data, rules, "1107.5元"), data)
    assert commented(result) == {"7": "支出1107.5元", "8": "1107.5元"}
    comments = parts(result)["word/comments.xml"].decode()
    assert comments.startswith(there.removesuffix("</w:comments>"))
    assert parts(result)["[Content_Types].xml"] == parts(data)["[Content_Types].xml"]


def test_the_comment_says_what_is_wrong_and_what_is_right(rules):
    data = package(f"<w:p>{run('按照例行节约')}</w:p>")
    tree = etree.fromstring(parts(annotate(audited(data, rules, "例行节约"), data))["word/comments.xml"])
    [comment] = tree
    assert (comment.get(W + "author"), comment.get(W + "date")) == ("jixiao", "2000-01-01T00:00:00Z")
    assert "".join(comment.itertext()).startswith("! 预警 TX106 笔误“例行节约”应为“对”应为：对依据：算术关系")


def test_other_encodings_and_prefixes(rules):
    data = package(
        f"<w:p>{run('按照例行节约')}</w:p>", declaration='<?xml version="1.0" encoding="GB18030"?>', encoding="gb18030"
    )
    if not read_bytes(data, "报告.docx").readable:
        pytest.skip("the reader takes no GB18030")
    assert commented(annotate(audited(data, rules, "例行节约"), data)) == {"0": "例行节约"}
    other = parts(package(f"<w:p>{run('按照例行节约')}</w:p>"))["word/document.xml"].decode()
    other = re.sub(r"(</?|\s)w:", r"\1doc:", other).replace("xmlns:w=", "xmlns:doc=")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, text in {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": other}.items():
            out.writestr(name, text)
    assert commented(annotate(audited(buffer.getvalue(), rules, "例行节约"), buffer.getvalue())) == {"0": "例行节约"}


def test_python_docx_opens_the_result(rules):
    source = docx.Document()
    source.add_paragraph("支出合计1107.5元，按照例行节约的原则。")
    table = source.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计9.4分"
    buffer = io.BytesIO()
    source.save(buffer)
    data = buffer.getvalue()
    result = annotate(audited(data, rules, "1107.5元", "例行节约", "9.4"), data)
    opened = docx.Document(io.BytesIO(result))
    assert opened.paragraphs[0].text == "支出合计1107.5元，按照例行节约的原则。"
    assert opened.tables[0].cell(0, 0).text == "合计9.4分"
    assert sorted(commented(result).values()) == ["1107.5元", "9.4", "例行节约"]


def test_real_rules_on_a_real_package(rules):
    data = package(
        f"<w:p>{run('全年支出合计846.2万元，项目支出533.7万元，占总支出的')}{run('66.07%', BOLD)}{run('。')}</w:p>"
    )
    audit = audit_bytes(data, "报告.docx", strict=True)
    shares = [n for n, finding in enumerate(audit.findings) if finding.code == "FG203"]
    assert [commented(annotate(audit, data))[str(n)] for n in shares] == ["66.07%"]


@pytest.mark.parametrize(
    "damage",
    [lambda d: d[: len(d) // 2], lambda d: b"PK\x03\x04" + d[4:60], lambda d: d.replace(b"PK\x01\x02", b"PK\x01\x00")],
)
def test_a_damaged_file_gives_a_sentence(rules, damage):
    data = package(f"<w:p>{run('按照例行节约')}</w:p>")
    audit = audited(data, rules, "例行节约")
    with pytest.raises(ValueError, match="文件"):
        annotate(audit, damage(data))


def test_nothing_found_changes_nothing(rules):
    data = package(f"<w:p>{run('支出')}</w:p>")
    audit = Audit(
        Report(Document("报告.docx", "docx", ""), FormMatch("", "", "", "")),
        Scores("CN-2020", "", ()),
        (),
        (),
        rules,
        load().citations,
    )
    assert parts(annotate(audit, data)) == parts(data)


def test_spans_find_every_element_in_the_text():
    xml = '<?xml version="1.0"?><a x="&gt;>"><b/><!-- <c> --><b>字&amp;</b><![CDATA[<d>]]></a>'.encode()
    assert [xml[s.begin : s.end] for s in spans(xml)] == [xml[xml.index(b"<a") :], b"<b/>", "<b>字&amp;</b>".encode()]
    assert byte_offset("字&amp;x".encode(), 2) == 8
    assert byte_offset(b"<![CDATA[x]]>", 1) is None
    assert (
        in_utf8('<?xml version="1.0" encoding="GBK"?><a>字</a>'.encode("gbk"))
        == '<?xml version="1.0" encoding="UTF-8"?><a>字</a>'.encode()
    )
    assert in_utf8('<?xml version="1.0" encoding="utf-16"?><a>字</a>'.encode("utf-16")).endswith("<a>字</a>".encode())
