"""All that a data folder holds, as records. Standard library only: on the road to the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geodata.checking.fields import CLAIM_FIELDS, CLAIM_REQUIRED, THING_FIELDS, THING_REQUIRED
from geodata.checking.layer_files import FILE_OF_KIND
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record, read_features, read_table
from geodata.checking.tables import CATALOG_FIELDS, CATALOG_REQUIRED, TABLE_FIELDS, TABLE_REQUIRED

CATALOG = "catalog.json"


@dataclass(frozen=True, slots=True)
class Entries:
    """All records of a folder.

    Parameters
    ----------
    read : frozenset of str
        The files that could be read; what lives in another one is not missed.
    """

    things: list[Record]
    claims: list[Record]
    sources: list[Record]
    conflicts: list[Record]
    catalog: Record | None
    rows: list[Record]
    headlines: list[Record]
    read: frozenset[str]

    @property
    def everything(self) -> list[Record]:
        """All that has an id of the form ``kind.slug``."""
        return [*self.things, *self.claims, *self.sources, *self.conflicts]


def gather(documents: Mapping[str, Any]) -> tuple[Entries, list[Problem]]:
    """Turn documents into records, each field of which is sound or reported.

    Parameters
    ----------
    documents : Mapping of str to Any
        Parsed JSON by file name; files that could not be read are absent.
    """
    problems: list[Problem] = []
    things, claims = _features(documents, problems)
    catalog = _catalog(documents, problems)
    entries = Entries(
        things=things,
        claims=claims,
        sources=_table("sources.json", documents.get("sources.json", []), "source", problems),
        conflicts=_table("conflicts.json", documents.get("conflicts.json", []), "conflict", problems),
        catalog=catalog,
        rows=_table(CATALOG, (catalog and catalog.get("rows")) or [], "row", problems),
        headlines=_table(CATALOG, (catalog and catalog.get("headlines")) or [], "headline", problems),
        read=frozenset(file for file, document in documents.items() if _holds_entries(document)),
    )
    return entries, problems


def _holds_entries(document: Any) -> bool:
    """Tell whether a document is of a shape that entries can be read from."""
    return isinstance(document.get("features") if isinstance(document, dict) else document, list)


def _features(documents: Mapping[str, Any], problems: list[Problem]) -> tuple[list[Record], list[Record]]:
    """Read the things and claims of every layer."""
    things: list[Record] = []
    claims: list[Record] = []
    for kind, file in FILE_OF_KIND.items():
        if file not in documents:
            continue
        records, found = read_features(file, documents[file])
        problems += found
        for record in records:
            if _is_claim(record):
                claims.append(record)
                problems += record.sift(CLAIM_FIELDS, CLAIM_REQUIRED)
            else:
                things.append(record)
                problems += record.sift(THING_FIELDS[kind], THING_REQUIRED[kind])
    return things, claims


def _is_claim(record: Record) -> bool:
    """Tell claims from things by the id, or where it is none by what the record says."""
    kind = record.name.partition(".")[0]
    return kind == "claim" or (kind not in FILE_OF_KIND and record.raw.get("record") == "claim")


def _table(file: str, document: Any, kind: str, problems: list[Problem]) -> list[Record]:
    """Read the records of an array."""
    records, found = read_table(file, document, kind)
    problems += found
    for record in records:
        problems += record.sift(TABLE_FIELDS[kind], TABLE_REQUIRED[kind])
    return records


def _catalog(documents: Mapping[str, Any], problems: list[Problem]) -> Record | None:
    if CATALOG not in documents:
        return None
    document = documents[CATALOG]
    if not isinstance(document, dict):
        problems.append(Problem(CATALOG, "", "", "an object", shown(document)))
        return None
    catalog = Record(CATALOG, "", document)
    problems += catalog.sift(CATALOG_FIELDS, CATALOG_REQUIRED)
    return catalog
