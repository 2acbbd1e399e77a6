"""Rules about the days of things, of their claims, and of the data. Standard library only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from geodata.checking.entries import Entries
from geodata.checking.periods import day, period_of
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record
from geodata.claim import FACT_STATUSES


def check_dates(entries: Entries) -> Iterator[Problem]:
    """Check that things are dated by their claims, and that nothing is ahead of the data's day."""
    data_date = day(entries.catalog, "data_date") if entries.catalog else None
    if data_date:
        yield from _nothing_later_than(entries, data_date)
    begun = defaultdict(list)
    for claim in entries.claims:
        begun[claim.get("subject")].append(claim)
    for thing in entries.things:
        if "id" in thing.broken:
            continue
        yield from _dated_by_its_claims(thing, begun[thing.get("id")])


def _nothing_later_than(entries: Entries, data_date: date) -> Iterator[Problem]:
    """Check that nothing was known, read or published after the data's day, and no fact begins after it."""
    last = data_date.isoformat()
    for records, names in ((entries.claims, ("known_on",)), (entries.sources, ("published", "read_on"))):
        for record in records:
            for name in names:
                if record.get(name) and record.get(name) > last:
                    yield record.problem(name, f"{last} or earlier, the data's day", record.get(name))
    for claim in entries.claims:
        start = day(claim, "start")
        if start and start > data_date and claim.get("status") in FACT_STATUSES:
            expected = f"forecast, target or plan, for it begins after the data's day {last}"
            yield claim.problem("status", expected, shown(claim.get("status")))


def _dated_by_its_claims(thing: Record, claims: Iterable[Record]) -> Iterator[Problem]:
    """Check that a thing starts and ends when its preferred claims say, a mine with its first state."""
    told = [
        claim for claim in claims if claim.get("rank") != "deprecated" and claim.get("status") != "missing"
    ]
    starts = _first_state(told) if thing.get("kind") == "mine" else _of(told, "start")
    yield from _dated_by(thing, "start", starts)
    yield from _dated_by(thing, "end", _of(told, "end"))
    precision = thing.get("date_precision")
    if starts and precision and thing.get("start") and precision != starts.get("date_precision"):
        expected = f"{starts.get('date_precision')}, as {starts.name} says"
        yield thing.problem("date_precision", expected, shown(precision))


def _dated_by(thing: Record, name: str, claim: Record | None) -> Iterator[Problem]:
    """Check one end of a validity: the first day that its claim names, or the day after the last."""
    period = period_of(claim) if claim else None
    wanted = None if period is None else period.start if name == "start" else period.end
    broken = name in thing.broken or (claim is not None and name in claim.broken)
    if not broken and day(thing, name) != wanted:
        expected = f"{wanted}, as {claim.name} says" if claim else f"nothing, for no claim tells its {name}"
        yield thing.problem(name, expected, shown(thing.get(name)))


def _of(claims: list[Record], measure: str) -> Record | None:
    """Give the preferred claim of a measure; without one they agree, and the most precise speaks for all."""
    found = [claim for claim in claims if claim.get("measure") == measure and period_of(claim)]
    preferred = [claim for claim in found if claim.get("rank") == "preferred"]
    return min(preferred or found, key=_length, default=None)


def _length(claim: Record) -> timedelta:
    period = period_of(claim)
    return period.end - period.start if period and period.start and period.end else timedelta.max


def _first_state(claims: list[Record]) -> Record | None:
    states = [claim for claim in claims if claim.get("measure") == "state" and claim.get("start")]
    return min(states, key=lambda claim: claim.get("start"), default=None)
