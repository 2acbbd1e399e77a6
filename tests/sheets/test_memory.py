"""Files made to take memory: each is read, or refused in one line, by a process that has little of it."""

import io
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest
from carriers import carrier
from pptx import Presentation
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets import deck_reading, retrieving
from desktop.state.session import FORMAT, session_of

MEGABYTE = 1 << 20
BOMB = 256
"""To how many megabytes a bomb unpacks."""
ALLOWED = 256 * MEGABYTE
"""How much more than its libraries a process that reads a file may take."""


def packed_spaces(before: bytes, times: int = 1) -> bytes:
    stream = zlib.compressobj(9)
    data = (
        stream.compress(before)
        + b"".join(stream.compress(b" " * MEGABYTE) for _ in range(BOMB))
        + stream.flush()
    )
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def pdf_with(objects: bytes, filters: bytes, table_filter=zlib.compress) -> bytes:
    """Make a PDF of which everything stands in a stream of objects, and that in a table that is a stream."""
    head = b"%PDF-1.5\n"
    about = b"4 0 obj\n<< /Type /ObjStm /N 3 /First 20 /Length %d /Filter [%s] >>\nstream\n"
    body = head + about % (len(objects), filters) + objects + b"\nendstream\nendobj\n"
    rows = [(0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(head), 0), (1, len(body), 0)]
    table = table_filter(b"".join(struct.pack(">BIB", *row) for row in rows))
    last = (
        b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length %d /Filter /FlateDecode >>\nstream\n"
    )
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
    return body + last % len(table) + table + end % len(body)


PARTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
)
OBJECTS = (b"1 0 2 %d 3 %d" % (len(PARTS[0]) + 1, len(PARTS[0] + PARTS[1]) + 2)).ljust(20) + b" ".join(PARTS)
ROW = b"[" + b"0 " * 90_000 + b"]"


def pdf_of_arrays() -> bytes:
    """Make a PDF that is one catalogue of numbers, about as large as one may be."""
    rows = ROW * (31 * MEGABYTE // len(ROW))
    parts = (PARTS[0].replace(b">>", b"/X [" + rows + b"] >>"), *PARTS[1:])
    data, starts = b"%PDF-1.5\n", list[int]()
    for number, part in enumerate(parts, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def pdf_of_sessions() -> bytes:
    """Make a PDF of which each of very many streams unpacks to as long a text as a session may be."""
    text = b'{"format": "%b", "x": [' % FORMAT.encode()
    packed = zlib.compress(text + b"[]," * 2_600_000, 9)
    return b"%PDF-1.7\n" + (b"1 0 obj\n<< >>\nstream\n" + packed + b"\nendstream\nendobj\n") * 900


BOMBS = {
    "arrays": pdf_of_arrays,
    "arrays in a stream": lambda: pdf_with(
        zlib.compress(OBJECTS + ROW * (15 * MEGABYTE // len(ROW)), 9), b"/FlateDecode"
    ),
    "objects": lambda: pdf_with(packed_spaces(OBJECTS), b"/FlateDecode"),
    "objects packed twice": lambda: pdf_with(packed_spaces(OBJECTS, 2), b"/FlateDecode /FlateDecode"),
    "the table": lambda: pdf_with(zlib.compress(OBJECTS), b"/FlateDecode", packed_spaces),
}
LIMITED = """
import resource, sys
from pathlib import Path
import pptx.shapes.group, pptx.shapes.picture
from desktop.sheets.carried import carried_in
from desktop.sheets.errors import SheetError
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    found = carried_in(Path(sys.argv[1]))
    ours = sum(one.session is not None for one in found)
    print(len(found), "read,", ours, "ours", *filter(None, (one.problem for one in found)))
except SheetError as error:
    print(error)
"""


def said_of(path, data: bytes, allowed: int = ALLOWED) -> str:
    """Read a file in a process that gets so much memory and no more; gives the one line that it says."""
    path.write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, path, str(allowed)], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-600:]
    (line,) = run.stdout.splitlines()
    return line


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs limits on memory")


def test_a_limit_that_is_too_low_is_felt(tmp_path):
    with pytest.raises(AssertionError, match="MemoryError"):
        said_of(tmp_path / "arrays.pdf", pdf_of_arrays(), 16 * MEGABYTE)


@pytest.mark.parametrize("name", BOMBS)
def test_of_a_pdf_nothing_is_unpacked_that_is_not_ours(tmp_path, name):
    assert said_of(tmp_path / "bomb.pdf", BOMBS[name]()) == "1 read, 0 ours"


def test_of_sessions_without_end_only_so_many_are_read(tmp_path):
    told = said_of(tmp_path / "bomb.pdf", pdf_of_sessions(), 2 * ALLOWED)
    assert "at most 32 megabytes of what brings views back, got more" in told


SVG = b'<svg xmlns="http://www.w3.org/2000/svg">'
COUNT = 1_200_000
DRAWINGS = {
    "elements": lambda: SVG + b"<g/>" * COUNT,
    "depth": lambda: SVG + b"<g>" * COUNT,
    "attributes": lambda: SVG + b"<g " + b" ".join(b"a%d=''" % one for one in range(COUNT)) + b"/>",
    "names": lambda: SVG + b"".join(b"<g%d/>" % one for one in range(COUNT)),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_of_countless_parts_is_not_parsed(tmp_path, name):
    told = said_of(tmp_path / "drawing.svg", DRAWINGS[name](), ALLOWED // 4)
    assert f"an SVG of at most {retrieving.MAX_SVG_MARKS:,} elements and attributes, got more" in told


def deck_with(part: bytes, name: str = "ppt/slides/slide1.xml") -> bytes:
    """Make a deck of one slide, of which a part is put in place of another or beside the others."""
    made, again = io.BytesIO(), io.BytesIO()
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return again.getvalue()


SLIDE = (
    b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b"<p:cSld><p:spTree>%b</p:spTree></p:cSld></p:sld>"
)
MARKED = f"a PPTX of at most {deck_reading.MAX_MARKS:,} elements and attributes, got more"
SLIDES = {
    "elements": (SLIDE % (b"<p:a/>" * COUNT), MARKED),
    "attributes": (SLIDE % (b"<p:a b=''/>" * COUNT), MARKED),
    "wide letters": (("<a>" + "<b/>" * COUNT + "</a>").encode("utf-16-le"), MARKED),
    "other letters": (b"\xff\xfe<\0", "of parts in UTF-8, got others"),
    "letters of another kind": (b'<?xml version="1.0" encoding="IBM037"?>', "of parts in UTF-8, got others"),
}


@pytest.mark.parametrize("part", ["ppt/slides/slide1.xml", "ppt/media/none.png"])
@pytest.mark.parametrize("name", SLIDES)
def test_a_deck_of_countless_parts_is_not_parsed_whatever_they_are_called(tmp_path, name, part):
    markup, why = SLIDES[name]
    assert why in said_of(tmp_path / "deck.pptx", deck_with(markup, part), ALLOWED // 4)


def test_a_deck_as_full_as_one_may_be_is_read_in_bounded_memory(tmp_path):
    full = SLIDE % (b"<p:a b=''/>" * (deck_reading.MAX_MARKS // 2 - 10_000))
    assert said_of(tmp_path / "deck.pptx", deck_with(full)) == "0 read, 0 ours"


def test_a_deck_with_a_slide_that_is_none_is_refused_in_one_line(tmp_path):
    assert "a PPTX, got one that is damaged" in said_of(
        tmp_path / "deck.pptx", deck_with(SLIDE.partition(b"<p:cSld")[0] + b"</p:sld>")
    )


@pytest.mark.parametrize("kind", ["png", "pdf", "svg", "html", "pptx"])
def test_with_as_little_memory_a_sheet_is_read(tmp_path, kind):
    atlas = opening_atlas(dataset(), 2024)
    session = session_of(atlas, deriver(dataset())(atlas))
    assert said_of(tmp_path / f"sheet.{kind}", carrier(kind, session), ALLOWED // 4) == "1 read, 1 ours"
