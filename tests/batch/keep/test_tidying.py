"""A store is looked through record by record; cleaning keeps what is of use and nothing else."""

from __future__ import annotations

import pytest

from jixiao.batch.keep import Store, audited, auditing
from jixiao.batch.keep.frames import Frame, key
from jixiao.batch.keep.packs import lock
from jixiao.batch.keep.tidying import clean, is_store, survey

DIGEST = "5e" * 32


def unread():
    raise AssertionError("the file was read")


@pytest.fixture
def store(tmp_path, sample):
    """A store with the sample in it."""
    new = audited(str(tmp_path), DIGEST, "a.docx", lambda: sample).new
    with Store(tmp_path) as store:
        store.add(new, DIGEST)
    auditing._shelf.cache_clear()
    yield tmp_path
    auditing._shelf.cache_clear()


def test_a_whole_store(store):
    assert is_store(store)
    assert not is_store(store / "packs")
    found = survey(store)
    assert (found.reports, found.records, found.stale, found.damaged) == (1, 3, 0, 0)
    assert clean(store) >= 0
    assert survey(store) == found
    assert audited(str(store), DIGEST, "a.docx", unread).known


def test_what_an_earlier_version_made_goes(store):
    with Store(store) as adding:
        adding.add(Frame(key(DIGEST, "document"), b"earlier version.", bytes(50_000)).packed(), DIGEST)
    assert survey(store).stale == 1
    assert clean(store) > 40_000
    assert survey(store).stale == 0
    assert audited(str(store), DIGEST, "a.docx", unread).known


def test_what_is_damaged_goes_and_the_file_is_read_again(store, sample):
    (pack,) = (store / "packs").glob("*.pack")
    data = bytearray(pack.read_bytes())
    data[len(data) // 4] ^= 1
    pack.write_bytes(data)
    assert survey(store).damaged == 1
    assert not audited(str(store), DIGEST, "a.docx", lambda: sample).known
    clean(store)
    assert survey(store).damaged == 0


def test_outcomes_of_fewer_changes_stay(store, change, sample):
    change("rules/figures/share_mismatch.py")
    new = audited(str(store), DIGEST, "a.docx", unread).new
    with Store(store) as adding:
        adding.add(new, DIGEST)
    assert survey(store).records == 4
    clean(store)
    assert survey(store).records == 3
    auditing._shelf.cache_clear()
    again = audited(str(store), DIGEST, "a.docx", unread)
    assert again.new == b""  # the newer ones stayed: nothing was run
    assert len(list((store / "states").iterdir())) == 1


def test_a_pack_that_is_being_written_stays(store):
    (pack,) = (store / "packs").glob("*.pack")
    with pack.open("rb") as held:
        assert lock(held)
        clean(store)
        assert pack.exists()
