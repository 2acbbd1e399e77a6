"""Frames: (claims, year, what is switched on) → what is shown. Pure, and memoised by what it depends on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from geodata import wording
from geodata.charts import charts
from geodata.claim import Dataset, Row, Thing
from geodata.details import agreements, bounds_of, detail, events, sources
from geodata.drawing import FLOW_STYLES, PLACE_STYLES, flows, legend, places, trade_series
from geodata.figures import headline, table
from geodata.frame import Bounds, ChartModel, Entry, Figure, Frame, Query, RowState
from geodata.rules import Index, drawn_claim, is_there, make_index, series_of

INDIA: Bounds = (68.1, 6.7, 97.4, 37.1)
"""Extent of India; west, south, east, north in degrees, WGS84."""
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
    index = make_index(dataset)
    timeless = _Timeless(index)

    @lru_cache(maxsize=_MEMORY)
    def year_part(year: int, rows: frozenset[str]) -> dict:
        return _year_part(index, year, rows)

    @lru_cache(maxsize=_MEMORY)
    def frame(query: Query) -> Frame:
        return Frame(
            **timeless.part(query.statuses, query.substances),
            **year_part(query.year, query.rows),
            chart=timeless.chart_for(query),
            detail=timeless.detail(query.selected),
        )

    return frame


class _Timeless:
    """What a frame shows whatever the year, made once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._figures, self._charts = table(index), charts(index)
        source_rows = sources(index)
        self._common = {
            "first_year": index.dataset.catalog.first_year,
            "last_year": index.dataset.catalog.last_year,
            "data_date": index.dataset.catalog.data_date,
            "digest": index.dataset.digest,
            "all_events": events(index),
            "sources": source_rows,
            "origins": len({row.origin for row in source_rows}),
            "index": _entries(index, self._figures),
            "opening": _opening(index),
        }
        self.part = lru_cache(maxsize=64)(self._part)
        self.detail = lru_cache(maxsize=_MEMORY)(lambda selected: detail(index, selected))

    def _part(self, statuses: frozenset[str], substances: frozenset[str]) -> dict:
        """Filter the figures and the bars of the charts; what nobody filters stays the same object."""
        if not statuses and not substances:
            return {**self._common, "figures": self._figures, "charts": self._charts}
        let_through = {f.claim for f in self._figures if _passes(f, statuses, substances)}
        return {
            **self._common,
            "figures": tuple(f for f in self._figures if f.claim in let_through),
            "charts": tuple(
                _with_bars(model, let_through)
                for model in self._charts
                if any(bar.claim in let_through for bar in model.bars)
            ),
        }

    def chart_for(self, query: Query) -> str:
        """Name the series to show: the chosen one, the selection's, or the first headline's."""
        names = [model.series for model in self.part(query.statuses, query.substances)["charts"]]
        wanted = [query.series, *self._selected_series(query.selected), *self._headline_series()]
        return next((name for name in wanted if name in names), names[0] if names else "")

    def _selected_series(self, selected: str | None) -> list[str]:
        claims = self._index.dataset.claims
        if selected in claims:
            return [series_of(self._index, claims[selected])]
        return [series_of(self._index, claim) for claim in self._index.claims_of.get(selected or "", ())]

    def _headline_series(self) -> list[str]:
        return [row.series for row in self._index.dataset.catalog.headlines]


def _year_part(index: Index, year: int, visible: frozenset[str]) -> dict:
    rows = [row for row in index.dataset.catalog.rows if row.id in visible]
    drawn = [places(index, row, year) for row in rows if row.style in PLACE_STYLES]
    all_places = tuple(place for found, _ in drawn for place in found)
    all_areas = tuple(area for _, found in drawn for area in found)
    all_flows = tuple(line for row in rows if row.style in FLOW_STYLES for line in flows(index, row, year))
    states = tuple(_row_state(index, row, year, row.id in visible) for row in index.dataset.catalog.rows)
    heads = index.dataset.catalog.headlines
    return {
        "year": year,
        "places": all_places,
        "areas": all_areas,
        "flows": all_flows,
        "legend": legend(index, year, all_places, all_areas, all_flows),
        "rows": states,
        "agreements": agreements(index, year),
        "events": tuple(event for event in events(index) if event.year == year),
        "headlines": tuple(headline(index, row, year) for row in heads),
        "rivals_shown": sum(line.more for line in all_flows) + sum(place.more for place in all_places),
    }


def _row_state(index: Index, row: Row, year: int, visible: bool) -> RowState:
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
        bounds=_join([bounds_of(thing) for thing in things]),
    )


def _has_figure(index: Index, thing: Thing, row: Row, year: int) -> bool:
    return drawn_claim(index, trade_series(thing), year, row.style == "promise") is not None


def _opening(index: Index) -> Bounds:
    """Give the extent that the atlas opens with: India, and both ends of every flow that is on."""
    rows = [row for row in index.dataset.catalog.rows if row.on]
    found = [bounds_of(thing) for row in rows for thing in index.things_of[row.id]]
    west, south, east, north = _join([*found, INDIA]) or INDIA
    return west, south, east, north


def _join(found: list[Bounds | None]) -> Bounds | None:
    boxes = [box for box in found if box is not None]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _passes(found: Figure, statuses: frozenset[str], substances: frozenset[str]) -> bool:
    return (not statuses or found.status in statuses) and (not substances or found.substance in substances)


def _with_bars(model: ChartModel, claims: set[str]) -> ChartModel:
    return replace(model, bars=tuple(bar for bar in model.bars if bar.claim in claims))


def _entries(index: Index, figures: tuple[Figure, ...]) -> tuple[Entry, ...]:
    """List everything that can be found by typing, things first."""
    things = [
        Entry(thing.id, thing.kind, thing.name, ", ".join((wording.KINDS[thing.kind], *thing.aliases)))
        for thing in index.dataset.things.values()
    ]
    claims = [
        Entry(f.claim, "claim", f"{f.what}: {f.text}", f"{f.period}, {f.source_short}") for f in figures
    ]
    texts = [Entry(s.id, "source", s.title, s.publisher) for s in index.dataset.sources.values()]
    return (*things, *claims, *texts)
