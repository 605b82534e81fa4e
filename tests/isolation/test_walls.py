"""What a guarded child is kept from, by Python and by the system."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from jixiao.isolation import call, walls
from tests.isolation import deeds


def test_nothing_forbidden_succeeds(tmp_path):
    (tmp_path / "precious").write_text("original")
    done, refused = call(deeds.attempts, str(tmp_path))
    assert done == []
    assert len(refused) >= 12
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("precious", "original")]


def test_the_surroundings_are_bare():
    found = call(deeds.state, 0)
    assert "PATH" in os.environ
    assert not [name for name in found["environment"] if not name.startswith(walls.KEPT)]
    assert (found["files"], found["core"], found["open"]) == (0, 0, 64)
    assert len(found["descriptors"]) <= 6, "standard streams, the line to the parent, and the listing itself"
    assert set(found["interfaces"]) <= {"lo"} or not _may_leave_network()
    assert found["inside"] == []


def _may_leave_network():
    setting = Path("/proc/sys/user/max_user_namespaces")
    return setting.exists() and int(setting.read_text()) > 0


def test_a_library_in_c_cannot_write_either(tmp_path):
    target = tmp_path / "left"
    assert call(deeds.write_from_c, str(target)) == -1
    assert not target.exists() or target.stat().st_size == 0


def test_this_process_has_kept_its_own_ways(tmp_path):
    call(deeds.double, 1)
    (tmp_path / "mine").write_text("x")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
