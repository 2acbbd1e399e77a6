"""The rules of a year: which claims speak of it, which one is drawn, which state holds. Pure.

Nothing is carried forward, a target never stands for a fact, parts of a year are never drawn as a year, and
after the day of the data nothing is actual.
"""

from __future__ import annotations

from geodata.claim import FACT_STATUSES, Claim, Thing
from geodata.framing.index import Index
from geodata.period import overlaps_year


def is_there(index: Index, thing: Thing, year: int) -> bool:
    """Tell whether a thing exists in any part of a year; a flow without a start does since it is touched."""
    start = thing.start
    if start is None and thing.kind == "flow":
        start = index.first_day[thing.id]
    return overlaps_year(start, thing.end, year)


def is_after_data(index: Index, year: int) -> bool:
    """Tell whether nothing of a year can be actual yet."""
    return year > index.dataset.catalog.data_date.year


def drawn_claim(index: Index, series: str, year: int, plans: bool = False) -> Claim | None:
    """Choose the claim whose figure is drawn for a year.

    Parameters
    ----------
    series : str
        As `geodata.framing.index.series_of` names it.
    plans : bool
        Choose among promises (status plan) instead of among all that is not one.
    """
    found = (
        claim
        for claim in index.series.get(series, ())
        if (claim.status == "plan") == plans and speaks_of(claim, year) and may_be_drawn(index, claim, year)
    )
    return next(found, None)


def speaks_of(claim: Claim, year: int) -> bool:
    """Tell whether a figure may be drawn for a year: a whole year, or "since" and still holding."""
    if claim.period.type == "since":
        return overlaps_year(claim.start, claim.end, year)
    return claim.period.is_whole_year and claim.year == year


def touches(claim: Claim, year: int) -> bool:
    """Tell whether a figure belongs to a year at all, parts and spans that end in it included."""
    return claim.year == year or (claim.period.type == "since" and speaks_of(claim, year))


def may_be_drawn(index: Index, claim: Claim, year: int) -> bool:
    """After the day of the data nothing is actual."""
    return claim.status not in FACT_STATUSES or not is_after_data(index, year)


def last_known(index: Index, series: str, year: int) -> Claim | None:
    """Find the latest whole-year fact before a year: to be quoted with its year, never drawn."""
    found = [
        claim
        for claim in index.series.get(series, ())
        if claim.is_fact
        and claim.period.type in ("calendar", "fiscal")
        and claim.year is not None
        and claim.year < year
    ]
    return max(found, key=lambda claim: claim.year or 0, default=None)


def state_in(index: Index, subject: str, year: int) -> Claim | None:
    """Find the latest state that began on or before 31 December of a year."""
    begun = (c for c in reversed(index.states.get(subject, ())) if c.start and c.start.year <= year)
    return next(begun, None)
