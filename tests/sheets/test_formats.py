"""PNG, PDF and SVG are one drawing, the same each time, exact in scale, with text that is text."""

import io
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from xml.etree import ElementTree as ET

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw
from qtpy.QtCore import QEventLoop, QMarginsF, QSizeF
from qtpy.QtGui import QPageLayout, QPageSize

from desktop.sheets.paper import page_size_pt
from desktop.sheets.pdf import TEXT_VERSION, drawn, shape_of
from desktop.sheets.sheet import SheetRequest
from desktop.state.sheet_options import SheetOptions
from desktop.state.telling import alt_text
from desktop.state.words import TITLE
from desktop.web.scheme import address

SIZES = [(1920, 1080), (1240, 1754), (1000, 1000), (1600, 1200), (1754, 1240), (2100, 900), (1000, 2400)]
FOREIGN = "sheet-of-the-test.svg"


def request_of(frame, kind, size_px=(1280, 720), **options):
    return SheetRequest(frame, frame.opening, size_px, format=kind, **options)


def pixels(picture) -> np.ndarray:
    return np.asarray(picture.convert("RGB"), dtype=int)


def differing(one, other, tolerance: int = 48) -> float:
    """Share of the pixels that differ by more than the edges of letters do."""
    return float((np.abs(pixels(one) - pixels(other)).max(axis=2) > tolerance).mean())


def printed_by_chromium(engine, svg: bytes) -> bytes:
    """Let a fresh page that knows nothing of sheets open the SVG as a file, and print it."""
    engine.answers.serve(FOREIGN, lambda: svg)
    page, loop, got = engine.page(), QEventLoop(), []
    page.loadFinished.connect(loop.quit)
    page.load(address(FOREIGN))
    loop.exec_()
    size = QPageSize(QSizeF(960, 540), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))

    def take(data):
        got.append(bytes(data.data()))
        loop.quit()

    page.printToPdf(take, layout)
    loop.exec_()
    page.deleteLater()
    return got[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_svg_and_pdf_are_one_drawing(engine, sheets, frame_of, theme):
    pdf = sheets.make(request_of(frame_of(), "pdf", theme=theme))
    svg = sheets.make(request_of(frame_of(), "svg", theme=theme))
    size = (1920, 1080)
    foreign = drawn(printed_by_chromium(engine, svg), size)
    assert differing(drawn(pdf, size), foreign) < 0.0005
    elsewhere = sheets.make(request_of(frame_of(2012), "pdf", theme=theme))
    assert differing(drawn(elsewhere, size), foreign) > 0.02


def test_another_program_draws_the_svg_alike(sheets, frame_of, tmp_path):
    picture = tmp_path / "sheet.png"
    svg = sheets.make(request_of(frame_of(), "svg", (1920, 1080)))
    subprocess.run(["rsvg-convert", "-o", picture], input=svg, check=True)

    def small(image):
        """Letters are hinted otherwise there: a quarter of the size tells the drawing from the hinting."""
        return image.resize((480, 270))

    def ours(year):
        return Image.open(io.BytesIO(sheets.make(request_of(frame_of(year), "png", (1920, 1080)))))

    theirs = small(Image.open(picture))
    assert 4 * differing(theirs, small(ours(2025))) < differing(theirs, small(ours(2012)))


def test_png_is_the_pdf_in_pixels(sheets, frame_of):
    pdf = sheets.make(request_of(frame_of(), "pdf"))
    png = Image.open(io.BytesIO(sheets.make(request_of(frame_of(), "png", (3840, 2160)))))
    assert png.size == (3840, 2160)
    assert png.info["dpi"] == pytest.approx((288, 288), rel=0.001)
    assert np.array_equal(pixels(png), pixels(drawn(pdf, (3840, 2160))))


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_same_sheet_is_the_same_bytes(sheets, frame_of, kind):
    first = sheets.make(request_of(frame_of(2024), kind))
    between = sheets.make(request_of(frame_of(2030), kind, theme="dark"))
    assert first != between
    assert sheets.make(request_of(frame_of(2024), kind)) == first


FRESH = """
import sys
from qtpy.QtWidgets import QApplication
from desktop.sheets.sheet import SheetRequest, format_of
from desktop.sheets.writing import write_sheet
from desktop.web.chromium import prepare_chromium
from desktop.web.engine import Engine
from desktop.web.scheme import register_scheme
from geodata.frame import Query
from geodata.frames import framer
from geodata.reading import read
dataset = read().dataset
frame = framer(dataset)(Query(2024, frozenset(row.id for row in dataset.catalog.rows if row.on)))
prepare_chromium()
register_scheme()
application = QApplication(["irel-atlas"])
engine = Engine()
for path in sys.argv[1:]:
    write_sheet(engine, SheetRequest(frame, frame.opening, (1280, 720), format=format_of(path)), path)
"""


def test_another_process_writes_the_same_bytes(sheets, frame_of, tmp_path):
    paths = {kind: tmp_path / f"sheet.{kind}" for kind in ("pdf", "svg", "png")}
    subprocess.run(
        [sys.executable, "-c", FRESH, *paths.values()], check=True, capture_output=True, timeout=120
    )
    for kind, path in paths.items():
        assert path.read_bytes() == sheets.make(request_of(frame_of(2024), kind)), kind
    assert sorted(tmp_path.iterdir()) == sorted(paths.values())


@pytest.mark.parametrize("size_px", SIZES)
def test_one_page_at_exact_scale(sheets, frame_of, size_px):
    pdf = sheets.make(request_of(frame_of(), "pdf", size_px))
    width, height = page_size_pt(size_px)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        page = document[0]
        assert page.get_size() == (width, height)
        left, _, _, top = page.get_mediabox() or (0, 0, 0, 0)
        paths = [path.get_bounds() for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=15)]
    svg = ET.fromstring(sheets.make(request_of(frame_of(), "svg", size_px)))
    assert svg.get("viewBox") == f"0 0 {2 * width} {2 * height}"
    assert (svg.get("width"), svg.get("height")) == tuple(str(side) for side in size_px)
    edge = sheets.evaluate(
        "['x', 'y', 'width', 'height'].map(n => +document.querySelector('#map + rect').getAttribute(n))"
    )
    x, y, across, down = (units / 2 for units in edge)
    frame = pytest.approx((left + x, top - y - down, left + x + across, top - y), abs=0.3)
    assert any(bounds == frame for bounds in paths)


def test_the_pdf_holds_vectors_and_its_fonts(sheets, frame_of):
    pdf = sheets.make(request_of(frame_of(), "pdf"))
    with pypdfium2.PdfDocument(pdf) as document:
        kinds = [thing.type for thing in document[0].get_objects(max_depth=15)]
    assert raw.FPDF_PAGEOBJ_TEXT in kinds
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        ]
        assert fonts
        assert all("/FontFile2" in font and "NotoSans" in str(font["/FontName"]) for font in fonts)
        assert str(document.docinfo["/Title"]) == "India's rare earths: who ships what to whom, 2025"


@pytest.mark.parametrize("year", [2012, 2024, 2025, 2026, 2030])
def test_every_word_is_text_and_comes_out_once(sheets, frame_of, words_of, year):
    wanted = words_of(ET.fromstring(sheets.make(request_of(frame_of(year), "svg"))))
    with pypdfium2.PdfDocument(sheets.make(request_of(frame_of(year), "pdf"))) as document:
        found = "".join(document[0].get_textpage().get_text_range().split())
    found = unicodedata.normalize(
        "NFKC", found
    )  # the older engine writes the ligature of f and i as one sign
    squeezed = ["".join(unicodedata.normalize("NFKC", words).split()) for words in wanted]
    assert [words for words in squeezed if words not in found] == []
    assert Counter(found) == Counter("".join(squeezed))


def test_the_bundled_fonts_are_drawn_not_those_of_the_machine(sheets, frame_of):
    sheets.make(request_of(frame_of(), "pdf"))
    faces = sheets.evaluate(
        "[...document.fonts].map(f => [f.weight, f.unicodeRange.split(',')[0], f.status])"
    )
    loaded = {(weight, first) for weight, first, status in faces if status == "loaded"}
    assert {(weight, "U+0-FF") for weight in ("400", "600")} <= loaded
    assert {"400", "600"} == {weight for weight, first in loaded if first.startswith("U+2190")}


def test_the_svg_stands_alone(sheets, frame_of):
    svg = ET.fromstring(sheets.make(request_of(frame_of(), "svg")))
    text = ET.tostring(svg, encoding="unicode")
    named = {group.get("id") for group in svg.iter() if group.tag.endswith("}g")}
    assert {"head", "map", "ground", "figures", "chart", "legend", "scale-bar", "foot"} <= named
    assert svg[0].tag.endswith("}title")
    assert svg[1].tag.endswith("}desc")
    assert "atlas:" not in text
    described = [part for part in svg if part.get("id") == "text-version"]
    for part in described:  # text that names addresses is no address
        svg.remove(part)
    text = ET.tostring(svg, encoding="unicode")
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert not any(element.get("class") or element.get("style") for element in svg.iter())
    assert "data:font/woff2;base64," in text


@pytest.mark.parametrize("year", [2012, 2024, 2026])
def test_every_format_tells_in_words_what_it_shows(sheets, frame_of, year):
    frame = frame_of(year)
    alt = alt_text(frame)
    svg = ET.fromstring(sheets.make(request_of(frame, "svg")))
    named = {part.get("id"): part.text for part in svg}
    assert svg.get("role") == "img"
    assert [named[name] for name in svg.get("aria-labelledby").split()] == [f"{TITLE}, {year}", alt]
    text = str(named[svg.get("aria-describedby")])
    assert f"The year {year}" in text
    assert all(headline.number in text for headline in frame.headlines)
    png = Image.open(io.BytesIO(sheets.make(request_of(frame, "png"))))
    assert png.text["Title"] == f"{TITLE}, {year}"
    assert png.text["Description"] == alt
    assert png.text["Comment"] == text
    with pikepdf.open(io.BytesIO(sheets.make(request_of(frame, "pdf")))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo["/Subject"]) == alt
        assert pdf.attachments[TEXT_VERSION].get_file().read_bytes().decode() == text
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.StructTreeRoot.K.K.Alt) == alt


def test_the_words_number_their_sources_as_the_sheet_does(sheets, frame_of, words_of):
    svg = ET.fromstring(sheets.make(request_of(frame_of(2024), "svg")))
    text = next(part.text for part in svg if part.get("id") == "text-version")
    foot = " ".join(words_of(svg, "foot"))
    numbered = re.findall(r"^(\d+)\. (.+?), ", str(text), re.MULTILINE)
    listed = [number for number, publisher in numbered if f"{number} {publisher}" in foot]
    own_search = [number for number, publisher in numbered if publisher == "IREL Atlas"]
    assert len(listed) >= 4
    assert set(listed) | set(own_search) >= {str(number + 1) for number in range(len(listed))}


def test_another_program_reads_the_tags_of_the_pdf(sheets, frame_of, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheets.make(request_of(frame_of(2024), "pdf")))
    told = subprocess.run(["pdfinfo", "-struct", path], check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["Document", "Figure"]
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("size_px", "dpi", "size_pt"),
    [((2480, 3508), 300, (595, 842)), ((4961, 3508), 300, (1191, 842)), ((1240, 874), 150, (595, 420))],
)
def test_paper_keeps_its_dots_per_inch_and_its_size(sheets, frame_of, size_px, dpi, size_pt):
    few = {"options": SheetOptions(elements=frozenset({"title", "legend"})), "dpi": dpi}
    png = Image.open(io.BytesIO(sheets.make(request_of(frame_of(2024), "png", size_px, **few))))
    assert png.size == size_px
    assert png.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    pdf = sheets.make(request_of(frame_of(2024), "pdf", size_px, **few))
    assert shape_of(pdf) == size_pt
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
