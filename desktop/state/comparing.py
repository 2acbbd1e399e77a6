"""Two states side by side: A, which the atlas is compared with, and B, which is what is seen. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from desktop.state.atlas import Atlas, Compare
from desktop.state.words import day_words
from geodata.drawn import Figure, LegendEntry
from geodata.frame import Frame
from geodata.year import Year


@dataclass(frozen=True, slots=True)
class Badge:
    """What is said of one half of a comparison.

    Parameters
    ----------
    letter : str
        A or B.
    year : str
        The clock in words.
    conditions : tuple of str
        Of `conditions_of`; empty where the half shows all that is known, and nothing else.
    """

    letter: str
    year: str
    conditions: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All of it on one line."""
        return f"{self.letter}: {', '.join((self.year, *self.conditions))}"


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as the map shows it: how, and what stands in which half."""

    manner: str
    divider: float
    badges: tuple[Badge, Badge]


def atlas_of_a(atlas: Atlas) -> Atlas | None:
    """Give the state that A is: year, scenario and day are its own; None where nothing is compared."""
    compare = atlas.compare
    if compare is None:
        return None
    since = atlas.clock.since
    reaches = since is not None and since <= compare.year
    clock = replace(atlas.clock, year=compare.year, since=since if reaches else None)
    return replace(atlas, clock=clock, scenario=compare.scenario, known_on=compare.known_on, compare=None)


def frame_of_a(atlas: Atlas, frame_of: Callable[[Atlas], Frame]) -> Frame | None:
    """Derive the frame of A; None where nothing is compared."""
    other = atlas_of_a(atlas)
    return None if other is None else frame_of(other)


def figures_of_both(atlas: Atlas, frame_of: Callable[[Atlas], Frame]) -> tuple[Figure, ...]:
    """Give every figure that the data of either half tell, each claim once.

    Where both tell a claim otherwise, what a half shows goes first, and B before A: as sessions have it.
    """
    halves = tuple(filter(None, (frame_of(atlas), frame_of_a(atlas, frame_of))))
    told = (*(half.shown for half in halves), *(half.figures for half in halves))
    found: dict[str, Figure] = {}
    for figure in chain.from_iterable(told):
        found.setdefault(figure.claim, figure)
    return tuple(found.values())


def compared(atlas: Atlas, frame: Frame, frame_of: Callable[[Atlas], Frame]) -> Compared | None:
    """Say how a comparison is to be shown; None where there is none."""
    other = frame_of_a(atlas, frame_of)
    if atlas.compare is None or other is None:
        return None
    return Compared(atlas.compare.manner, atlas.compare.divider, badges_of(other, frame))


def badges_of(a: Frame, b: Frame) -> tuple[Badge, Badge]:
    """Say of two frames what each of them is."""
    return Badge("A", a.year_label, tuple(conditions_of(a))), Badge(
        "B", b.year_label, tuple(conditions_of(b))
    )


def conditions_of(frame: Frame) -> list[str]:
    """Say under which conditions alone a frame is right: day, scenario, what stays, what is pinned.

    Returns
    -------
    list of str
        Short words; none where it shows all that is known of its year, and nothing else.
    """
    known, told = frame.known_on, frame.scenario
    said = [f"as known on {day_words(known)}"] if known else []
    said += [f"scenario: {told.title}"] if told else []
    said += [told.unfit_words] if told and told.problems else []
    said += ["agreements and capacities of earlier years stay"] if frame.cumulative else []
    pinned = [row for row in frame.rows if row.visible and row.pinned_year is not None]
    return [*said, *(f"{row.title} of {Year(row.pinned_year or 0, frame.fiscal)}" for row in pinned)]


def both_legends(a: Iterable[LegendEntry], b: Iterable[LegendEntry]) -> tuple[LegendEntry, ...]:
    """Explain what either half draws, each symbol once, in the order of B."""
    entries = dict.fromkeys((*b, *a))
    order = {symbol: place for place, symbol in enumerate(dict.fromkeys(e.symbol for e in entries))}
    return tuple(sorted(entries, key=lambda entry: order[entry.symbol]))


def swapped(atlas: Atlas, compare: Compare) -> Atlas:
    """Let A be what is seen, and what is seen be A."""
    other = replace(compare, year=atlas.clock.year, scenario=atlas.scenario, known_on=atlas.known_on)
    clock = replace(atlas.clock, year=compare.year, playing=False)
    return replace(atlas, clock=clock, scenario=compare.scenario, known_on=compare.known_on, compare=other)
