"""What is told in words: states, agreements, events, sources, rivals and conflicts, as plain values.

Standard library only, so that everyone may import it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.drawn import Bounds, Figure


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
    scenario: bool = False


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in the chosen year.

    Parameters
    ----------
    state : str
        Empty before it begins.
    state_when : str
        Since when it is in that state, or for which year it is told to be; empty where neither is known.
    delivered_words : str
        Why nothing is told of deliveries; empty where something is.
    ended_words : str
        That its flow has ended, and when; empty where it has not.
    """

    thing: str
    name: str
    parties: str
    begun: str
    state: str
    state_words: str
    state_when: str
    history: tuple[StateChange, ...]
    promised: tuple[Figure, ...]
    delivered: tuple[Figure, ...]
    delivered_words: str
    ended_words: str = ""


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
    standings : tuple of str
        How each figure stands to the first: preferred, agrees, rival, deprecated, or empty for what was not
        found and so contradicts nothing.
    origins : int
        From how many independent origins they come: three articles that retell one report have one.
    """

    question: str
    title: str
    figures: tuple[Figure, ...]
    standings: tuple[str, ...]
    agree: bool
    reason: str
    computed: str
    origins: int = 1

    @property
    def summary(self) -> str:
        """How many claims there are, and how many of them cannot be true beside the first."""
        rivals = self.standings.count("rival")
        agreeing = self.standings.count("agrees") + self.standings.count("preferred")
        if rivals:
            return (
                f"{rivals} rival{'' if rivals == 1 else 's'}, {agreeing} agree{'s' if agreeing == 1 else ''}"
            )
        return f"{agreeing} claims agree" if agreeing > 1 else f"{len(self.figures)} claims"


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
    """A figure in the sheet's column: big number, small unit, words below, numbered sources.

    `quoted` are the ids of the claims whose figures the words below tell.
    """

    claim: str | None
    what: str
    number: str
    unit: str
    period: str
    letter: str
    style: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[str, ...]
    quoted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found by typing: a place, claim, agreement, event or source.

    `also` are words that nobody is shown, by which it is found all the same.
    """

    id: str
    kind: str
    title: str
    subtitle: str
    also: str = ""
