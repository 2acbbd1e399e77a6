"""What the user sees, as frozen values: a change is `dataclasses.replace`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geodata.drawn import Bounds
from geodata.scenario import Scenario
from geodata.year import Year

THEMES = ("system", "light", "dark")
MODES = ("instant", "range")
MANNERS = ("swipe", "side")
"""How two states are compared: one over the other behind a divider, or side by side."""
SPEEDS = (0.5, 1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class View:
    """The extent of the map: west, south, east, north in degrees, WGS84."""

    bounds: Bounds


def is_extent(sides: object) -> bool:
    """Tell whether something read from a file is an extent: west, south, east, north in degrees, WGS84."""
    if not (isinstance(sides, list) and len(sides) == 4):
        return False
    if not all(isinstance(side, int | float) and not isinstance(side, bool) for side in sides):
        return False
    west, south, east, north = sides
    return -360 <= west < east <= 360 and -90 <= south < north <= 90


@dataclass(frozen=True, slots=True)
class Layers:
    """Which rows of the catalogue are shown, and how opaque.

    Parameters
    ----------
    visible : frozenset of str
        Row ids.
    opacity : tuple of (str, float)
        Rows that are not fully opaque, 0 to 1.
    isolated : frozenset of str or None
        What was visible before one row was isolated; None when none is.
    graticule : bool
        Whether the graticule is drawn.
    """

    visible: frozenset[str]
    opacity: tuple[tuple[str, float], ...] = ()
    isolated: frozenset[str] | None = None
    graticule: bool = False

    def opacity_of(self, row: str) -> float:
        """Give a row's opacity, 0 to 1."""
        return dict(self.opacity).get(row, 1.0)


@dataclass(frozen=True, slots=True)
class Clock:
    """When the atlas is seen.

    Parameters
    ----------
    year : int
        The year, or the last of the range; of a fiscal year the one in whose March it ends.
    playing : bool
        Whether the years run.
    mode : str
        One of `MODES`.
    since : int or None
        The first year of the range; None where it begins with `year`.
    cumulative : bool
        Whether agreements and capacities of earlier years stay.
    fiscal : bool
        Whether years are Indian fiscal years, April to March.
    pinned : tuple of (str, int)
        Rows that do not follow the clock, by id, and the year that each shows.
    speed : float
        How fast the years run, one of `SPEEDS`.
    loop : bool
        Whether they begin again after the last one.
    """

    year: int
    playing: bool = False
    mode: str = "instant"
    since: int | None = None
    cumulative: bool = False
    fiscal: bool = False
    pinned: tuple[tuple[str, int], ...] = ()
    speed: float = 1.0
    loop: bool = False

    @property
    def first(self) -> int | None:
        """The first year of the range; None where one year is seen alone."""
        return self.since if self.mode == "range" and self.since is not None else None

    @property
    def label(self) -> str:
        """The clock in words: 2025, FY2024-25, or 2012 to 2025."""
        last = str(Year(self.year, self.fiscal))
        return last if self.first is None else f"{Year(self.first, self.fiscal)} to {last}"

    def pin(self, row: str) -> int | None:
        """Give the year that a row is pinned to."""
        return dict(self.pinned).get(row)

    def pinned_to(self, row: str, year: int | None) -> Clock:
        """Pin a row to a year; None lets it follow the clock again."""
        others = tuple(pair for pair in self.pinned if pair[0] != row)
        return replace(self, pinned=others if year is None else tuple(sorted((*others, (row, year)))))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: a thing's or a claim's id, or nothing."""

    id: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What the volumes let through, empty sets everything; `series` is the chart shown, if one was chosen."""

    statuses: frozenset[str] = frozenset()
    substances: frozenset[str] = frozenset()
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How things are drawn: one of `THEMES`, and whether numbers are grouped in lakh and crore."""

    theme: str = "system"
    lakh: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """What the atlas is compared with: A, on the left, beside which what is seen is B.

    Parameters
    ----------
    year : int
        A's year; a range that begins later does not reach it.
    scenario, known_on : Scenario, datetime.date or None
        A's own, as `Atlas` has them.
    manner : str
        One of `MANNERS`.
    divider : float
        Where the divider of a swipe stands, as a share of the map's width, 0 to 1.
    """

    year: int
    scenario: Scenario | None = None
    known_on: date | None = None
    manner: str = "swipe"
    divider: float = 0.5


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything the user sees; the parts are independent of one another.

    Parameters
    ----------
    scenario : Scenario or None
        Laid over the claims.
    known_on : datetime.date or None
        Show only what was known on this day; None is all that the data hold.
    compare : Compare or None
        What it is compared with; None where it is seen alone.
    """

    view: View
    layers: Layers
    clock: Clock
    selection: Selection = Selection()
    filter: Filter = Filter()
    look: Look = Look()
    scenario: Scenario | None = None
    known_on: date | None = None
    compare: Compare | None = None
