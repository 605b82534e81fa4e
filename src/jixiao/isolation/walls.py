"""The walls of a guarded child (围墙): what the system and Python itself keep it from. What a system lacks is left out."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import Any

from jixiao.isolation.limits import FILES, PROCESSES, Limits
from jixiao.isolation.wire import platform_is

try:
    import resource
except ImportError:  # Windows has none
    resource = None  # type: ignore[assignment]

KEPT = (
    "LANG",
    "LANGUAGE",
    "LC_",
    "TZ",
    "FONTCONFIG_",
    "OMP_",
    "OPENBLAS_",
    "MKL_",
    "SYSTEMROOT",
)  # fonts, locale, numerics
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_CAPABILITY_VERSION_3, _READ_ANY = 0x20080522, 1 << 2  # CAP_DAC_READ_SEARCH
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLOSED = frozenset({
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
    "os.startfile", "pty.spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "os.kill", "winreg.SetValue", "winreg.CreateKey",
    "sqlite3.connect", "webbrowser.open",
})  # fmt: skip
_log: list[str] = []


def refused() -> list[str]:
    """What this child tried and was kept from, so far."""
    return list(_log)


def build(limits: Limits, folder: str, keep: int) -> None:
    """Puts up every wall that this system has; ``keep`` is the one descriptor that stays open."""
    _forget_environment()
    os.chdir(folder)
    _close_files(keep)
    namespaces = _leave_network()
    _ceilings(limits, counted_alone=namespaces)
    sys.dont_write_bytecode = True
    sys.addaudithook(_hook)


def renew(limits: Limits) -> None:
    """Time of the processor is counted from now on anew."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + limits.cpu + 1, hard))


def belong() -> None:
    """Dies with its parent, and leaves Ctrl-C to it: the parent takes its children with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if platform_is("linux"):
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _forget_environment() -> None:
    for name in [name for name in os.environ if not name.startswith(KEPT)]:
        del os.environ[name]


def _close_files(keep: int) -> None:
    """Whatever the parent has open is none of the child's business; what libraries print on their own goes nowhere."""
    if platform_is("linux", "darwin"):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nowhere, number)
        os.closerange(3, keep)
        os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))


def _leave_network() -> bool:
    """Takes away every network interface, where the system lets us; whether processes are counted apart from now on.

    The administrator needs no user namespace for that, and keeps one right only: to read files of others.
    """
    if not platform_is("linux"):
        return False
    libc = ctypes.CDLL(None)
    if os.geteuid() == 0 and libc.unshare(_CLONE_NEWNET) == 0:
        _keep_rights(libc, _READ_ANY)
        return False
    alone = bool(libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    _keep_rights(libc, 0)
    return alone


def _keep_rights(libc: ctypes.CDLL, rights: int) -> None:
    """These rights of an administrator and no others, whether the child has them of its starter or of its namespace."""
    sets = (ctypes.c_uint32 * 6)(rights, rights)  # effective, permitted, inheritable, and their upper halves
    libc.capset((ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0), sets)


def _ceilings(limits: Limits, *, counted_alone: bool) -> None:
    if resource is None:
        return
    _ceiling(resource.RLIMIT_CORE, 0)
    _ceiling(resource.RLIMIT_FSIZE, 0)
    _ceiling(resource.RLIMIT_NOFILE, FILES)
    if counted_alone:
        _ceiling(resource.RLIMIT_NPROC, PROCESSES)
    if platform_is("linux"):
        _ceiling(resource.RLIMIT_AS, _address_space() + limits.memory)


def _ceiling(which: int, most: int) -> None:
    hard = resource.getrlimit(which)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (most, most))


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib would be loaded for one line
        return int(file.read().split()[0]) * resource.getpagesize()


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        mode, flags = args[1], args[2]
        if not ((isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITING)):
            return
        if args[0] == os.devnull:
            return
    elif event not in _CLOSED:
        return
    _log.append(event)
    raise PermissionError(f"a guarded child may not: {event}")
