"""The frame: what the atlas shows for one year, as plain values.

Map, panels, legend, chart, table, sheet and exports all read the same frame, so they cannot disagree. It
is made by `geodata.frames`, which alone knows the rules of a year. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.drawn import Area, Bounds, ChartModel, Figure, FlowLine, LegendEntry, Place
from geodata.told import (
    AgreementRow,
    ConflictTold,
    Detail,
    Entry,
    Event,
    Headline,
    Rivalry,
    SourceRow,
)


@dataclass(frozen=True, slots=True)
class Query:
    """What a frame depends on.

    Parameters
    ----------
    year : int
        The clock's year.
    rows : frozenset of str
        Ids of the catalogue's rows that are switched on.
    selected : str or None
        Id of a thing or a claim.
    statuses, substances : frozenset of str
        The filter of the volumes; empty lets everything through.
    series : str or None
        The chart that was chosen; None lets the selection choose.
    lakh : bool
        Whether numbers are grouped in lakh and crore.
    """

    year: int
    rows: frozenset[str]
    selected: str | None = None
    statuses: frozenset[str] = frozenset()
    substances: frozenset[str] = frozenset()
    series: str | None = None
    lakh: bool = False


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of the Layers panel: how many of its things are there this year, and how many have a figure."""

    id: str
    title: str
    group: str
    style: str
    visible: bool
    shown: int
    total: int
    with_figure: int | None
    summary: str
    bounds: Bounds | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown for one year.

    Notes
    -----
    `figures` are all numeric claims that the filter lets through, whatever their year, for the table;
    `charts` are the series among them. Both stay the same objects from year to year. `shown` are the figures
    that headlines, map and chart show in this year, whatever the filter; `rivalries` are all answers to the
    questions that these answer, `conflicts` the named tensions in which they stand.
    """

    year: int
    first_year: int
    last_year: int
    data_date: date
    digest: str
    places: tuple[Place, ...]
    areas: tuple[Area, ...]
    flows: tuple[FlowLine, ...]
    legend: tuple[LegendEntry, ...]
    rows: tuple[RowState, ...]
    figures: tuple[Figure, ...]
    charts: tuple[ChartModel, ...]
    chart: str
    agreements: tuple[AgreementRow, ...]
    events: tuple[Event, ...]
    all_events: tuple[Event, ...]
    sources: tuple[SourceRow, ...]
    origins: int
    headlines: tuple[Headline, ...]
    index: tuple[Entry, ...]
    rivals_shown: int
    opening: Bounds
    detail: Detail | None = None
    shown: tuple[Figure, ...] = ()
    rivalries: tuple[Rivalry, ...] = ()
    conflicts: tuple[ConflictTold, ...] = ()

    @property
    def is_after_data(self) -> bool:
        """Whether nothing of this year can be actual yet."""
        return self.year > self.data_date.year

    @property
    def empty_words(self) -> str:
        """What an empty list says: where the nearest figures are."""
        years = sorted(
            {figure.year for figure in self.figures if figure.year and figure.sort_value is not None}
        )
        later = next((year for year in years if year > self.year), None)
        earlier = next((year for year in reversed(years) if year < self.year), None)
        words = [f"next figures {later}"] if later else []
        words += [f"last figures {earlier}"] if earlier else []
        return f"nothing found for {self.year}" + (f"; {', '.join(words)}" if words else "")
