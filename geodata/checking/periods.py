"""Rules about the period of one claim. Standard library only: on the road to the first paint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record
from geodata.period import Period, parse_period

MORE_PRECISE = ("since", "by", "instant")
"""Types of period whose days may lie inside those of their key."""


@lru_cache(maxsize=2048)
def _of_key(key: str, kind: str) -> Period | None:
    """Read a key; None where it does not fit its type."""
    try:
        return parse_period(key, kind)
    except ValueError:
        return None


def period_of(claim: Record) -> Period | None:
    """Read the period of a claim, its own days included; None where key and type do not fit."""
    period = _of_key(claim.get("period") or "", claim.get("period_type") or "")
    if period is None or period.type not in MORE_PRECISE:
        return period
    start = day(claim, "start") or period.start
    end = day(claim, "end") or (None if period.type == "since" else period.end)
    return Period(period.key, period.type, start, end)


def day(record: Record, name: str) -> date | None:
    """Give a sound field as a day."""
    value = record.get(name)
    return date.fromisoformat(value) if value else None


def fits_its_period(claim: Record) -> Iterator[Problem]:
    """Check that key, type, start, end and year of the period say the same."""
    key, kind = claim.get("period"), claim.get("period_type")
    if not key or not kind:
        return
    known = _of_key(key, kind)
    if known is None:
        yield claim.problem("period", f"a key of a {kind} period", shown(key))
        return
    yield from _fits_its_days(claim, known)
    period = period_of(claim)
    if period and not {"start", "end", "year"} & claim.broken and claim.get("year") != period.year:
        expected = f"{period.year}, the year of its last day" if period.year else "nothing, for it is open"
        yield claim.problem("year", expected, shown(claim.get("year")))


def _fits_its_days(claim: Record, known: Period) -> Iterator[Problem]:
    """Check that the days are those of the key, or inside them where the type lets them."""
    if known.type == "since":
        yield from _begins_in_its_key(claim, known)
        return
    inside = known.type in MORE_PRECISE
    start, end = day(claim, "start"), day(claim, "end")
    for name, found, wanted in (("start", start, known.start), ("end", end, known.end)):
        if name in claim.broken or found == wanted:
            continue
        if not inside or not found:
            yield claim.problem(name, f"{wanted}, as the period {known.key} says", shown(claim.get(name)))
        elif known.start and known.end and not known.start <= found <= known.end:
            yield claim.problem(name, f"a day of {known.key}, from {known.start} to {known.end}", str(found))
    if inside and start and end and end <= start:
        yield claim.problem("end", f"a day after the start {start}", str(end))


def _begins_in_its_key(claim: Record, known: Period) -> Iterator[Problem]:
    """Check an open period: its start lies in what the key names, and an end, if any, after it."""
    start, end = day(claim, "start"), day(claim, "end")
    named = _of_key(known.key.removeprefix("since "), "instant")
    if "start" not in claim.broken and named and named.start and named.end:
        if not start or not named.start <= start < named.end:
            expected = f"a day from {named.start}, before {named.end}"
            yield claim.problem("start", expected, shown(claim.get("start")))
        elif end and end <= start:
            yield claim.problem("end", f"a day after {start}, or nothing", str(end))
