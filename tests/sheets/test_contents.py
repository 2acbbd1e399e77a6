"""What stands on a sheet: title, year, figures with their sources, notices."""

import re
from dataclasses import replace
from datetime import date

import pytest

from desktop.sheets.contents import contents_of, name_of, subtitle_of
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sources import Numbering
from desktop.state.words import year_notes

YEARS = (2012, 2024, 2025, 2026, 2030)
SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def pointed_to(contents) -> set[str]:
    """Collect the numbers that figures, chart and flows point to."""
    chart = [contents["chart"]["title"]] if contents["chart"] else []
    flows = [flow["title"] for flow in contents["scene"]["flows"]]
    heads = [words for headline in contents["headlines"] for words in (headline["what"], *headline["lines"])]
    return {
        found.translate(DIGITS) for words in (*heads, *chart, *flows) for found in SUPERSCRIPT.findall(words)
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who ships what, 2024", "Who ships what, 2024"),
        ("12024 t", "12024 t, 2024"),
        ("Trade", "Trade, 2024"),
    ],
)
def test_a_sheet_is_named_by_its_title_and_its_year_once(frame_of, title, name):
    request = SheetRequest(frame_of(2024), frame_of().opening)
    assert name_of(replace(request, options=replace(request.options, title=title))) == name


def test_the_year_says_which_fiscal_year_belongs_to_it(frame_of):
    assert year_notes(frame_of(2025)) == ["FY2024-25 ended in March 2025"]
    assert year_notes(frame_of(2000)) == ["FY1999-00 ended in March 2000"]
    first, *rest = year_notes(frame_of(2030))
    assert first == "FY2029-30 ends in March 2030"
    assert rest == ["after the data: nothing is actual yet"]


def test_a_fiscal_year_that_has_not_ended_on_the_day_of_the_data_ends_later(frame_of):
    frame = replace(frame_of(2026), data_date=date(2026, 3, 30))
    assert year_notes(frame) == ["FY2025-26 ends in March 2026"]


def test_the_subtitle_tells_what_is_drawn_and_nothing_else(frame_of):
    assert subtitle_of(frame_of(2025)) == "IREL's plants, four proposed mines, trade with Japan and China"
    bare = replace(frame_of(2025), places=(), areas=())
    assert subtitle_of(bare) == "Trade with Japan and China"
    assert subtitle_of(frame_of(1950)).startswith("No figures found for 1950; next figures ")
    assert "other sites" in subtitle_of(frame_of(2025, more=("other_sites",)))


@pytest.mark.parametrize("year", YEARS)
def test_every_number_points_to_a_source_and_every_source_is_pointed_to(frame_of, year):
    frame = frame_of(year)
    contents = contents_of(SheetRequest(frame, frame.opening))
    numbers = [note.split("\u00a0")[0] for note in contents["notes"] if not note.startswith("[")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert pointed_to(contents) == set(numbers)


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_of_the_column_has_a_source(frame_of, year):
    frame = frame_of(year)
    contents = contents_of(SheetRequest(frame, frame.opening))
    for headline, told in zip(frame.headlines, contents["headlines"], strict=True):
        assert told["found"] == bool(headline.sources) == bool(SUPERSCRIPT.search(told["what"]))


def test_a_source_has_one_number_however_often_it_is_cited(frame_of):
    numbering = Numbering(frame_of())
    first, second = (row.id for row in frame_of().sources[:2])
    assert numbering.marks([first, second]) == "\u00a0¹\u00a0²"
    assert numbering.marks([second, second]) == "\u00a0²"
    assert [note[0] for note in numbering.notes()] == ["1", "2"]


def test_a_retelling_names_what_it_retells(frame_of):
    notes = "; ".join(contents_of(SheetRequest(frame_of(2024), frame_of().opening))["notes"])
    assert "Sangri Times, Jun 2025, retelling Reuters" in notes


def test_letters_are_explained_where_they_are_shown_and_only_there(frame_of):
    def marks(year):
        notes = contents_of(SheetRequest(frame_of(year), frame_of().opening))["notes"]
        return [note[1] for note in notes if note.startswith("[")]

    assert "T" in marks(2025)
    assert "T" not in marks(2024)
    assert "E" in marks(2024)
