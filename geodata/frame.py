"""The frame: what the atlas shows for one year, as plain values.

Map, panels, legend, chart, table, sheet and exports all read the same frame, so they cannot disagree. It
is made by `geodata.frames`, which alone knows the rules of a year. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.claim import Position

STATUS_LETTERS = {
    "actual": "", "provisional": "P", "estimate": "E", "forecast": "F", "target": "T", "plan": "T",
    "missing": "",
}  # fmt: skip
"""The letter that stands beside a figure which is not plainly actual."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, WGS84."""


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
class Figure:
    """One claim as it may be shown: never a number without its period, status and source.

    Parameters
    ----------
    claim, subject, source : str
        Ids.
    what : str
        What is measured, in words: "Magnets, China to India".
    number, unit : str
        "about 50,000" and " t"; both "not found" and "" where nothing was found.
    sort_value : float or None
        For ordering: tonnes for masses, else the value.
    letter : str
        See `STATUS_LETTERS`.
    rivals : int
        How many other claims answer the same question and cannot be true beside it.
    """

    claim: str
    subject: str
    what: str
    number: str
    unit: str
    sort_value: float | None
    period: str
    year: int | None
    measure: str
    substance: str | None
    status: str
    letter: str
    confidence: str
    rank: str
    source: str
    source_short: str
    locator: str
    rivals: int = 0
    conflict: str | None = None
    scope: str | None = None
    note: str | None = None

    @property
    def text(self) -> str:
        """The figure with its unit: "over 1,000 t"."""
        return self.number + self.unit


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a symbol or a line: one bold title, then regular lines."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A thing drawn at a point.

    Parameters
    ----------
    style : str
        plant, mine or site.
    position : Position
        Longitude, latitude in degrees, WGS84.
    precision_m : float
        Radius of uncertainty in metres.
    tip : tuple of str
        What hovering says: name, value, period, status.
    more : int
        Claims about it that are not drawn ("n more").
    """

    thing: str
    row: str
    style: str
    position: Position
    precision_m: float
    label: Label
    tip: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """A thing known only by its state: the state is hatched. `region` is its ISO 3166-2 code."""

    thing: str
    row: str
    style: str
    region: str
    label: Label
    tip: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A relation between two ends, drawn as an arrow.

    Parameters
    ----------
    style : str
        export, import, relation or promise.
    drawn_as : str
        "figure" (a filled arrow of `width_px`), "target" (a dashed outline of `width_px` with the letter T),
        "in_force" (dotted, in the flow's colour) or "known" (thin, grey, dotted).
    line : tuple of Position
        Centre line from start to end; longitude, latitude in degrees, WGS84.
    width_px : float
        Width at 1280 pixels of map; 0 without a figure.
    mark : str
        Words of a mark that sits on the line, such as "suspension requested"; empty if none.
    """

    thing: str
    row: str
    style: str
    drawn_as: str
    line: tuple[Position, ...]
    width_px: float
    letter: str
    mark: str
    label: Label
    tip: tuple[str, ...]
    claim: str | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One symbol that is drawn in this frame, at true size; `symbol` is `style` or `style/drawn_as`."""

    symbol: str
    text: str
    width_px: float = 0.0
    letter: str = ""


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
class Bar:
    """A bar of a chart.

    Parameters
    ----------
    start, length : float
        In years from the left edge of the chart's first slot; a half year is half a slot, over the bar of its
        year if there is one. Whole years of one slot, such as a target and a fact, stand side by side in it.
    value : float or None
        In the chart's unit; None draws the words "not found".
    evidence : str
        actual, estimate, target or missing: how it is drawn.
    """

    claim: str
    label: str
    start: float
    length: float
    value: float | None
    text: str
    evidence: str
    letter: str
    year: int | None
    tip: str
    rivals: int = 0
    open_bound: bool = False


@dataclass(frozen=True, slots=True)
class ChartModel:
    """Scales, bars and labels of one chart; two painters (Qt and SVG) draw it alike.

    Parameters
    ----------
    slots : tuple of (int, str)
        Year and label of each slot, left to right.
    top : float
        Value at the upper end of the scale.
    ticks : tuple of (float, str)
        Values and labels of the scale.
    """

    series: str
    subject: str
    title: str
    unit: str
    slots: tuple[tuple[int, str], ...]
    top: float
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    style: str


@dataclass(frozen=True, slots=True)
class StateChange:
    """A dated state of an agreement or mine: what, when, who says so."""

    claim: str
    word: str
    words: str
    when: str
    start: date | None
    source_short: str
    note: str | None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in the chosen year; `state` is empty before it begins."""

    thing: str
    name: str
    parties: str
    begun: str
    state: str
    state_words: str
    state_since: str
    history: tuple[StateChange, ...]
    promised: tuple[Figure, ...]
    delivered: tuple[Figure, ...]
    delivered_words: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening; `day` is its day or month in words."""

    thing: str
    name: str
    label: str
    day: str
    year: int
    start: date


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, where it leads in the end, and how many claims rest on it."""

    id: str
    title: str
    publisher: str
    published: str
    reliability: str
    address: str | None
    retells: str | None
    origin: str
    origin_title: str
    claims: int


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The claims that answer one question, the preferred first, and why it is.

    Parameters
    ----------
    origins : int
        From how many independent origins they come: three articles that retell one report have one.
    """

    question: str
    title: str
    figures: tuple[Figure, ...]
    agree: bool
    reason: str
    computed: str
    origins: int = 1


@dataclass(frozen=True, slots=True)
class ConflictTold:
    """A named tension between different questions, told in words."""

    id: str
    title: str
    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about the selection.

    Parameters
    ----------
    facts : tuple of (str, str)
        Name and words of each plain fact: kind, operator, place and how exact it is, validity.
    claim : str or None
        The selected claim, where one is selected.
    """

    thing: str
    claim: str | None
    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    rivalries: tuple[Rivalry, ...]
    history: tuple[StateChange, ...]
    conflicts: tuple[ConflictTold, ...]
    bounds: Bounds | None


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure in the sheet's column: big number, small unit, words below, numbered sources."""

    claim: str | None
    what: str
    number: str
    unit: str
    period: str
    letter: str
    style: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found by typing: a place, claim, agreement, event or source."""

    id: str
    kind: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown for one year.

    Notes
    -----
    `figures` are all numeric claims that the filter lets through, whatever their year, for the table;
    `charts` are the series among them. Both stay the same objects from year to year.
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
