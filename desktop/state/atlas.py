"""What the user sees, as frozen values: a change is `dataclasses.replace`."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.drawn import Bounds

THEMES = ("system", "light", "dark")


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
    """The chosen year, and whether the years run."""

    year: int
    playing: bool = False


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
class Atlas:
    """Everything the user sees; the parts are independent of one another."""

    view: View
    layers: Layers
    clock: Clock
    selection: Selection = Selection()
    filter: Filter = Filter()
    look: Look = Look()
