"""The rules of a year: which claims speak of it, which one is drawn, which state holds. Pure.

Nothing is carried forward, a target never stands for a fact, parts of a year are never drawn as a year, and
after the day of the data nothing is actual.
"""

from __future__ import annotations

from geodata.claim import Claim, Thing
from geodata.framing.index import Index
from geodata.year import Year

_IN_FORCE = ("memorandum", "in_force", "suspension_requested")
"""States in which something is carried under an agreement, the weakest first."""


def is_there(index: Index, thing: Thing, year: Year) -> bool:
    """Tell whether a thing exists in any part of a year; a flow without a start does since it is touched."""
    start = thing.start
    if start is None and thing.kind == "flow":
        start = index.first_day[thing.id]
        if start is None:
            return False
    return year.overlaps(start, thing.end)


def is_after_data(index: Index, year: Year) -> bool:
    """Tell whether nothing of a year can be actual yet."""
    return year.start > index.dataset.catalog.data_date


def drawn_claim(index: Index, series: str, year: Year, plans: bool = False) -> Claim | None:
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


def speaks_of(claim: Claim, year: Year) -> bool:
    """Tell whether a figure may be drawn for a year: a whole year, or "since" and still holding."""
    if claim.period.type == "since":
        return (claim.start is None or claim.start < year.end) and (
            claim.end is None or claim.end > year.start
        )
    return claim.period.is_whole_year and year.owns(claim.period)


def touches(claim: Claim, year: Year) -> bool:
    """Tell whether a figure belongs to a year at all, parts and spans that end in it included."""
    return year.owns(claim.period) or (claim.period.type == "since" and speaks_of(claim, year))


def may_be_drawn(index: Index, claim: Claim, year: Year) -> bool:
    """After the day of the data nothing is actual."""
    return not claim.is_fact or not is_after_data(index, year)


def last_known(index: Index, series: str, year: Year) -> Claim | None:
    """Find the latest whole-year fact before a year: to be quoted with its year, never drawn."""
    found = [
        claim
        for claim in index.series.get(series, ())
        if claim.is_fact and claim.period.type in ("calendar", "fiscal") and year.follows(claim.period)
    ]
    return max(found, key=lambda claim: claim.year or 0, default=None)


def state_in(index: Index, subject: str, year: Year) -> Claim | None:
    """Find the latest state that began on or before the last day of a year."""
    begun = (c for c in reversed(index.states.get(subject, ())) if c.start and c.start < year.end)
    return next(begun, None)


def governing_state(index: Index, flow: Thing, year: Year) -> Claim | None:
    """Find the state in a year of what governs a flow; a later agreement does not hide a stronger one."""
    found = [state_in(index, agreement.id, year) for agreement in index.agreements_on.get(flow.id, ())]
    strong = [state for state in found if state is not None and state.word in _IN_FORCE]
    return max(strong, key=lambda state: (_IN_FORCE.index(state.word or ""), state.id), default=None)
