"""A sheet carries what brings its view back, other programs can read it, and whatever is damaged says so."""

import io
import json
import shutil
import subprocess
import sys
import zlib
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pikepdf
import pytest
from PIL import Image, PngImagePlugin
from sessions import session_in
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets import retrieving
from desktop.sheets.carrying import ATTACHMENT, KEY, carry
from desktop.sheets.errors import SheetError
from desktop.sheets.pdf import TEXT_VERSION, drawn
from desktop.sheets.sheet import SheetRequest
from desktop.state.atlas import Clock, Selection
from desktop.state.session import MAX_CHARACTERS, SCHEMA, Session, read_session, session_of, text_of
from desktop.state.sheet_options import AT_FIRST, SheetOptions

KINDS = ("png", "pdf", "svg")
FRAMES = deriver(dataset())
ATLAS = replace(opening_atlas(dataset(), 2024), selection=Selection("plant.aluva"))
FRAME = FRAMES(ATLAS)
OPTIONS = SheetOptions("Magnets", None, "Briefing", "Nearly all come from China.", None, AT_FIRST - {"chart"})
SESSION = replace(session_of(ATLAS, FRAME), options=OPTIONS)
SMALL = (640, 360)


def request_of(kind, session: Session | None = SESSION, frame=FRAME):
    return SheetRequest(frame, ATLAS.view.bounds, SMALL, format=kind, carry=session, options=OPTIONS)


@pytest.fixture(scope="module")
def made(sheets):
    """Give the same sheet in every format, carrying its session, and stripped of it."""
    return {
        **{kind: sheets.make(request_of(kind)) for kind in KINDS},
        **{f"stripped {kind}": sheets.make(request_of(kind, None)) for kind in KINDS},
    }


@pytest.fixture
def put(tmp_path):
    def write(data: bytes, name: str = "sheet"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def why_not(path) -> str:
    """Give the one line that says why a file brings no view back."""
    with pytest.raises(SheetError) as told:
        session_in(path)
    assert "\n" not in str(told.value)
    assert path.name in str(told.value)
    return str(told.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_brings_its_view_back_whatever_it_is_called(made, put, kind):
    assert session_in(put(made[kind], f"sheet.{kind}")) == SESSION
    assert session_in(put(made[kind], "renamed.txt")) == SESSION


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_view_of_the_same_data_is_the_same_bytes(sheets, made, kind):
    other = replace(ATLAS, clock=Clock(2030))
    later = FRAMES(other)
    assert sheets.make(request_of(kind, session_of(other, later), later)) != made[kind]
    assert sheets.make(request_of(kind)) == made[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_stripped_sheet_holds_nothing_of_it_and_says_so(made, put, kind):
    stripped = made[f"stripped {kind}"]
    assert b"irel-atlas-session" not in stripped
    assert SESSION.figures[0].claim.encode() not in stripped
    assert "without what brings its view back" in why_not(put(stripped, f"sheet.{kind}"))


def test_the_picture_is_the_same_with_and_without(made):
    carried, stripped = (Image.open(io.BytesIO(made[name])) for name in ("png", "stripped png"))
    assert np.array_equal(np.asarray(carried), np.asarray(stripped))
    assert carried.info["dpi"] == stripped.info["dpi"]
    pages = [np.asarray(drawn(made[name], SMALL)) for name in ("pdf", "stripped pdf")]
    assert np.array_equal(pages[0], pages[1])


def test_pillow_reads_the_text_of_the_png(made):
    picture = Image.open(io.BytesIO(made["png"]))
    picture.load()
    assert read_session(picture.text[KEY]) == SESSION


@pytest.mark.skipif(not shutil.which("pdfdetach"), reason="pdfdetach (poppler-utils) is not here")
def test_poppler_detaches_the_file_of_the_pdf(made, put, tmp_path):
    path = put(made["pdf"], "sheet.pdf")
    listed = subprocess.run(["pdfdetach", "-list", path], check=True, capture_output=True, text=True).stdout
    assert listed.split() == ["2", "embedded", "files", "1:", ATTACHMENT, "2:", TEXT_VERSION]
    out = tmp_path / "out.json"
    subprocess.run(["pdfdetach", "-save", "1", "-o", out, path], check=True)
    assert json.loads(out.read_text(encoding="ascii")) == json.loads(text_of(SESSION))
    with pikepdf.open(path) as pdf:
        assert pdf.attachments[ATTACHMENT].get_file().mime_type == "application/json"
        assert len(pdf.pages) == 1


def test_an_xml_parser_reads_the_metadata_of_the_svg(made):
    svg = ET.fromstring(made["svg"])
    (metadata,) = svg.iter("{http://www.w3.org/2000/svg}metadata")
    assert metadata.get("id") == KEY
    assert read_session(metadata.text or "") == SESSION
    assert [child.tag.split("}")[1] for child in svg][:3] == ["title", "desc", "metadata"]


def test_what_is_markup_in_the_data_stays_text():
    figure = replace(SESSION.figures[0], what="</metadata><script>alert(1)</script>&amp;")
    nasty = replace(SESSION, figures=(figure,))
    svg = ET.fromstring(carry(b'<svg xmlns="http://www.w3.org/2000/svg"><defs/></svg>', "svg", nasty))
    assert read_session(svg[0].text or "") == nasty
    assert [child.tag.split("}")[1] for child in svg] == ["metadata", "defs"]


# What other programs do to a file on its way


def test_a_png_saved_again_with_compressed_text_still_opens(made, tmp_path):
    text = PngImagePlugin.PngInfo()
    text.add_itxt(KEY, text_of(SESSION), "en", "re-opens", zip=True)
    text.add_text("Comment", "passed through another program")
    Image.open(io.BytesIO(made["png"])).save(tmp_path / "again.png", pnginfo=text)
    assert session_in(tmp_path / "again.png") == SESSION


def test_a_pdf_saved_again_still_opens(made, tmp_path):
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        pdf.save(
            tmp_path / "again.pdf", compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all
        )
    assert session_in(tmp_path / "again.pdf") == SESSION


def test_an_svg_with_a_prefix_for_its_names_still_opens(made, put):
    again = ET.tostring(ET.fromstring(made["svg"]), xml_declaration=True)
    assert b":metadata" in again
    assert session_in(put(again, "again.svg")) == SESSION


# Damaged, foreign, too large


def end_of(made, kind) -> int:
    """Say behind which byte the session is whole."""
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(made[kind])) as pdf:
            packed = pdf.attachments[ATTACHMENT].get_file().obj.read_raw_bytes()
        return made[kind].index(packed) + len(packed)
    marks = {"png": b"iTXtTitle", "svg": b"</metadata>"}
    return made[kind].index(marks[kind])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.5, 0.9, 0.99])
def test_a_sheet_cut_short_within_the_session_is_refused(made, put, kind, share):
    cut = made[kind][: int(end_of(made, kind) * share)]
    assert "cannot open" in why_not(put(cut, f"cut.{kind}"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_cut_short_behind_the_session_still_opens(made, put, kind):
    assert session_in(put(made[kind][: end_of(made, kind) + 200], f"cut.{kind}")) == SESSION


@pytest.mark.parametrize("kind", KINDS)
def test_any_byte_may_be_wrong(made, put, kind):
    """Whatever is hit: it is refused or it opens; as it was, where the format has checksums."""
    good, refused = made[kind], 0
    random = np.random.default_rng(20261122)
    for _ in range(150):
        damaged = bytearray(good)
        for place in random.integers(0, min(len(good), end_of(made, kind)), 3):
            damaged[place] = random.integers(0, 256)
        path = put(bytes(damaged), f"hit.{kind}")
        try:
            found = session_in(path)
        except SheetError:
            refused += 1
        else:
            assert found == SESSION or kind == "svg"
    assert refused


def foreign():
    picture, pdf = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    jpeg = io.BytesIO()
    Image.new("RGB", (9, 9)).save(jpeg, "JPEG")
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(pdf)
    return {
        "empty": (b"", "a file of another kind"),
        "a word": (b"hello", "a file of another kind"),
        "jpeg": (jpeg.getvalue(), "a file of another kind"),
        "zeros": (bytes(5000), "a file of another kind"),
        "png": (picture.getvalue(), "without what brings its view back"),
        "pdf": (pdf.getvalue(), "without what brings its view back"),
        "pdf in name only": (b"%PDF-1.7\n" + bytes(4000), "a PDF that is damaged"),
        "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "without what brings its view back"),
        "markup": (b"<html><p>one<br>two</html>", "a drawing that is damaged"),
        "entities": (
            b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
            "a drawing with definitions of its own",
        ),
        "deep": (b"<a>" * 200_000, "a drawing that is damaged"),
    }


@pytest.mark.parametrize("name", foreign())
def test_a_foreign_file_is_told_in_one_line(put, name):
    data, why = foreign()[name]
    assert why in why_not(put(data, name))


def test_what_is_not_there_and_what_is_a_folder_are_told(tmp_path):
    assert "No such file" in why_not(tmp_path / "nobody.png")
    assert "directory" in why_not(tmp_path)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def png_with(body: bytes, kind: bytes = b"iTXt") -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(kind, body) + chunk(b"IEND", b"")


def bomb() -> bytes:
    return zlib.compress(text_of(SESSION).encode() + b" " * (8 * MAX_CHARACTERS), 9)


def test_text_that_unpacks_beyond_all_bounds_is_not_unpacked(put):
    path = put(png_with(KEY.encode() + b"\0\1\0\0\0" + bomb()), "bomb.png")
    assert path.stat().st_size < 100_000
    assert "more than 8,388,608 characters" in why_not(path)


def test_an_attachment_that_unpacks_beyond_all_bounds_is_not_unpacked(tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[ATTACHMENT] = b""
        pdf.attachments[ATTACHMENT].get_file().obj.write(bomb(), filter=pikepdf.Name.FlateDecode)
        pdf.save(tmp_path / "bomb.pdf")
    assert (tmp_path / "bomb.pdf").stat().st_size < 100_000
    assert "more than 8,388,608 characters" in why_not(tmp_path / "bomb.pdf")


def test_metadata_beyond_all_bounds_are_not_read_to_their_end(put):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="irel-atlas">'
    assert "more than 8,388,608 characters" in why_not(put(svg + b" " * (MAX_CHARACTERS + 1), "long.svg"))


def test_a_file_beyond_all_bounds_is_not_read(tmp_path):
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(retrieving.MAX_FILE_BYTES + 1)
    assert "expected at most 128 megabytes" in why_not(path)


def test_a_png_of_countless_chunks_is_given_up(put):
    many = b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"") * (retrieving.MAX_CHUNKS + 1)
    assert "without what brings its view back" in why_not(put(many, "chunks.png"))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"\0\0\0\0\0{}", "got something else"),
        (b"\0\0\0\0\0" + b"[" * 100_000, "a text that is damaged"),
        (b"\0\0\0\0\0\xff\xfe", "it is no text"),
        (b"\0\1\0\0\0not packed", "cannot be decompressed"),
        (b"\0\1\0\0\0" + zlib.compress(b"abc")[:-6], "cannot be decompressed"),
        (b"\0\0", "cut short"),
        (b"\0", "cut short"),
    ],
)
def test_text_under_our_name_that_is_not_ours_is_refused(put, body, why):
    assert why in why_not(put(png_with(KEY.encode() + body), "odd.png"))


def test_a_sheet_of_a_newer_atlas_is_refused_in_one_sentence(put):
    newer = text_of(SESSION).replace(f'"schema": {SCHEMA}', f'"schema": {SCHEMA + 1}').encode()
    told = why_not(put(png_with(KEY.encode() + b"\0\0\0\0\0" + newer), "newer.png"))
    versions = f"(version {SCHEMA + 1} of the format; this one reads up to {SCHEMA})"
    assert told == f"cannot open newer.png: a newer IREL Atlas made it {versions}"


def test_a_pdf_with_a_password_is_refused(tmp_path, made):
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert "a PDF with a password" in why_not(tmp_path / "locked.pdf")


# The command line

COMMAND = [sys.executable, "-c", "from desktop.cli import main; raise SystemExit(main())"]


def run(*words):
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=120, check=False)


def test_a_snapshot_carries_what_was_asked_for_unless_it_is_stripped(tmp_path):
    asked = [
        "snapshot",
        "--year",
        "2026",
        "--layers",
        "plants",
        "--bounds",
        "68,6,98,37",
        "--size",
        "640x360",
    ]
    for name, more in (("kept.svg", []), ("stripped.svg", ["--strip"])):
        ended = run(*asked, *more, "--out", tmp_path / name)
        assert ended.returncode == 0, ended.stderr
    atlas = session_in(tmp_path / "kept.svg").atlas
    assert (atlas.clock, atlas.layers.visible) == (Clock(2026), {"plants"})
    assert atlas.view.bounds == (68, 6, 98, 37)
    assert "without what brings its view back" in why_not(tmp_path / "stripped.svg")


def test_a_sheet_that_is_not_there_opens_no_window():
    ended = run("open", "nobody.png")
    assert (ended.returncode, ended.stderr) == (
        2,
        "irel-atlas: cannot open nobody.png: there is no such file\n",
    )


def test_a_sheet_and_a_year_are_too_much(put, made):
    ended = run("open", put(made["png"], "view.png"), "--year", "2030")
    assert (ended.returncode, ended.stderr) == (
        2,
        "irel-atlas: open: expected an exported sheet or a year, got both\n",
    )
