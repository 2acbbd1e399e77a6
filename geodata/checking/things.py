"""Rules that one thing keeps by itself. Standard library only: on the road to the first paint."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record

_PLACES = ("plant", "site", "mine")


def has_its_geometry(thing: Record) -> Iterator[Problem]:
    """Check that a place is a point unless only its state is known, a flow a line, all else nowhere."""
    kind = thing.get("kind")
    if not kind or "geometry" in thing.broken:
        return
    got = thing.shape
    if kind == "flow":
        if got == "a Point":
            yield thing.problem("geometry", "a LineString from one end to the other, or null", got)
    elif kind in _PLACES:
        nowhere = thing.get("place_basis") == "state_only"
        if "place_basis" not in thing.broken and got != ("null" if nowhere else "a Point"):
            expected = "null, for only its state is known" if nowhere else "a Point"
            yield thing.problem("geometry", expected, got)
    elif thing.positions:
        yield thing.problem("geometry", "null, for only plants, sites, mines and flows have a place", got)


def says_how_exact_it_is(thing: Record) -> Iterator[Problem]:
    """Check that a point says how exact it is, and that a line names the places at its ends."""
    precision = thing.get("precision_m")
    if len(thing.positions) == 1 and thing.get("kind") in _PLACES:
        if thing.lacks("precision_m") and thing.get("place_basis") != "state_only":
            yield thing.problem("precision_m", "the radius of uncertainty in metres", "nothing")
        elif precision is not None and precision <= 0:
            yield thing.problem("precision_m", "more than zero metres", shown(precision))
    if len(thing.positions) == 2:
        for name in ("from_place", "to_place", "place_basis"):
            if thing.get("kind") == "flow" and thing.lacks(name):
                yield thing.problem(name, "a field that says what the line's ends stand for", "nothing")


def lies_in_its_country(thing: Record) -> Iterator[Problem]:
    """Check that the region is a part of the country."""
    country, region = thing.get("country"), thing.get("region")
    if country and region and not region.startswith(f"{country}-"):
        yield thing.problem("region", f"a region of {country}", shown(region))


def has_a_sound_validity(thing: Record) -> Iterator[Problem]:
    """Check that start and end are in order and say how precise they are."""
    start, end = thing.get("start"), thing.get("end")
    if start and end and end <= start:
        yield thing.problem("end", f"a day after the start {start}", shown(end))
    if (start or end) and thing.lacks("date_precision"):
        yield thing.problem("date_precision", "day, month or year", "nothing")
    if "date_precision" in thing.fields and thing.lacks("start") and thing.lacks("end"):
        yield thing.problem(
            "date_precision", "nothing without a start or end", shown(thing.get("date_precision"))
        )


THING_RULES = (has_its_geometry, says_how_exact_it_is, lies_in_its_country, has_a_sound_validity)
