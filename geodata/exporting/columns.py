"""The columns of exported claims, each with its title and what it holds. Standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from geodata import wording
from geodata.claim import Claim, Dataset, Source, Thing
from geodata.framing.figures import figure_text, replaced, what
from geodata.framing.index import Index
from geodata.framing.origins import origin

Cell = str | int | float | date | None
"""What stands in one cell; dates are days."""

SDMX_LETTERS = {
    "actual": "A", "provisional": "P", "estimate": "E", "forecast": "F", "target": "F", "plan": "F",
    "missing": "M",
}  # fmt: skip
"""Observation status as SDMX codes it; it knows no letter for targets and plans."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export.

    Parameters
    ----------
    name : str
        Lower case, as GIS programs like it.
    meaning : str
        What it holds, in a few words.
    cell : callable
        (index, claim) → Cell.
    kind : str
        text, number, year or day.
    """

    name: str
    meaning: str
    cell: Callable[[Index, Claim], Cell]
    kind: str = "text"


def _thing(index: Index, claim: Claim) -> Thing:
    return index.dataset.things[claim.subject]


def _source(index: Index, claim: Claim) -> Source:
    return index.dataset.sources[claim.source]


def laid_over(dataset: Dataset) -> str | None:
    """Name the scenario that lies over a dataset; None where none does."""
    found = (source.title for source in dataset.sources.values() if source.reliability == "assumption")
    return next((f"{title}; supposed, not fact" for title in found), None)


def _conflict(index: Index, claim: Claim) -> str | None:
    found = index.dataset.conflicts.get(claim.conflict or "")
    return found.title if found else None


def _retold(index: Index, claim: Claim) -> str | None:
    retold = index.dataset.sources.get(_source(index, claim).retells or "")
    return retold.title if retold else None


def _value(claim: Claim) -> Cell:
    return claim.quantity.value if claim.quantity else None


def _joined(ids: Iterable[str]) -> str | None:
    return "; ".join(ids) or None


COLUMNS = (
    Column("id", "The claim's id; it stays the same", lambda _, claim: claim.id),
    Column("what", "What is measured, of whom", what),
    Column("subject", "Id of the thing that the claim is about", lambda _, claim: claim.subject),
    Column("subject_name", "Its name", lambda index, claim: _thing(index, claim).name),
    Column("measure", "Kind of figure", lambda _, claim: claim.measure),
    Column("figure", "The figure in words, with its bound and unit", figure_text),
    Column("value", "The number as its source prints it, in unit", lambda _, claim: _value(claim), "number"),
    Column(
        "value_max", "Upper end, where bound is range",
        lambda _, claim: claim.quantity.value_max if claim.quantity else None, "number",
    ),
    Column(
        "bound", "exact, about (10 % either side), at_least, at_most, range",
        lambda _, claim: claim.quantity.bound if claim.quantity else None,
    ),
    Column("unit", "Unit of value", lambda _, claim: claim.quantity.unit if claim.quantity else None),
    Column(
        "substance", "What a mass is a mass of; different substances never add",
        lambda _, claim: wording.SUBSTANCES.get(claim.substance or ""),
    ),
    Column(
        "substance_basis", "stated, or inferred where the source only says rare earths",
        lambda _, claim: claim.substance_basis,
    ),
    Column("scope", "What the figure covers", lambda _, claim: claim.scope),
    Column("period", "FY2024-25 is April 2024 to March 2025", lambda _, claim: claim.period.label),
    Column("start", "First day of the period", lambda _, claim: claim.start, "day"),
    Column("end", "First day after the period; empty where open", lambda _, claim: claim.end, "day"),
    Column("year", "Year of the last day inside", lambda _, claim: claim.year, "year"),
    Column(
        "status", "actual, provisional, estimate, forecast, target, plan, missing (looked for, not found)",
        lambda _, claim: claim.status,
    ),
    Column(
        "status_sdmx", "The same as an SDMX letter: A P E F M; targets and plans are F",
        lambda _, claim: SDMX_LETTERS[claim.status],
    ),
    Column(
        "scenario", "The scenario that assumes the figure; empty for what a source says",
        lambda index, claim: _source(index, claim).title if claim.scenario else None,
    ),
    Column(
        "under_scenario", "The scenario that lay over all claims when this was written; empty where none did",
        lambda index, _: laid_over(index.dataset),
    ),
    Column(
        "replaces", "What its source says instead, where a scenario changed it",
        lambda index, claim: replaced(index, claim) or None,
    ),
    Column("made", "stated by the source, or computed by us", lambda _, claim: claim.made),
    Column("computed_from", "Ids of the claims used", lambda _, claim: _joined(claim.computed_from)),
    Column("formula", "How it was computed", lambda _, claim: claim.formula),
    Column("rank", "preferred among rivals, normal, or deprecated", lambda _, claim: claim.rank),
    Column("rank_reason", "Why", lambda _, claim: claim.rank_reason),
    Column(
        "confidence", "stated (an official or primary text was read), reported (press or a retelling), "
        "indicative (inferred, computed or unattributed; not to be quoted alone)",
        lambda _, claim: claim.confidence,
    ),
    Column(
        "rivals", "Ids of the claims that answer the same question and cannot be true beside it",
        lambda index, claim: _joined(rival.id for rival in index.rivals[claim.id]),
    ),
    Column("conflict", "A tension with claims that answer other questions", _conflict),
    Column("source", "Id of the source", lambda _, claim: claim.source),
    Column("source_title", "Its title", lambda index, claim: _source(index, claim).title),
    Column("publisher", "Who published it", lambda index, claim: _source(index, claim).publisher),
    Column("published", "When", lambda index, claim: _source(index, claim).published),
    Column("address", "Where it was read", lambda index, claim: _source(index, claim).address),
    Column("locator", "Where in it: p7 is the seventh paragraph, whole all", lambda _, claim: claim.locator),
    Column("retells", "The text that it retells", _retold),
    Column(
        "origin", "Id of the source it leads to in the end; equal origins confirm nothing",
        lambda index, claim: origin(index.dataset, claim.source),
    ),
    Column("licence", "How it is used here", lambda index, claim: _source(index, claim).licence_note),
    Column("known_on", "Day the source made it public", lambda _, claim: claim.known_on, "day"),
    Column("note", "A sentence of our own", lambda _, claim: claim.note),
    Column(
        "place_basis", "How the place of the subject is known; representative ends are no route",
        lambda index, claim: wording.PLACE_BASES.get(_thing(index, claim).place_basis or ""),
    ),
    Column(
        "precision_m", "Radius of uncertainty of the place, in metres",
        lambda index, claim: _thing(index, claim).precision_m, "number",
    ),
    Column("data_date", "Day of the data", lambda index, _: index.dataset.catalog.data_date, "day"),
)  # fmt: skip
"""In the order of the export."""


def cells(index: Index, claim: Claim) -> tuple[Cell, ...]:
    """Give one row of an export, a cell for each of `COLUMNS`."""
    return tuple(column.cell(index, claim) for column in COLUMNS)
