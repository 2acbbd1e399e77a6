"""What the pictures of a file carry: a sheet is one, a deck or a document of several pages has many."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.sheets.carrying import ATTACHMENT
from desktop.sheets.deck_reading import is_deck, pictures_in
from desktop.sheets.errors import SheetError
from desktop.sheets.retrieving import (
    MAX_FILE_BYTES,
    NOTHING,
    decoded,
    is_png,
    pages_in,
    pdf_text,
    png_text,
    reader_of,
)
from desktop.state.checked import SessionError
from desktop.state.session import Session, read_session


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
    if is_deck(file):
        for slide, picture in pictures_in(file):
            yield _read(
                f"slide {slide}", lambda data=picture: png_text(io.BytesIO(data)) if is_png(data) else None
            )
        return
    reader = reader_of(file)
    if reader is not pdf_text:
        yield _read("", lambda: reader(file))
        return
    pages = pages_in(file) or [(1, ATTACHMENT)]
    for number, name in pages:
        place = f"page {number}" if len(pages) > 1 else ""
        yield _read(place, lambda attached=name: pdf_text(file, attached))


def _read(place: str, read: Callable[[], bytes | None]) -> Carried:
    """Read what one picture carries, or say why it cannot be read."""
    try:
        text = read()
        return Carried(place, None if text is None else read_session(decoded(text)))
    except (SheetError, SessionError) as error:
        return Carried(place, None, str(error))
