"""Rivals: claims of one question that cannot all be true. Standard library only."""

from __future__ import annotations

from datetime import date

from geodata.claim import Claim

_RANK_ORDER = {"preferred": 0, "normal": 1, "deprecated": 2}


def preference(claim: Claim) -> tuple[int, str]:
    """Give the key that sorts the claims of a question, the preferred first."""
    return _RANK_ORDER[claim.rank], claim.id


def agree(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of one question can both be true.

    Figures agree if substance and period are equal and their intervals meet, dates if the days they name
    meet, states if their words are equal too. A plant may have several roles, and what was looked for and not
    found contradicts nothing.
    """
    if "missing" in (one.status, other.status) or one.measure == other.measure == "role":
        return True
    if one.measure != other.measure:
        return False
    if one.quantity is None or other.quantity is None:
        return one.word == other.word and _days_meet(one, other)
    same = one.substance == other.substance and (one.period.start, one.period.end) == (
        other.period.start,
        other.period.end,
    )
    return same and one.quantity.meets(other.quantity)


def _days_meet(one: Claim, other: Claim) -> bool:
    earliest, latest = date.min, date.max
    return (one.start or earliest) < (other.end or latest) and (other.start or earliest) < (one.end or latest)
