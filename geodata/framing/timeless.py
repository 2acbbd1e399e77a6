"""What a frame shows whatever the year: figures, charts, events, sources, the index. Pure, and made once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from geodata import wording
from geodata.desk import Desk
from geodata.drawn import Bounds, ChartModel, Figure
from geodata.frame import Query
from geodata.framing import other_words
from geodata.framing.balancing import balance
from geodata.framing.charts import charts
from geodata.framing.cumulating import cumulated
from geodata.framing.deliveries import deliveries
from geodata.framing.details import bounds_of, conflict_told, detail, events, rivalry, sources
from geodata.framing.evidence import matrix
from geodata.framing.figures import table
from geodata.framing.index import Index, series_of
from geodata.framing.ladders import ladders
from geodata.framing.origins import independent
from geodata.scenario import ScenarioTold
from geodata.told import ConflictTold, Entry, Event, Rivalry
from geodata.year import Year

AIR = 1.0
"""Degrees left around the opening extent; twice that in the east, where arrow heads end."""
INDIA: Bounds = (68.1, 6.7, 97.4, 37.1)
"""Extent of India; west, south, east, north in degrees, WGS84."""
_MEMORY = 512


class Timeless:
    """What a frame shows whatever the year, made once.

    Parameters
    ----------
    index : Index
        Over one dataset, for one way to write numbers.
    data_date : datetime.date or None
        The day that the data speak for, where that is not the index's own.
    known_on : datetime.date or None
        The day on which the index was known, where that is not the data's.
    scenario : ScenarioTold or None
        What was laid over the claims.
    report_days : tuple of datetime.date
        The days on which any claim of the data became known.
    """

    def __init__(
        self,
        index: Index,
        data_date: date | None = None,
        known_on: date | None = None,
        scenario: ScenarioTold | None = None,
        report_days: tuple[date, ...] = (),
    ) -> None:
        self.index, self._report_days = index, report_days
        self._told = {
            "fiscal": index.fiscal,
            "data_date": data_date or index.dataset.catalog.data_date,
            "known_on": known_on,
            "scenario": scenario,
        }
        self.bounds_of_row = {
            row.id: _join([bounds_of(thing) for thing in index.things_of[row.id]])
            for row in index.dataset.catalog.rows
        }
        self._matrix = cache(lambda: matrix(index))
        self._ladders = cache(lambda: ladders(index))
        self._deliveries = cache(lambda: deliveries(index))
        self.desk = lru_cache(maxsize=_MEMORY)(self._desk)
        self._figures, self._charts = table(index), charts(index)
        self.figure_of = {figure.claim: figure for figure in self._figures}
        self._common = self._made_once()
        self._events_in = _by_year(self._common["all_events"])
        self.part = lru_cache(maxsize=64)(self._part)
        self._rivalry = cache(lambda question: rivalry(index, question))
        self._conflict = cache(lambda name: conflict_told(index, index.dataset.conflicts[name]))
        self.detail = lru_cache(maxsize=_MEMORY)(lambda selected: detail(index, selected))

    def chart_for(self, query: Query) -> str:
        """Name the series to show: the chosen, the selection's, one planned for the year, or the first."""
        models = self.part(query.statuses, query.substances)["charts"]
        names, headlines = [model.series for model in models], self._headline_series()
        planned = self._planned(models, headlines, query.year)
        wanted = [query.series, *self._selected_series(query.selected), *planned, *headlines]
        return next((name for name in wanted if name in names), names[0] if names else "")

    def rivalries(self, shown: Iterable[Figure]) -> tuple[Rivalry, ...]:
        """Give all answers to the questions that some figures answer, each question once."""
        claims = self.index.dataset.claims
        return tuple(map(self._rivalry, dict.fromkeys(claims[figure.claim].question for figure in shown)))

    def conflicts(self, shown: Iterable[Figure]) -> tuple[ConflictTold, ...]:
        """Give the conflicts in which some figures stand, each once."""
        names = dict.fromkeys(figure.conflict for figure in shown if figure.conflict)
        return tuple(map(self._conflict, names))

    def _desk(self, year: Year) -> Desk:
        return Desk(
            balance=cache(lambda: balance(self.index, year)),
            cumulated=cache(lambda: cumulated(self.index, year)),
            matrix=self._matrix,
            ladders=self._ladders,
            deliveries=self._deliveries,
            report_days=self._report_days,
        )

    def events_of(self, year: Year) -> tuple[Event, ...]:
        """List the events of a year, or of all years of its range."""
        if year.since is None:
            return self._events_in.get(year.number, ())
        return tuple(e for e in self._common["all_events"] if year.since <= e.year <= year.number)

    def _made_once(self) -> dict[str, Any]:
        dataset = self.index.dataset
        return {
            **self._told,
            "first_year": dataset.catalog.first_year,
            "last_year": dataset.catalog.last_year,
            "digest": dataset.digest,
            "all_events": events(self.index),
            "sources": sources(self.index),
            "origins": independent(dataset, dataset.sources),
            "index": _entries(self.index, self._figures),
            "opening": self._opening(),
        }

    def _opening(self) -> Bounds:
        """Give the extent that the atlas opens with: India, both ends of each flow that is on, some air."""
        on = [self.bounds_of_row[row.id] for row in self.index.dataset.catalog.rows if row.on]
        west, south, east, north = _join([*on, INDIA]) or INDIA
        return west - AIR, south - AIR, east + 2 * AIR, north + AIR

    def _part(self, statuses: frozenset[str], substances: frozenset[str]) -> dict[str, Any]:
        """Filter the figures and the bars of the charts."""
        figures = tuple(f for f in self._figures if _passes(f, statuses, substances))
        let_through = {f.claim for f in figures}
        models = (_with_bars(model, let_through) for model in self._charts)
        return {**self._common, "figures": figures, "charts": tuple(model for model in models if model.bars)}

    def _selected_series(self, selected: str | None) -> list[str]:
        claims = self.index.dataset.claims
        if selected in claims:
            return [series_of(self.index, claims[selected])]
        return [series_of(self.index, claim) for claim in self.index.claims_of.get(selected or "", ())]

    def _planned(self, models: Iterable[ChartModel], first: list[str], year: int) -> list[str]:
        """Name the series with a bar in a year of which nothing can be actual yet, headlines first."""
        if Year(year, self._told["fiscal"]).start <= self._told["data_date"]:
            return []
        found = {model.series for model in models if any(bar.year == year for bar in model.bars)}
        return [name for name in first if name in found] + sorted(found.difference(first))

    def _headline_series(self) -> list[str]:
        return [row.series for row in self.index.dataset.catalog.headlines]


def _join(found: list[Bounds | None]) -> Bounds | None:
    boxes = [box for box in found if box is not None]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _by_year(found: tuple[Event, ...]) -> dict[int, tuple[Event, ...]]:
    years = dict.fromkeys(event.year for event in found)
    return {year: tuple(event for event in found if event.year == year) for year in years}


def _passes(found: Figure, statuses: frozenset[str], substances: frozenset[str]) -> bool:
    return (not statuses or found.status in statuses) and (not substances or found.substance in substances)


def _with_bars(model: ChartModel, claims: set[str]) -> ChartModel:
    return replace(model, bars=tuple(bar for bar in model.bars if bar.claim in claims))


def _entries(index: Index, figures: tuple[Figure, ...]) -> tuple[Entry, ...]:
    """List everything that can be found by typing, things first; a conflict by the first of its claims."""
    things = [
        Entry(
            thing.id,
            thing.kind,
            thing.name,
            ", ".join((wording.KINDS[thing.kind], *thing.aliases)),
            other_words.of_thing(index, thing),
        )
        for thing in index.dataset.things.values()
    ]
    told = index.dataset.claims
    claims = [
        Entry(
            f.claim,
            "claim",
            f"{f.what}: {f.text}",
            f"{f.period}, {f.source_short}",
            other_words.of_claim(told[f.claim]),
        )
        for f in figures
    ]
    texts = [
        Entry(source.id, "source", source.title, source.publisher, other_words.of_source(source))
        for source in index.dataset.sources.values()
    ]
    tensions = [
        Entry(conflict.claims[0], "conflict", conflict.title, "Conflict: figures that do not fit one another")
        for conflict in index.dataset.conflicts.values()
    ]
    return (*things, *claims, *tensions, *texts)
