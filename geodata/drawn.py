"""What is drawn for a year: figures, places, areas, flows, the legend and the charts, as plain values.

Standard library only, so that everyone may import it.
"""

from __future__ import annotations

from dataclasses import dataclass

from geodata.claim import Claim, Position
from geodata.quantity import Quantity
from geodata.scenario import LETTER

STATUS_LETTERS = {
    "actual": "", "provisional": "P", "estimate": "E", "forecast": "F", "target": "T", "plan": "T",
    "missing": "",
}  # fmt: skip
"""The letter that stands beside a figure which is not plainly actual."""


def letter_of(claim: Claim) -> str:
    """Give the letter that stands beside a claim's figure: that of its scenario, or else of its status."""
    return LETTER if claim.scenario else STATUS_LETTERS[claim.status]


RELATION_NOTICE = "A relation, not a route; both ends are representative"
"""What hovering over any flow says last."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, WGS84."""


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
    scenario : bool
        Whether a scenario assumes it: never to be drawn like a fact.
    replaces : str
        What the claim says without the scenario, in words; empty if nothing.
    quantity : Quantity or None
        The figure itself, for arithmetic; None where nothing was found.
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
    scenario: bool = False
    replaces: str = ""
    quantity: Quantity | None = None

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
    claims : tuple of str
        Ids of the claims whose figures hovering tells.
    state : str
        The word of its dated state in this year, such as "reserved" for a mine; empty if it has none, or none
        can be known yet.
    pinned_year : int or None
        The year that its row is pinned to; None where it follows the clock.
    scenario : bool
        Whether what is told of it is assumed by a scenario.
    """

    thing: str
    row: str
    style: str
    position: Position
    precision_m: float
    label: Label
    tip: tuple[str, ...]
    more: int = 0
    claims: tuple[str, ...] = ()
    state: str = ""
    pinned_year: int | None = None
    scenario: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A thing known only by its state: the state is hatched; the last fields are those of `Place`.

    Parameters
    ----------
    region : str
        The state's ISO 3166-2 code.
    bounds : tuple of float or None
        Its extent: west, south, east, north in degrees, WGS84; None where it is not known.
    """

    thing: str
    row: str
    style: str
    region: str
    bounds: Bounds | None
    label: Label
    tip: tuple[str, ...]
    more: int = 0
    claims: tuple[str, ...] = ()
    state: str = ""
    pinned_year: int | None = None
    scenario: bool = False


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
    claim, quoted : str or None
        Ids of the claim that is drawn, and of the one that the label quotes from an earlier year.
    pinned_year, scenario
        As for `Place`.
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
    quoted: str | None = None
    pinned_year: int | None = None
    scenario: bool = False


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One symbol that is drawn in this frame, at true size.

    Parameters
    ----------
    symbol : str
        `style` or `style/drawn_as`.
    has_arc : bool
        Whether a mine's ring has an arc that tells its state.
    """

    symbol: str
    text: str
    width_px: float = 0.0
    letter: str = ""
    pinned_year: int | None = None
    scenario: bool = False
    has_arc: bool = False


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
    scenario: bool = False


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
