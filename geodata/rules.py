"""The rules of a year: which claims speak of it, which one is drawn, which state holds. Pure.

The rules are those of the layers' README: nothing is carried forward, a target never stands for a fact, parts
of a year are never drawn as a year, and after the day of the data nothing is actual.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geodata.claim import FACT_STATUSES, Claim, Dataset, Row, Thing
from geodata.period import overlaps_year

_RANK_ORDER = {"preferred": 0, "normal": 1, "deprecated": 2}


@dataclass(frozen=True)
class Index:
    """A dataset with the look-ups that frames need.

    Parameters
    ----------
    claims_of : dict
        Thing id → its claims, in the order of the files.
    rivals_of : dict
        Question → the claims that answer it.
    things_of : dict
        Row id → its things.
    """

    dataset: Dataset
    claims_of: dict[str, tuple[Claim, ...]]
    rivals_of: dict[str, tuple[Claim, ...]]
    things_of: dict[str, tuple[Thing, ...]]

    def of(self, subject: str, measure: str) -> list[Claim]:
        """List a thing's claims of one measure, deprecated ones left out."""
        return [
            claim
            for claim in self.claims_of.get(subject, ())
            if claim.measure == measure and claim.rank != "deprecated"
        ]

    def in_series(self, series: str) -> list[Claim]:
        """List the claims of a series, ``subject/measure/substance``, deprecated ones left out."""
        subject, measure, _substance = series.split("/")
        return [claim for claim in self.of(subject, measure) if series_of(self, claim) == series]


def make_index(dataset: Dataset) -> Index:
    """Make the look-ups of a dataset."""
    claims_of, rivals_of = defaultdict(list), defaultdict(list)
    for claim in dataset.claims.values():
        claims_of[claim.subject].append(claim)
        rivals_of[claim.question].append(claim)
    return Index(
        dataset,
        {subject: tuple(claims) for subject, claims in claims_of.items()},
        {question: tuple(sorted(claims, key=_preference)) for question, claims in rivals_of.items()},
        {row.id: things_of_row(dataset, row) for row in dataset.catalog.rows},
    )


def things_of_row(dataset: Dataset, row: Row) -> tuple[Thing, ...]:
    """List the things that meet every equality of a row of the catalogue."""
    names = {"from": "from_"}
    return tuple(
        thing
        for thing in dataset.things.values()
        if thing.file == row.file
        and all(getattr(thing, names.get(field, field), None) == value for field, value in row.where)
    )


def agree(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of one question can both be true: rule 8.

    A plant may have several roles, and what was looked for and not found contradicts nothing.
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


def rivals(index: Index, claim: Claim) -> tuple[Claim, ...]:
    """List the claims that answer the same question and cannot be true beside this one."""
    return tuple(
        other
        for other in index.rivals_of.get(claim.question, ())
        if other.id != claim.id and other.rank != "deprecated" and not agree(claim, other)
    )


def is_there(index: Index, thing: Thing, year: int) -> bool:
    """Tell whether a thing exists in any part of a year."""
    start = thing.start
    if start is None and thing.kind == "flow":
        start = _first_touch(index, thing)
    return overlaps_year(start, thing.end, year)


def series_of(index: Index, claim: Claim) -> str:
    """Name the series of a claim: subject, measure, and the substance its question is preferably told of.

    Substances never share a scale; a rival that names another substance stays with its question.
    """
    preferred = index.rivals_of[claim.question][0]
    return f"{claim.subject}/{claim.measure}/{preferred.substance or 'none'}"


def drawn_claim(index: Index, series: str, year: int, plans: bool = False) -> Claim | None:
    """Choose the claim whose figure is drawn for a year, by rules 1 to 3 and 6.

    Parameters
    ----------
    plans : bool
        Choose among promises (status plan) instead of among all that is not one.
    """
    found = [
        claim
        for claim in index.in_series(series)
        if claim.quantity is not None
        and (claim.status == "plan") == plans
        and speaks_of(claim, year)
        and may_be_drawn(index, claim, year)
    ]
    return min(found, key=_draw_order, default=None)


def speaks_of(claim: Claim, year: int) -> bool:
    """Tell whether a figure may be drawn for a year: a whole year, or "since" and still holding."""
    if claim.period.type == "since":
        return overlaps_year(claim.start, claim.end, year)
    return claim.period.is_whole_year and claim.year == year


def may_be_drawn(index: Index, claim: Claim, year: int) -> bool:
    """After the day of the data nothing is actual."""
    return year <= index.dataset.catalog.data_date.year or claim.status not in FACT_STATUSES


def last_known(index: Index, series: str, year: int) -> Claim | None:
    """Find the latest whole-year fact before a year: to be quoted with its year, never drawn."""
    found = [
        claim
        for claim in index.in_series(series)
        if claim.quantity is not None
        and claim.is_fact
        and claim.period.type in ("calendar", "fiscal")
        and claim.year is not None
        and claim.year < year
    ]
    return max(found, key=lambda claim: (claim.year or 0, -_preference(claim)[0]), default=None)


def state_in(index: Index, subject: str, year: int) -> Claim | None:
    """Find the latest state that began on or before 31 December of a year: rule 5."""
    return next(reversed([c for c in states(index, subject) if c.start and c.start.year <= year]), None)


def states(index: Index, subject: str) -> list[Claim]:
    """List the dated states of a thing, one per question, oldest first."""
    best: dict[str, Claim] = {}
    for claim in sorted(index.of(subject, "state"), key=_preference):
        best.setdefault(claim.question, claim)
    return sorted(best.values(), key=lambda claim: (claim.start or date.min, claim.id))


def agreements_on(index: Index, flow: str) -> Iterable[Thing]:
    """Give the agreements that govern a flow."""
    return (
        thing for thing in index.dataset.things.values() if thing.kind == "agreement" and thing.flow == flow
    )


def _first_touch(index: Index, flow: Thing) -> date | None:
    """Find the first day that a claim, agreement or event touches a flow."""
    days = [
        claim.start for claim in index.claims_of.get(flow.id, ()) if claim.start and claim.status != "plan"
    ]
    days.extend(
        thing.start
        for thing in index.dataset.things.values()
        if thing.start and (thing.flow == flow.id or flow.id in thing.about)
    )
    return min(days, default=None)


def _days_meet(one: Claim, other: Claim) -> bool:
    earliest, latest = date.min, date.max
    return (one.start or earliest) < (other.end or latest) and (other.start or earliest) < (one.end or latest)


def _preference(claim: Claim) -> tuple[int, str]:
    return _RANK_ORDER[claim.rank], claim.id


def _draw_order(claim: Claim) -> tuple[bool, int, bool, int, str]:
    newest = -(claim.known_on or date.min).toordinal()
    return not claim.is_fact, _RANK_ORDER[claim.rank], claim.made != "stated", newest, claim.id
