"""Where results go: standard output, or a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC, EROFS
from pathlib import Path

from jixiao.cli.problem import Problem


def emit(pieces: Iterable[str], output: str | None) -> None:
    """Writes pieces of text to a file, or to standard output as they come."""
    if output is None:
        to_stdout(pieces)
    else:
        to_file((piece.encode("utf-8", "replace") for piece in pieces), output)


def to_stdout(pieces: Iterable[str]) -> None:
    """Writes UTF-8; when the reader at the other end has gone (``| head``), the rest is worked off silently."""
    stream = getattr(sys.stdout, "buffer", None)
    for piece in pieces:
        try:
            if stream is None or (sys.stdout.isatty() and sys.stdout.encoding.lower() not in ("utf-8", "utf8")):
                sys.stdout.write(piece.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))
                sys.stdout.flush()
            else:
                stream.write(piece.encode("utf-8", "replace"))
                stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            zh, en = why(error)
            raise Problem(
                f"写不出结果：{zh}。请检查磁盘空间，或用 -o 换一个地方。", f"Cannot write the result: {en}."
            ) from error


def to_file(pieces: Iterable[bytes], output: str) -> None:
    """Writes to a new file beside the target, waits until it is on the disk, and only then puts it in place."""
    target = Path(output)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        zh, en = why(error)
        raise Problem(f"写不了 {output}：{zh}。请换一个文件夹或先建好它。", f"Cannot write {output}: {en}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        zh, en = why(error)
        raise Problem(f"写不了 {output}：{zh}。", f"Cannot write {output}: {en}.") from error
    finally:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


def to_folder(pages: Iterable[tuple[str, Iterable[str]]], output: str, paths: Iterable[str]) -> None:
    """Writes pages into a folder, which is made where it is missing; each page is whole or not there at all."""
    try:
        Path(output).mkdir(exist_ok=True)
    except OSError as error:
        zh, en = why(error)
        raise Problem(f"建不了文件夹 {output}：{zh}。", f"Cannot make the folder {output}: {en}.") from error
    for name, pieces in pages:
        target = str(Path(output) / name)
        refuse_overwriting(target, paths)
        to_file((piece.encode("utf-8", "replace") for piece in pieces), target)


def refuse_overwriting(output: str | None, paths: Iterable[str]) -> None:
    """A result never replaces a report that is being audited."""
    for path in paths:
        if output and path != "-" and Path(output).exists() and Path(path).exists() and Path(output).samefile(path):
            raise Problem(
                f"{output} 就是输入的文件，不会覆盖它。请换一个输出文件名。",
                f"{output} is the input itself and will not be overwritten: choose another name.",
            )


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def why(error: OSError) -> tuple[str, str]:
    """What the system says is wrong, in Chinese and English."""
    known = {
        FileNotFoundError: ("文件夹不存在", "there is no such folder"),
        PermissionError: ("没有写入权限", "no permission to write"),
        IsADirectoryError: ("它是一个文件夹", "it is a folder"),
        NotADirectoryError: ("路径中有一段不是文件夹", "part of the path is no folder"),
        FileExistsError: ("已有同名的文件", "there is a file of that name"),
    }
    if error.errno == EROFS:
        return "磁盘是只读的", "the disk is read-only"
    return known.get(type(error)) or (
        ("磁盘已满", "the disk is full")
        if error.errno in (ENOSPC, EDQUOT, EFBIG)
        else (error.strerror or "写入失败", error.strerror or "writing failed")
    )
