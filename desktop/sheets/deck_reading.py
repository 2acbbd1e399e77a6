"""The pictures of a PPTX that comes from anywhere: bounded before anything of it is unpacked."""

from __future__ import annotations

import mmap
import re
import zipfile
from collections.abc import Iterator
from math import inf
from typing import Any, BinaryIO

from desktop.sheets.errors import SheetError
from desktop.sheets.retrieving import marks_in

MAX_PARTS = 20_000
MAX_UNPACKED = 192 * 1024 * 1024
"""Half as much again as a file may have: photos cannot be packed any smaller."""
MAX_PICTURES = 2_000
MAX_XML = 24 * 1024 * 1024
"""How many bytes of XML, all parts together, are parsed; a deck of thirty steps has one million."""
MAX_MARKS = 500_000
"""How many elements and attributes are parsed; a deck of thirty steps has 75,000."""
MAX_DIRECTORY = 4 * 1024 * 1024
"""How many bytes the list of the parts may have: it is read whole before anything can be said of them."""

_ZIP_SIGNATURE = b"PK\x03\x04"
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES = 22 + 0xFFFF
"""Within so many bytes from its end a package says where the list of its parts is."""
_MAIN_PART = b"ppt/presentation.xml"
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-|us-ascii|iso-8859-|windows-12)", re.IGNORECASE)
_OTHER_MARKUP = (b"\xff\xfe", b"\xfe\xff", b"\0\0\0<", b"\0<", b"\x4c\x6f\xa7\x94")
"""How a text begins that a parser may take for XML in UTF-16, UTF-32 or EBCDIC."""
_FIRST = 256
_PIECE = 1024 * 1024


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
        for count, found in enumerate(_pictures(file)):
            if count == MAX_PICTURES:
                raise SheetError(f"expected a PPTX of at most {MAX_PICTURES:,} pictures, got more")
            yield found
    except SheetError:
        raise
    except Exception:  # noqa: BLE001 (whatever a foreign package makes python-pptx stumble over)
        raise SheetError("expected a PPTX, got one that is damaged") from None


def _pictures(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    from pptx import Presentation

    for number, slide in enumerate(Presentation(file).slides, 1):
        for picture in _on(slide.shapes):
            yield number, picture


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
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            most = MAX_UNPACKED >> 20
            raise SheetError(f"expected a PPTX that unpacks to at most {most} megabytes, got more")
        _check_markup(package, parts)
    file.seek(0)


def _check_markup(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Count what a parser would have to keep, before it is given any; whatever a part is called."""
    size = marks = 0
    for part in parts:
        with package.open(part) as opened:
            piece = opened.read(_FIRST)
            if not _is_markup(piece):
                continue
            size += part.file_size
            while piece and size <= MAX_XML and marks <= MAX_MARKS:
                marks += marks_in(piece)
                piece = opened.read(_PIECE)
        if size > MAX_XML or marks > MAX_MARKS:
            raise SheetError(f"expected a PPTX of at most {MAX_MARKS:,} elements and attributes, got more")


def _is_markup(start: bytes) -> bool:
    """Tell whether a part begins as XML does, in letters whose marks can be counted; refuse it in others."""
    is_xml = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    is_endless = start.startswith(b"<?xml") and b"?>" not in start
    if start.startswith(_OTHER_MARKUP) or (is_xml and (is_endless or _ENCODING.search(start))):
        raise SheetError("expected a PPTX of parts in UTF-8, got others")
    return is_xml


def _directory_bytes(file: BinaryIO) -> float:
    """Give how long the list of the parts is; one whose length stands elsewhere is too long by its kind."""
    file.seek(max(0, file.seek(0, 2) - _END_BYTES))
    tail = file.read()
    file.seek(0)
    if _LARGE_END in tail:
        return inf
    end = tail.rfind(_END)
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
