"""The frame: what the atlas shows for one year, as plain values.

Map, panels, legend, chart, table, sheet and exports all read the same frame, so they cannot disagree. It
is made by `geodata.frames`, which alone knows the rules of a year. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geodata.desk import Desk
from geodata.drawn import Area, Bounds, ChartModel, Figure, FlowLine, LegendEntry, Place
from geodata.scenario import Scenario, ScenarioTold
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
from geodata.year import Year


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
    known_on : datetime.date or None
        Show only what was known on this day; None is all that the data hold.
    scenario : Scenario or None
        Laid over the claims.
    fiscal : bool
        Whether the clock counts Indian fiscal years, named by the year in whose March they end.
    since : int or None
        The first year of a range that ends with `year`: what existed in any of its years is there, states are
        those at its end, events those of all its years. Figures stay those of the last year.
    cumulative : bool
        Whether agreements and capacities of earlier years stay; yearly flows never do.
    pinned : tuple of (str, int)
        Rows that do not follow the clock, and the year they show.
    """

    year: int
    rows: frozenset[str]
    selected: str | None = None
    statuses: frozenset[str] = frozenset()
    substances: frozenset[str] = frozenset()
    series: str | None = None
    lakh: bool = False
    known_on: date | None = None
    scenario: Scenario | None = None
    fiscal: bool = False
    since: int | None = None
    cumulative: bool = False
    pinned: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of the Layers panel: how many of its things are there this year, and how many have a figure.

    Parameters
    ----------
    pinned_year : int or None
        The year that it is pinned to; None where it follows the clock.
    refusal : str
        Why it does not accumulate although the clock does; empty if it does.
    """

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
    pinned_year: int | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown for one year.

    Notes
    -----
    `year` and `since` count what `fiscal` says; `known_on` is None where all is known that the data hold.
    `figures` are all numeric claims that the filter lets through, whatever their year, for the table;
    `charts` are the series among them. Both stay the same objects from year to year. `shown` are the figures
    that headlines, map and chart show in this year, whatever the filter; `rivalries` are all answers to the
    questions that these answer, `conflicts` the named tensions in which they stand. `desk` holds what
    only some panels ask for; every frame that the atlas made has one.
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
    known_on: date | None = None
    scenario: ScenarioTold | None = None
    fiscal: bool = False
    since: int | None = None
    cumulative: bool = False
    desk: Desk | None = field(default=None, compare=False, repr=False)

    @property
    def year_label(self) -> str:
        """The clock in words: 2025, FY2024-25, or 2012 to 2025."""
        last = str(Year(self.year, self.fiscal))
        return last if self.since is None else f"{Year(self.since, self.fiscal)} to {last}"

    @property
    def is_after_data(self) -> bool:
        """Whether nothing of this year can be actual yet, or could be on the day that it is known on."""
        return Year(self.year, self.fiscal).start > (self.known_on or self.data_date)

    @property
    def chart_by_now(self) -> ChartModel | None:
        """The chosen chart, where any of it lies in the year or before: a later one says nothing of it."""
        chosen = (chart for chart in self.charts if chart.series == self.chart and chart.bars)
        return next((chart for chart in chosen if chart.slots[0][0] <= self.year), None)

    @property
    def empty_words(self) -> str:
        """What an empty list says: where the nearest figures are."""
        years = sorted(
            {figure.year for figure in self.figures if figure.year and figure.sort_value is not None}
        )
        later = next((year for year in years if year > self.year), None)
        earlier = next((year for year in reversed(years) if year < self.year), None)
        words = [f"next figures {Year(later, self.fiscal)}"] if later else []
        words += [f"last figures {Year(earlier, self.fiscal)}"] if earlier else []
        return f"no figures found for {Year(self.year, self.fiscal)}" + (
            f"; {', '.join(words)}" if words else ""
        )


def next_event_year(frame: Frame, year: int, direction: int = 1) -> int | None:
    """Find the nearest year with an event after (1) or before (-1) a year; None where there is none."""
    years = [event.year for event in frame.all_events if (event.year - year) * direction > 0]
    return min(years, key=lambda found: abs(found - year)) if years else None
