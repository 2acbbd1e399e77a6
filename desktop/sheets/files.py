"""Files that are whole or not there: written beside, then moved into place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop.sheets.errors import SheetError


def check_writable(path: Path) -> None:
    """Let a path pass where a file can be written, or say why not, before any work is done.

    Raises
    ------
    SheetError
        Where its folder is missing or closed to us, or where it is a folder itself.
    """
    folder = path.absolute().parent
    if path.is_dir():
        raise SheetError(f"cannot write {path}: it is a folder")
    if not folder.is_dir():
        raise SheetError(f"cannot write {path}: there is no folder {folder}")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SheetError(f"cannot write {path}: the folder {folder} may not be written to")


def put(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there.

    Raises
    ------
    SheetError
        Where that fails; nothing half-written stays.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise SheetError(f"cannot write {path}: {error.strerror or error}") from error
