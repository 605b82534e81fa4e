"""``jixiao kept``: what is kept is told in one sentence, and what is wrong with it in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao import readers
from jixiao.batch.keep import Store, audited

DIGEST = "5e" * 32
TEXT = "2023年度某局部门整体支出绩效自评报告\n\n一、概况\n全年支出合计846.2万元。\n".encode()


@pytest.fixture
def kept(tmp_path) -> Path:
    new = audited(str(tmp_path), DIGEST, "a.txt", lambda: readers.read_bytes(TEXT, "a.txt")).new
    with Store(tmp_path) as store:
        store.add(new, DIGEST)
    return tmp_path


def test_a_whole_store(kept, jixiao):
    assert jixiao("kept", str(kept)) == (0, "保留了 1 份报告：3 条记录，0.1 MB。\n", "")


def test_a_damaged_one_is_said_to_be_and_mended(kept, jixiao):
    (pack,) = (kept / "packs").glob("*.pack")
    data = bytearray(pack.read_bytes())
    data[-1] ^= 1
    pack.write_bytes(data)
    code, out, _ = jixiao("kept", str(kept))
    assert code == 1
    assert "1 条已损坏：对应的文件下次重新读取；加 --clean 清除。" in out
    code, out, _ = jixiao("kept", str(kept), "--clean", "--lang", "en")
    assert code == 0
    assert out.startswith("Cleaned: ")
    assert "damaged" not in out


def test_any_other_folder_is_none(folder, jixiao):
    code, _, told = jixiao("kept", str(folder))
    assert code == 2
    assert "没有保留的报告" in told
