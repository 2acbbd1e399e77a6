"""Entries of the files, reduced to what is sound in them. Standard library only.

A `Record` keeps the fields that passed their own check; those that did not are named in `broken`, so that a
rule about several fields neither stumbles over them nor reports them again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from geodata.checking.problem import Problem, named, shown
from geodata.claim import Position

Check = Callable[[Any], str]
"""Looks at a value that is not null; returns what it expected instead, or an empty text."""

MAX_DECIMALS = 7
_COLLECTION_MEMBERS = ("type", "name", "features")
_FEATURE_MEMBERS = ("type", "geometry", "properties")
_MEMBER_RULES = {
    "crs": "no crs, for GeoJSON is in longitude and latitude, WGS84",
    "id": "the id among the properties only",
}
_COUNT = {"Point": 1, "LineString": 2}


@dataclass(slots=True, eq=False)
class Record:
    """A thing, claim, source, conflict, row, or the catalogue itself, as far as it could be read.

    Parameters
    ----------
    file, name : str
        Where it stands: the file, and the id or the place in it.
    raw : Mapping of str to Any
        The fields as they stand in the file.
    fields : dict of str to Any
        Those of them that are sound and not null.
    broken : set of str
        Names of those that are not; ``geometry`` for the geometry.
    positions : tuple of Position
        None, one or two; longitude, latitude in degrees, WGS84.
    """

    file: str
    name: str
    raw: Mapping[str, Any]
    fields: dict[str, Any] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    positions: tuple[Position, ...] = ()

    def get(self, name: str) -> Any:
        """Give a sound field, or None."""
        return self.fields.get(name)

    def ids(self, name: str) -> tuple[str, ...]:
        """Split a sound field of several ids."""
        return split_list(self.fields.get(name))

    def lacks(self, name: str) -> bool:
        """Tell whether a field is absent, rather than present and broken."""
        return name not in self.fields and name not in self.broken

    @property
    def shape(self) -> str:
        """The geometry in words."""
        return ("null", "a Point", "a LineString")[len(self.positions)]

    def problem(self, name: str, expected: str, got: str) -> Problem:
        """Say what is wrong with a field."""
        return Problem(self.file, self.name, name, expected, got)

    def sift(self, checks: Mapping[str, Check], required: tuple[str, ...]) -> list[Problem]:
        """Sort the raw fields into sound and broken ones, and report unknown, broken and missing ones."""
        problems = []
        for key, value in self.raw.items():
            check = checks.get(key)
            if check is None:
                problems.append(self.problem(named(key), "no field of this name", shown(value)))
            elif value is not None:
                expected = check(value)
                if expected:
                    self.broken.add(key)
                    problems.append(self.problem(key, expected, shown(value)))
                else:
                    self.fields[key] = value
        problems += [self.problem(key, checks[key](None), "nothing") for key in required if self.lacks(key)]
        return problems


def split_list(joined: str | None) -> tuple[str, ...]:
    """Split what a layer joins by a semicolon and a space."""
    return tuple(joined.split("; ")) if joined else ()


def read_table(file: str, document: Any, kind: str) -> tuple[list[Record], list[Problem]]:
    """Turn a JSON array of objects into records; `kind` is what an entry without an id is called."""
    if not isinstance(document, list):
        return [], [Problem(file, "", "", "an array of objects", shown(document))]
    records, problems = [], []
    for number, entry in enumerate(document, 1):
        if isinstance(entry, dict):
            records.append(Record(file, _name(entry, f"{kind} {number}"), entry))
        else:
            problems.append(Problem(file, f"{kind} {number}", "", "an object", shown(entry)))
    return records, problems


def read_features(file: str, document: Any) -> tuple[list[Record], list[Problem]]:
    """Turn a feature collection into records, their positions read and bounded."""
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        got = shown(document.get("type")) if isinstance(document, dict) else shown(document)
        return [], [Problem(file, "", "type", '"FeatureCollection"', got)]
    problems = _unknown_members(file, "", document, _COLLECTION_MEMBERS)
    features = document.get("features")
    if not isinstance(features, list):
        return [], [*problems, Problem(file, "", "features", "an array of features", shown(features))]
    records = []
    for number, feature in enumerate(features, 1):
        name = f"feature {number}"
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            expected = "a feature with properties"
            problems.append(
                Problem(
                    file, name, "", expected, "one without" if isinstance(feature, dict) else shown(feature)
                )
            )
            continue
        record = Record(file, _name(feature["properties"], name), feature["properties"])
        problems += _unknown_members(file, record.name, feature, _FEATURE_MEMBERS)
        problems += _read_geometry(record, feature)
        records.append(record)
    return records, problems


def _name(entry: Mapping[str, Any], place: str) -> str:
    name = entry.get("id")
    return (
        name
        if isinstance(name, str) and name.isascii() and name.isprintable() and 0 < len(name) < 100
        else place
    )


def _unknown_members(file: str, name: str, found: Mapping[str, Any], known: tuple[str, ...]) -> list[Problem]:
    problems = [
        Problem(
            file, name, named(key), _MEMBER_RULES.get(key, f"no members but {', '.join(known)}"), shown(value)
        )
        for key, value in found.items()
        if key not in known
    ]
    if known is _FEATURE_MEMBERS and found.get("type") != "Feature":
        problems.append(Problem(file, name, "type", '"Feature"', shown(found.get("type"))))
    return problems


def _read_geometry(record: Record, feature: Mapping[str, Any]) -> list[Problem]:
    geometry = feature.get("geometry")
    if geometry is None:
        if "geometry" in feature:
            return []
        record.broken.add("geometry")
        return [record.problem("geometry", "a geometry or null", "no such member")]
    expected, got = _positions(geometry)
    if isinstance(got, tuple):
        record.positions = got
        return []
    record.broken.add("geometry")
    return [record.problem("geometry", expected, got)]


def _positions(geometry: Any) -> tuple[str, str | tuple[Position, ...]]:
    """Read the positions of a geometry: what was expected and what stands there, or else nothing and they."""
    expected = "a Point, a LineString of two positions, or null"
    if not isinstance(geometry, dict) or set(geometry) != {"type", "coordinates"}:
        return expected, "members other than type and coordinates" if geometry else shown(geometry)
    kind, found = geometry["type"], geometry["coordinates"]
    if not isinstance(kind, str) or kind not in _COUNT:
        return expected, shown(kind)
    positions = [found] if kind == "Point" else found
    if not isinstance(positions, list) or len(positions) != _COUNT[kind]:
        return f"{_COUNT[kind]} positions", shown(found)
    for position in positions:
        why = _why_not(position)
        if why:
            return why, shown(position)
    return "", tuple((float(lon), float(lat)) for lon, lat in positions)


def _why_not(position: Any) -> str:
    """Say what a position should be; empty where it is."""
    numbers = isinstance(position, list) and all(type(number) in (int, float) for number in position)
    if not numbers or len(position) != 2:
        return "a position of longitude and latitude, two numbers"
    lon, lat = position
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        return "a longitude from -180 to 180 and a latitude from -90 to 90"
    if any(round(number, MAX_DECIMALS) != number for number in position):
        return f"{MAX_DECIMALS} decimals at most"
    return ""
