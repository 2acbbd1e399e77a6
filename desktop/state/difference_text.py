"""The differences of two frames in words, and as a table that leaves. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from geodata.difference import Changed, Difference
from geodata.drawn import Figure
from geodata.frame import Frame

NONE = "Nothing differs of what both sides show."
NOT_TOLD = "–"
_ONE_SIDED = {"appeared": "only in B", "ended": "only in A"}
"""A figure that a side does not tell is unknown there: it has neither appeared nor ended."""


def told(row: Changed) -> str:
    """Say what kind of difference a row is: how much, or why no difference is taken."""
    scenario = " [S]" if row.scenario else ""
    if row.by:
        return row.by + scenario
    kind = _kind(row)
    if row.why_not:
        return f"{kind}; no difference: {row.why_not}{scenario}"
    return kind + scenario


def on_one_line(row: Changed) -> str:
    """Tell a row without its name: from what to what, and how much that is."""
    if row.before and row.after:
        words = f"{row.before} → {row.after}"
        return words if told(row) == row.kind else f"{words}: {told(row)}"
    side = row.before or row.after
    return told(row) if row.group == "Things" else f"{told(row)}: {side}"


def _kind(row: Changed) -> str:
    return _ONE_SIDED.get(row.kind, row.kind) if row.group == "Figures" else row.kind


def summary(found: Difference) -> str:
    """Count the differences: "Figures: 2 changed, 1 only in A. States: 4 changed."."""
    groups: dict[str, Counter[str]] = {}
    for row in found.rows:
        groups.setdefault(row.group, Counter())[_kind(row)] += 1
    told_of = (
        f"{name}: {', '.join(f'{n} {kind}' for kind, n in kinds.items())}" for name, kinds in groups.items()
    )
    return ". ".join(told_of) + "." if groups else NONE


def figures_of(*frames: Frame) -> Mapping[str, Figure]:
    """Give the figures of frames by their claims; the first frame that has one tells it."""
    found: dict[str, Figure] = {}
    for frame in frames:
        for figure in (*frame.shown, *frame.figures):
            found.setdefault(figure.claim, figure)
    return found


def table(found: Difference, figures: Mapping[str, Figure], sides: tuple[str, str]) -> list[list[str]]:
    """Write the differences as rows of words under a head, each figure with its claims and their sources.

    Parameters
    ----------
    sides : (str, str)
        What A and B are, in words: year, scenario, day of knowledge.
    """
    head = ["Kind", "Group", "What", *sides, "Difference", "Claims", "Sources"]
    return [head, *(_row(row, figures) for row in found.rows)]


def _row(row: Changed, figures: Mapping[str, Figure]) -> list[str]:
    sources = [f"{figures[c].source_short}, {figures[c].locator}" for c in row.claims if c in figures]
    words = [_kind(row), row.group, row.what, row.before, row.after, told(row)]
    return [*words, "; ".join(row.claims), "; ".join(dict.fromkeys(sources))]
