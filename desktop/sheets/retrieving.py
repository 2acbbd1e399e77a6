"""What brings a sheet's view back, taken out of a file that comes from anywhere: bounded and checked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO
from xml.parsers import expat

from desktop.sheets.carrying import KEY
from desktop.sheets.errors import SheetError
from desktop.sheets.pdf import PAGE_KEY
from desktop.state.session import MAX_CHARACTERS

MAX_FILE_BYTES = 128 * 1024 * 1024
MAX_PDF_BYTES = 32 * 1024 * 1024
"""A document of thirty sheets has about seven million."""
MAX_STREAMS = 100_000
"""How many streams of a PDF are looked at."""
MAX_PAGES = 1_000
MAX_PAGE_BYTES = 32 * 1024 * 1024
"""The page in one file has four or five."""
MAX_SVG_BYTES = 16 * 1024 * 1024
"""A sheet has half of one, and up to three more for its logo."""
MAX_SVG_MARKS = 200_000
"""How many elements and attributes a parser is given; a sheet has two thousand."""
MAX_CHUNKS = 100_000
"""How many chunks of a PNG are looked at."""

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PDF_SIGNATURE = b"%PDF-"
_PDF_START = 1024
"""Within so many bytes a PDF says that it is one."""
_PDF_END = 1024
"""Within so many bytes of its end it says that it is whole."""
_PIECE = 1024 * 1024
"""In pieces much smaller a parser would look through an endless word again and again."""

_NO_SHEET = "expected a PNG, PDF, SVG, HTML or PPTX that IREL Atlas exported"
NOTHING = f"{_NO_SHEET}, got one without what brings its view back"
_DAMAGED = "what brings its view back is damaged"
_STREAM = re.compile(rb"stream\r?\n(?=\{|[\x08\x18\x28\x38\x48\x58\x68\x78])")
"""Where a stream begins that is text, or packed as the atlas and most programs pack it."""
_FIRST, _ABOUT = 256, 1024
"""How many bytes are looked at of a stream, and of what stands before it about it."""
_SESSION = re.compile(rb'\{\s*"format"\s*:\s*"irel-atlas-session"')
_PAGE = re.compile(rb"%s\s+([1-9]\d{0,3})\b" % PAGE_KEY.encode())


def is_png(data: bytes) -> bool:
    """Tell whether a picture is a PNG."""
    return data.startswith(_PNG_SIGNATURE)


def decoded(text: bytes) -> str:
    """Read the text of a session, if it is one and not too long."""
    if len(text) > MAX_CHARACTERS:
        raise SheetError(f"{_DAMAGED}: it has more than {MAX_CHARACTERS:,} characters")
    try:
        return text.decode()
    except UnicodeDecodeError:
        raise SheetError(f"{_DAMAGED}: it is no text") from None


def is_pdf(file: BinaryIO) -> bool:
    """Tell whether a file says at its start that it is a PDF; it stays there."""
    start = file.read(_PDF_START)
    file.seek(0)
    return _PDF_SIGNATURE in start and not is_png(start)


def reader_of(file: BinaryIO) -> Callable[[BinaryIO], bytes | None]:
    """Choose by the first bytes, whatever the file is called."""
    start = file.read(_PDF_START)
    file.seek(0)
    if start.startswith(_PNG_SIGNATURE):
        return png_text
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<!doctype html"):
        return _in_page
    if text.startswith(b"<"):
        return _in_svg
    raise SheetError(f"{_NO_SHEET}, got a file of another kind")


def png_text(file: BinaryIO) -> bytes | None:
    """Look for our text among the chunks; all others are passed over unread."""
    file.seek(len(_PNG_SIGNATURE))
    for _ in range(MAX_CHUNKS):
        head = file.read(8)
        length, kind = int.from_bytes(head[:4]), head[4:]
        if len(head) < 8 or kind == b"IEND":
            return None
        if kind != b"iTXt" or length > 2 * MAX_CHARACTERS:
            file.seek(length + 4, 1)
            continue
        body, check = file.read(length), file.read(4)
        if not body.startswith(KEY.encode() + b"\0"):
            continue
        if zlib.crc32(kind + body).to_bytes(4) != check:
            raise SheetError(f"{_DAMAGED}: its checksum is wrong")
        return _png_text(body)
    return None


def _png_text(body: bytes) -> bytes:
    """Pass over keyword, two flags, language and translated keyword; the first flag says "compressed"."""
    parts = body[len(KEY) + 3 :].split(b"\0", 2)
    if len(parts) < 3:
        raise SheetError(f"{_DAMAGED}: it is cut short")
    return _inflated(parts[2]) if body[len(KEY) + 1] else parts[2]


def _inflated(data: bytes) -> bytes:
    """Decompress, but no more than a session may have, and one byte to tell that there is more."""
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(data, MAX_CHARACTERS + 1)
    except zlib.error:
        text = b""
    if not stream.eof and len(text) <= MAX_CHARACTERS:
        raise SheetError(f"{_DAMAGED}: it cannot be decompressed")
    return text


def pages_of(file: BinaryIO) -> list[tuple[str, Callable[[], bytes]]]:
    """Find what the pages of a PDF carry; nothing that a PDF is made of is parsed.

    An attached file always is a stream beside the objects, so it can be told by how it begins.

    Returns
    -------
    list of tuple of (str, callable)
        Place, such as "page 3" (where a document does not number them "picture 3"), and what reads it.
    """
    _check_size(file, "a PDF", MAX_PDF_BYTES)
    data = file.read()
    if b"/Encrypt" in data:
        raise SheetError(f"{_NO_SHEET}, got a PDF with a password")
    found = sorted(islice(_sessions_in(data), MAX_PAGES))
    if not found and b"%%EOF" not in data[-_PDF_END:]:
        raise SheetError(f"{_NO_SHEET}, got a PDF that is damaged: it is cut short")
    return [
        (
            (f"page {page}" if page else f"picture {place}") if len(found) > 1 else "",
            lambda start=start: _attached(data, start),
        )
        for place, (page, start) in enumerate(found, 1)
    ]


def _sessions_in(data: bytes) -> Iterator[tuple[int, int]]:
    """Look at the first bytes of each stream; gives the page, or 0, and the start of those that are ours."""
    for stream in islice(_STREAM.finditer(data), MAX_STREAMS):
        start = stream.end()
        first = data[start : start + _FIRST]
        if not first.startswith(b"{"):
            try:
                first = zlib.decompressobj().decompress(first, _FIRST)
            except zlib.error:
                continue
        if _SESSION.match(first):
            about = data[max(0, stream.start() - _ABOUT) : stream.start()].rpartition(b" obj")[2]
            page = _PAGE.search(about)
            yield int(page[1]) if page else 0, start


def _attached(data: bytes, start: int) -> bytes:
    """Read a stream to its end, but no further than a session may be long."""
    most = start + MAX_CHARACTERS + 1
    end = data.find(b"endstream", start, most)
    raw = data[start : end if end >= 0 else most]
    return raw if raw.startswith(b"{") else _inflated(raw)


def _check_size(file: BinaryIO, kind: str, most: int) -> None:
    """Let a file of a kind pass that is not too large, and stand at its start."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > most:
        raise SheetError(f"expected {kind} of at most {most >> 20} megabytes, got {size >> 20}")


def marks_in(markup: bytes) -> int:
    """Count what can begin an element or attribute: for each a parser may keep much more than its bytes."""
    return markup.count(b"<") + markup.count(b"=")


def _in_page(file: BinaryIO) -> bytes | None:
    """Look for our own block in a page; nothing of a page is parsed or run."""
    _check_size(file, "a page", MAX_PAGE_BYTES)
    _, found, rest = file.read().partition(f'<script type="application/json" id="{KEY}">'.encode())
    text, end, _ = rest.partition(b"</script>")
    if found and not end:
        raise SheetError(f"{_DAMAGED}: it is cut short")
    return text if found else None


def _in_svg(file: BinaryIO) -> bytes | None:
    """Read a drawing piece by piece, no further than it must be; entities are not resolved."""
    _check_size(file, "an SVG", MAX_SVG_BYTES)
    wanted, marks = _Metadata(), 0
    try:
        while piece := file.read(_PIECE):
            marks += marks_in(piece)
            if marks > MAX_SVG_MARKS:
                raise SheetError(
                    f"expected an SVG of at most {MAX_SVG_MARKS:,} elements and attributes, got more"
                )
            wanted.parser.Parse(piece)
        wanted.parser.Parse(b"", True)
    except _FoundError:
        return "".join(wanted.words).encode(errors="replace")
    except expat.ExpatError:
        raise SheetError(f"{_NO_SHEET}, got a drawing that is damaged") from None
    return None


class _FoundError(Exception):
    """Ends the reading of a drawing: what was looked for is complete."""


class _Metadata:
    """Collects the words of our own ``<metadata>``, and ends the reading behind it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._inside, self._count = False, 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_entities
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def _refuse_entities(
        self, _name: str, _system: str | None, _public: str | None, has_subset: bool
    ) -> None:
        if has_subset:
            raise SheetError(f"{_NO_SHEET}, got a drawing with definitions of its own")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = name.endswith(" metadata") and attributes.get("id") == KEY

    def _take(self, text: str) -> None:
        if self._inside:
            self.words.append(text)
            self._count += len(text)
            if self._count > MAX_CHARACTERS:
                raise _FoundError

    def _end(self, _name: str) -> None:
        if self._inside:
            raise _FoundError
