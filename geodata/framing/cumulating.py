"""What accumulates up to a year: agreements that were begun and capacities that were told. Pure.

What a year makes or moves never does: tonnes of one year do not add to those of another.
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce

from geodata import wording
from geodata.balance import Chapter, Operand, Step
from geodata.claim import Claim
from geodata.framing.figures import what, when
from geodata.framing.index import Index
from geodata.framing.reckoning import operand
from geodata.framing.rules import is_there, state_in
from geodata.quantity import NotComparableError, Quantity
from geodata.year import Year


def cumulated(index: Index, year: Year) -> tuple[Chapter, ...]:
    """Tell the agreements begun and the capacities told up to the end of a year."""
    chapters = (_agreements(index, year), _capacities(index, year))
    return tuple(chapter for chapter in chapters if chapter.steps)


def _agreements(index: Index, year: Year) -> Chapter:
    begun = [
        thing
        for thing in index.dataset.things.values()
        if thing.kind == "agreement" and thing.start is not None and thing.start < year.end
    ]
    begun.sort(key=lambda thing: (thing.start, thing.id))
    steps = []
    for thing in begun:
        state = state_in(index, thing.id, year)
        words = f"{wording.STATES[state.word or 'unknown']}, {when(state)}" if state else "state not found"
        told = Operand(words, words, state.id if state else "", state.source if state else "")
        steps.append(Step(thing.name, (told,)))
    return Chapter(f"Agreements begun up to {year}", tuple(steps))


def _capacities(index: Index, year: Year) -> Chapter:
    """Add up the capacities of one substance, where they may be added."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claims in index.series.values():
        known = [
            c for c in claims if c.measure == "capacity" and c.is_fact and c.start and c.start < year.end
        ]
        thing = index.dataset.things[known[0].subject] if known else None
        if thing is not None and is_there(index, thing, year):
            told[known[0].substance or ""].append(max(known, key=lambda claim: (claim.start, claim.id)))
    steps = [_sum(index, claims) for _, claims in sorted(told.items())]
    return Chapter(f"Capacities told up to {year}", tuple(steps))


def _sum(index: Index, claims: list[Claim]) -> Step:
    operands = tuple(operand(index, claim) for claim in claims)
    if len(claims) == 1:
        return Step(what(index, claims[0]), operands)
    title = f"{wording.upper_first(wording.SUBSTANCES.get(claims[0].substance or '', 'capacity'))} capacity"
    apart = _why_apart(index, claims)
    if apart:
        return Step(title, operands, "+", why_not=apart)
    try:
        total: Quantity = reduce(lambda one, other: one + other, [c.quantity for c in claims if c.quantity])
    except NotComparableError as error:
        return Step(title, operands, "+", why_not=str(error).removeprefix("cannot be added: "))
    return Step(title, operands, "+", index.numbers.text(total))


def _why_apart(index: Index, claims: list[Claim]) -> str:
    """Say why capacities do not add: told of different times, or one a part of another; empty if they do."""
    times = list(dict.fromkeys(claim.period.label for claim in claims))
    if len(times) > 1:
        return f"the figures are told of different times: {', '.join(times[:-1])} and {times[-1]}"
    things = index.dataset.things
    operators = {things[claim.subject].operator for claim in claims}
    whole = next((things[claim.subject] for claim in claims if claim.subject in operators), None)
    return f"the figure of {whole.short} may hold those of its plants" if whole else ""
