"""读取说明: the sentences for what could not be read: what, where, and how to mend it."""

from __future__ import annotations

from jixiao.model.document import Unread

_SENTENCES = {
    "missing": ("没有这个文件，请检查文件名和路径。", "There is no such file; check its name and path."),
    "folder": ("这是一个文件夹，请给出其中的文件。", "This is a folder; name a file in it."),
    "forbidden": ("没有读取此文件的权限，请检查文件属性或是否正被占用。", "No permission to read this file; check its attributes."),
    "unopened": ("文件打不开（{why}）。", "The file cannot be opened ({why})."),
    "empty": ("文件是空的，没有任何内容。", "The file is empty."),
    "no_text": ("文件里没有可读的文字。如是扫描件或图片，请提供可编辑的 .docx 文件。", "The file holds no readable text; a scan needs an editable .docx instead."),
    "too_large": ("文件超过 {limit} MB，没有读取。请删去其中的图片或拆分后再试。", "The file is larger than {limit} MB; remove pictures or split it."),
    "foreign": ("不是能识别的文档。请用 Word 或 WPS 另存为 .docx 后再试。", "Not a document that is known here; save it as .docx with Word or WPS."),
    "broken": ("文件内容异常，没有读出来。请用 Word 或 WPS 打开后另存为 .docx 再试。", "The file is malformed and could not be read; open it and save it again as .docx."),
    "suffix": ("文件扩展名是 {suffix}，内容实际是 {format}，已按内容读取。", "The suffix says {suffix}, the content is {format}; it was read by its content."),
    "zip_damaged": ("文件不完整或已损坏（压缩包打不开）。请重新下载或重新发送原文件。", "The file is incomplete or damaged (the package does not open); fetch the original again."),
    "cut": ("文件不完整或已损坏，只读出了损坏处之前的内容。请重新下载或重新发送原文件。", "The file is cut off or damaged; only what stands before the damage was read. Fetch the original again."),
    "zip_bomb": ("文件解压后大得异常，为安全起见没有读取。请用 Word 或 WPS 另存为新的 .docx。", "The file inflates to an abnormal size and was refused; save it as a new .docx."),
    "dtd": ("文件内含有文档类型声明（DTD），可能是恶意文件，没有读取。请另存为新的 .docx。", "The file carries a document type declaration (DTD) and was refused; save it as a new .docx."),
    "no_body": ("压缩包里没有 Word 正文，这不是 .docx 文件。请用 Word 或 WPS 另存为 .docx。", "The package has no Word body; this is not a .docx. Save it as .docx."),
    "part_damaged": ("文件的“{part}”部分损坏，只读出了损坏处之前的内容。请用 Word 修复后另存。", "The part {part} is damaged; only what stands before the damage was read."),
    "part_lost": ("文件的“{part}”部分损坏，没有读取，其余部分照常审核。", "The part {part} is damaged and was left out; the rest was read."),
    "encrypted": ("文件有密码保护，无法读取。请取消密码（文件—信息—保护文档）后另存为 .docx。", "The file is protected by a password; remove it and save as .docx."),
    "legacy": ("这是旧版 {kind} 文件，暂不能直接读取。请用 Word 或 WPS 打开后另存为 .docx。", "This is an old {kind} file; open it with Word or WPS and save it as .docx."),
    "pdf": ("这是 PDF 文件，暂不能直接读取。请提供原来的 Word 文件，或转换为 .docx。", "This is a PDF; give the original Word file or convert it to .docx."),
    "image": ("这是图片（{kind}），没有可读的文字。请提供可编辑的 .docx 文件。", "This is a picture ({kind}) without readable text; give an editable .docx."),
    "ofd": ("这是 OFD 版式文件，暂不能直接读取。请提供原来的 Word 文件（.docx）。", "This is an OFD file; give the original Word file (.docx)."),
    "program": ("这是程序文件，不是报告，没有读取。", "This is a program, not a report; it was not read."),
    "archive": ("这是压缩包（{kind}），请解压后逐个提供其中的文件。", "This is an archive ({kind}); unpack it and give the files in it."),
    "office": ("这是 {kind} 文件，不是 Word 文档。请把报告另存为 .docx。", "This is a {kind} file, not a Word document; save the report as .docx."),
    "macros": ("文件带有宏，宏没有运行，只读取了文字。", "The file carries macros; they were not run, only the text was read."),
    "paragraphs": ("段落超过 {limit} 个，其后的内容没有读取。", "More than {limit} paragraphs; what follows was not read."),
    "tables": ("表格超过 {limit} 个，其后的内容没有读取。", "More than {limit} tables; what follows was not read."),
    "cells": ("单元格超过 {limit} 个，其后的内容没有读取。", "More than {limit} cells; what follows was not read."),
    "nesting": ("表格嵌套超过 {limit} 层，更深的表格没有读取。", "Tables are nested deeper than {limit}; the deeper ones were not read."),
    "span": ("表格的合并列数异常（第 {block} 块），已按 {limit} 列处理。", "A cell spans too many columns (block {block}); {limit} were assumed."),
    "decoding": ("文件编码不能完全识别，有 {count} 处文字无法还原。请另存为 UTF-8 文本或 .docx。", "The encoding is not fully known: {count} places could not be decoded."),
}  # fmt: skip


def note(code: str, *, fatal: bool = False, **words: str | int) -> Unread:
    """The ``Unread`` of a code, with its sentences filled in."""
    chinese, english = _SENTENCES[code]
    return Unread(code, chinese.format(**words), english.format(**words), fatal)
