"""A deck of the bundled story: what its slides say, in LibreOffice too, and what its pages carry."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import combinations

import pikepdf
import pytest
from decking import STORY, deck_of, rows_of, shape
from office import pages, printed, saved, words
from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from stage import dataset

from desktop.asking import deriver
from desktop.sheets.binding import Deck, bind, deck_kind
from desktop.sheets.carried import carried_in, first_in
from desktop.sheets.errors import SheetError
from desktop.state.atlas import Clock, Compare
from desktop.state.session import session_of
from desktop.state.sheet_options import SheetOptions
from desktop.state.story import Story
from desktop.state.words import BOUNDARY_NOTICE
from geodata.bundled import scenarios
from geodata.scenario import Scenario


@pytest.fixture(scope="module")
def made(sheets):
    """The bundled story, drawn and bound: by kind, the deck, its sheets and its file."""
    found = {}
    for kind in ("pptx", "pdf"):
        deck = deck_of(kind)
        drawn = [sheets.make(request) for request in deck.requests]
        found[kind] = deck, drawn, bind(deck, drawn)
    return found


@pytest.fixture(scope="module")
def office(made, tmp_path_factory):
    """The slides as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "talk.pptx").write_bytes(made["pptx"][2])
    return printed(folder / "talk.pptx", folder)


@pytest.fixture(scope="module")
def slides(made):
    return list(Presentation(io.BytesIO(made["pptx"][2])).slides)


def test_libreoffice_opens_a_page_for_each_step_and_shows_its_words(made, office):
    told = pages(office)
    assert len(told) == len(STORY.steps)
    slides = Presentation(io.BytesIO(made["pptx"][2])).slides
    for step, page, slide in zip(STORY.steps, told, slides, strict=True):
        assert step.name in page
        assert step.year_label in page
        for _what, value, _period, number in rows_of(slide):
            assert value in page
            assert not number or f"{number} " in page


def test_a_deck_that_libreoffice_saved_again_still_carries_every_view(made, tmp_path):
    deck, _drawn, data = made["pptx"]
    path, again = tmp_path / "talk.pptx", tmp_path / "again"
    again.mkdir()
    path.write_bytes(data)
    carried = carried_in(saved(path, again, "pptx"))
    assert [one.session for one in carried] == [request.travelling for request in deck.requests]


def test_poppler_reads_the_words_of_every_page_of_the_document(made, tmp_path):
    path = tmp_path / "talk.pdf"
    path.write_bytes(made["pdf"][2])
    told = pages(path)
    assert len(told) == len(STORY.steps)
    for step, page in zip(STORY.steps, told, strict=True):
        assert step.name in page
        assert " ".join(step.caption.split()[:6]) in page
        assert BOUNDARY_NOTICE.split(";")[0] in page


def test_no_word_lies_over_another_or_leaves_the_slide(office):
    for page in words(office):
        assert all(w.left > 0 and w.right < 960 and w.top > 0 and w.bottom < 540 for w in page)
        assert [(one.text, other.text) for one, other in combinations(page, 2) if one.covers(other)] == []


def test_title_and_picture_are_what_programs_and_readers_look_for(slides):
    for step, slide in zip(STORY.steps, slides, strict=True):
        assert slide.shapes.title.text_frame.text == step.name
        picture = shape(slide, "Map")
        alt = picture._element.nvPicPr.cNvPr.get("descr")
        assert step.year_label in alt
        assert BOUNDARY_NOTICE in alt
        with Image.open(io.BytesIO(picture.image.blob)) as image:
            assert image.width >= 1920
            assert abs(image.width / image.height / (picture.width / picture.height) - 1) < 0.01


def test_the_same_story_is_the_same_bytes_and_knows_no_clock(made):
    for deck, drawn, data in made.values():
        assert bind(deck, drawn) == data
    day = dataset().catalog.data_date
    about = Presentation(io.BytesIO(made["pptx"][2])).core_properties
    assert (about.title, about.created.date(), about.modified.date()) == (STORY.title, day, day)
    with zipfile.ZipFile(io.BytesIO(made["pptx"][2])) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in package.namelist() if "thumbnail" in name or "printer" in name] == []


def test_the_master_is_the_atlass_own(made):
    deck = Presentation(io.BytesIO(made["pptx"][2]))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert deck.element.sldSz.get("type") is None
    assert [layout.name for layout in deck.slide_layouts] == ["Map and figures"]
    assert deck.slide_master.name == "IREL Atlas"


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_every_step_is_carried_and_can_be_brought_back(made, tmp_path, kind):
    deck, _drawn, data = made[kind]
    path = tmp_path / f"talk.{kind}"
    path.write_bytes(data)
    carried = carried_in(path)
    place = {"pptx": "slide", "pdf": "page"}[kind]
    assert [one.place for one in carried] == [
        f"{place} {number}" for number in range(1, len(STORY.steps) + 1)
    ]
    assert [one.session for one in carried] == [request.travelling for request in deck.requests]
    assert first_in(path)[0] == f"{place} 1"


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_a_stripped_deck_carries_nothing(sheets, tmp_path, kind):
    deck = deck_of(kind, replace(STORY, steps=STORY.steps[:1]), carrying=False)
    path = tmp_path / f"talk.{kind}"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    with pytest.raises(SheetError, match="got one without what brings its view back"):
        first_in(path)


def test_the_pages_of_the_document_are_named_and_tell_what_they_show(made):
    deck, _drawn, data = made["pdf"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(STORY.steps)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [step.name for step in STORY.steps]
        figures = pdf.Root.StructTreeRoot.K
        assert [str(sheet.frame.year) in str(f.Alt) for sheet, f in zip(deck.sheets, figures, strict=True)]
        assert all("text-version" in name or "irel-atlas" in name for name in pdf.attachments)
        assert len(pdf.attachments) == 2 * len(STORY.steps)


def test_a_dark_deck_is_dark_all_over(sheets, tmp_path):
    import pypdfium2

    deck = deck_of("pptx", replace(STORY, steps=STORY.steps[4:5]), "dark")
    path = tmp_path / "dark.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    page = pypdfium2.PdfDocument(printed(path, tmp_path))[0].render(scale=1).to_pil().convert("L")
    corners = [page.getpixel(at) for at in ((4, 4), (955, 4), (4, 535), (955, 535), (940, 300))]
    assert max(corners) < 60
    assert page.getextrema()[1] > 200


def test_long_words_are_made_smaller_or_cut_and_stand_whole_in_the_notes(sheets, tmp_path):
    name = "What becomes of a country's rare earths when its only buyer is also its only seller " * 2
    caption = "Every sentence that a presenter wants to say can be longer than a slide has room for. " * 10
    step = replace(STORY.steps[4], name=name.strip(), caption=caption.strip()[:590])
    deck = deck_of("pptx", Story("Long", (step,)))
    path = tmp_path / "long.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    (page,) = words(printed(path, tmp_path))
    assert [(one.text, other.text) for one, other in combinations(page, 2) if one.covers(other)] == []
    slide = Presentation(path).slides[0]
    assert slide.placeholders[13].text_frame.text.endswith("…")
    assert step.caption in slide.notes_slide.notes_text_frame.text


def test_what_is_only_supposed_stands_on_the_slide_itself(sheets, tmp_path):
    atlas = replace(
        STORY.steps[4].atlas,
        clock=Clock(2025, mode="range", since=2010, fiscal=True),
        scenario=Scenario("scenario.gates", "All four mines by 2028", "A planner"),
        known_on=date(2025, 7, 1),
    )
    deck = deck_of("pptx", Story("What if", (replace(STORY.steps[4], atlas=atlas),)))
    path = tmp_path / "if.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    said = [shape.text_frame.text for shape in Presentation(path).slides[0].shapes if shape.has_text_frame]
    assert "FY2009-10 to FY2024-25" in said
    (note,) = (words for words in said if "scenario, not fact: All four mines by 2028" in words)
    assert "as known on 1 Jul 2025" in note
    (page,) = words(printed(path, tmp_path))
    assert [(one.text, other.text) for one, other in combinations(page, 2) if one.covers(other)] == []


def test_a_comparison_is_a_slide_of_both_its_halves(sheets, tmp_path):
    supposed = scenarios()[0]
    atlas = replace(STORY.steps[4].atlas, scenario=supposed, clock=Clock(2030), compare=Compare(2024))
    deck = deck_of("pptx", Story("Two", (replace(STORY.steps[4], atlas=atlas),)), "dark")
    path = tmp_path / "two.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    (slide,) = Presentation(path).slides
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert "2024 | 2030" in said
    assert f"A: 2024 · B: 2030, scenario: {supposed.title}" in said
    heads = [cell.text for cell in shape(slide, "Figures").table.rows[0].cells]
    assert heads == ["What differs", "A: 2024", "B: 2030", "Ref"]
    (row,) = (row for row in rows_of(slide) if row[0].endswith("China to India"))
    assert row[1] == "about 25,600 t (estimate), FY2023-24"
    alt = shape(slide, "Map")._element.nvPicPr.cNvPr.get("descr")
    assert alt.startswith("Two maps of India's rare earths: A, 2024; B, 2030")
    (page,) = words(printed(path, tmp_path))
    assert [(one.text, other.text) for one, other in combinations(page, 2) if one.covers(other)] == []


@pytest.mark.parametrize("times", [1, 4, 12])
def test_an_own_footer_stands_on_every_slide_under_the_table_and_whole_in_the_notes(sheets, tmp_path, times):
    footer = " ".join(["For the committee on critical minerals, 22 November 2026, room 4."] * times)
    deck = deck_of("pptx", replace(STORY, steps=STORY.steps[5:7]), options=SheetOptions(footer=footer))
    path = tmp_path / "own.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    for page, slide in zip(words(printed(path, tmp_path)), Presentation(path).slides, strict=True):
        assert footer[:65] in " ".join(word.text for word in page)
        assert footer in slide.notes_slide.notes_text_frame.text
        assert [(one.text, other.text) for one, other in combinations(page, 2) if one.covers(other)] == []
        assert len(rows_of(slide)) >= 4


def test_what_cannot_be_a_deck_is_said_before_anything_is_drawn():
    with pytest.raises(SheetError, match=r"^story: expected at least one step, got none$"):
        deck_of("pptx", Story("Nothing"))
    sheets = deck_of("pdf").sheets
    with pytest.raises(
        SheetError, match=r"^size: expected 16:9 for slides, such as 3840x2160, got 1000x1000$"
    ):
        Deck("Square", (replace(sheets[0], size_px=(1000, 1000)),), "pptx")
    with pytest.raises(
        SheetError, match=r"^format: expected a name that ends in .pptx or .pdf, got 'talk.key'$"
    ):
        deck_kind("talk.key")


def test_what_is_carried_is_what_the_step_shows(made):
    derive = deriver(dataset())
    for sheet in made["pptx"][0].sheets:
        assert sheet.carry == session_of(sheet.carry.atlas, derive(sheet.carry.atlas))
