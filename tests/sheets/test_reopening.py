"""A sheet over other data: what they do not have is left out and said, what has changed is counted."""

from dataclasses import replace
from datetime import date

import pytest
from stage import new_store

from desktop.sheets.errors import SheetError
from desktop.sheets.reopening import reopen
from desktop.state.atlas import Clock, Compare, Filter, Layers, Selection
from desktop.state.comparing import frame_of_a
from desktop.state.session import Session, session_of, text_of
from desktop.state.sheet_options import SheetOptions
from geodata.bundled import scenarios


@pytest.fixture
def store():
    return new_store(2024)


@pytest.fixture
def opened(store, tmp_path):
    """Open the sheet of a session over the real data."""

    def make(session: Session):
        path = tmp_path / "talk.svg"
        svg = '<svg xmlns="http://www.w3.org/2000/svg"><metadata id="irel-atlas">{}</metadata></svg>'
        path.write_text(svg.format(text_of(session)), encoding="utf-8")
        return reopen(path, store.frame, store.frame_of)

    return make


@pytest.fixture
def session(store):
    return session_of(store.atlas, store.frame)


def other(session, *numbers):
    """Give the session as if its first figures had been different."""
    changed = [replace(figure, number=text) for figure, text in zip(session.figures, numbers, strict=False)]
    return replace(session, figures=(*changed, *session.figures[len(numbers) :]))


def test_the_same_data_bring_all_of_it_back(opened, session):
    found = opened(session)
    assert (found.atlas, found.lines) == (session.atlas, ())
    assert found.words == "Opened talk.svg: every figure is as it was"


def test_a_logo_does_not_come_back_and_that_is_told(opened, session):
    found = opened(replace(session, options=SheetOptions(logo_name="ours.png")))
    told = "Opened talk.svg: every figure is as it was. It had a logo, ours.png, which no file brings back."
    assert found.words == told
    assert (found.options.logo, found.options.logo_name) == (None, "ours.png")


def test_the_warnings_over_which_it_was_exported_are_told(opened, session):
    warning = "small-text: The smallest words are 4.8 pt."
    found = opened(replace(session, overridden=(warning,)))
    assert found.words == "Opened talk.svg: every figure is as it was. It was exported over 1 warning."
    assert found.lines == (f"Exported over a warning: {warning}",)
    assert (
        "has changed. It was exported over 2 warnings."
        in opened(replace(other(session, "12"), overridden=(warning, warning))).words
    )


def test_what_has_changed_is_counted_and_told(opened, session):
    found = opened(other(session, "12"))
    total = len(session.figures)
    assert found.words == f"Opened talk.svg. Since it was exported, 1 of its {total} figures has changed."
    first = session.figures[0]
    assert found.lines == (f"{first.what}, {first.period}: 12{first.unit} → {first.number}{first.unit}",)
    assert "2 of its" in opened(other(session, "12", "13")).words
    assert "figures have changed." in opened(other(session, "12", "13")).words


def test_a_claim_that_is_gone_is_told(opened, session):
    lost = replace(session.figures[0], claim="claim.of-old")
    found = opened(replace(session, figures=(lost, *session.figures[1:])))
    assert found.words == "Opened talk.svg. Since it was exported, 1 figure is gone."
    assert found.lines[0].endswith("→ no longer in the data")


def test_a_filter_of_the_lists_hides_no_figure_from_the_comparison(opened, store):
    filtered = replace(store.atlas, filter=Filter(statuses=frozenset({"target"})))
    found = opened(session_of(filtered, store.frame_of(filtered)))
    assert (found.atlas, found.lines) == (filtered, ())


def test_figures_in_lakh_are_compared_in_lakh(opened, store):
    lakh = replace(store.atlas, look=replace(store.atlas.look, lakh=True))
    found = opened(session_of(lakh, store.frame_of(lakh)))
    assert (found.atlas, found.lines) == (lakh, ())


def test_rows_and_a_selection_that_the_data_lack_are_left_out(opened, session):
    rows = session.atlas.layers.visible
    more = rows | {"moon"}
    atlas = replace(
        session.atlas,
        layers=Layers(more, (("moon", 0.5), ("plants", 0.5)), more, graticule=True),
        selection=Selection("plant.on-the-moon"),
    )
    found = opened(replace(session, atlas=atlas))
    assert found.atlas.layers == Layers(rows, (("plants", 0.5),), rows, graticule=True)
    assert found.atlas.selection == Selection()
    assert found.lines == (
        "Layer moon: no longer in the data",
        "Selected then, plant.on-the-moon: no longer in the data",
    )
    words = "Opened talk.svg. Since it was exported, 1 layer is gone and what was selected is gone."
    assert found.words == words


def test_changes_of_a_scenario_that_do_not_fit_are_told(opened, session):
    change = replace(scenarios()[0].changes[0], target="flow.of-old")
    scenario = replace(scenarios()[0], changes=(change, *scenarios()[0].changes[1:]))
    found = opened(replace(session, atlas=replace(session.atlas, scenario=scenario)))
    assert found.words.endswith(" 1 change of its scenario does not fit.")
    assert any(
        line.startswith("Left out of the scenario, ") and "flow.of-old" in line for line in found.lines
    )


@pytest.mark.parametrize("selected", ["plant.aluva", "claim.cn-in-magnets-fy2025"])
def test_a_selection_that_the_data_have_stays(opened, session, selected):
    atlas = replace(session.atlas, selection=Selection(selected))
    assert opened(replace(session, atlas=atlas)).atlas == atlas


@pytest.mark.parametrize("year", [1000, 1949, 9999])
def test_a_year_beyond_the_clock_is_refused(opened, session, year):
    with pytest.raises(
        SheetError, match=rf"^cannot open talk.svg: expected a year from 1950 to 2035, got {year}$"
    ):
        opened(replace(session, atlas=replace(session.atlas, clock=Clock(year))))


def test_a_sheet_of_newer_data_says_so(opened, session):
    found = opened(replace(other(session, "12"), data_date=date(2040, 1, 2)))
    assert found.words.startswith(
        "Opened talk.svg, made from newer data (2 Jan 2040). Since it was exported, 1 of"
    )


@pytest.mark.parametrize(
    ("year", "seen", "compared"),
    [
        (2030, {"known_on": date(2025, 6, 1)}, Compare(2025)),
        (2030, {}, Compare(2030, scenario=scenarios()[0])),
        (2030, {"scenario": scenarios()[1]}, Compare(2025)),
    ],
    ids=["all that is known as A", "a scenario as A", "a scenario as B"],
)
def test_a_figure_that_only_one_half_of_a_comparison_tells_is_not_gone(opened, store, year, seen, compared):
    atlas = replace(store.atlas, clock=Clock(year), compare=compared, **seen)
    session = session_of(atlas, store.frame_of(atlas), frame_of_a(atlas, store.frame_of))
    found = opened(session)
    assert (found.atlas, found.lines) == (atlas, ())
    assert found.words == "Opened talk.svg: every figure is as it was"
