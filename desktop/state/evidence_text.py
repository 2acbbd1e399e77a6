"""The evidence matrix in words, and as a table that leaves. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geodata.evidence import Cell, Line, Matrix

KIND_WORDS = {
    "actual": "actual",
    "estimate": "estimate or provisional",
    "target": "target, forecast or plan",
    "scenario": "assumed by the scenario",
    "missing": "looked for, not found",
    "nothing": "nothing is told",
}
"""What the user reads for each kind of cell."""
MEASURE_WORDS = {
    "output": "Output",
    "capacity": "Capacity",
    "trade_mass": "Trade, by mass",
    "trade_value": "Trade, by value",
    "reserves": "Reserves",
    "resource": "Resources",
    "stock": "Stock",
    "area": "Area",
    "cost": "Cost",
    "count": "Count",
    "world_rank": "World rank",
    "share_mining": "Share of mining",
    "share_refining": "Share of refining",
    "share_supply": "Share of supply",
    "share_magnets": "Share of magnets",
    "share_of_output": "Share of output",
}
"""What the user reads for each measure that has figures."""
_PLANNED = "/plan"


def subject_of(line: Line, names: Mapping[str, str]) -> str:
    """Name the thing that a line is about."""
    return names.get(line.thing, line.thing)


def measure_of(line: Line) -> str:
    """Give the measure of a line by its key, such as ``trade_mass``."""
    return line.series.split("/")[1]


def short_title(line: Line) -> str:
    """Name what is measured, without its subject: the title up to its first comma."""
    words = line.title.partition(", ")[0]
    return f"{words}: planned" if line.series.endswith(_PLANNED) else words


def cell_words(cell: Cell) -> str:
    """Tell what is known of a series in a year."""
    if cell.kind == "nothing":
        return KIND_WORDS["nothing"]
    lines = [KIND_WORDS[cell.kind] if cell.kind == "missing" else f"{cell.text}; {KIND_WORDS[cell.kind]}"]
    if len(cell.claims) > 1:
        lines.append(f"first of {len(cell.claims)} claims")
    if cell.since:
        lines.append("told in an earlier year, of all years since")
    if cell.rivals:
        lines.append(f"≠ {cell.rivals} rival figure{'' if cell.rivals == 1 else 's'}: see Details")
    if cell.missing and cell.kind != "missing":
        lines.append("an actual figure was looked for and not found")
    return "\n".join(lines)


def matrix_rows(
    matrix: Matrix, names: Mapping[str, str], conditions: Sequence[str] = ()
) -> list[tuple[str, ...]]:
    """Write the matrix as rows of words: a row for each series, a column for each year, titles first.

    Parameters
    ----------
    conditions : sequence of str
        Under which conditions alone it is right; where there are any, they stand at the end of each row.
    """
    under = ["; ".join(conditions)] if conditions else []
    rows = [("subject", "series", "title", *(label for _, label in matrix.years), *("under" for _ in under))]
    for line in matrix.lines:
        cells = ("" if cell.kind == "nothing" else _one_line(cell) for cell in line.cells)
        rows.append((subject_of(line, names), line.series, line.title, *cells, *under))
    return rows


def _one_line(cell: Cell) -> str:
    return "; ".join(cell_words(cell).split("\n"))
