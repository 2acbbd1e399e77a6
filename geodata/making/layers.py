"""Rewrite the layers in one canonical form, so that a changed figure is one changed line.

The files are the source of truth and are edited by hand or in a GIS; this script only puts them in order: one
entry per line, fields in the order of the design, fields that are null left out, things before claims.

    python -m geodata.making.layers [FOLDER]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

LAYERS = Path(__file__).parents[1] / "layers"

THING_FIELDS = (
    "id", "record", "kind", "name", "label", "aliases", "country", "region", "operator", "precision_m",
    "place_basis", "named", "from", "to", "from_place", "to_place", "substance", "hs", "part_of",
    "parties", "flow", "about", "start", "end", "date_precision",
)  # fmt: skip
CLAIM_FIELDS = (
    "id", "record", "subject", "measure", "question", "value", "value_max", "bound", "unit", "word",
    "substance", "substance_basis", "scope", "period", "period_type", "start", "end", "date_precision",
    "year", "status", "made", "computed_from", "formula", "rank", "rank_reason", "confidence",
    "conflict", "agreement", "source", "locator", "known_on", "note",
)  # fmt: skip
SOURCE_FIELDS = (
    "id", "title", "publisher", "published", "address", "read_on", "reliability", "retells",
    "licence_note",
)  # fmt: skip
CONFLICT_FIELDS = ("id", "title", "text", "claims")
ROW_FIELDS = ("id", "file", "where", "title", "group", "time", "style", "panel", "on")
HEADLINE_FIELDS = ("series", "title", "style")
SEED_FIELDS = ("number", "seed", "locator", "substance", "claims", "reason")


def canonical(name: str, document: Any) -> str:
    """Write a file of the layers in its canonical form.

    Parameters
    ----------
    name : str
        The file's name, such as ``plants.geojson`` or ``sources.json``.
    document : Any
        Its parsed JSON.

    Raises
    ------
    ValueError
        Where the name is none of the layers'.
    """
    if name.endswith(".geojson"):
        return _collection(document)
    if name == "catalog.json":
        return _catalog(document)
    tables = {"sources.json": SOURCE_FIELDS, "conflicts.json": CONFLICT_FIELDS, "seeds.json": SEED_FIELDS}
    if name not in tables:
        raise ValueError(f"{name}: expected a layer, catalog.json, {', '.join(tables)}")
    key = "number" if name == "seeds.json" else "id"
    entries = sorted(document, key=lambda entry: entry[key])
    return f"{_lines(_ordered(entry, tables[name]) for entry in entries)}\n"


def rewrite(folder: Path = LAYERS) -> list[str]:
    """Put every file of a folder into canonical form; return the names of those that changed."""
    changed = []
    for path in sorted([*folder.glob("*.geojson"), *folder.glob("*.json")]):
        before = path.read_text(encoding="utf-8")
        after = canonical(path.name, json.loads(before))
        if after != before:
            beside = path.with_name(f"{path.name}.new")
            beside.write_text(after, encoding="utf-8")
            beside.replace(path)
            changed.append(path.name)
    return changed


def _collection(document: Mapping[str, Any]) -> str:
    features = sorted(document["features"], key=_place)
    head = {key: value for key, value in document.items() if key != "features"}
    return f'{_compact(head)[:-1]},"features":{_lines(map(_feature, features))}}}\n'


def _place(feature: Mapping[str, Any]) -> tuple[bool, str, str, str]:
    """Things come first, by id; then claims, by what they speak of."""
    fields = feature["properties"]
    return fields["record"] != "thing", fields.get("subject", ""), fields.get("question", ""), fields["id"]


def _feature(feature: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    names = THING_FIELDS if properties["record"] == "thing" else CLAIM_FIELDS
    members = {
        "type": feature["type"],
        "geometry": feature["geometry"],
        "properties": _ordered(properties, names),
    }
    return members | {key: value for key, value in feature.items() if key not in members}


def _catalog(document: Mapping[str, Any]) -> str:
    lists = {"headlines": HEADLINE_FIELDS, "rows": ROW_FIELDS}
    members = [f"{_compact(key)}:{_compact(value)}" for key, value in document.items() if key not in lists]
    for key, names in lists.items():
        members.append(f"{_compact(key)}:{_lines(_ordered(entry, names) for entry in document[key])}")
    return "{" + ",\n".join(members) + "}\n"


def _ordered(entry: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Order the fields of an entry, leave out nulls, keep unknown ones for the check to report."""
    known = {name: entry[name] for name in names if entry.get(name) is not None}
    return known | {name: value for name, value in entry.items() if name not in names}


def _lines(entries: Iterable[Mapping[str, Any]]) -> str:
    return "[\n" + ",\n".join(map(_compact, entries)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(arguments: list[str]) -> int:
    """Rewrite the layers, or those of a folder, and name the files that changed."""
    for name in rewrite(Path(arguments[0]) if arguments else LAYERS):
        print(f"put in order: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
