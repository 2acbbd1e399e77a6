"""The presenter check: each rule on a sheet that breaks it, each fix on what it mends, no false alarm."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.contrast import blended, contrast, read_colour
from desktop.sheets.presenter_check import check, use_width_pt
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import facts_of
from desktop.state.sheet_options import AT_FIRST, SheetOptions
from geodata.frame import Frame, Query
from geodata.frames import framer
from geodata.reading import read

NEODYMIUM = "actor.irel/output/nd"
BYTES = st.tuples(*[st.integers(0, 255)] * 3)


def request_of(frame: Frame, **options) -> SheetRequest:
    return SheetRequest(frame, frame.opening, **{"format": "svg", **options})


@pytest.fixture
def warned(sheets):
    """Make a sheet and check it: all warnings, or those of one rule."""

    def look(request: SheetRequest, rule: str = "") -> list:
        svg = sheets.make(replace(request, format="svg")).decode()
        return [warning for warning in check(request, svg) if warning.id.startswith(rule)]

    return look


@pytest.fixture
def checked(warned):
    """Make a sheet and check it: one warning of each rule that it breaks."""
    return lambda request: {warning.id.split("/")[0]: warning for warning in warned(request)}


def of_changed_claims(change) -> Frame:
    """Frame 2024 over a copy of the data in which some claims are others."""
    dataset = read().dataset
    assert dataset is not None
    claims = {name: change(claim) for name, claim in dataset.claims.items()}
    rows = frozenset(row.id for row in dataset.catalog.rows if row.on)
    return framer(replace(dataset, claims=claims))(Query(2024, rows))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("year", [1950, 2012, 2025, 2026])
def test_the_sheets_of_the_atlas_raise_no_false_alarm(checked, frame_of, year, theme):
    assert checked(request_of(frame_of(year), theme=theme)) == {}


def test_what_is_true_of_the_atlass_own_sheets_is_told(checked, frame_of):
    told = checked(request_of(frame_of(2024)))
    assert set(told) == {"one-source"}
    assert "about 25,600 t" in told["one-source"].words
    assert set(checked(request_of(frame_of(2030)))) == {"one-source", "old-figure"}


def test_a_target_in_the_presenters_own_words_must_be_called_one(checked, frame_of):
    request = request_of(
        frame_of(2025), options=SheetOptions(title="450 t of neodymium", footer="Then 450 t.")
    )
    warning = checked(request)["target-not-marked"]
    assert "450 t" in warning.words
    fixed = warning.fix(request)
    assert (fixed.options.title, fixed.options.footer) == (
        "450 t (target) of neodymium",
        "Then 450 t (target).",
    )
    assert "target-not-marked" not in checked(fixed)


@pytest.mark.parametrize(
    "title", ["Target: 450 t", "450 t planned", "450 t [T] by 2026", "1,450 t", "450 t/y"]
)
def test_a_target_that_is_marked_or_another_figure_is_no_fault(checked, frame_of, title):
    assert "target-not-marked" not in checked(request_of(frame_of(2025), options=SheetOptions(title=title)))


@pytest.mark.parametrize("below", [("Targets and promises", ""), (None, "Targets and promises")])
def test_a_title_is_not_marked_by_what_stands_below_it(checked, frame_of, below):
    subtitle, caption = below
    words = SheetOptions(title="450 t of neodymium", subtitle=subtitle, caption=caption)
    request = request_of(frame_of(2025), options=words)
    warning = checked(request)["target-not-marked"]
    assert warning.words.startswith("“450 t” reads as a fact")
    fixed = warning.fix(request)
    assert fixed.options.title == "450 t (target) of neodymium"
    assert checked(fixed) == {}


def test_a_target_of_another_year_must_be_called_one_in_the_presenters_own_words(checked, frame_of):
    assert "450 t" not in {figure.text for figure in frame_of(2024).shown}
    request = request_of(frame_of(2024), options=SheetOptions(title="450 t of neodymium, and 50 % of it"))
    warning = checked(request)["target-not-marked"]
    assert warning.words == "“450 t” reads as a fact: a target, FY2025-26."
    assert "target-not-marked" not in checked(warning.fix(request))
    fact = SheetOptions(title="about 40 t of neodymium", caption="Once 53,748 t of magnets.")
    assert "target-not-marked" not in checked(request_of(frame_of(2020), options=fact))


def test_a_long_title_is_read_across_its_lines(checked, frame_of):
    title = (
        "What IREL is to make of neodymium in a year once its new line runs: a target of no less than 450 t"
    )
    assert "target-not-marked" not in checked(request_of(frame_of(2025), options=SheetOptions(title=title)))


def test_a_figure_with_one_anonymous_source_is_told_until_the_sheet_says_so(warned):
    def change(claim):
        return (
            replace(claim, source="src.explainer-2025-06")
            if claim.id == "claim.world-in-magnets-fy2024"
            else claim
        )

    request = request_of(of_changed_claims(change))
    told = [w for w in warned(request, "one-source") if "28,700 t" in w.words]
    assert len(told) == 1
    fixed = told[0].fix(request)
    assert "28,700 t (FY2023-24): one source, Examination digest" in fixed.options.footer
    assert not [w for w in warned(fixed, "one-source") if "28,700 t" in w.words]


def test_rivals_must_be_named_where_a_figure_is_shown(warned, checked, frame_of):
    silent = SheetOptions(elements=AT_FIRST - {"headlines"})
    request = request_of(frame_of(2025, series=NEODYMIUM), options=silent)
    hidden = warned(request, "rivals-hidden")
    assert any("900 t" in w.words and "Neodymium oxide made, IREL: 900 t" in w.words for w in hidden)
    for warning in hidden:
        request = warning.fix(request)
    assert {"rivals-hidden", "target-not-marked"} & set(checked(request)) == set()
    disputed = checked(request_of(frame_of(2025, series=NEODYMIUM)))
    assert "rivals-hidden" not in disputed, "its headlines say that it is disputed"


def test_of_two_halves_both_are_looked_over_and_nothing_that_is_not_on_the_sheet(checked, warned, frame_of):
    request = request_of(frame_of(2030), other=frame_of(2024), size_px=(2480, 3508), dpi=300.0)
    told = {warning.id for warning in warned(request)}
    assert told == {"one-source/claim.cn-in-magnets-fy2024", "old-figure/claim.in-jp-2024-sangri"}
    assert "rivals-hidden" not in checked(request), "there is no chart of neodymium on it"
    for warning in warned(request):
        request = warning.fix(request)
    assert checked(request) == {}
    assert checked(request_of(frame_of(2025), other=frame_of(2012))) == {}


def test_a_legend_entry_of_either_half_is_looked_for(checked, frame_of):
    unseen = request_of(frame_of(2030), other=frame_of(2024), opacity=(("flows_from_china", 0.0),))
    assert "Magnets: about 25,600 t a year" in checked(unseen)["legend-without-drawing"].words
    bare = SheetOptions(elements=AT_FIRST - {"legend", "widths"})
    told = checked(request_of(frame_of(2030), other=frame_of(2024), options=bare))["drawing-without-legend"]
    assert "Magnets: about 25,600 t a year" in told.words


def test_a_figure_much_older_than_the_sheet_is_told_until_the_sheet_says_so(warned, frame_of):
    request = request_of(frame_of(2030))
    for warning in warned(request, "old-figure"):
        age = int(re.findall(r"(\d+) years before 2030", warning.words)[0])
        assert age > 2
        request = warning.fix(request)
    assert "Rare earths, India to Japan: over 1,000 t is of 2024; nothing newer" in request.options.footer
    assert not warned(request, "old-figure")
    assert not warned(request_of(frame_of(2026)), "old-figure")


def test_words_that_are_too_faint_are_measured_on_the_drawing(checked, frame_of):
    request = request_of(frame_of(2025), opacity=(("plants", 0.3),))
    warning = checked(request)["faint-text"]
    assert "refining" in warning.words or "separation" in warning.words
    assert checked(warning.fix(request)) == {}


def test_words_that_are_too_small_are_measured_at_the_size_of_use(checked, frame_of):
    request = request_of(frame_of(2025), size_px=(640, 360))
    warning = checked(request)["small-text"]
    assert "4.8 pt at 640 × 360 pixels" in warning.words
    assert checked(warning.fix(request)) == {}
    paper = request_of(frame_of(2025), size_px=(2480, 3508), dpi=300.0)
    assert checked(paper) == {}


def test_a_legend_entry_of_which_nothing_can_be_seen_is_told(checked, frame_of):
    request = request_of(frame_of(2025), opacity=(("flows_from_china", 0.0),))
    warning = checked(request)["legend-without-drawing"]
    assert "Magnets: about 50,000 t a year" in warning.words
    assert checked(warning.fix(request)) == {}


def test_what_is_drawn_without_a_legend_is_told(checked, frame_of):
    bare = SheetOptions(elements=AT_FIRST - {"legend", "widths"})
    request = request_of(frame_of(2025), options=bare)
    warning = checked(request)["drawing-without-legend"]
    assert "IREL plant" in warning.words
    assert checked(warning.fix(request)) == {}


@pytest.mark.parametrize("bounds", [(75.75, 8.75, 76.95, 10.35), (120, 20, 145, 45), (80, 15, 90, 22)])
@pytest.mark.parametrize("year", [2012, 2025, 2035])
def test_any_extent_has_the_legend_of_what_lies_in_it(checked, frame_of, bounds, year):
    frame = frame_of(year, more=tuple(row.id for row in frame_of(year).rows))
    told = checked(SheetRequest(frame, bounds, format="svg"))
    assert {"legend-without-drawing", "drawing-without-legend", "faint-text", "small-text"} & set(
        told
    ) == set()


def test_a_legend_of_what_lies_elsewhere_is_told(sheets, frame_of):
    request = request_of(frame_of(2025))
    svg = sheets.make(request).decode()
    away = re.sub(r'(id="plants-plant[^"]*")', r'\1 transform="translate(-5000 0)"', svg)
    assert [w.id for w in check(request, away)] == ["legend-without-drawing/plant"]


def test_the_drawing_is_measured_and_not_the_request(sheets, frame_of):
    request = request_of(frame_of(2025))
    svg = sheets.make(request).decode()
    assert check(request, svg) == ()
    paler = svg.replace('fill="#4F5A66"', 'fill="#B8BEC4"')
    smaller = svg.replace('font-size="19"', 'font-size="15"')
    unnamed = re.sub(r'id="plants-plant[^"]*"', "", svg)
    assert [w.id for w in check(request, paler)] == ["faint-text"]
    assert [w.id for w in check(request, smaller)] == ["small-text"]
    assert [w.id for w in check(request, unnamed)] == ["legend-without-drawing/plant"]


def test_sizes_and_words_are_those_of_the_sheet(sheets, frame_of, words_of):
    request = request_of(frame_of(2024))
    svg = sheets.svg(request.frame)
    facts = facts_of(sheets.make(request).decode(), use_width_pt(request))
    assert sorted(text.words for text in facts.texts) == sorted(words_of(svg))
    assert min(text.size_pt for text in facts.texts) == pytest.approx(9.5)
    assert "Magnets from all origins, FY2023-24" in facts.words("figures")
    drawn = (*request.frame.flows, *request.frame.places)
    assert facts.drawn >= {f"{thing.row}-{thing.thing}" for thing in drawn}


def test_the_serious_comes_first_and_every_warning_says_what_its_fix_does(sheets, frame_of):
    request = request_of(frame_of(2030), opacity=(("plants", 0.3),))
    found = check(request, sheets.make(request).decode())
    assert [warning.severity for warning in found] == ["serious"] + ["note"] * (len(found) - 1)
    assert all(bool(warning.fix) == bool(warning.fix_words) for warning in found)
    assert all(warning.words.endswith(".") and "\n" not in warning.words for warning in found)


@given(BYTES, BYTES)
def test_contrast_is_that_of_two_colours_in_any_order(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
    assert contrast(one, one) == 1
    assert blended(one, other, 1) == pytest.approx(one)
    assert blended(one, other, 0) == pytest.approx(other)


def test_colours_are_read_as_drawings_write_them():
    assert read_colour("#0B5394") == read_colour("rgb(11, 83, 148)") == (11, 83, 148)
    assert read_colour("none") is None
    assert read_colour("url(#hatch)") is None
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
