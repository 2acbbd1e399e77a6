"""What each kind of change of a scenario does to things and claims. Pure but for the draft it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from geodata.claim import (
    AGREEMENT_STATES,
    AMOUNT_MEASURES,
    EVENT_STATES,
    FACT_STATUSES,
    MINE_STATES,
    SUBSTANCES,
    Claim,
    Thing,
)
from geodata.framing.draft import ASSUMED, Draft, amount_of, check_from, unfit
from geodata.period import Period
from geodata.scenario import TO_WORDS, Change
from geodata.wording import NOT_FOUND, day_words

_STATES = {"agreement": AGREEMENT_STATES, "mine": MINE_STATES, "event": EVENT_STATES}
_MASS_MEASURES = ("output", "trade_mass", "stock", "reserves", "resource")


def _set_value(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    was = claim.quantity.text if claim.quantity else NOT_FOUND
    check_from(change, was)
    like = claim.quantity.dimension if claim.quantity else "mass"
    draft.assume(change, number, replace(claim, quantity=amount_of(change.to, claim, claim.period, like)))
    return was


def _set_status(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    check_from(change, claim.status)
    if change.to not in ASSUMED or claim.quantity is None:
        unfit("to", f"{TO_WORDS[change.op]}, of a claim with a figure", change.to)
    draft.assume(change, number, replace(claim, status=change.to))
    return claim.status


def _shift_year(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    check_from(change, claim.period.key)
    period = draft.period(change.to, claim.period.type)
    moved = replace(claim, period=period, start=period.start, end=period.end, year=period.year)
    if claim.quantity is None:
        unfit("target", "a claim with a figure", change.target)
    draft.assume(change, number, moved)
    return claim.period.key


def _add_value(draft: Draft, change: Change, number: int) -> str:
    amount, _, key = change.to.rpartition(" in ")
    parts = change.target.split("/")
    if not amount or len(parts) != 3:
        unfit("target and to", f"thing/measure/substance, and {TO_WORDS[change.op]}", change.to)
    subject, measure, substance = parts
    known = subject in draft.things and measure in AMOUNT_MEASURES and substance in SUBSTANCES
    if not known:
        unfit("target", "thing/measure/substance that the atlas knows", change.target)
    period = draft.period(key, "fiscal" if key.startswith("FY") else "calendar")
    blank = Claim(
        id=f"claim.scenario-{draft.scenario.id}-{number}",
        subject=subject,
        measure=measure,
        question=f"{change.target}/{period.key}/scenario-{draft.scenario.id}",
        period=period,
        status="forecast",
        source=draft.source,
        locator="",
        substance=substance,
        substance_basis="stated",
        start=period.start,
        end=period.end,
        year=period.year,
    )
    _make_room(draft, blank)
    like = "mass" if measure in _MASS_MEASURES else ""
    draft.assume(change, number, replace(blank, quantity=amount_of(amount, blank, period, like)))
    return ""


def _make_room(draft: Draft, blank: Claim) -> None:
    """Set aside that nothing was found; a figure that is there wants another kind of change."""
    for claim in list(draft.claims.values()):
        same = (claim.subject, claim.measure, claim.substance) == (
            blank.subject,
            blank.measure,
            blank.substance,
        )
        if same and claim.period == blank.period and claim.rank != "deprecated":
            assumed = claim.scenario and claim.status == "forecast"
            if claim.quantity is not None and (assumed or claim.status in FACT_STATUSES):
                unfit(
                    "target", "a year without a figure (or set_value)", f"{claim.quantity.text}, {claim.id}"
                )
            if claim.quantity is None:
                draft.set_aside(claim)


def _end(draft: Draft, change: Change, number: int) -> str:
    thing, day = draft.thing(change, ("flow", "agreement")), draft.day(change.to)
    was = thing.end.isoformat() if thing.end else "no end"
    check_from(change, was)
    begin = _begin(draft, thing)
    if begin and day <= begin:
        unfit("to", f"a day after {begin}, when what is told of it begins", change.to)
    if thing.end and day >= thing.end:
        unfit("to", f"a day before {thing.end}, when it ends", change.to)
    draft.things[thing.id] = replace(thing, end=day, assumed_end=True)
    for claim in list(draft.claims.values()):
        is_owed = thing.kind == "flow" and claim.status == "plan"  # what was promised was, whatever comes
        if thing.id in (claim.subject, claim.agreement) and claim.measure in AMOUNT_MEASURES and not is_owed:
            _end_claim(draft, claim, day)
    if thing.kind == "agreement":
        _put_state(draft, replace(change, from_=""), number, ("ended", day))
    return was


def _begin(draft: Draft, thing: Thing) -> date | None:
    """Give the first day of a thing, or of what is told of it."""
    told = (claim.start for claim in draft.claims.values() if claim.subject == thing.id)
    return thing.start or min(filter(None, told), default=None)


def _end_claim(draft: Draft, claim: Claim, day: date) -> None:
    """Let nothing be told of the time after an end."""
    if claim.start is not None and claim.start >= day:
        draft.set_aside(claim)
    elif claim.period.type == "since" and (claim.end is None or claim.end > day):
        draft.claims[claim.id] = replace(claim, end=day)


def _open(draft: Draft, change: Change, number: int) -> str:
    mine, day = draft.thing(change, ("mine",)), draft.day(change.to)
    if any(claim.scenario and claim.word == "operating" for claim in _states_of(draft, mine)):
        unfit("target", "a mine that no other change opens", change.target)
    was = _put_state(draft, change, number, ("operating", day), mine)
    for claim in _states_of(draft, mine):  # what is at work applies for nothing any more
        if not claim.scenario and claim.start is not None and claim.start >= day:
            draft.set_aside(claim)
    return was


def _states_of(draft: Draft, thing: Thing) -> list[Claim]:
    return [claim for claim in draft.claims.values() if (claim.subject, claim.measure) == (thing.id, "state")]


def _set_state(draft: Draft, change: Change, number: int) -> str:
    thing = draft.thing(change, tuple(_STATES))
    said, _, day = change.to.partition(" on ")
    word = said.replace(" ", "_")  # a state may be written as it is shown
    if word not in _STATES[thing.kind]:
        states = ", ".join(_STATES[thing.kind]).replace("_", " ")
        unfit(
            "to", f"one of {states}, and its day, such as {_STATES[thing.kind][0]} on 2029-01-01", change.to
        )
    return _put_state(draft, change, number, (word, draft.day(day)), thing)


def _put_state(
    draft: Draft, change: Change, number: int, state: tuple[str, date], thing: Thing | None = None
) -> str:
    """Add a dated state; give the one that holds before it."""
    word, day = state
    subject = change.target
    told = [c for c in draft.claims.values() if (c.subject, c.measure) == (subject, "state")]
    before = [c for c in told if c.rank != "deprecated" and c.start is not None and c.start <= day]
    last = max(before, key=lambda claim: claim.start or date.min, default=None)
    was = f"{last.word} on {last.start}" if last else ""
    check_from(change, was)
    if thing is not None and thing.start is not None and day < thing.start:
        unfit("to", f"a day from {thing.start} on", day.isoformat())
    claim = Claim(
        id=f"claim.scenario-{draft.scenario.id}-{number}",
        subject=subject,
        measure="state",
        question=f"{subject}/state/scenario-{draft.scenario.id}-{number}",
        period=Period(day_words(day, "day"), "instant", day, day + timedelta(days=1)),
        status="forecast",
        source=draft.source,
        locator="",
        word=word,
        start=day,
        end=day + timedelta(days=1),
        date_precision="day",
        year=day.year,
    )
    draft.assume(change, number, claim)
    return was


OPS: dict[str, Callable[[Draft, Change, int], str]] = {
    "set_value": _set_value,
    "set_status": _set_status,
    "shift_year": _shift_year,
    "add_value": _add_value,
    "end": _end,
    "open": _open,
    "set_state": _set_state,
}
"""What each kind of change does; gives what was there before, in words. Raises `UnfitError`."""
