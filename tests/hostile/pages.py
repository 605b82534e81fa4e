"""Hostile pages, texts and what calls itself other things."""

from __future__ import annotations

import base64

from tests.hostile.made import LAUGHS, LOCAL, REMOTE, WORDS, XML, hostile, zipped

TABLE = "<table><tr><td>项目</td><td>金额（万元）</td></tr><tr><td>支出合计</td><td>846.2</td></tr></table>"


def page(inner: str = "", head: str = "", doctype: str = "<!DOCTYPE html>") -> bytes:
    """A web page."""
    return f"{doctype}<html><head><meta charset='utf-8'>{head}</head><body><p>{WORDS}</p>{TABLE}{inner}</body></html>".encode()


@hostile("elements-300000-deep.html", reads=None)
def _():
    return page("<div>" * 300_000 + WORDS)


@hostile("tables-50000-deep.html", reads=None)
def _():
    return page("<table><tr><td>" * 50_000 + WORDS)


@hostile("cells-1-million.html", reads=None)
def _():
    return page("<table>" + ("<tr>" + "<td>1" * 100) * 10_000)


@hostile("cell-of-a-billion-rows.html", reads=None)
def _():
    return page(
        "<table><tr><td rowspan=1000000000 colspan=1000000000>1</td><td>2</td></tr><tr><td colspan=-5 rowspan=x>3</table>"
    )


@hostile("cells-of-many-spans.html", reads=None)
def _():
    return page("<table>" + "<tr><td rowspan=65534 colspan=1000>1" * 500 + "</table>")


@hostile("paragraphs-3-million.html", reads=None)
def _():
    return page("<p>" * 3_000_000)


@hostile("laughs.html", reads=None)
def _():
    return page("&l9;&l9;", doctype=LAUGHS.replace("<!DOCTYPE a", "<!DOCTYPE html"))


@hostile("from-outside.html", reads=True)
def _():
    u = "http://127.0.0.1:9/x"
    return page((
        f"<img src={u}><script src={u}></script><iframe src=file:///etc/passwd></iframe><link "
        f"rel=stylesheet href={u}><object data={u}></object><video src={u}>"
    ),
                f"<base href={u}><meta http-equiv=refresh content='0;url={u}'>")  # fmt: skip


@hostile("entities-of-noise.html", reads=None)
def _():
    return page("&#x110000;&#0;&#xD800;&#99999999999999;&" + "a" * 1_000_000 + "&amp" * 1_000_000)


@hostile("attribute-of-15-million.html", reads=None)
def _():
    return page(f"<p title='{'x' * 15_000_000}'>")


@hostile("attributes-500000.html", reads=None)
def _():
    return page(f"<p {' '.join(f'a{n}=1' for n in range(500_000))}>")


@hostile("comments-never-closed.html", reads=None)
def _():
    return page("<!--" * 1_000_000)


@hostile("zeros-in-every-word.html", reads=None)
def _():
    return page().replace("支".encode(), "支\0".encode())


@hostile("charset-that-lies.html", reads=None)
def _():
    return page().replace(b"utf-8", b"utf-7")


@hostile("drawing-with-a-local-file.svg", reads=None)
def _():
    return f'{XML}{LOCAL}<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text><image href="file:///etc/passwd"/></svg>'.encode()


@hostile("drawing-that-laughs.svg", reads=None)
def _():
    return f'{XML}{LAUGHS}<svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>'.encode()


@hostile("one-line-of-19-million.txt", reads=None)
def _():
    return ("支出1,2" * 2_000_000).encode()


@hostile("lines-5-million.txt", reads=None)
def _():
    return b"1\n" * 5_000_000


@hostile("bars-and-tabs.txt", reads=None)
def _():
    return ("|1" * 400_000 + "\n" + "\t" * 400_000 + "\n" + "  x" * 400_000).encode()


@hostile("bidi-and-invisible.txt", reads=True)
def _():
    return (
        WORDS + "\n" + "\u202e\u200b\u2066\ufeff" * 10_000 + WORDS + "\u0300" * 10_000 + "\n" + "\x1b[2J\x07" * 100
    ).encode()


@hostile("table-of-200000-bars.md", reads=None)
def _():
    return ("# 报告\n\n" + "| a " * 200_000 + "|\n" + "|---" * 200_000 + "|\n").encode()


@hostile("quotes-100000-deep.md", reads=None)
def _():
    return (">" * 100_000 + WORDS + "\n" + "- " * 50_000 + WORDS + "\n" + "[" * 50_000 + "](" * 50_000).encode()


@hostile("columns-1-million.csv", reads=None)
def _():
    return ("项目," * 1_000_000 + "\n" + "1," * 1_000_000).encode()


@hostile("cells-400000.csv", reads=None)
def _():
    return ("项目,金额\n" + "支出,1\n" * 200_000).encode()


@hostile("quote-never-closed.csv", reads=None)
def _():
    return ('项目,金额\n"' + "支出,1\n" * 200_000).encode()


@hostile("groups-1-million-deep.rtf", reads=None)
def _():
    return b"{\\rtf1\\ansi\\ansicpg936 " + b"{" * 1_000_000 + b"a" + b"}" * 1_000_000 + b"}"


@hostile("bytes-that-are-not-there.rtf", reads=None)
def _():
    return b"{\\rtf1\\ansi abc\\bin2147483647 x}"


@hostile("object-inside.rtf", reads=None)
def _():
    data = b"4d5a" * 50_000
    return (
        b"{\\rtf1\\ansi Total 846.2{\\object\\objemb\\objupdate{\\*\\objclass Package}{\\*\\objdata "
        + data
        + b"}}\\par}"
    )


@hostile("cells-1-million.rtf", reads=None)
def _():
    return b"{\\rtf1\\ansi " + b"\\trowd\\cellx100\\intbl 1\\cell\\row" * 500_000 + b"}"


@hostile("characters-of-noise.rtf", reads=None)
def _():
    return b"{\\rtf1\\ansi\\uc99999 \\u-99999999999 ?\\u55296?\\'zz\\'" + b"\\u20013?" * 200_000 + b"}"


@hostile("template-from-outside.rtf", reads=None)
def _():
    return (
        b"{\\rtf1\\ansi{\\*\\template http://127.0.0.1:9/x.dotm}Total 846.2\\par{\\field{\\*\\fldinst "
        b'INCLUDEPICTURE "http://127.0.0.1:9/x"}}}'
    )


@hostile("parts-in-parts.mht", reads=None)
def _():
    inner = WORDS
    for n in range(300):
        inner = f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n{inner}\r\n--b{n}--\r\n'
    return ("MIME-Version: 1.0\r\n" + inner).encode()


@hostile("page-in-letters.mht", reads=None)
def _():
    return (
        (
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: '
            b"text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        )
        + base64.b64encode(page("<img src=http://127.0.0.1:9/x>"))
        + b"\r\n--b--\r\n"
    )


@hostile("parts-200000.mht", reads=None)
def _():
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: text/html\r\n\r\nx\r\n" * 200_000
    )


ODT = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(inner: str, doctype: str = "") -> bytes:
    """An OpenDocument text."""
    content = (
        f'{XML}{doctype}<office:document-content xmlns:office="{ODT}office:1.0" '
        f'xmlns:text="{ODT}text:1.0" xmlns:table="{ODT}table:1.0"><office:body><office:text>'
        f"<text:p>{WORDS}</text:p>{inner}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


@hostile("dtd-laughs.odt", reads=False)
def _():
    return odt("<text:p>&l9;</text:p>", LAUGHS)


@hostile("cells-repeated-a-billion-times.odt", reads=None)
def _():
    cell = '<table:table-cell table:number-columns-repeated="1000000000"><text:p>1</text:p></table:table-cell>'
    return odt(
        f'<table:table><table:table-row table:number-rows-repeated="1000000000">{cell}</table:table-row>'
        f'</table:table><text:p><text:s text:c="2000000000"/></text:p>'
    )


@hostile("word-2003.xml", reads=None)
def _():
    name = "http://schemas.microsoft.com/office/word/2003/wordml"
    return f'{XML}{REMOTE}<w:wordDocument xmlns:w="{name}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:wordDocument>'.encode()


@hostile("laughs-2003.xml", reads=None)
def _():
    name = "http://schemas.microsoft.com/office/word/2003/wordml"
    return f'{XML}{LAUGHS}<w:wordDocument xmlns:w="{name}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:wordDocument>'.encode()
