"""Frames: (claims, year, what is switched on) → what is shown. Pure, and memoised by what it depends on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from geodata.claim import Dataset, Row, Thing
from geodata.drawn import FlowLine, Place
from geodata.frame import Frame, Query, RowState
from geodata.framing.arrows import FLOW_STYLES, flows, trade_series
from geodata.framing.details import agreements
from geodata.framing.figures import headline
from geodata.framing.index import Index, make_index
from geodata.framing.legend import legend
from geodata.framing.places import PLACE_STYLES, places
from geodata.framing.rules import drawn_claim, is_there
from geodata.framing.shown import shown
from geodata.framing.timeless import Timeless

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

    @lru_cache(maxsize=2)
    def timeless(lakh: bool) -> Timeless:
        return Timeless(make_index(dataset, lakh))

    @lru_cache(maxsize=_MEMORY)
    def year_part(year: int, rows: frozenset[str], lakh: bool) -> dict[str, Any]:
        return _year_part(timeless(lakh), year, rows)

    @lru_cache(maxsize=_MEMORY)
    def frame(query: Query) -> Frame:
        common, chart = timeless(query.lakh), timeless(query.lakh).chart_for(query)
        of_years = common.part(query.statuses, query.substances)
        of_year = year_part(query.year, query.rows, query.lakh)
        seen = shown(common.figure_of, of_year, of_years["charts"], chart)
        return Frame(
            **of_years,
            **of_year,
            chart=chart,
            detail=common.detail(query.selected),
            shown=seen,
            rivalries=common.rivalries(seen),
            conflicts=common.conflicts(seen),
        )

    return frame


def _year_part(common: Timeless, year: int, visible: frozenset[str]) -> dict[str, Any]:
    index = common.index
    catalog = index.dataset.catalog
    rows = [row for row in catalog.rows if row.id in visible]
    drawn = [places(index, row, year) for row in rows if row.style in PLACE_STYLES]
    all_places = tuple(place for found, _ in drawn for place in found)
    all_areas = tuple(area for _, found in drawn for area in found)
    all_flows = tuple(line for row in rows if row.style in FLOW_STYLES for line in flows(index, row, year))
    return {
        "year": year,
        "places": all_places,
        "areas": all_areas,
        "flows": all_flows,
        "legend": legend(index, year, all_places, all_areas, all_flows),
        "rows": tuple(_row_state(common, row, year, row.id in visible) for row in catalog.rows),
        "agreements": agreements(index, year),
        "events": common.events_in.get(year, ()),
        "headlines": tuple(headline(index, row, year) for row in catalog.headlines),
        "rivals_shown": _rivals_shown(index, all_places, all_flows),
    }


def _rivals_shown(index: Index, shown: tuple[Place, ...], lines: tuple[FlowLine, ...]) -> int:
    """Count the claims that contradict what the map tells, each once."""
    claims = [claim for place in shown for claim in place.claims]
    claims += [line.claim for line in lines if line.claim]
    return len({rival.id for claim in claims for rival in index.rivals[claim]})


def _row_state(common: Timeless, row: Row, year: int, visible: bool) -> RowState:
    index = common.index
    things = index.things_of[row.id]
    there = [thing for thing in things if is_there(index, thing, year)]
    with_figure = None
    summary = f"{len(there)}/{len(things)}"
    if any(thing.kind == "flow" for thing in things):
        with_figure = sum(_has_figure(index, thing, row, year) for thing in there)
        summary = f"{with_figure} of {len(there)} with a figure" if there else "not yet"
    return RowState(
        id=row.id,
        title=row.title,
        group=row.group,
        style=row.style,
        visible=visible,
        shown=len(there),
        total=len(things),
        with_figure=with_figure,
        summary=summary,
        bounds=common.bounds_of_row[row.id],
    )


def _has_figure(index: Index, thing: Thing, row: Row, year: int) -> bool:
    return drawn_claim(index, trade_series(thing), year, row.style == "promise") is not None
