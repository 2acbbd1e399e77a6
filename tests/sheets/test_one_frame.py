"""Every format tells of the frame on the screen: its year, its figures, its legend, and of no other."""

import io
import json
import re
from dataclasses import replace

import pypdfium2
import pytest
from frame_words import close, missing_in
from PIL import Image, ImageChops
from pptx import Presentation
from pptx.shapes.picture import Picture
from sessions import session_in
from stage import dataset, new_store

from desktop.asking import deriver
from desktop.sheets.deck import deck_of
from desktop.sheets.film import Manner, film_of_years
from desktop.sheets.filming import write_film
from desktop.sheets.page import page_of
from desktop.sheets.pdf import drawn
from desktop.sheets.presenter_check import use_width_pt
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import facts_of
from desktop.sheets.slide import slide_of
from desktop.state.session import session_of, shown_figure
from desktop.state.telling import alt_text, text_version

YEARS = (2024, 2030)
SIZE = (1920, 1080)
CONTENTS = re.compile(r'<script type="application/json" id="atlas">(.*?)</script>', re.DOTALL)


def strange_to(frame) -> set[str]:
    """Give the legend entries that only the frame of the other year has, not even as the begin of its own."""
    (other,) = (new_store(year).frame for year in YEARS if year != frame.year)
    own = tuple(close(entry.text) for entry in frame.legend)
    told = {close(entry.text) for entry in other.legend}
    return {text for text in told if not any(entry.startswith(text) for entry in own)}


def holds(words: str, frame) -> None:
    """Hold the words of a format against a frame."""
    found = close(words)
    assert missing_in(words, frame) == set()
    assert {told for told in strange_to(frame) if told in found} == set()


@pytest.fixture(scope="module", params=YEARS)
def store(request):
    """The atlas as its window shows it in a year."""
    return new_store(request.param)


@pytest.fixture(scope="module")
def made(sheets, store):
    """Make the sheet of what is on the screen, in a format."""
    carried = session_of(store.atlas, store.frame)

    def make(kind: str) -> tuple[SheetRequest, bytes]:
        request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format=kind, carry=carried)
        return request, sheets.make(request)

    return make


def test_an_svg_tells_of_the_frame_on_the_screen(made, store):
    request, svg = made("svg")
    facts = facts_of(svg.decode(), use_width_pt(request))
    holds(facts.words(), store.frame)
    legend = close(facts.words("legend"))
    assert all(close(entry.text) in legend for entry in store.frame.legend)
    assert alt_text(store.frame) in svg.decode()


def test_a_pdf_tells_of_the_frame_on_the_screen(made, store):
    with pypdfium2.PdfDocument(made("pdf")[1]) as document:
        words = document[0].get_textpage().get_text_range()
    holds(words, store.frame)


def test_a_png_is_the_pdf_in_pixels_and_carries_the_figures_on_the_screen(made, store, tmp_path):
    (_, png), (_, pdf) = made("png"), made("pdf")
    (tmp_path / "sheet.png").write_bytes(png)
    session = session_in(tmp_path / "sheet.png")
    assert session.atlas.clock.year == store.frame.year
    assert session.figures == tuple(map(shown_figure, store.frame.shown))
    with Image.open(io.BytesIO(png)) as picture:
        difference = ImageChops.difference(picture.convert("RGB"), drawn(pdf, SIZE).convert("RGB"))
    assert difference.getbbox() is None


def test_a_page_tells_of_the_frame_on_the_screen(store):
    frame = store.frame
    html = page_of(store.atlas, deriver(dataset())).decode()
    contents = json.loads(CONTENTS.findall(html)[0])
    value, year = contents["values"].__getitem__, contents["years"][frame.year - contents["first"]]
    rows = [year["rows"][row] for row in contents["open"]["rows"] if row in year["rows"]]
    headlines = [headline["number"] + headline["unit"] for headline in map(value, year["headlines"])]
    assert contents["open"]["year"] == frame.year
    assert headlines == [headline.number + headline.unit for headline in frame.headlines]
    legend = {value(entry)["text"] for row in rows for entry in row["legend"]}
    assert legend == {entry.text for entry in frame.legend}
    titles = [value(flow)["title"] for row in rows for flow in row.get("flows", ())]
    assert [title for title in titles if not any(title.startswith(f.label.title) for f in frame.flows)] == []
    assert len(titles) == len(frame.flows)
    lines = "\n".join(line for section in year["text"]["sections"] for line in value(value(section)["lines"]))
    assert all(figure.text in lines for figure in frame.shown)


def test_a_slide_tells_of_the_frame_on_the_screen(made, store):
    request, png = made("png")
    deck = Presentation(io.BytesIO(deck_of("Deck", [slide_of(request, png)], "light", store.frame.data_date)))
    (slide,) = deck.slides
    notes = slide.notes_slide.notes_text_frame.text
    holds(f"{notes} {store.frame.year}", store.frame)
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    shown = {(figure.what, figure.text) for figure in store.frame.shown}
    missing = {(headline.what, headline.number) for headline in store.frame.headlines if not headline.claim}
    unknown = "not known yet" if store.frame.is_after_data else "not found"
    missing |= {(f"{f.label.title.split(':')[0]}, volume", unknown) for f in store.frame.flows if not f.claim}
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    told = {(what, number) for what, number, *_ in rows}
    assert told <= shown | missing
    assert told
    alt = [shape._element.nvPicPr.cNvPr.get("descr") for shape in slide.shapes if isinstance(shape, Picture)]
    assert [words.startswith(alt_text(store.frame)) for words in alt] == [True]
    assert str(store.frame.year) in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_picture_of_a_film_is_the_sheet_on_the_screen(engine, made, store, tmp_path):
    year = store.frame.year
    film = film_of_years(store.atlas, deriver(dataset()), year, year, Manner(SIZE))
    write_film(engine, film, tmp_path / "film")
    (picture,) = (tmp_path / "film").glob("*.png")
    with Image.open(picture) as frame, Image.open(io.BytesIO(made("png")[1])) as sheet:
        assert ImageChops.difference(frame.convert("RGB"), sheet.convert("RGB")).getbbox() is None
    assert session_in(picture).figures == tuple(map(shown_figure, store.frame.shown))


def test_a_sheet_of_a_year_stays_that_years_after_the_window_has_moved_on(sheets):
    store = new_store(2024)
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg")
    store.change("Go to 2030", replace(store.atlas, clock=replace(store.atlas.clock, year=2030)))
    facts = facts_of(sheets.make(request).decode(), use_width_pt(request))
    holds(facts.words(), new_store(2024).frame)
    holds(text_version(store.frame).plain(), new_store(2030).frame)
