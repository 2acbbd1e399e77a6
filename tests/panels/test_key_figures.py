"""What an audience is shown in large type: the step's own claim first, its status said, nothing invented."""

from dataclasses import replace

import pytest
from stage import new_store

from desktop.panels.key_figures import MOST, key_figures
from desktop.panels.stage_pieces import sources_of
from desktop.services.stories import bundled
from desktop.state.atlas import Clock, Filter, Selection

NAMES = [step.name for step in bundled().steps]


def frame_of(year: int, claim: str | None = None, series: str | None = None):
    store = new_store(year)
    atlas = replace(store.atlas, clock=Clock(year), selection=Selection(claim), filter=Filter(series=series))
    return store.frame_of(atlas)


def test_the_selected_claim_comes_first_and_no_figure_twice():
    frame = frame_of(2025, "claim.cn-in-magnets-fy2025", "flow.world-in.magnets/trade_mass/metal_magnets")
    shown = key_figures(frame)
    assert shown[0].number + shown[0].unit == "about 50,000 t"
    assert shown[1].number == "53,748"
    numbers = [figure.number for figure in shown]
    assert len(numbers) == len(set(numbers)) <= MOST


def test_a_target_says_so_and_is_told_once():
    first, second = key_figures(frame_of(2026, "claim.nd-fy2026-reuters", "actor.irel/output/nd"))
    assert (first.number, first.letter, first.status) == ("450", "T", "target")
    assert not second.is_found
    assert all("450" not in line for line in second.lines)
    assert any("about 40 t" in line for line in second.lines)


def test_a_year_without_any_figure_shows_none():
    assert key_figures(frame_of(1950)) == ()


@pytest.mark.parametrize("step", bundled().steps, ids=NAMES)
def test_every_figure_of_a_step_names_a_source_that_is_listed(step):
    frame = new_store().frame_of(step.atlas)
    shown = key_figures(frame)
    known = {figure.source_short for figure in frame.figures}
    assert len(shown) <= MOST
    listed = sources_of(shown, frame, None)
    for figure in shown:
        assert figure.sources
        assert set(figure.sources) <= known
    assert all(name in listed for figure in shown[:1] for name in figure.sources)
