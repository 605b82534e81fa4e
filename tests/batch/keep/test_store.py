"""The store: whole or not there, whatever stops a writer, whoever else writes, whatever became of the disk."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.frames import HEAD, Frame, frames, key
from jixiao.batch.keep.store import Shelf, Store

MADE, OTHER = b"m" * 16, b"o" * 16


def of(digest, data=b"data", made=MADE, what="document"):
    return Frame(key(digest, what), made, data)


def filled(folder, count=3):
    with Store(folder) as store:
        for number in range(count):
            assert store.add(of(f"{number:064}", f"report {number}".encode() * 50).packed(), f"{number:064}") == 1
    return sorted((folder / "packs").glob("*.pack"))


def held(folder, count=3):
    shelf = Shelf(folder)
    return [number for number in range(count) if shelf.get(of(f"{number:064}").key, frozenset({MADE}))]


def test_what_was_added_is_there_for_everybody(tmp_path):
    (pack,) = filled(tmp_path)
    assert pack.with_suffix(".index").is_file()
    assert held(tmp_path) == [0, 1, 2]
    assert Shelf(tmp_path).get(of("9" * 64).key, frozenset({MADE})) is None


def test_what_is_there_is_not_added_again(tmp_path):
    filled(tmp_path)
    with Store(tmp_path) as store:
        assert store.add(of(f"{0:064}").packed(), f"{0:064}") == 0
        assert store.add(of(f"{0:064}", made=OTHER).packed() * 2, f"{0:064}") == 1  # made by another program
    assert len(list((tmp_path / "packs").glob("*.pack"))) == 2
    assert {one.made for one in Shelf(tmp_path).all(of(f"{0:064}").key)} == {MADE, OTHER}


@pytest.mark.parametrize("lost", ["index", "half an index", "an index of something else"])
def test_a_lost_index_is_no_loss(tmp_path, lost):
    (pack,) = filled(tmp_path)
    index = pack.with_suffix(".index")
    data = index.read_bytes()
    if lost == "index":
        index.unlink()
    else:
        index.write_bytes(data[: len(data) // 2] if lost == "half an index" else b"\x00" * len(data))
    assert held(tmp_path) == [0, 1, 2]


def test_a_writer_that_was_killed_leaves_whole_records(tmp_path):
    (pack,) = filled(tmp_path)
    pack.with_suffix(".index").unlink()
    size = pack.stat().st_size
    os.truncate(pack, size - 7)
    assert held(tmp_path) == [0, 1]
    os.truncate(pack, HEAD // 2)
    assert held(tmp_path) == []
    with Store(tmp_path) as store:  # and nobody stumbles over it
        store.add(of(f"{2:064}").packed(), f"{2:064}")
    assert held(tmp_path) == [2]


def test_what_is_written_can_be_read_before_the_writer_is_done(tmp_path):
    with Store(tmp_path) as store:
        store.add(of("a" * 64).packed(), "a" * 64)
        shelf = Shelf(tmp_path)
        assert shelf.get(of("a" * 64).key, frozenset({MADE}))
        store.add(of("b" * 64).packed(), "b" * 64)
        shelf.look()
        assert shelf.get(of("b" * 64).key, frozenset({MADE}))


@pytest.mark.parametrize("at", [0, 5, 40, 53, 60, HEAD + 2])
def test_a_record_with_another_byte_in_it_is_not_there(tmp_path, at):
    (pack,) = filled(tmp_path, 1)
    data = bytearray(pack.read_bytes())
    data[at] ^= 1
    pack.write_bytes(data)
    assert held(tmp_path, 1) == []


def test_files_of_others_are_no_packs(tmp_path):
    filled(tmp_path)
    (tmp_path / "packs" / "foreign.pack").write_bytes(b"PK\x03\x04" + b"\xff" * 500)
    (tmp_path / "packs" / "empty.pack").touch()
    assert held(tmp_path) == [0, 1, 2]


def test_a_worker_can_only_add_to_the_file_it_was_given(tmp_path):
    mine, other = "1" * 64, "2" * 64
    with Store(tmp_path) as store:
        assert store.add(of(other).packed() + of(mine).packed(), mine) == 1
        assert store.add(of(mine, made=OTHER).packed() + b"JXK1 and more", mine) == 1
        assert store.add(os.urandom(300), mine) == 0
    shelf = Shelf(tmp_path)
    assert not list(shelf.all(of(other).key))
    assert len(list(shelf.all(of(mine).key))) == 2


def test_records_travel_one_behind_the_other():
    one, two = of("1" * 64, b""), of("2" * 64, bytes(range(256)))
    assert list(frames(one.packed() + two.packed())) == [one, two]
    with pytest.raises(Damaged):
        list(frames(one.packed() + two.packed()[:-1]))


def test_a_full_disk_leaves_no_half_record(tmp_path):
    with Store(tmp_path) as store:
        store.add(of("1" * 64).packed(), "1" * 64)
        file = store._file

        class Full:
            name = file.name

            def write(self, data):
                return file.write(data[:9])

            def __getattr__(self, name):
                return getattr(file, name)

        store._file = Full()  # type: ignore[assignment]
        with pytest.raises(OSError, match="No space"):
            store.add(of("2" * 64).packed(), "2" * 64)
        store._file = file
        store.add(of("3" * 64).packed(), "3" * 64)
    shelf = Shelf(tmp_path)
    assert [bool(list(shelf.all(of(f"{n}" * 64).key))) for n in (1, 2, 3)] == [True, False, True]


def write_many(folder, first):
    with Store(folder) as store:
        for number in range(first, first + 40):
            store.add(of(f"{number:064}").packed(), f"{number:064}")


def test_several_processes_write_at_once(tmp_path):
    Store(tmp_path).close()
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=write_many, args=(tmp_path, first)) for first in (0, 20, 40)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert held(tmp_path, 80) == list(range(80))


def test_packs_do_not_grow_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr("jixiao.batch.keep.store._LARGEST", 400)
    assert len(filled(tmp_path)) == 3
    assert held(tmp_path) == [0, 1, 2]
