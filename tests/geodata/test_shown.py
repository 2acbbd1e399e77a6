"""What a frame shows is what its headlines, map and chart tell: no figure more, none without its claim."""

import re

import pytest

from geodata.drawn import STATUS_LETTERS
from geodata.frame import Query
from geodata.frames import framer
from geodata.reading import read

DATASET = read().dataset
assert DATASET is not None
FRAME = framer(DATASET)
ROWS = frozenset(row.id for row in DATASET.catalog.rows)
MASS = re.compile(r"(?:about |over )?[\d,.]+ t\b(?!/y)")


@pytest.mark.parametrize("year", [2021, 2023, 2024, 2025, 2026, 2030])
def test_every_mass_that_is_told_belongs_to_a_figure_that_is_shown(year):
    frame = FRAME(Query(year, ROWS))
    shown = {figure.text for figure in frame.shown}
    told = [head.number + head.unit for head in frame.headlines]
    told += [words for head in frame.headlines for words, _ in head.lines]
    told += [words for flow in frame.flows for words in (flow.label.title, *flow.label.lines, *flow.tip)]
    told += [words for thing in (*frame.places, *frame.areas) for words in thing.tip]
    masses = {mass for words in told for mass in MASS.findall(words)}
    assert masses
    assert masses <= shown


def test_the_bars_of_the_chosen_chart_are_shown_and_those_of_others_are_not():
    frame = FRAME(Query(2012, frozenset(), series="actor.irel/output/nd"))
    (chart,) = (model for model in frame.charts if model.series == "actor.irel/output/nd")
    assert {bar.claim for bar in chart.bars} <= {figure.claim for figure in frame.shown}
    other = FRAME(Query(2012, frozenset()))
    assert not {bar.claim for bar in chart.bars} <= {figure.claim for figure in other.shown}


def test_a_filter_of_the_lists_takes_nothing_from_what_the_map_shows():
    plain, filtered = FRAME(Query(2025, ROWS)), FRAME(Query(2025, ROWS, statuses=frozenset({"target"})))
    drawn = {flow.claim for flow in filtered.flows if flow.claim}
    assert drawn <= {figure.claim for figure in filtered.shown}
    assert drawn == {flow.claim for flow in plain.flows if flow.claim}


def test_each_is_shown_once_with_its_status():
    shown = FRAME(Query(2030, ROWS)).shown
    assert len({figure.claim for figure in shown}) == len(shown)
    assert {figure.letter for figure in shown} >= {"T", ""}
    assert all(figure.letter == STATUS_LETTERS[figure.status] for figure in shown)
