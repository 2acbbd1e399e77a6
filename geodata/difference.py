"""The differences of two frames: what appeared, what ended, what changed by how much. Pure.

Two years, two scenarios or two days on which the data were known; nothing is taken from what is another
substance, measure or length of time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geodata import wording
from geodata.drawn import Figure
from geodata.frame import Frame
from geodata.framing.arithmetic import subtract
from geodata.framing.numbers import Numbers
from geodata.quantity import Quantity

KINDS = ("appeared", "ended", "changed")
HOPES = ("plan", "target")
"""Statuses of what is promised or aimed at: never set against what came."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    group : str
        Things, States or Figures.
    what : str
        The thing, or what is measured.
    before, after : str
        What each frame tells of it; empty where it tells nothing.
    by : str
        How much more or less; empty where that is no number.
    why_not : str
        Why no difference was taken; empty where one was, or none is to be taken.
    thing : str
        Id, to go there.
    claims : tuple of str
        Ids of the claims on both sides, for their sources.
    scenario : bool
        Whether a scenario assumes either side.
    """

    kind: str
    group: str
    what: str
    before: str
    after: str
    by: str = ""
    why_not: str = ""
    thing: str = ""
    claims: tuple[str, ...] = ()
    scenario: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two frames set side by side; the titles say in what they differ."""

    before: str
    after: str
    rows: tuple[Changed, ...]


def difference(before: Frame, after: Frame, lakh: bool = False) -> Difference:
    """List what differs between two frames of the same data.

    Parameters
    ----------
    lakh : bool
        Whether numbers are grouped in lakh and crore.
    """
    rows = (*_figures(before, after, Numbers(lakh)), *_states(before, after), *_things(before, after))
    return Difference(frame_title(before), frame_title(after), rows)


def frame_title(frame: Frame) -> str:
    """Name a frame by its year, the day that it was known on, and its scenario."""
    known = [f"as known on {wording.day_words(frame.known_on, None)}"] if frame.known_on else []
    return ", ".join([frame.year_label, *known, *([frame.scenario.title] if frame.scenario else [])])


def _things(before: Frame, after: Frame) -> Iterator[Changed]:
    """Compare which things are there, whatever is told of them."""
    one, other = _names(before), _names(after)
    for thing in [*one, *(name for name in other if name not in one)]:
        if thing not in other:
            yield Changed("ended", "Things", one[thing], "there", "", thing=thing)
        elif thing not in one:
            yield Changed("appeared", "Things", other[thing], "", "there", thing=thing)


def _names(frame: Frame) -> dict[str, str]:
    named = [(place.thing, place.label.title) for place in (*frame.places, *frame.areas)]
    named += [(line.thing, line.tip[0]) for line in frame.flows]
    return dict(named)


def _states(before: Frame, after: Frame) -> Iterator[Changed]:
    one, other = _told_states(before), _told_states(after)
    for thing, (name, words, assumed) in other.items():
        was, was_assumed = one[thing][1:] if thing in one else ("", False)
        if was and words and was != words:
            scenario = assumed or was_assumed
            yield Changed("changed", "States", name, was, words, thing=thing, scenario=scenario)


def _told_states(frame: Frame) -> dict[str, tuple[str, str, bool]]:
    """Give for each agreement, place and area its name, its state in words, and whether it is assumed."""
    agreements = {
        row.thing: (row.name, row.state_words, any(rung.scenario for rung in row.history))
        for row in frame.agreements
    }
    unknown = wording.NOT_KNOWN_YET if frame.is_after_data else ""
    places = {
        place.thing: (place.label.title, wording.STATES.get(place.state, unknown), place.scenario)
        for place in (*frame.places, *frame.areas)
        if place.style == "mine"
    }
    return {**agreements, **places}


def _figures(before: Frame, after: Frame, numbers: Numbers) -> Iterator[Changed]:
    one, other = _told_figures(before), _told_figures(after)
    for key in [*one, *(key for key in other if key not in one)]:
        was, now = one.get(key), other.get(key)
        if was is None and now is not None:
            yield _figure("appeared", None, now, _instead(key, one))
        elif now is None and was is not None:
            yield _figure("ended", was, None, _instead(key, other))
        elif was and now and (was.claim, was.text, was.period) != (now.claim, now.text, now.period):
            yield _set_against(was, now, numbers)


Key = tuple[str, str, str | None, bool]
"""Subject, measure, substance, and whether it is hoped for: what may be set against one another."""


def _told_figures(frame: Frame) -> dict[Key, Figure]:
    """Give the figures that headlines, flows and places tell, targets too, none quoted of another year."""
    wanted = [claim for headline in frame.headlines for claim in (headline.claim, *headline.quoted)]
    wanted += [line.claim for line in frame.flows]
    wanted += [claim for place in (*frame.places, *frame.areas) for claim in place.claims]
    of_claim = {figure.claim: figure for figure in frame.shown}
    quoted = {claim for headline in frame.headlines for claim in headline.quoted}
    told: dict[Key, Figure] = {}
    for claim in wanted:
        figure = of_claim.get(claim or "")
        if figure and (claim not in quoted or figure.year == frame.year):
            told.setdefault(
                (figure.subject, figure.measure, figure.substance, figure.status in HOPES), figure
            )
    return told


def _instead(key: Key, others: dict[Key, Figure]) -> str:
    """Say that the other frame tells of another substance, where it does: no difference is taken."""
    subject, measure, substance, plan = key
    found = [k for k in others if (k[0], k[1], k[3]) == (subject, measure, plan) and k[2] != substance]
    return "the other tells of another substance" if found else ""


def _set_against(was: Figure, now: Figure, numbers: Numbers) -> Changed:
    row = _figure("changed", was, now, "")
    if was.quantity is None or now.quantity is None or "rank" in (was.quantity.unit, now.quantity.unit):
        return row
    if _size(was.quantity) == _size(now.quantity):
        return replace(row, by="the same")
    outcome = subtract(now.quantity, was.quantity, numbers)
    if outcome.quantity is None:
        return replace(row, why_not=outcome.why_not)
    return replace(row, by=_signed(outcome.quantity, numbers))


def _size(quantity: Quantity) -> tuple[float, float | None, str, str, str | None]:
    return quantity.value, quantity.value_max, quantity.bound, quantity.unit, quantity.substance


def _signed(quantity: Quantity, numbers: Numbers) -> str:
    """Write a difference with its sign before all else, at both ends of a range, from low to high.

    Such as "+25,048 t", "−about 40 t" or "−31,960 to −16,840 t".
    """
    ends = [quantity.value] if quantity.value_max is None else sorted((quantity.value, quantity.value_max))
    bound = "exact" if len(ends) > 1 else quantity.bound
    each = (replace(quantity, value=abs(end), value_max=None, bound=bound) for end in ends)
    signs = ("−" if end < 0 else "+" for end in ends)
    words = (sign + numbers.number(one) for sign, one in zip(signs, each, strict=True))
    return " to ".join(words) + quantity.unit_text


def _figure(kind: str, was: Figure | None, now: Figure | None, why_not: str) -> Changed:
    sides = [figure for figure in (was, now) if figure is not None]
    return Changed(
        kind=kind,
        group="Figures",
        what=sides[-1].what,
        before=_words(was),
        after=_words(now),
        why_not=why_not,
        thing=sides[-1].subject,
        claims=tuple(dict.fromkeys(figure.claim for figure in sides)),
        scenario=any(figure.scenario for figure in sides),
    )


def _words(figure: Figure | None) -> str:
    if figure is None:
        return ""
    letter = f" [{figure.letter}]" if figure.letter else ""
    return f"{figure.text}{letter}, {figure.period}"
