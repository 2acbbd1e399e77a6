"""What the pictures of a file carry: a sheet is one, a deck or a document of several pages has many."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.sheets.deck_reading import is_deck, pictures_in
from desktop.sheets.errors import SheetError
from desktop.sheets.retrieving import (
    MAX_FILE_BYTES,
    NOTHING,
    decoded,
    is_pdf,
    is_png,
    pages_of,
    png_text,
    reader_of,
)
from desktop.state.checked import SessionError
from desktop.state.session import Session, read_session

MAX_TEXT = 32 * 1024 * 1024
"""How many bytes of sessions, of all pictures together, are read; thirty sheets have about 140,000."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What one picture of a file carries.

    Parameters
    ----------
    place : str
        Such as "slide 3"; empty where the file is one sheet.
    session : Session or None
        None where the picture is none of the atlas's, or `problem` says why it cannot be read.
    problem : str
        One line; empty where there is none.
    """

    place: str
    session: Session | None
    problem: str = ""


def first_in(path: Path, place: str | None = None) -> tuple[str, Session]:
    """Read the first session that a file carries, or that of one place in it, and say where that is.

    Parameters
    ----------
    place : str or None
        Such as "slide 3"; None is the first that carries anything.

    Raises
    ------
    SheetError
        Where the file cannot be read, is nothing of the atlas, carries nothing, or is damaged.
    """
    carried = [one for one in carried_in(path) if place in (None, one.place)]
    for one in carried:
        if one.session is not None:
            return one.place, one.session
    problem = next((one.problem for one in carried if one.problem), NOTHING)
    raise SheetError(f"cannot open {path.name}: {problem}")


def carried_in(path: Path) -> tuple[Carried, ...]:
    """Read what every picture of a file carries, in the file's order.

    Raises
    ------
    SheetError
        Where the file cannot be read, or is of no kind that the atlas writes.
    """
    try:
        with path.open("rb") as file:
            return tuple(_carried(file))
    except OSError as error:
        raise SheetError(f"cannot open {path}: {error.strerror or error}") from error
    except SheetError as error:
        raise SheetError(f"cannot open {path.name}: {error}") from error


def _carried(file: BinaryIO) -> Iterator[Carried]:
    size = file.seek(0, 2)
    if size > MAX_FILE_BYTES:
        raise SheetError(f"expected at most {MAX_FILE_BYTES >> 20} megabytes, got {size >> 20}")
    file.seek(0)
    left = MAX_TEXT
    for place, read in _readers(file):
        carried, length = _read(place, read)
        left -= length
        if left < 0:
            most = MAX_TEXT >> 20
            raise SheetError(f"expected at most {most} megabytes of what brings views back, got more")
        yield carried


def _readers(file: BinaryIO) -> Iterator[tuple[str, Callable[[], bytes | None]]]:
    """Give the place of each picture of a file, and what reads what it carries."""
    if is_deck(file):
        for slide, picture in pictures_in(file):
            yield f"slide {slide}", lambda data=picture: png_text(io.BytesIO(data)) if is_png(data) else None
    elif is_pdf(file):
        yield from pages_of(file) or [("", lambda: None)]
    else:
        reader = reader_of(file)
        yield "", lambda: reader(file)


def _read(place: str, read: Callable[[], bytes | None]) -> tuple[Carried, int]:
    """Read what one picture carries, or say why it cannot be read; gives also how many bytes it has."""
    text = None
    try:
        text = read()
        carried = Carried(place, None if text is None else read_session(decoded(text)))
    except (SheetError, SessionError) as error:
        carried = Carried(place, None, str(error))
    return carried, len(text or b"")
