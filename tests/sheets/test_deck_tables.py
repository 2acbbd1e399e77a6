"""The tables of a deck's slides: which figures they tell, in which order and words; what the notes add."""

import io

import pytest
from decking import deck_of, figure_of, rows_of, shape
from pptx import Presentation
from pptx.util import Pt

from desktop.sheets.binding import bind
from desktop.state.auditing import findings


@pytest.fixture(scope="module")
def deck():
    return deck_of("pptx")


@pytest.fixture(scope="module")
def slides(deck, sheets):
    drawn = [sheets.make(request) for request in deck.requests]
    return list(Presentation(io.BytesIO(bind(deck, drawn))).slides)


def test_the_table_shows_figures_of_the_frame_in_words_and_with_their_source(deck, slides):
    for sheet, slide in zip(deck.sheets, slides, strict=True):
        for row in rows_of(slide):
            if not row[3]:
                assert row[1] in ("not found", "not known yet")
                continue
            figure = figure_of(sheet.frame, row)
            said = row[2].split(", ")
            assert (figure.status in said) == (figure.status not in ("actual", "missing"))
            assert "[" not in row[1]


FIRST = [
    ("Reserves and plants", "Rare-earth oxide reserves, India", "6.9 Mt", "2025, estimate"),
    ("1950: a company for the beach sands", "IREL is incorporated", "18 Aug 1950", ""),
    (
        "2012: an agreement with Japan",
        "Rare earths, India to Japan: promised",
        "4,100 t/y",
        "since 2013, plan",
    ),
    ("2024: over 1,000 t to Japan", "Rare earths, India to Japan", "over 1,000 t", "2024"),
    ("The target for FY2025-26", "Neodymium made, IREL", "450 t", "FY2025-26, target, disputed"),
    ("The target for 2030", "Neodymium made, IREL", "900 t", "by 2030, target, disputed"),
]


@pytest.mark.parametrize(("name", *"abc"), FIRST, ids=[name for name, *_ in FIRST])
def test_what_the_step_is_about_comes_first(slides, name, a, b, c):
    (slide,) = (slide for slide in slides if slide.shapes.title.text_frame.text == name)
    assert rows_of(slide)[0] == [a, b, c, "1"]


def test_no_table_says_twice_that_something_was_not_found_or_fills_up_with_capacities(slides):
    for slide in slides:
        rows = rows_of(slide)
        assert len({tuple(row[:3]) for row in rows}) == len(rows)
        assert len([row for row in rows if "to Japan" in row[0] and row[1] == "not found"]) <= 1
        assert [row for row in rows if "capacity" in row[0]] == []


def test_sources_are_numbered_in_the_order_of_the_table(slides):
    for slide in slides:
        numbers = list(dict.fromkeys(int(row[3]) for row in rows_of(slide) if row[3]))
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_figure_of_the_table_is_carried_for_an_audit(deck, slides):
    for request, slide in zip(deck.requests, slides, strict=True):
        carried = {(one.number + one.unit) for one in request.carry.figures}
        dated = {event.day for event in request.frame.events}
        assert {row[1] for row in rows_of(slide) if row[3]} <= carried | dated


def test_a_fresh_deck_has_nothing_out_of_date(deck):
    for request in deck.requests:
        assert findings(request.carry.figures, request.frame.figures) == ()


def test_the_figures_that_find_no_room_are_counted_and_stand_in_the_notes(deck, slides):
    for sheet, slide in zip(deck.sheets, slides, strict=True):
        told = {figure_of(sheet.frame, row).claim for row in rows_of(slide) if row[3]}
        rest = sum(figure.claim not in told for figure in sheet.frame.shown)
        assert shape(slide, "More figures").text_frame.text.startswith(f"{rest} more figure")
        notes = slide.notes_slide.notes_text_frame.text
        assert all(figure.text in notes for figure in sheet.frame.shown)
        assert all(row[0] in notes for row in rows_of(slide))


def test_the_notes_tell_caption_and_every_numbered_source_in_full(deck, slides):
    for sheet, slide in zip(deck.sheets, slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert sheet.options.caption in notes
        sources = {row.id: row for row in sheet.frame.sources}
        listed = dict(line.split(". ", 1) for line in notes.splitlines() if line.split(". ", 1)[0].isdigit())
        for row in filter(lambda row: row[3], rows_of(slide)):
            source = sources[figure_of(sheet.frame, row).source]
            assert source.title in listed[row[3]]
            assert (source.address or "") in listed[row[3]]


def test_a_target_is_told_softer_than_a_fact(slides):
    for slide in slides:
        for row in list(shape(slide, "Figures").table.rows)[1:]:
            run = row.cells[1].text_frame.paragraphs[0].runs[0]
            said = row.cells[2].text_frame.text
            assert not (run.font.bold and ("," in said or "not " in run.text))


def test_letters_are_large_enough_to_be_read_from_the_back(slides):
    for slide in slides:
        cells = [cell for row in shape(slide, "Figures").table.rows for cell in row.cells]
        assert min(run.font.size for c in cells for p in c.text_frame.paragraphs for run in p.runs) >= Pt(12)
        boxes = [one for one in slide.shapes if one.has_text_frame and one.name != "Footer"]
        sizes = [r.font.size for one in boxes for p in one.text_frame.paragraphs for r in p.runs]
        assert min(size for size in sizes if size) >= Pt(9)
