"""Personal data (个人信息): where it stands in a text, and how it is covered, length unchanged.

The one place that knows what personal data looks like: mobile numbers, identity numbers, bank accounts, private addresses and
accounts, homes, and the names beside 填表人, 联系人 and the like. Everything works on plain text and yields half-open spans of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.document import Cell, Document, Table, Words

# Eleven digits as 3-4-4 with blanks or dashes between; not within a longer number, and no amount.
_MOBILE = re.compile(
    r"1(?:(?<![\d.A-Za-z*×]1)(?<!\d[-—]1)|(?<=\+861))[3-9]\d(?P<gap>[- \n]?)\d{4}(?P=gap)\d{4}"
    r"(?![\d.*×%]|[^\S\f]?[万亿元件个次人户㎡平]|[-—]\d|[，,]\d{3}(?![- ]?\d))"
)
_OTHER = re.compile(r"(?:证|编|代|票|备案|账|帐|卡|文|单|序|流水|合同|批准|许可|统一)\S{0,6}[号码]\s*[：:]?\s*$")
_OTHER_REACH = 16

_IDENTITY = re.compile(
    r"[1-8](?<![\dA-Za-z].)\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_NAMED_IDENTITY = re.compile(r"身份证(?:件)?(?:号码?)?\s*[：:]?\s*(?P<number>\d{15}|\d{17}[\dXx])(?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECKS = "10X98765432"

_ACCOUNT = re.compile(
    r"(?:银行[账帐][号户]|[账帐]户(?:号码?)?(?=\s?：)|[账帐]\s?号|银行卡号?|社保卡号|一卡通号?|卡\s?号|开户[账帐]号|收款[账帐][号户])[^\d\n\f。；]{0,12}"
    r"(?P<number>\d(?:[- \n]?\d){11,29})(?!\d)"
)
_ACCOUNT_BEGINS = re.compile(r"银行|账|帐|社保卡|一卡通|卡|开户|收款|62")
_CARD = re.compile(r"(?P<number>62(?<![\d.A-Za-z-]62)\d{2}(?:[ \n]?\d{4}){3}(?:[ \n]?\d{1,3})?)(?![\d.A-Za-z])")

_CONTACT = re.compile(
    r"(?P<mail>(?<![\w.])[\w.-]{2,40}@(?:qq|163|126|139|sina|sohu|gmail|hotmail|outlook|foxmail|yeah|189"
    r"|wo|aliyun|21cn|icloud)\.(?:com|cn|net)(?:\.cn)?)"
    r"|(?:QQ(?:号码?)?|微信号?)\s*[：:]\s*(?P<account>[A-Za-z][\w-]{5,19}|[1-9]\d{4,11})(?![\w@.])",
    re.ASCII | re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:家庭(?:住址|地址)|户籍(?:所在地|地址)|现?居住地址?|住\s?址)\s*[：:]\s*(?P<address>[^\s，。；\n\f×*]{3,40}(?:[号室组栋幢]|单元|村))"
)
_TOWNSHIP = re.compile(r".*?(?:街道|[镇乡])|.{3}")  # a home is told down to here, as counties do

_SURNAMES = "(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|长孙|宇文)?"
_HAN = r"[^\W\da-zA-Z_]"  # as good as [一-龥] here, and compiled in a tenth of the time
_PERSON = rf"(?P<name>{_SURNAMES}{_HAN}(?:{_HAN}|[^\S\f](?={_HAN}(?:\s|$))){_HAN}?)"
_SIGNER = r"联\s?系\s?人|填\s?表\s?人|填\s?报\s?人|经\s?办\s?人|制\s?表\s?人|咨询人|报送人"
_OTHERS = r"负\s?责\s?人|责任人|申请人|投诉人|受助人|当事人|会计|出纳|姓\s?名"
_MORE = r"(?:姓名|及?(?:联系)?(?:电话|方式))?(?:（?签[字章名]）?)?"
_ENDS = r"(?=[\s，。；、（）/\d]|$|联系|填报|电话|手机)"
_LABELLED = re.compile(
    rf"(?:(?:{_SIGNER}){_MORE}(?:[^\S\f]*[：:][^\S\f]*|[^\S\f]+)|(?:{_OTHERS}){_MORE}[^\S\f]*[：:][^\S\f]*){_PERSON}{_ENDS}"
)
# Without a colon, a surname and what can only follow a name must tell: 经办李某某，电话…. The commonest surnames, less those that
# begin ordinary words (高, 方, 万, 常, 文, 任 …): a choice of ours.
_SURNAME = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎余潘杜戴夏汪田姜范姚谭廖邹熊孔崔邱秦江史顾侯邵孟龙段钱汤尹黎武贺赖龚"
_ADJOINING = re.compile(
    rf"(?:经办人?|联系人|责任人|申请人|投诉人|受助人|当事人)"
    rf"(?P<name>[{_SURNAME}](?:{_HAN}{{2}}(?=[，。；、（）\s]|$)|{_HAN}{{1,2}}(?=同志|身份证|电话|手机|1[3-9]\d)))"
)
_BEFORE_NUMBER = re.compile(rf"(?:{_SIGNER}|{_OTHERS})(?:姓名|（?签[字章名]）?)?[^\S\f]*[：:]?[^\S\f]*{_PERSON}{_ENDS}")
_LABEL_CELL = re.compile(rf"(?:(?<=\f)|\A)\s*(?:{_SIGNER}){_MORE}\s*[：:]?\s*(?=\f|\Z)")
NAME_COLUMN = re.compile(
    r"(?:(?<=\f)|\A)\s*(?:姓\s*名|(?:户主|受助人|学生|领取人|收款人|补助对象|救助对象|家长|持卡人)(?:姓名)?)\s*(?=\f|\Z)"
)  # the head of a column of persons
_NAME_ONLY = re.compile(rf"\s*{_PERSON}\s*")
_NO_NAMES = (
    "签字", "签章", "盖章", "联系", "填报", "电话", "日期", "手机", "单位", "部门", "年月", "姓名", "方式", "职务", "意见", "审核",
    "财务", "办公", "人事", "综合", "预算", "绩效", "党政", "职责", "项目", "合计", "小计",
)  # fmt: skip

_KEPT = {
    "mobile": (3, 4),
    "identity": (2, 3),
    "account": (0, 4),
    "contact": (2, 0),
    "name": (1, 0),
}  # first, last characters
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Personal:
    """One piece of personal data: its kind (mobile, identity, account, contact, home, name) and its span."""

    kind: str
    start: int
    end: int


def covered(kind: str, words: str) -> str:
    """Words of a kind with their middle covered, blanks and dashes where they were: 138 0000 1234 → 138 **** 1234."""
    if kind == "home":
        match = _TOWNSHIP.match(words)
        kept = match.end() if match else 0
        return words[:kept] + "*" * (len(words) - kept)
    body, at, rest = words.partition("@")
    first, last = _KEPT[kind]
    counted = sum(char.isalnum() for char in body)
    out, seen = [], 0
    for char in body:
        hidden = char.isalnum() and first <= seen < counted - last
        seen += char.isalnum()
        out.append("*" if hidden else char)
    return "".join(out) + at + rest


def masked(text: str) -> str:
    """A text with all personal data in it covered, length unchanged (offsets stay valid)."""
    for item in personal(text):
        text = text[: item.start] + covered(item.kind, text[item.start : item.end]) + text[item.end :]
    return text


def personal(text: str) -> list[Personal]:
    """All personal data in a plain text, kind by kind."""
    numbers = list(mobiles(text))
    found = [Personal("mobile", *span) for span in numbers]
    found += [Personal("identity", *span) for span in identities(text)]
    found += [Personal("account", *span) for span in accounts(text)]
    found += [Personal("contact", *span) for span in contacts(text)]
    found += [Personal("home", *span) for span in homes(text)]
    found += [Personal("name", *span) for span in names(text)]
    beside = (name_before(text, start) for start, _ in numbers)
    return found + [Personal("name", *span) for span in beside if span]


def personal_in(document: Document) -> list[tuple[Words, Personal]]:
    """All personal data of a document, each with the paragraph or cell it stands in and its span there."""
    text = document.plain
    found = []
    for item in personal(text):
        words, offset = document.at(item.start)
        found.append((words, Personal(item.kind, item.start - offset, item.end - offset)))
    return found + [(cell, Personal("name", *span)) for cell, span in _names_in_tables(document)]


def mobiles(text: str) -> Iterator[Span]:
    """Mobile numbers (手机号码); no office lines, amounts, codes or numbers of papers."""
    for match in _MOBILE.finditer(text):
        before = text[max(text.rfind("\f", 0, match.start()) + 1, match.start() - _OTHER_REACH) : match.start()]
        if not _OTHER.search(before):
            yield match.span()


def identities(text: str) -> Iterator[Span]:
    """Identity numbers (身份证号码): so called, or with a birth date and a check digit that fit."""
    seen = set()
    for match in _NAMED_IDENTITY.finditer(text):
        seen.add(match.start("number"))
        yield match.span("number")
    for match in _IDENTITY.finditer(text):
        if match.start() not in seen and _is_identity(match.group()):
            yield match.span()


def accounts(text: str) -> Iterator[Span]:
    """Account numbers (银行账号): so called, or of a bank card's length and beginning with a check digit that fits."""
    seen = set()
    for pattern, certain in ((_ACCOUNT, True), (_CARD, False)):
        done = 0
        for hit in _ACCOUNT_BEGINS.finditer(text):
            match = pattern.match(text, hit.start()) if hit.start() >= done else None
            if match is None:
                continue
            done = match.end()
            if match.start("number") not in seen and (certain or _is_card(re.sub(r"\D", "", match["number"]))):
                seen.add(match.start("number"))
                yield match.span("number")


def contacts(text: str) -> Iterator[Span]:
    """Private mail boxes, QQ and WeChat accounts (私人联系方式)."""
    if any(sign in text for sign in ("@", "QQ", "qq", "微信")):
        for match in _CONTACT.finditer(text):
            yield match.span("mail" if match["mail"] else "account")


def homes(text: str) -> Iterator[Span]:
    """Home addresses down to the house (个人住址)."""
    for match in _HOME.finditer(text):
        yield match.span("address")


def names(text: str) -> Iterator[Span]:
    """Names of persons (姓名) behind 填表人：, 联系人： and the like, and right behind 经办, 责任人 where nothing else fits."""
    for pattern in (_LABELLED, _ADJOINING):
        for match in pattern.finditer(text):
            if not match["name"].startswith(_NO_NAMES):
                yield match.span("name")


def name_before(text: str, start: int) -> Span | None:
    """The name of a person that the same line gives before a number, labelled as 联系人, 填表人 and the like."""
    begin = max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1
    found = None
    for match in _BEFORE_NUMBER.finditer(text, begin, start):
        if not match["name"].startswith(_NO_NAMES):
            found = match.span("name")
    return found


def _names_in_tables(document: Document) -> Iterator[tuple[Cell, Span]]:
    """Names in the cell beside 填表人, and in a column under 姓名."""
    tables = {table.block: table for table in document.tables}
    for pattern, below in ((_LABEL_CELL, False), (NAME_COLUMN, True)):
        for _, words, _ in document.find(pattern):
            if not isinstance(words, Cell) or words.block not in tables:
                continue
            for cell in _beside(tables[words.block], words, below=below):
                match = _NAME_ONLY.fullmatch(cell.plain)
                if match and not match["name"].startswith(_NO_NAMES):
                    yield cell, match.span("name")


def _beside(table: Table, label: Cell, *, below: bool) -> Iterator[Cell]:
    rows = range(label.row + label.rows, len(table.grid) + 1) if below else (label.row,)
    column = label.column if below else label.column + label.columns
    for row in rows:
        cell = table.at(row, column)
        if cell is not None and cell.row == row:
            yield cell


def _is_identity(number: str) -> bool:
    """Whether the last character is the check digit of the seventeen before it."""
    return (
        number[17].upper()
        == _CHECKS[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11]
    )


def _is_card(number: str) -> bool:
    """Whether the digits pass the check of bank cards (Luhn)."""
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(number))]
    return sum(d - 9 * (d > 9) for d in doubled) % 10 == 0  # noqa: PLR2004 - the digits of a two-digit product are added
