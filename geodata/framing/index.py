"""The look-ups that frames need over one dataset, made once. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from geodata.claim import Claim, Dataset, Row, Thing
from geodata.framing.numbers import Numbers
from geodata.rivals import agree, preference
from geodata.year import last_day, year_of

T = TypeVar("T")


@dataclass(frozen=True)
class Index:
    """A dataset with the look-ups that frames need.

    Parameters
    ----------
    numbers : Numbers
        How figures are written.
    claims_of : dict
        Thing id → its claims, in the order of the files.
    claims_under : dict
        Agreement id → the claims that say what it promised or brought.
    rivals_of : dict
        Question → the claims that answer it, the preferred first, the deprecated last.
    rivals : dict
        Claim id → those of them that cannot be true beside it.
    things_of : dict
        Row id → its things.
    series : dict
        ``subject/measure/substance`` → its claims that have a figure, the one to draw before the others.
    series_about : dict
        Thing id → the names of its series.
    states : dict
        Thing id → its dated states, one per question, oldest first.
    agreements_on : dict
        Flow id → the agreements that govern it.
    parts_of : dict
        Flow id → the flows that are part of it.
    first_day : dict
        Flow id → the first day that a claim, agreement or event touches it.
    largest : dict
        Substance → its largest traded mass of one year, in tonnes, over all flows and years.
    fiscal : bool
        Whether the years of the clock are Indian fiscal years.
    """

    dataset: Dataset
    numbers: Numbers
    claims_of: dict[str, tuple[Claim, ...]]
    claims_under: dict[str, tuple[Claim, ...]]
    rivals_of: dict[str, tuple[Claim, ...]]
    rivals: dict[str, tuple[Claim, ...]]
    things_of: dict[str, tuple[Thing, ...]]
    series: dict[str, tuple[Claim, ...]]
    series_about: dict[str, tuple[str, ...]]
    states: dict[str, tuple[Claim, ...]]
    agreements_on: dict[str, tuple[Thing, ...]]
    parts_of: dict[str, tuple[Thing, ...]]
    first_day: dict[str, date | None]
    largest: dict[str, float]
    fiscal: bool = False

    def year(self, claim: Claim) -> int | None:
        """Give the year of the clock that a claim belongs to."""
        day = last_day(claim.period)
        return None if day is None else year_of(day, self.fiscal)

    def of(self, subject: str, measure: str) -> list[Claim]:
        """List a thing's claims of one measure, deprecated ones left out."""
        return [
            claim
            for claim in self.claims_of.get(subject, ())
            if claim.measure == measure and claim.rank != "deprecated"
        ]


def make_index(
    dataset: Dataset, lakh: bool = False, widest: Mapping[str, float] = {}, fiscal: bool = False
) -> Index:
    """Make the look-ups of a dataset.

    Parameters
    ----------
    lakh : bool
        Whether figures are written in lakh and crore.
    widest : mapping
        Masses by substance that the widths of arrows have to leave room for besides: what is known on another
        day, or without a scenario, is drawn to the same scale.
    fiscal : bool
        Whether the years of the clock are Indian fiscal years.
    """
    claims = dataset.claims.values()
    rivals_of = {
        question: tuple(sorted(group, key=preference))
        for question, group in _grouped((claim.question, claim) for claim in claims).items()
    }
    rivals = {claim.id: _rivals(claim, rivals_of[claim.question]) for claim in claims}
    series = _series(claims, rivals_of, rivals)
    agreements = [thing for thing in dataset.things.values() if thing.kind == "agreement"]
    parts = [thing for thing in dataset.things.values() if thing.part_of]
    return Index(
        dataset=dataset,
        numbers=Numbers(lakh),
        claims_of=_grouped((claim.subject, claim) for claim in claims),
        claims_under=_grouped((claim.agreement or "", claim) for claim in claims),
        rivals_of=rivals_of,
        rivals=rivals,
        things_of={row.id: things_of_row(dataset, row) for row in dataset.catalog.rows},
        series=series,
        series_about=_grouped((name.split("/")[0], name) for name in series),
        states=_states(claims),
        agreements_on=_grouped((thing.flow or "", thing) for thing in agreements),
        parts_of=_grouped((thing.part_of or "", thing) for thing in parts),
        first_day=_first_days(dataset),
        largest=_largest(claims, widest),
        fiscal=fiscal,
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


def series_of(index: Index, claim: Claim) -> str:
    """Name the series of a claim: subject, measure, and what its question is preferably told of.

    That is a substance, or a unit where there is none: neither share a scale. A rival that names another one
    stays with its question.
    """
    return _series_name(index.rivals_of[claim.question][0])


def _series_name(first: Claim) -> str:
    unit = first.quantity.unit if first.quantity else "none"
    return f"{first.subject}/{first.measure}/{first.substance or unit}"


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _rivals(claim: Claim, answers: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(
        other
        for other in answers
        if other.id != claim.id and other.rank != "deprecated" and not agree(claim, other)
    )


def _series(
    claims: Iterable[Claim], rivals_of: dict[str, tuple[Claim, ...]], rivals: dict[str, tuple[Claim, ...]]
) -> dict[str, tuple[Claim, ...]]:
    """Gather what may be drawn: of a question the preferred claim, or one that agrees with it."""
    may_stand = [
        (_series_name(first), claim)
        for claim in claims
        for first in rivals_of[claim.question][:1]
        if claim.quantity is not None and claim.rank != "deprecated" and first not in rivals[claim.id]
    ]
    return {name: tuple(sorted(found, key=_draw_order)) for name, found in _grouped(may_stand).items()}


def _draw_order(claim: Claim) -> tuple[bool, bool, bool, int, int, str]:
    """Put a scenario first, facts before what is wanted, stated before computed, preferred and new first."""
    rank, name = preference(claim)
    newest = -(claim.known_on or date.min).toordinal()
    return not claim.scenario, not claim.is_fact, claim.made != "stated", rank, newest, name


def _states(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    told = [claim for claim in claims if claim.measure == "state" and claim.rank != "deprecated"]
    best: dict[str, Claim] = {}
    for claim in sorted(told, key=preference):
        best.setdefault(claim.question, claim)
    ordered = sorted(best.values(), key=lambda claim: (claim.start or date.min, claim.id))
    return _grouped((claim.subject, claim) for claim in ordered)


def _first_days(dataset: Dataset) -> dict[str, date | None]:
    """Find for each flow the first day that a claim, agreement or event touches it; promises do not."""
    claims = dataset.claims.values()
    touched = [(claim.subject, claim.start) for claim in claims if claim.start and claim.status != "plan"]
    touched += [
        (flow, thing.start)
        for thing in dataset.things.values()
        if thing.start
        for flow in (thing.flow, *thing.about)
        if flow
    ]
    days = _grouped(touched)
    flows = [thing.id for thing in dataset.things.values() if thing.kind == "flow"]
    return {flow: min(days.get(flow, ()), default=None) for flow in flows}


def _largest(claims: Iterable[Claim], widest: Mapping[str, float]) -> dict[str, float]:
    sizes = _grouped(
        (claim.substance or "", claim.quantity.tonnes)
        for claim in claims
        if claim.measure == "trade_mass" and claim.quantity and claim.rank != "deprecated"
        if claim.period.is_whole_year or claim.period.type == "since"
    )
    largest = {substance: max(found) for substance, found in sizes.items()}
    return {name: max(largest.get(name, 0.0), widest.get(name, 0.0)) for name in {**largest, **widest}}
