"""What brings a sheet's view back, taken out of a file that comes from anywhere: bounded and checked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.parsers import expat

import pikepdf

from desktop.sheets.carrying import ATTACHMENT, KEY
from desktop.sheets.errors import SheetError
from desktop.state.session import MAX_CHARACTERS

MAX_FILE_BYTES = 128 * 1024 * 1024
MAX_PDF_BYTES = 32 * 1024 * 1024
"""A document of many sheets has a few: whatever stands in one unpacked is read object by object."""
MAX_UNPACKED_BYTES = 16 * 1024 * 1024
"""To how many bytes a stream of a PDF may unpack while its objects are looked for."""
MAX_SVG_BYTES = 16 * 1024 * 1024
"""A sheet has two or three; a parser may take long over a drawing that is made to be slow."""
MAX_CHUNKS = 100_000
"""How many chunks of a PNG are looked at."""

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PDF_SIGNATURE = b"%PDF-"
_PDF_START = 1024
"""Within so many bytes a PDF says that it is one."""
_PIECE = 1024 * 1024
"""In pieces much smaller a parser would look through an endless word again and again."""

_NO_SHEET = "expected a PNG, PDF, SVG, HTML or PPTX that IREL Atlas exported"
NOTHING = f"{_NO_SHEET}, got one without what brings its view back"
_DAMAGED = "what brings its view back is damaged"
_ATTACHED = re.compile(r"irel-atlas(?:-([1-9]\d{0,3}))?\.json")
"""Names of what the pages of a PDF carry: the first page's has no number."""


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


def reader_of(file: BinaryIO) -> Callable[[BinaryIO], bytes | None]:
    """Choose by the first bytes, whatever the file is called."""
    start = file.read(_PDF_START)
    file.seek(0)
    if start.startswith(_PNG_SIGNATURE):
        return png_text
    if _PDF_SIGNATURE in start:
        return pdf_text
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


def pages_in(file: BinaryIO) -> list[tuple[int, str]]:
    """List the pages of a PDF that carry something, and under which name."""
    with _opened(file) as pdf:
        found = (_ATTACHED.fullmatch(name) for name in pdf.attachments)
        return sorted((int(name[1] or 1), name[0]) for name in found if name)


def pdf_text(file: BinaryIO, name: str = ATTACHMENT) -> bytes | None:
    """Read what is attached to a PDF under a name."""
    with _opened(file) as pdf:
        if name not in pdf.attachments:
            return None
        stream = pdf.attachments[name].get_file().obj
        raw, kinds = stream.read_raw_bytes(), stream.get("/Filter", [])
        filters = [kinds] if isinstance(kinds, pikepdf.Name) else list(kinds)
    if filters not in ([], ["/FlateDecode"]):
        raise SheetError(f"{_DAMAGED}: it is packed in a way that the atlas does not use")
    return _inflated(raw) if filters else raw


def _check_size(file: BinaryIO, kind: str, most: int) -> None:
    """Let a file of a kind pass that is not too large, and stand at its start."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > most:
        raise SheetError(f"expected {kind} of at most {most >> 20} megabytes, got {size >> 20}")


def _limit_qpdf() -> None:
    """Bound what is unpacked and parsed of a PDF from anywhere; it holds for the process."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MAX_UNPACKED_BYTES,
        run_length_max_memory=MAX_UNPACKED_BYTES,
        png_max_memory=MAX_UNPACKED_BYTES,
        tiff_max_memory=MAX_UNPACKED_BYTES,
        dct_max_memory=MAX_UNPACKED_BYTES,
        max_stream_filters=2,
        doc_max_warnings=1000,
        parser_max_nesting=100,
        parser_max_container_size=100_000,
    )


@contextmanager
def _opened(file: BinaryIO) -> Iterator[pikepdf.Pdf]:
    _check_size(file, "a PDF", MAX_PDF_BYTES)
    _limit_qpdf()
    try:
        with pikepdf.open(file) as pdf:
            yield pdf
    except pikepdf.PasswordError:
        raise SheetError(f"{_NO_SHEET}, got a PDF with a password") from None
    except (pikepdf.PdfError, AttributeError, KeyError, RuntimeError, TypeError, ValueError):
        raise SheetError(f"{_NO_SHEET}, got a PDF that is damaged, or unpacks to too much") from None


def _in_page(file: BinaryIO) -> bytes | None:
    """Look for our own block in a page; nothing of a page is parsed or run."""
    _, found, rest = file.read().partition(f'<script type="application/json" id="{KEY}">'.encode())
    text, end, _ = rest.partition(b"</script>")
    if found and not end:
        raise SheetError(f"{_DAMAGED}: it is cut short")
    return text if found else None


def _in_svg(file: BinaryIO) -> bytes | None:
    """Read a drawing piece by piece, no further than it must be; entities are not resolved."""
    _check_size(file, "an SVG", MAX_SVG_BYTES)
    wanted = _Metadata()
    try:
        while piece := file.read(_PIECE):
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
