"""Rules that the rows and headlines of the catalogue keep. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geodata.checking.entries import Entries
from geodata.checking.layer_files import FILE_OF_KIND
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record


def check_catalog(entries: Entries) -> Iterator[Problem]:
    """Check that every row shows something, and that every headline has something to tell."""
    groups = entries.catalog.get("groups") if entries.catalog else None
    for row in entries.rows:
        file, where = row.get("file"), row.get("where")
        if file in entries.read and where:
            things = (thing for thing in entries.things if thing.file == file)
            if not any(_meets(thing, where) for thing in things):
                yield row.problem("where", f"what at least one thing of {file} meets", "what none meets")
        if groups and row.get("group") and row.get("group") not in groups:
            yield row.problem("group", f"one of {', '.join(groups)}", shown(row.get("group")))
    told = {
        f"{claim.get('subject')}/{claim.get('measure')}/{claim.get('substance') or 'none'}"
        for claim in entries.claims
    }
    for headline in entries.headlines:
        series = headline.get("series")
        if series and series not in told and FILE_OF_KIND.get(series.partition(".")[0]) in entries.read:
            expected = "subject, measure and substance of some claim"
            yield headline.problem("series", expected, shown(series))


def _meets(thing: Record, where: dict[str, Any]) -> bool:
    """Tell whether a thing meets every equality, as far as its fields are sound."""
    return all(thing.get(name) == wanted or name in thing.broken for name, wanted in where.items())
