"""The presenter check of a slide judges its picture, its table, and the words that it has room for."""

from dataclasses import replace

import pytest
from decking import STORY, deck_of, rows_of
from pptx import Presentation

from desktop.sheets.binding import bind, picture_request
from desktop.sheets.presenter_check import check
from desktop.sheets.series_check import mended
from desktop.sheets.slide_check import check_slide, eyes_for
from desktop.state.atlas import Clock, Selection
from desktop.state.sheet_options import AT_FIRST, SheetOptions
from desktop.state.story import Story
from geodata.bundled import scenarios


@pytest.fixture
def sheet_of():
    """Ask for the sheet of one step, which may be changed, with options that all sheets share."""

    def make(place, options=None, **changes):
        step = replace(STORY.steps[place], **changes)
        return deck_of("pptx", Story("One", (step,)), options=options).sheets[0]

    return make


@pytest.fixture
def warned(sheets):
    """Draw the picture of a sheet's slide, and look the slide over."""
    return lambda sheet: check_slide(sheet, sheets.make(picture_request(sheet).as_drawing).decode())


def ids(warnings):
    return [warning.id for warning in warnings]


@pytest.mark.parametrize("place", range(len(STORY.steps)), ids=[step.name for step in STORY.steps])
def test_the_slides_of_the_bundled_story_mislead_nobody(warned, sheet_of, place):
    found = warned(sheet_of(place))
    assert [warning.words for warning in found if warning.severity == "serious"] == []
    assert not [one for one in ids(found) if one.startswith("cut/")]


def test_a_figure_that_only_the_table_tells_is_looked_at(warned, sheets, sheet_of):
    atlas = replace(STORY.steps[0].atlas, selection=Selection("claim.nd-2030-reuters"))
    sheet = sheet_of(0, atlas=atlas)
    told = "one-source/claim.nd-2030-reuters"
    assert told not in ids(check(sheet, sheets.make(sheet.as_drawing).decode()))
    (warning,) = (one for one in warned(sheet) if one.id == told)
    assert "900 t" in warning.words
    assert told not in ids(warned(mended(sheet, [warning])))


def test_a_rival_is_hinted_at_in_the_table_of_the_slide_itself(sheets, tmp_path):
    deck = deck_of("pptx", Story("One", STORY.steps[8:9]))
    path = tmp_path / "one.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    (slide,) = Presentation(path).slides
    of_targets = [row[2] for row in rows_of(slide) if row[1] in ("450 t", "900 t")]
    assert of_targets == ["FY2025-26, target, disputed"]


def test_words_that_the_slide_has_no_room_for_are_told(warned, sheet_of):
    caption = "Every sentence that a presenter wants to say can be longer than a slide. " * 10
    found = {warning.id: warning for warning in warned(sheet_of(4, caption=caption.strip()[:590]))}
    assert "no room for all of its caption" in found["cut/caption"].words
    assert found["cut/caption"].fix is None
    assert "cut/footer" in ids(warned(sheet_of(4, SheetOptions(footer="For the committee, room 4. " * 30))))


def test_what_a_footer_has_no_room_to_say_is_not_said(warned, sheet_of):
    sheet = sheet_of(4, SheetOptions(footer="For the committee, room 4. " * 30))
    (alone,) = (one for one in warned(sheet) if one.id.startswith("one-source/"))
    assert alone.id in ids(warned(mended(sheet, [alone])))
    bare = sheet_of(4)
    (alone,) = (one for one in warned(bare) if one.id.startswith("one-source/"))
    assert ids(warned(mended(bare, [alone]))) == []


def test_a_target_in_a_steps_name_must_be_called_one(warned, sheet_of):
    sheet = sheet_of(5, name="450 t of neodymium")
    (warning,) = (one for one in warned(sheet) if one.id.startswith("target-not-marked/"))
    fixed = mended(sheet, [warning])
    assert fixed.options.title == "450 t (target) of neodymium"
    assert ids(warned(fixed)) == []


def test_what_a_scenario_assumes_is_marked_and_no_lone_source_of_its_own(warned, sheets, sheet_of):
    continues = next(one for one in scenarios() if one.id.endswith("agreement-continues"))
    atlas = replace(STORY.steps[6].atlas, scenario=continues, clock=Clock(2028))
    sheet = sheet_of(6, name="The agreement goes on", caption="", atlas=atlas)
    told = [*warned(sheet), *check(sheet, sheets.make(sheet.as_drawing).decode())]
    assert "claim.scenario" in "".join(figure.claim for figure in sheet.frame.shown)
    assert not [one for one in ids(told) if "claim.scenario" in one]


def test_the_slides_own_picture_is_measured(warned, sheet_of):
    faint = warned(replace(sheet_of(5), opacity=(("plants", 0.3),)))
    assert ids(faint)[0] == "faint-text"
    bare = SheetOptions(elements=AT_FIRST - {"legend", "widths"})
    assert "drawing-without-legend" in ids(warned(sheet_of(5, bare)))


def test_a_deck_of_pages_is_looked_over_as_the_sheets_that_they_are(sheet_of):
    sheet = sheet_of(5)
    assert eyes_for("pdf").drawing(sheet) == sheet.as_drawing
    assert eyes_for("pptx").drawing(sheet) == picture_request(sheet).as_drawing
