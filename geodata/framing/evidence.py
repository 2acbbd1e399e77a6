"""The evidence matrix: features × years, where the data end at a glance. Pure."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from geodata.claim import AMOUNT_MEASURES, Claim, Dataset
from geodata.evidence import Cell, Line, Matrix
from geodata.framing.figures import figure_text, what
from geodata.framing.index import Index, series_of
from geodata.year import Year, year_of

_KINDS = {"actual": "actual", "provisional": "estimate", "estimate": "estimate", "missing": "missing"}


def matrix(index: Index) -> Matrix:
    """Say for every series and year what is known of it.

    Notes
    -----
    A figure stands in the year that its period belongs to, and one that is told of all years since another in
    those too, facts up to the day of the data. Of several the strongest gives the cell its kind. Promises
    have a line of their own, so that they hide nothing.
    """
    told: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in index.dataset.claims.values():
        if claim.measure in AMOUNT_MEASURES and claim.rank != "deprecated":
            for year in _years(index, claim):
                told[_name(index, claim)][year].append(claim)
    catalog = index.dataset.catalog
    found = [year for cells in told.values() for year in cells]
    first = max(min(found, default=catalog.first_year), catalog.first_year)
    last = min(max(found, default=catalog.first_year), catalog.last_year)
    years = range(first, last + 1)
    lines = [_line(index, series, cells, years) for series, cells in told.items()]
    return Matrix(
        tuple((year, str(Year(year, index.fiscal))) for year in years),
        tuple(sorted(lines, key=lambda line: _place(index.dataset, line))),
    )


def _name(index: Index, claim: Claim) -> str:
    series = series_of(index, claim)
    return f"{series}/plan" if claim.status == "plan" else series


def _years(index: Index, claim: Claim) -> range:
    """List the years that a figure speaks of: one, or all since one."""
    if claim.period.type != "since":
        year = index.year(claim)
        return range(0) if year is None else range(year, year + 1)
    if claim.start is None:
        return range(0)
    catalog = index.dataset.catalog
    end = catalog.last_year if claim.end is None else year_of(claim.end - timedelta(days=1), index.fiscal)
    known = year_of(catalog.data_date, index.fiscal) if claim.is_fact else catalog.last_year
    return range(year_of(claim.start, index.fiscal), min(end, known) + 1)


def _line(index: Index, series: str, told: dict[int, list[Claim]], years: range) -> Line:
    claims = [claim for found in told.values() for claim in found]
    first = min(claims, key=lambda claim: (claim.rank != "preferred", claim.quantity is None, claim.id))
    return Line(
        series=series,
        thing=first.subject,
        title=what(index, first),
        cells=tuple(_cell(index, Year(year, index.fiscal), told.get(year, [])) for year in years),
    )


def _cell(index: Index, year: Year, claims: list[Claim]) -> Cell:
    if not claims:
        return Cell(year.number, "nothing")
    ordered = sorted(claims, key=_strength)
    first = ordered[0]
    contradicting = {claim.id for claim in index.rivals[first.id]}
    return Cell(
        year=year.number,
        kind=_kind(first),
        claims=tuple(claim.id for claim in ordered),
        missing=any(claim.status == "missing" for claim in claims),
        rivals=sum(claim.id in contradicting for claim in ordered),
        text=f"{figure_text(index, first)}, {first.period.label}",
        since=first.start is not None and first.period.type == "since" and not year.holds(first.start),
    )


def _kind(claim: Claim) -> str:
    return "scenario" if claim.scenario else _KINDS.get(claim.status, "target")


def _strength(claim: Claim) -> tuple[bool, bool, bool, bool, bool, str]:
    """Sort a scenario first, what was found, facts, whole years, and what is preferred."""
    part = claim.period.type in ("part", "span", "instant")
    preferred = claim.rank == "preferred"
    return not claim.scenario, claim.quantity is None, not claim.is_fact, part, not preferred, claim.id


def _place(dataset: Dataset, line: Line) -> tuple[int, str, str]:
    """Sort lines by the row of the catalogue that shows their thing, and by name."""
    thing = dataset.things[line.thing]
    files = [row.file for row in dataset.catalog.rows]
    return files.index(thing.file) if thing.file in files else len(files), thing.short, line.series
