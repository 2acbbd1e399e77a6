"""The pictures of a PPTX that comes from anywhere: bounded before anything of it is unpacked."""

from __future__ import annotations

import mmap
import zipfile
from collections.abc import Iterator
from math import inf
from typing import Any, BinaryIO

from desktop.sheets.errors import SheetError

MAX_PARTS = 20_000
MAX_UNPACKED = 512 * 1024 * 1024
MAX_PICTURES = 2_000
MAX_XML = 32 * 1024 * 1024
"""How many bytes of XML, all parts together, are parsed."""
MAX_DIRECTORY = 4 * 1024 * 1024
"""How many bytes the list of the parts may have: it is read whole before anything can be said of them."""

_ZIP_SIGNATURE = b"PK\x03\x04"
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES = 22 + 0xFFFF
"""Within so many bytes from its end a package says where the list of its parts is."""
_MAIN_PART = b"ppt/presentation.xml"
_XML = (".xml", ".rels")


def is_deck(file: BinaryIO) -> bool:
    """Tell whether a file may be a PPTX: a package that names a presentation; it stays at its start."""
    start = file.read(len(_ZIP_SIGNATURE))
    file.seek(0)
    if start != _ZIP_SIGNATURE:
        return False
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(_MAIN_PART) >= 0


def pictures_in(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give every picture on the slides of a deck, groups included.

    Yields
    ------
    tuple of (int, bytes)
        Number of the slide, from 1, and the picture's file.

    Raises
    ------
    SheetError
        Where the file is no PPTX, is damaged, or unpacks to more than is read.
    """
    try:
        _check(file)
        from pptx import Presentation

        slides = list(Presentation(file).slides)
    except SheetError:
        raise
    except Exception:  # noqa: BLE001 (whatever a foreign package makes python-pptx stumble over)
        raise SheetError("expected a PPTX, got one that is damaged") from None
    pictures = ((number, picture) for number, slide in enumerate(slides, 1) for picture in _on(slide.shapes))
    for count, found in enumerate(pictures):
        if count == MAX_PICTURES:
            raise SheetError(f"expected a PPTX of at most {MAX_PICTURES:,} pictures, got more")
        yield found


def _on(shapes: Any) -> Iterator[bytes]:
    """Give the pictures among shapes; of one that is only linked to, or lost, nothing."""
    from pptx.shapes.group import GroupShape
    from pptx.shapes.picture import Picture

    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _on(shape.shapes)
        elif isinstance(shape, Picture):
            try:
                yield shape.image.blob
            except (ValueError, KeyError, AttributeError):
                yield b""


def _check(file: BinaryIO) -> None:
    if _directory_bytes(file) > MAX_DIRECTORY:
        raise SheetError(f"expected a PPTX of at most {MAX_PARTS:,} parts, got more")
    with zipfile.ZipFile(file) as package:
        parts = package.infolist()
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    if len(parts) > MAX_PARTS or xml > MAX_XML or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise SheetError(f"expected a PPTX that unpacks to at most {MAX_UNPACKED >> 20} megabytes, got more")
    file.seek(0)


def _directory_bytes(file: BinaryIO) -> float:
    """Give how long the list of the parts is; one whose length stands elsewhere is too long by its kind."""
    file.seek(max(0, file.seek(0, 2) - _END_BYTES))
    tail = file.read()
    file.seek(0)
    if _LARGE_END in tail:
        return inf
    end = tail.rfind(_END)
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
