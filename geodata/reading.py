"""From a folder of layers to a dataset, or to the list of what is wrong with it.

Standard library only: on the road to the first paint.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.checking.building import catalog_of, claim_of, conflict_of, source_of, thing_of
from geodata.checking.check import check_entries, in_order
from geodata.checking.entries import Entries, gather
from geodata.checking.layer_files import LAYERS, load
from geodata.checking.problem import Problem
from geodata.claim import Dataset


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a folder gave: a dataset, or else problems."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]


def read(folder: Path = LAYERS) -> Reading:
    """Read and check all files of a data folder.

    Parameters
    ----------
    folder : pathlib.Path
        Holds the layers and tables that the design names.

    Returns
    -------
    Reading
        Never both and never neither: bad input becomes problems, not an exception. Whether places lie in
        their regions is left to `geodata.checking.check.check`, which has the time for it.
    """
    files = load(folder)
    entries, problems = gather(files.documents)
    problems = in_order([*files.problems, *problems, *check_entries(entries)])
    if problems:
        return Reading(None, tuple(problems))
    return Reading(_dataset(entries, files.digest), ())


def _dataset(entries: Entries, digest: str) -> Dataset:
    """Build every value, in the order of the ids."""
    claims = [claim for claim in map(claim_of, entries.claims) if claim]
    assert entries.catalog is not None
    return Dataset(
        things={
            thing.id: thing for thing in sorted(map(thing_of, entries.things), key=lambda thing: thing.id)
        },
        claims={claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)},
        sources={source.id: source for source in sorted(map(source_of, entries.sources), key=lambda s: s.id)},
        conflicts={
            conflict.id: conflict
            for conflict in sorted(map(conflict_of, entries.conflicts), key=lambda c: c.id)
        },
        catalog=catalog_of(entries.catalog, entries.rows, entries.headlines),
        digest=digest,
    )
