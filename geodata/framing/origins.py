"""Origins: where sources lead in the end. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.claim import Claim, Dataset, Source


def origin(dataset: Dataset, source: str) -> str:
    """Follow `retells` to the end: three articles on one report have one origin."""
    found = dataset.sources[source]
    return origin(dataset, found.retells) if found.retells else source


def independent(dataset: Dataset, sources: Iterable[str]) -> int:
    """Count the origins of some sources, given by id; our own search and a scenario are none."""
    found = {origin(dataset, source) for source in sources}
    return sum(dataset.sources[name].reliability not in ("own_search", "assumption") for name in found)


def sources_of(dataset: Dataset, claims: Iterable[Claim]) -> list[Source]:
    """List the sources that some claims rest on, with all that they retell, by id."""
    found: set[str] = set()
    for claim in claims:
        name: str | None = claim.source
        while name is not None:
            found.add(name)
            name = dataset.sources[name].retells
    return [dataset.sources[name] for name in sorted(found)]
