"""Frames: (claims, year, what is switched on) → what is shown. Pure, and memoised by what it depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from geodata.claim import Dataset, Row, Thing
from geodata.drawn import Area, FlowLine, Place
from geodata.frame import Frame, Query, RowState
from geodata.framing.arrows import FLOW_STYLES, flows, trade_series
from geodata.framing.details import agreements
from geodata.framing.figures import headline
from geodata.framing.index import Index
from geodata.framing.knowledge import Basis, Knowledge
from geodata.framing.legend import legend
from geodata.framing.moment import Moment, moment_of
from geodata.framing.places import PLACE_STYLES, places
from geodata.framing.rules import drawn_claim, is_there
from geodata.framing.shown import shown
from geodata.framing.timeless import Timeless
from geodata.year import Year

_MEMORY = 512


def framer(dataset: Dataset) -> Callable[[Query], Frame]:
    """Make the function that gives the frame of a query over one dataset.

    Parameters
    ----------
    dataset : Dataset
        Read and checked.

    Returns
    -------
    callable
        Query → Frame; pure and memoised. What does not depend on the year is the same object in every frame.
    """
    knowledge = Knowledge(dataset)

    @lru_cache(maxsize=_MEMORY)
    def year_part(basis: Basis, moment: Moment) -> dict[str, Any]:
        return _year_part(knowledge.timeless(basis), moment)

    @lru_cache(maxsize=_MEMORY)
    def frame(query: Query) -> Frame:
        basis = knowledge.basis(query)
        common = knowledge.timeless(basis)
        chart = common.chart_for(query)
        of_years = common.part(query.statuses, query.substances)
        of_year = year_part(basis, moment_of(query))
        seen = shown(common.figure_of, of_year, of_years["charts"], chart)
        return Frame(
            **of_years,
            **of_year,
            chart=chart,
            detail=common.detail(query.selected),
            shown=seen,
            rivalries=common.rivalries(seen),
            conflicts=common.conflicts(seen),
            cumulative=query.cumulative,
            desk=common.desk(Year(query.year, query.fiscal)),
        )

    return frame


def _year_part(common: Timeless, moment: Moment) -> dict[str, Any]:
    index, year = common.index, moment.year
    catalog = index.dataset.catalog
    rows = [row for row in catalog.rows if row.id in moment.rows]
    drawn = [_places(index, row, moment) for row in rows if row.style in PLACE_STYLES]
    all_places = tuple(place for found, _ in drawn for place in found)
    all_areas = tuple(area for _, found in drawn for area in found)
    all_flows = tuple(line for row in rows if row.style in FLOW_STYLES for line in _flows(index, row, moment))
    return {
        "year": year.number,
        "since": year.since,
        "places": all_places,
        "areas": all_areas,
        "flows": all_flows,
        "legend": legend(index, year, all_places, all_areas, all_flows),
        "rows": tuple(_row_state(common, row, moment) for row in catalog.rows),
        "agreements": agreements(index, moment.of("agreements")),
        "events": common.events_of(moment.of("events")),
        "headlines": tuple(headline(index, row, year) for row in catalog.headlines),
        "rivals_shown": _rivals_shown(index, all_places, all_flows),
    }


def _places(index: Index, row: Row, moment: Moment) -> tuple[list[Place], list[Area]]:
    found, areas = places(index, row, moment.of_row(row))
    pinned = moment.pin(row.id)
    if pinned is None:
        return found, areas
    return [replace(place, pinned_year=pinned) for place in found], [
        replace(area, pinned_year=pinned) for area in areas
    ]


def _flows(index: Index, row: Row, moment: Moment) -> list[FlowLine]:
    found, pinned = flows(index, row, moment.of_row(row)), moment.pin(row.id)
    return found if pinned is None else [replace(line, pinned_year=pinned) for line in found]


def _rivals_shown(index: Index, shown: tuple[Place, ...], lines: tuple[FlowLine, ...]) -> int:
    """Count the claims that contradict what the map tells, each once."""
    claims = [claim for place in shown for claim in place.claims]
    claims += [line.claim for line in lines if line.claim]
    return len({rival.id for claim in claims for rival in index.rivals[claim]})


def _row_state(common: Timeless, row: Row, moment: Moment) -> RowState:
    index, year = common.index, moment.of_row(row)
    things = index.things_of[row.id]
    there = [thing for thing in things if is_there(index, thing, year)]
    with_figure = None
    summary = f"{len(there)}/{len(things)}"
    if any(thing.kind == "flow" for thing in things):
        with_figure = sum(_has_figure(index, thing, row, year) for thing in there)
        summary = f"{with_figure} of {len(there)} with a figure" if there else _absent(things, year)
    return RowState(
        id=row.id,
        title=row.title,
        group=row.group,
        style=row.style,
        visible=row.id in moment.rows,
        shown=len(there),
        total=len(things),
        with_figure=with_figure,
        summary=summary,
        bounds=common.bounds_of_row[row.id],
        pinned_year=moment.pin(row.id),
        refusal=moment.refusal(row),
    )


def _has_figure(index: Index, thing: Thing, row: Row, year: Year) -> bool:
    return drawn_claim(index, trade_series(thing), year, row.style == "promise") is not None


def _absent(things: Iterable[Thing], year: Year) -> str:
    """Say why there is no flow of a row in a year."""
    return "ended" if all(thing.end and thing.end <= year.first for thing in things) else "not yet"
