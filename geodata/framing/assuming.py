"""What each kind of change of a scenario does to things and claims. Pure but for the draft it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NoReturn

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
from geodata.period import Period, parse_period
from geodata.quantity import Quantity, parse_amount
from geodata.scenario import TO_WORDS, Change, Scenario
from geodata.wording import NOT_FOUND, day_words

ASSUMED = ("forecast", "target", "plan")
"""The statuses that an assumption may have: it is never a fact."""

_STATES = {"agreement": AGREEMENT_STATES, "mine": MINE_STATES, "event": EVENT_STATES}
_MASS_MEASURES = ("output", "trade_mass", "stock", "reserves", "resource")


class UnfitError(ValueError):
    """A change that does not fit the claims; its words say what was expected and what is there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The things and claims that a scenario is being written into; `bases` are the claims before it."""

    scenario: Scenario
    bases: Mapping[str, Claim]
    things: dict[str, Thing]
    claims: dict[str, Claim]

    @property
    def source(self) -> str:
        """The id under which the scenario is cited."""
        return f"src.scenario-{self.scenario.id}"

    def thing(self, change: Change, kinds: tuple[str, ...]) -> Thing:
        """Find the thing that a change is about."""
        found = self.things.get(change.target)
        if found is None or found.kind not in kinds:
            unfit("target", f"the id of a thing ({', '.join(kinds)})", change.target)
        return found

    def figure(self, change: Change) -> Claim:
        """Find the numeric claim that a change is about."""
        found = self.claims.get(change.target)
        if found is None or found.measure not in AMOUNT_MEASURES:
            unfit("target", "the id of a claim with a figure", change.target)
        return found

    def assume(self, change: Change, number: int, claim: Claim) -> None:
        """Put a claim in, marked, in place of the answers to its question."""
        for other in [c for c in self.claims.values() if c.question == claim.question]:
            self.set_aside(other)
        self.claims[claim.id] = replace(
            claim,
            status=claim.status if claim.status in ASSUMED else "forecast",
            quantity=claim.quantity and replace(claim.quantity, is_target=True),
            source=self.source,
            locator=f"change {number}",
            rank="preferred",
            rank_reason=f"Assumed by the scenario “{self.scenario.title}”.",
            confidence="indicative",
            note=f"{change.assumption} Leans on: {change.source}." if change.source else change.assumption,
            known_on=None,
            scenario=True,
            base=self.bases.get(claim.id),
        )

    def set_aside(self, claim: Claim) -> None:
        """Let a claim no longer stand, and say why."""
        reason = f"Set aside by the scenario “{self.scenario.title}”."
        self.claims[claim.id] = replace(claim, rank="deprecated", rank_reason=reason)


def unfit(where: str, expected: str, got: str) -> NoReturn:
    """Say what does not fit."""
    raise UnfitError(f"{where}: expected {expected}, got {got or 'nothing'}")


def _set_value(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    was = claim.quantity.text if claim.quantity else NOT_FOUND
    _check_from(change, was)
    like = claim.quantity.dimension if claim.quantity else "mass"
    draft.assume(change, number, replace(claim, quantity=_amount(change.to, claim, claim.period, like)))
    return was


def _set_status(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    _check_from(change, claim.status)
    if change.to not in ASSUMED or claim.quantity is None:
        unfit("to", f"{TO_WORDS[change.op]}, of a claim with a figure", change.to)
    draft.assume(change, number, replace(claim, status=change.to))
    return claim.status


def _shift_year(draft: Draft, change: Change, number: int) -> str:
    claim = draft.figure(change)
    _check_from(change, claim.period.key)
    period = _period(change.to, claim.period.type)
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
    period = _period(key, "fiscal" if key.startswith("FY") else "calendar")
    blank = Claim(
        id=f"claim.scenario-{draft.scenario.id}-{number}",
        subject=subject,
        measure=measure,
        question=f"{change.target}/{key}/scenario-{draft.scenario.id}",
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
    draft.assume(change, number, replace(blank, quantity=_amount(amount, blank, period, like)))
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
            if claim.quantity is not None and claim.status in FACT_STATUSES:
                unfit(
                    "target", "a year without a figure (or set_value)", f"{claim.quantity.text}, {claim.id}"
                )
            if claim.quantity is None:
                draft.set_aside(claim)


def _end(draft: Draft, change: Change, number: int) -> str:
    thing, day = draft.thing(change, ("flow", "agreement")), _day(change.to)
    was = thing.end.isoformat() if thing.end else "no end"
    _check_from(change, was)
    if (thing.start and day <= thing.start) or (thing.end and day >= thing.end):
        unfit("to", f"a day while it lasts ({thing.start or 'open'} to {thing.end or 'open'})", change.to)
    draft.things[thing.id] = replace(thing, end=day)
    for claim in list(draft.claims.values()):
        if thing.id in (claim.subject, claim.agreement) and claim.measure in AMOUNT_MEASURES:
            _end_claim(draft, claim, day)
    if thing.kind == "agreement":
        _put_state(draft, replace(change, from_=""), number, ("ended", day))
    return was


def _end_claim(draft: Draft, claim: Claim, day: date) -> None:
    """Let nothing be told of the time after an end."""
    if claim.start is not None and claim.start >= day:
        draft.set_aside(claim)
    elif claim.period.type == "since" and (claim.end is None or claim.end > day):
        draft.claims[claim.id] = replace(claim, end=day)


def _open(draft: Draft, change: Change, number: int) -> str:
    mine = draft.thing(change, ("mine",))
    return _put_state(draft, change, number, ("operating", _day(change.to)), mine)


def _set_state(draft: Draft, change: Change, number: int) -> str:
    thing = draft.thing(change, tuple(_STATES))
    word, _, day = change.to.partition(" on ")
    if word not in _STATES[thing.kind]:
        unfit("to", f"one of {', '.join(_STATES[thing.kind])}, and its day", change.to)
    return _put_state(draft, change, number, (word, _day(day)), thing)


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
    _check_from(change, was)
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


def _check_from(change: Change, was: str) -> None:
    """Refuse to change what the claims no longer say."""
    if change.from_ and change.from_ != was:
        unfit("from", was or "nothing", change.from_)


def _amount(text: str, claim: Claim, period: Period, dimension: str) -> Quantity:
    try:
        value, value_max, bound, unit = parse_amount(text)
    except ValueError:
        unfit("to", "a figure such as 450 t or over 1,000 t", text)
    found = Quantity(
        value,
        unit,
        claim.measure,
        bound,
        value_max,
        claim.substance,
        claim.quantity.months if claim.quantity else period.months,
        True,
    )
    if dimension and found.dimension != dimension:
        unfit("to", f"a figure of {dimension}", text)
    return found


def _period(key: str, period_type: str) -> Period:
    try:
        return parse_period(key, period_type)
    except ValueError:
        unfit("to", f"a {period_type} period", key)


def _day(text: str) -> date:
    if re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    unfit("to", "a day such as 2029-01-01", text)


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
