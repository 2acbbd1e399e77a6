"""The ladder of states that a proposed mine climbs, as dated rungs. Plain values.

Nothing is inferred between two dated states, and a lower one may follow a higher one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

RUNGS = (
    "proposed",
    "reserved",
    "prior_approval",
    "letter_of_intent",
    "clearances_applied",
    "hearing",
    "granted",
    "operating",
)
"""The way up, lowest first."""

OFF = {"hearing_cancelled": "hearing", "dropped": "proposed", "unknown": "proposed"}
"""States beside the ladder, and the rung at whose height they are drawn."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One dated state.

    Parameters
    ----------
    height : int
        Its place in `RUNGS`, from 0.
    off : bool
        Whether it lies beside the ladder: a cancelled hearing, a mine that was dropped.
    when : str
        Its day, as precisely as it is known.
    year : int or None
        The year of the clock that it stands in, for ticks.
    """

    claim: str
    word: str
    words: str
    height: int
    off: bool
    start: date | None
    when: str
    source: str
    source_short: str
    note: str = ""
    scenario: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The dated states of one mine, oldest first.

    Parameters
    ----------
    named : str
        Whether a public text names it as one of the four, in words.
    """

    thing: str
    name: str
    named: str
    rungs: tuple[Rung, ...]
