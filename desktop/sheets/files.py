"""Files that are whole or not there: written beside, then moved into place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
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
    try:
        is_folder = path.is_dir()
    except OSError as error:  # such as a name that no file can have
        raise SheetError(f"cannot write {path}: {error.strerror or error}") from error
    if is_folder:
        raise SheetError(f"cannot write {path}: it is a folder")
    if not folder.is_dir():
        raise SheetError(f"cannot write {path}: there is no folder {folder}")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SheetError(f"cannot write {path}: the folder {folder} may not be written to")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a place beside a file, or a folder, to write to; what was written there is moved into place.

    Raises
    ------
    SheetError
        Where writing or moving fails; nothing half-written stays, whatever happens.
    """
    place = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield place
        place.replace(path)
    except OSError as error:
        raise SheetError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            shutil.rmtree(place) if place.is_dir() else place.unlink()


def put(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; see `put_all`."""
    put_all({path: data})


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together beside their places, and move them there, the first one last.

    Raises
    ------
    SheetError
        Where that fails; nothing half-written stays.
    """
    for path in files:
        check_writable(path)
    with ExitStack() as places:
        for path, data in files.items():
            with places.enter_context(beside(path)).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
