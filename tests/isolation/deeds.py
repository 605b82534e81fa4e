"""What children do in these tests: the good, the slow and the broken."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from jixiao import isolation
from jixiao.isolation import walls
from jixiao.model.place import Place


def double(number):
    return number * 2


def noun(_number):
    return Place("body", 1, 0, 2, "绩效")


def hang(_number):
    while True:
        time.sleep(60)


def spin(_number):
    while True:
        pass


def hang_in_c(_number):
    libc = ctypes.PyDLL(None)  # holds the lock of the interpreter: no Python code runs any more
    libc.sleep(600)


def eat(_number):
    held = []
    while True:
        held.append(bytearray(16 << 20))


def segfault(_number):
    ctypes.string_at(0)


def leave(_number):
    os._exit(7)


def exit_politely(_number):
    sys.exit("enough")


def killed(_number):
    ctypes.CDLL(None)["raise"](signal.SIGKILL)


def killed_while_answering(_number):
    threading.Timer(0.05, ctypes.CDLL(None)["raise"], (signal.SIGKILL,)).start()
    real = socket.socket.sendall

    def half(self, data):
        real(self, data[: len(data) // 2])
        time.sleep(60)

    setattr(socket.socket, "sendall", half)  # noqa: B010 - a crash in the middle of an answer
    return b"x" * 1_000_000


def huge(megabytes):
    return b"x" * (megabytes << 20)


def unpicklable(_number):
    return lambda: 1


class OddError(Exception):
    def __init__(self, one, two):
        super().__init__()
        self.one, self.two, self.three = one, two, lambda: 1


def raise_oddly(_number):
    raise OddError(1, 2)


class Evil:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (Path(self.path),)


def evil(path):
    return Evil(path)


def attempts(outside):
    """What a child tries that it must not; the answer names what succeeded."""
    deeds = {
        "write": lambda: Path(outside, "left").write_text("x"),
        "write through the system": lambda: os.write(os.open(f"{outside}/raw", os.O_CREAT | os.O_WRONLY), b"x"),
        "write here": lambda: Path("left").write_text("x"),
        "remove": lambda: Path(outside, "precious").unlink(),
        "rename": lambda: Path(outside, "precious").rename(Path(outside, "gone")),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), 1),
        "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
        "listen": lambda: socket.socket().bind(("127.0.0.1", 0)),
        "ask for a name": lambda: socket.getaddrinfo("example.org", 80),
        "run": lambda: subprocess.run(["true"], check=False),
        "shell": lambda: os.system("true"),  # noqa: S605
        "fork": os.fork,
        "kill": lambda: os.kill(os.getppid(), 0),
    }
    done = []
    for name, deed in deeds.items():
        try:
            deed()
        except OSError:
            continue
        done.append(name)
    return done, walls.refused()


def state(_number):
    return {
        "environment": sorted(os.environ),
        "files": resource.getrlimit(resource.RLIMIT_FSIZE)[0],
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "open": resource.getrlimit(resource.RLIMIT_NOFILE)[0],
        "descriptors": sorted(path.name for path in Path("/proc/self/fd").iterdir()),
        "interfaces": sorted(name for _, name in socket.if_nameindex()),
        "folder": str(Path.cwd()),
        "inside": [path.name for path in Path().iterdir()],
        "pid": os.getpid(),
    }


def write_from_c(path):
    """A library in C knows nothing of Python's hooks; the system still says no to every byte."""
    libc = ctypes.CDLL(None)
    number = libc.open(path.encode(), os.O_CREAT | os.O_WRONLY, 0o644)
    return libc.write(number, b"x", 1)


def steps(count):
    for done in range(1, count + 1):
        time.sleep(0.2)
        isolation.tell(done, count)
    return "done"


def chatter(_number):
    while True:
        time.sleep(0.05)
        isolation.tell(1, 1)


def whoami(_number):
    time.sleep(0.02)
    return os.getpid()


def some(number):
    """Every seventh item is a bad one, each in another way."""
    return (double, segfault, double, leave, double, killed, raise_oddly)[number % 7](number)


def hang_if_three(number):
    return hang(number) if number == 3 else number


def slowly(number):
    time.sleep(0.5)
    return number
