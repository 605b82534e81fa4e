"""``python -m fuzz [TARGET ...] --seconds N``: each target in a process of its own; what it finds is kept in out/fuzz/TARGET."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

OUT = Path("out/fuzz")
_MEMORY = 2048  # MiB of one target
_HANG = 30  # seconds of one input
_KNOWN = [
    "anything",
    "docx",
    "docx_numbering",
    "xlsx",
    "ofd",
    "odt",
    "pdf",
    "doc",
    "xls",
    "rtf",
    "mht",
    "html",
    "txt",
    "audit",
    "amount",
    "goal",
    "filing",
]


def main() -> int:
    """Runs the targets one after the other and says which of them failed."""
    asked = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    asked.add_argument(
        "targets", nargs="*", choices=[*_KNOWN, []], metavar="TARGET", help=f"one of {' '.join(_KNOWN)}; all by default"
    )
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.here:
        _fuzz(options.targets[0], options.seconds)
    failed = [name for name in options.targets or _KNOWN if not _run(name, options.seconds)]
    sys.stdout.write(f"failed: {' '.join(failed)}\n" if failed else "nothing found\n")
    return 1 if failed else 0


def _run(name: str, seconds: int) -> bool:
    command = [sys.executable, "-m", "fuzz", name, "--seconds", str(seconds), "--here"]
    sys.stdout.write(f"{name}: {seconds} s\n")
    sys.stdout.flush()
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own command


def _fuzz(name: str, seconds: int) -> None:
    import atheris  # noqa: PLC0415 - only where something is fuzzed

    with atheris.instrument_imports(include=["jixiao"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415 - it must be loaded under its eyes
    from fuzz.seeds import seeds  # noqa: PLC0415 - which loads the tests

    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds(name):
        (folder / sha256(data).hexdigest()[:16]).write_bytes(data)
    options = [
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={_MEMORY}",
        f"-timeout={_HANG}",
        f"-artifact_prefix={folder}-",
    ]
    os.environ.setdefault("PYTHONHASHSEED", "0")
    atheris.Setup(
        [sys.argv[0], str(folder), *options, "-max_len=65536", "-verbosity=0", "-print_final_stats=1"], TARGETS[name]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
