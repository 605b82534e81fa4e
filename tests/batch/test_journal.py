"""The journal loses nothing that it was given, and believes nothing that is not whole."""

from __future__ import annotations

import hashlib

import pytest

from jixiao.batch.journal import NAME, Busy, Journal, unfinished


def key(number):
    return hashlib.sha256(bytes([number])).digest()


def filled(folder, count=3, job="job"):
    with Journal(folder, job, resume=False) as journal:
        for number in range(count):
            journal.add(key(number), "read", bytes([number]) * 50)


def packed(journal, number):
    with journal.reading() as read:
        return read(key(number))


def test_what_was_noted_is_there_when_going_on(tmp_path):
    filled(tmp_path)
    with Journal(tmp_path, "job", resume=True) as journal:
        assert len(journal) == 3
        assert (journal.verdict(key(1)), packed(journal, 1)) == ("read", b"\1" * 50)
        assert journal.verdict(key(9)) is None
        journal.add(key(1), "refused", b"later")
    with Journal(tmp_path, "job", resume=True) as journal:
        assert (journal.verdict(key(1)), packed(journal, 1)) == ("refused", b"later")


def test_every_cut_loses_only_what_stands_behind_it(tmp_path):
    filled(tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    record = (len(whole) - len(b"jixiao journal 1 job\n")) // 3
    for cut in range(0, len(whole), 7):
        (tmp_path / NAME).write_bytes(whole[:cut])
        with Journal(tmp_path, "job", resume=True) as journal:
            assert len(journal) == max(0, cut - len(b"jixiao journal 1 job\n")) // record
            journal.add(key(7), "read", b"new")
        with Journal(tmp_path, "job", resume=True) as journal:
            assert packed(journal, 7) == b"new"


def test_a_flipped_byte_ends_what_is_believed(tmp_path):
    filled(tmp_path)
    whole = bytearray((tmp_path / NAME).read_bytes())
    whole[-60] ^= 1  # in the last record
    (tmp_path / NAME).write_bytes(whole)
    with Journal(tmp_path, "job", resume=True) as journal:
        assert len(journal) == 2


@pytest.mark.parametrize(("job", "resume"), [("other", True), ("job", False)])
def test_another_job_or_a_fresh_start_takes_nothing_over(tmp_path, job, resume):
    filled(tmp_path)
    with Journal(tmp_path, job, resume=resume) as journal:
        assert len(journal) == 0
        journal.add(key(5), "read", b"new")
    with Journal(tmp_path, job, resume=True) as journal:
        assert len(journal) == 1


def test_a_foreign_file_is_begun_anew(tmp_path):
    (tmp_path / NAME).write_bytes(b"\0" * 1000)
    with Journal(tmp_path, "job", resume=True) as journal:
        assert len(journal) == 0


def test_only_one_run_writes_at_a_time(tmp_path):
    with Journal(tmp_path, "job", resume=False), pytest.raises(Busy):
        Journal(tmp_path, "job", resume=True)


def test_an_unfinished_run_is_known(tmp_path):
    assert unfinished(tmp_path) == 0
    filled(tmp_path)
    assert unfinished(tmp_path) == 3
    with Journal(tmp_path, "job", resume=True) as journal:
        journal.finish()
    assert unfinished(tmp_path) == 0
    with Journal(tmp_path, "job", resume=True) as journal:
        journal.add(key(8), "read", b"more")
    assert unfinished(tmp_path) == 1
    (tmp_path / NAME).write_bytes(b"jixiao journal 1 job\n" + b"\xff" * 100)
    assert unfinished(tmp_path) == 0
