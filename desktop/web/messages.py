"""What Python and the page say to one another: small, typed, and checked on both sides."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # imported while the page loads
    from geodata.claim import Position
    from geodata.drawn import Bounds

LONGEST = 100_000
"""Characters of one message from the page; it never has reason to say more."""
MOST_POINTS = 1_000

By = Literal["user", "program", "resize"]


@dataclass(frozen=True, slots=True)
class Ready:
    """The page is there and may be told things."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A scene is on the screen: two animation frames have passed since it was drawn."""

    seq: int


@dataclass(frozen=True, slots=True)
class Written:
    """The next piece of a drawing's text; `Painted` ends it."""

    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """Somebody clicked on a thing, or on nothing."""

    id: str | None


@dataclass(frozen=True, slots=True)
class Viewed:
    """The map shows another extent (degrees, WGS84), and who moved it."""

    bounds: Bounds
    zoom: float
    by: By


@dataclass(frozen=True, slots=True)
class Pointed:
    """Where the pointer is (longitude, latitude in degrees, WGS84), or that it left the map."""

    position: Position | None


@dataclass(frozen=True, slots=True)
class Measured:
    """The corners of the line that is being measured; longitude, latitude in degrees, WGS84."""

    points: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """Somebody moved the divider of a comparison to a share of the map's width, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Refused:
    """The page's own policy stopped something: which directive, and what."""

    directive: str
    address: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something went wrong in the page."""

    message: str


Heard = Ready | Painted | Written | Picked | Viewed | Pointed | Measured | Divided | Refused | Failed


class UnknownMessageError(ValueError):
    """A message that is none of ours, or whose values are not what they should be."""


def understand(text: str) -> Heard:
    """Read a message of the page.

    Raises
    ------
    UnknownMessageError
        Saying which field, what was expected and what came.
    """
    if len(text) > LONGEST:
        raise UnknownMessageError(f"expected at most {LONGEST} characters, got {len(text)}")
    try:
        message = json.loads(text)
    except ValueError as error:
        raise UnknownMessageError(f"expected JSON: {error}") from error
    kind = message.get("kind") if isinstance(message, dict) else None
    if not isinstance(kind, str) or kind not in _READERS:
        raise UnknownMessageError(f"expected one of {', '.join(_READERS)}, got {kind!r}")
    return _READERS[kind](message)


def _word(message: dict[str, Any], field: str) -> str:
    value = message.get(field)
    if not isinstance(value, str):
        raise UnknownMessageError(f"{field}: expected text, got {value!r}")
    return value[:2_000]


def _number(value: object, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UnknownMessageError(f"{field}: expected a number, got {value!r}")
    return float(value)


def _numbers(value: object, count: int, field: str) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != count:
        raise UnknownMessageError(f"{field}: expected {count} numbers, got {value!r}")
    return tuple(_number(item, field) for item in value)


def _position(value: object, field: str) -> Position:
    lon, lat = _numbers(value, 2, field)
    return lon, lat


def _viewed(message: dict[str, Any]) -> Viewed:
    west, south, east, north = _numbers(message.get("bounds"), 4, "bounds")
    by = message.get("by")
    if by not in {"user", "program", "resize"} or west > east or south > north:
        raise UnknownMessageError(f"bounds, by: expected west, south, east, north and who, got {message!r}")
    return Viewed((west, south, east, north), _number(message.get("zoom"), "zoom"), by)


def _measured(message: dict[str, Any]) -> Measured:
    points = message.get("points")
    if not isinstance(points, list) or len(points) > MOST_POINTS:
        raise UnknownMessageError(f"points: expected at most {MOST_POINTS} positions, got {points!r}"[:200])
    return Measured(tuple(_position(point, "points") for point in points))


def _divided(message: dict[str, Any]) -> Divided:
    share = _number(message.get("at"), "at")
    if not 0 <= share <= 1:
        raise UnknownMessageError(f"at: expected a share from 0 to 1, got {share!r}")
    return Divided(share)


def _written(message: dict[str, Any]) -> Written:
    text = message.get("text")
    if not isinstance(text, str):
        raise UnknownMessageError(f"text: expected text, got {text!r}"[:200])
    return Written(int(_number(message.get("seq"), "seq")), text)


def _picked(message: dict[str, Any]) -> Picked:
    return Picked(None if message.get("id") is None else _word(message, "id"))


def _pointed(message: dict[str, Any]) -> Pointed:
    at = message.get("at")
    return Pointed(None if at is None else _position(at, "at"))


_READERS: dict[str, Callable[[dict[str, Any]], Heard]] = {
    "ready": lambda _message: Ready(),
    "painted": lambda message: Painted(int(_number(message.get("seq"), "seq"))),
    "written": _written,
    "picked": _picked,
    "viewed": _viewed,
    "pointed": _pointed,
    "measured": _measured,
    "divided": _divided,
    "refused": lambda message: Refused(_word(message, "directive"), _word(message, "address")),
    "failed": lambda message: Failed(_word(message, "message")),
}
