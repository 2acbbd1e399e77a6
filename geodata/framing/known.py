"""What was known on a day: the same dataset without all that came to light later. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from geodata.claim import Claim, Dataset, Source, Thing
from geodata.framing.origins import sources_of


def as_known_on(dataset: Dataset, day: date | None) -> Dataset:
    """Leave out what was not known on a day.

    Parameters
    ----------
    day : datetime.date or None
        None, or any day from the data's own on, leaves the dataset as it is.

    Notes
    -----
    A claim without a day on which it was known (a start, an end or a role) was always known, but a start or
    end still to come was not. A mine begins with the first of its states that was known, and what had not yet
    begun is not there. After the day nothing is actual, as after the day of the data.
    """
    if day is None or day >= dataset.catalog.data_date:
        return dataset
    known = [claim for claim in dataset.claims.values() if _was_known(dataset, claim, day)]
    found = (_thing(thing, known, day) for thing in dataset.things.values())
    things = {thing.id: thing for thing in found if thing is not None}
    kept = {claim.id: claim for claim in known if claim.subject in things}
    conflicts = {
        conflict.id: conflict
        for conflict in dataset.conflicts.values()
        if all(name in kept for name in conflict.claims)
    }
    claims = {
        name: claim if claim.conflict in conflicts else replace(claim, conflict=None)
        for name, claim in kept.items()
    }
    return replace(
        dataset,
        things=things,
        claims=claims,
        conflicts=conflicts,
        sources=_sources(dataset, claims.values()),
        catalog=replace(dataset.catalog, data_date=day),
    )


def _sources(dataset: Dataset, known: Iterable[Claim]) -> dict[str, Source]:
    """Keep the sources that something rests on, and those that no claim ever rested on: of factors."""
    cited = {source.id for source in sources_of(dataset, dataset.claims.values())}
    kept = {source.id for source in sources_of(dataset, known)}
    return {name: s for name, s in dataset.sources.items() if name in kept or name not in cited}


def _was_known(dataset: Dataset, claim: Claim, day: date) -> bool:
    """Tell whether a claim, and all that it was computed from, was known on a day."""
    if not all(_was_known(dataset, dataset.claims[name], day) for name in claim.computed_from):
        return False
    if claim.known_on is not None:
        return claim.known_on <= day
    return claim.measure not in ("start", "end") or claim.start is None or claim.start <= day


def _thing(thing: Thing, known: Iterable[Claim], day: date) -> Thing | None:
    """Give a thing with the validity that was known; None where it had not begun or nobody knew of it."""
    start = _first_state(thing, known) if thing.kind == "mine" else thing.start
    if (start is None and thing.start is not None) or (start is not None and start > day):
        return None
    is_over = thing.end is not None and thing.end - timedelta(days=1) <= day
    end = thing.end if is_over else None
    return thing if (start, end) == (thing.start, thing.end) else replace(thing, start=start, end=end)


def _first_state(mine: Thing, known: Iterable[Claim]) -> date | None:
    days = [
        claim.start
        for claim in known
        if claim.subject == mine.id and claim.measure == "state" and claim.rank != "deprecated"
        if claim.start is not None
    ]
    return min(days, default=None)
