"""The words of a command line that say what is to be seen: a view, a scenario, a day, a clock that counts."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the state, as it was typed; what is None or False stays as it is.

    Parameters
    ----------
    view, scenario : str or None
        A name, or of a scenario a file.
    known_on : str or None
        A day.
    year, since : int or None
        The year, or the last of a range, and the first of the range.
    fiscal, cumulative : bool
        As `Clock` has them.
    layers, bounds : str or None
        Ids of rows, joined by commas; west, south, east, north in degrees, WGS84, joined by commas.
    compare : str or None
        Two years, days or scenarios with a colon between them.
    """

    view: str | None = None
    scenario: str | None = None
    known_on: str | None = None
    year: int | None = None
    since: int | None = None
    fiscal: bool = False
    cumulative: bool = False
    layers: str | None = None
    bounds: str | None = None
    compare: str | None = None

    @property
    def is_anything(self) -> bool:
        """Whether anything is asked at all."""
        return self != Wanted()


def whole_year(text: str) -> int:
    """Read a year; whether the clock has it is told later, with the years that it has."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a year such as 2024, got {text[:60]!r}") from None


def wanted_of(asked: argparse.Namespace) -> Wanted:
    """Take what is to be seen out of a command line; words that a command does not know are not asked."""
    given = {field.name: getattr(asked, field.name, None) for field in fields(Wanted)}
    return Wanted(**{name: value for name, value in given.items() if value is not None})


def add_state(parser: argparse.ArgumentParser) -> None:
    """Let a command be told under which conditions the atlas is seen."""
    group = parser.add_argument_group("what is seen")
    group.add_argument("--view", metavar="NAME", help="begin with a view of the atlas or of your own")
    add_claims(group)
    fiscal = "count Indian fiscal years; --year 2026 is FY2025-26, the one that ends in March 2026"
    group.add_argument("--fiscal", action="store_true", help=fiscal)
    since = "show a range of years from this one on"
    group.add_argument("--since", metavar="YEAR", type=whole_year, help=since)
    cumulative = "agreements and capacities of earlier years stay; yearly flows never do"
    group.add_argument("--cumulative", action="store_true", help=cumulative)


def add_claims(parser: argparse._ActionsContainer) -> None:
    """Let a command be told which claims count: those of a day, and what a scenario makes of them."""
    scenario = "lay a scenario over the claims, by its name or its file"
    parser.add_argument("--scenario", metavar="NAME|FILE", help=scenario)
    parser.add_argument("--known-on", metavar="DAY", help="only what was known on a day such as 2025-06-01")


def add_compare(parser: argparse.ArgumentParser, but: str = "") -> None:
    """Let a command be told what is to be compared; `but` says what it cannot show of that."""
    words = "set two years, days of knowledge (or 'now') or scenarios (or 'none') side by side"
    parser.add_argument("--compare", metavar="A:B", help=f"{words}{but}")
