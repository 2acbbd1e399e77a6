"""What the check refuses, over all files of a data folder. Standard library only.

`check_entries` is on the road to the first paint; `check` adds the one look that is not, at the places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from geodata.checking.catalog import check_catalog
from geodata.checking.claims import CLAIM_RULES
from geodata.checking.dates import check_dates
from geodata.checking.entries import Entries, gather
from geodata.checking.layer_files import LAYER_FILES, LAYERS, TABLE_FILES, load
from geodata.checking.links import check_links
from geodata.checking.places import check_places
from geodata.checking.problem import Problem
from geodata.checking.questions import check_questions
from geodata.checking.sources import check_sources
from geodata.checking.things import THING_RULES


def check(folder: Path = LAYERS) -> list[Problem]:
    """Report every problem of a data folder.

    Parameters
    ----------
    folder : pathlib.Path
        Holds the layers and tables that the design names.
    """
    files = load(folder)
    entries, problems = gather(files.documents)
    return in_order([*files.problems, *problems, *check_entries(entries), *check_places(entries.things)])


def check_entries(entries: Entries) -> Iterator[Problem]:
    """Check what several fields and several entries say together."""
    for thing in entries.things:
        for rule in THING_RULES:
            yield from rule(thing)
    for claim in entries.claims:
        for rule in CLAIM_RULES:
            yield from rule(claim)
    yield from check_links(entries)
    yield from check_questions(entries.claims)
    yield from check_sources(entries)
    yield from check_dates(entries)
    yield from check_catalog(entries)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems in the order of files, features and fields, each once."""
    place = {name: number for number, name in enumerate(LAYER_FILES + TABLE_FILES)}
    return sorted(set(problems), key=lambda p: (place.get(p.file, -1), p.feature, p.field, p.expected, p.got))
