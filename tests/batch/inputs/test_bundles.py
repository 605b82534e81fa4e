"""Bundles: zip, 7z, rar and tar become items, whatever their names, and none of them reaches outside or goes missing."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles import bundle_kind, rars, unpacking
from tests.batch.inputs import building
from tests.batch.inputs.conftest import Inputs
from tests.readers.building import docx, p

TWO = {"甲局/报告.txt": b"one", "乙局/报告.txt": b"two"}
needs_rar = pytest.mark.skipif(not rars.tools(), reason="no tool for rar here (7z, bsdtar or unrar)")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("全县.zip", building.zipped(TWO)),
        ("全县.7z", building.seven(TWO)),
        ("全县.tar.gz", building.tar(TWO)),
        ("全县.tar", building.tar(TWO, "w")),
        pytest.param("全县.rar", building.rar(TWO), marks=needs_rar),
    ],
)
def test_a_bundle_is_one_item_a_file_by_name(inputs: Inputs, name: str, data: bytes):
    path = inputs.put(name, data)
    assert inputs.contents(path) == {f"{name}/乙局/报告.txt": b"two", f"{name}/甲局/报告.txt": b"one"}


def test_a_bundle_is_told_by_its_bytes_and_a_word_file_is_none(inputs: Inputs):
    assert bundle_kind(str(inputs.put("全县.docx.bak1", building.zipped(TWO))), "全县.bak1") == "zip"
    assert bundle_kind(str(inputs.put("报告", docx(p("一")))), "报告") == ""
    later = building.zipped({"zzz.txt": b"", "[Content_Types].xml": b"", "word/document.xml": b""})
    assert bundle_kind(str(inputs.put("别处写的", later)), "别处写的") == ""
    stored = building.zipped({"甲.docx": docx(p("一")), "乙.docx": docx(p("二"))}, zipfile.ZIP_STORED)
    assert bundle_kind(str(inputs.put("没有压缩的.zip", stored)), "没有压缩的.zip") == "zip"
    assert bundle_kind(str(inputs.put("断.docx", building.zipped(TWO)[:40])), "断.docx") == ""


@pytest.mark.parametrize("flags", [0, 0x800])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_gbk_or_utf8_are_read_whatever_the_flag_says(inputs: Inputs, encoding: str, flags: int):
    data = building.raw_zip({"君山区财政局.txt".encode(encoding): b"1", b"plain.txt": b"2"}, flags)
    assert inputs.contents(inputs.put("a.zip", data)) == {"a.zip/plain.txt": b"2", "a.zip/君山区财政局.txt": b"1"}


def test_a_bundle_in_a_bundle_is_unpacked_once(inputs: Inputs):
    deep = building.zipped({"三.zip": building.zipped({"四.txt": b"4"}), "二.txt": b"2"})
    found = inputs.contents(inputs.put("一.zip", building.zipped({"二层.zip": deep, "一.txt": b"1"})))
    assert found == {"一.zip/一.txt": b"1", "一.zip/二层.zip/三.zip": "entry_nested", "一.zip/二层.zip/二.txt": b"2"}


def test_files_of_the_system_in_a_bundle_are_left_out_and_told(inputs: Inputs):
    files = {"__MACOSX/._a.txt": b"", ".DS_Store": b"", "~$a.docx": b"", "Thumbs.db": b"", "a.txt": b"1"}
    assert inputs.names(inputs.put("a.zip", building.zipped(files))) == ["a.zip/a.txt"]
    assert len(inputs.skipped) == 4
    assert all(one.name.startswith("a.zip/") and one.reason and one.reason_en for one in inputs.skipped)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (building.secret_zip({"a.txt": b"1"}), "entry_encrypted"),
        (building.seven({"a.txt": b"1"}, "x"), "entry_encrypted"),
        (building.linked_zip("a.txt", "/etc/passwd"), "entry_link"),
        (building.tar({}, link=("a.txt", "../../etc/passwd")), "entry_link"),
        (building.zipped({"a.txt": b"\0" * (5 << 20)}), "entry_bomb"),
        (building.zipped({"a.txt": b"1" * 40}, zipfile.ZIP_STORED).replace(b"1" * 40, b"2" * 40), "entry_damaged"),
        (building.lying_zip("a.txt", 3 << 20), "entry_damaged"),
        (building.zipped({"a.txt": b"1" * 99}).replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0"), "entry_method"),
        (building.zipped({"a.txt": os.urandom(limits.ENTRY_BYTES + 1)}), "entry_large"),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_unpacked_is_told_and_the_others_are_read(inputs: Inputs, data: bytes, code: str):
    inputs.put("全县.zip" if data[:2] == b"PK" else "全县.tgz", data)
    (found,) = inputs.items()
    assert found.name.endswith("/a.txt")
    assert found.unread is not None
    assert (found.unread.code, found.files) == (code, ())
    assert found.unread.message
    assert found.unread.message_en


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.zip", building.zipped(TWO)[:-30], "bundle_damaged"),
        ("a.zip", building.overlapping_zip(50), "bundle_overlap"),
        ("a.zip", building.zipped({}), "bundle_empty"),
        ("a.7z", building.seven(TWO)[:-9], "bundle_damaged"),
        ("a.7z", building.seven(TWO, "x", names_too=True), "bundle_encrypted"),
        ("a.tar.gz", building.tar({"a.txt": os.urandom(9000)})[:-4000], "bundle_damaged"),
        ("a.rar", building.rar(TWO)[:20], "bundle_damaged"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(40), "bundle_damaged"),
    ],
)
def test_a_bundle_that_cannot_be_opened_is_one_item_that_says_so(inputs: Inputs, name: str, data: bytes, code: str):
    found = inputs.contents(inputs.put(name, data))
    assert list(found.values())[-1] == code


EVIL = (
    "../../上.txt",
    "/abs.txt",
    "C:\\win\\系统.txt",
    "..\\..\\外.txt",
    "a\0b.txt",
    "con/../../x.txt",
    "\u202egpj.txt",
    "-rf.txt",
    "@all.txt",
)


@pytest.mark.parametrize("kind", ["zip", "tar", pytest.param("rar", marks=needs_rar)])
def test_names_are_shown_and_never_used_as_paths(inputs: Inputs, tmp_path: Path, kind: str):
    files = {name: name.encode() for name in EVIL}
    if kind == "zip":
        data = building.raw_zip({name.encode(): content for name, content in files.items()}, 0x800)
    else:
        files.pop("a\0b.txt")
        data = building.tar(files) if kind == "tar" else building.rar(files)
    bundle = inputs.put(f"全县.{kind if kind != 'tar' else 'tgz'}", data)
    before = {path for path in tmp_path.rglob("*") if inputs.spool not in path.parents}
    found = inputs.items(bundle)
    assert {path for path in tmp_path.rglob("*") if inputs.spool not in path.parents} == before
    assert sorted(Path(item.files[0][1]).read_bytes() for item in found) == sorted(files.values())
    for item in found:
        assert inputs.spool in Path(item.files[0][1]).parents
        assert ".." not in item.name.split("/")
        assert not set(item.name) & set("\\\0\u202e:")


@pytest.mark.parametrize("name", ["C:\\win\\系统.txt", "..\\..\\外.txt"])
def test_a_name_that_the_library_for_7z_refuses_costs_only_its_entry(inputs: Inputs, name: str):
    found = inputs.contents(inputs.put("a.7z", building.seven({name: b"1", "好.txt": b"2"})))
    assert found.pop("a.7z/好.txt") == b"2"
    assert list(found.values()) == ["entry_outside"]


def test_twins_by_case_get_numbers(inputs: Inputs):
    data = building.zipped({"报告A.txt": b"1", "报告a.txt": b"2", "报告Ａ.txt": b"3"})
    assert inputs.names(inputs.put("z.zip", data)) == [
        "z.zip/报告A.txt",
        "z.zip/报告a（2）.txt",
        "z.zip/报告Ａ（3）.txt",
    ]


def test_a_bundle_that_inflates_without_end_is_stopped(inputs: Inputs):
    data = building.zipped({f"{n:03}.txt": bytes(1_000_000) for n in range(120)})
    found = inputs.contents(inputs.put("b.zip", data))
    assert found.pop("b.zip") == "bundle_bomb"
    assert sum(map(len, found.values())) <= limits.RATIO * limits.RATIO_FROM


def test_too_many_entries_are_not_unpacked(inputs: Inputs):
    data = building.zipped({f"{n}.txt": b"" for n in range(limits.ENTRIES + 1)})
    assert inputs.contents(inputs.put("b.zip", data)) == {"b.zip": "bundle_entries"}


@needs_rar
def test_from_a_wrong_checksum_on_nothing_of_a_rar_is_believed(inputs: Inputs):
    data = building.rar({"1.txt": b"1", "2.txt": b"2", "3.txt": b"3"}, wrong="2.txt")
    found = inputs.contents(inputs.put("a.rar", data))
    assert found == {"a.rar/1.txt": b"1", "a.rar/2.txt": "entry_damaged", "a.rar/3.txt": "entry_damaged"}


def test_without_a_tool_for_rar_the_user_hears_how_to_go_on(inputs: Inputs, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    (found,) = inputs.items(inputs.put("a.rar", building.rar(TWO)))
    assert found.unread is not None
    assert "zip" in found.unread.message


@pytest.mark.parametrize(("name", "data"), [("a.7z", building.seven(TWO)), ("a.rar", building.rar(TWO))])
def test_without_the_extra_the_user_hears_what_to_install(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
):
    monkeypatch.setattr(unpacking, "find_spec", lambda _name: None)
    (found,) = inputs.items(inputs.put(name, data))
    assert found.unread is not None
    assert "jixiao[bundles]" in found.unread.message


@pytest.mark.parametrize("make", [building.zipped, building.seven, building.tar, building.rar])
def test_a_bundle_cut_off_anywhere_gives_items_and_no_exception(inputs: Inputs, make: building.Make):
    data = make({"甲.txt": os.urandom(700), "乙.txt": b"y" * 700})
    for twentieth in range(1, 20, 3):
        inputs.put(f"{twentieth}.tgz", data[: len(data) * twentieth // 20])
    assert {name.partition(".")[0] for name in inputs.names()} == {str(twentieth) for twentieth in range(1, 20, 3)}
