"""The differences of two frames in words, and as a table that leaves. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.difference import Changed, Difference
from geodata.drawn import Figure
from geodata.frame import Frame

NONE = "Nothing differs of what both sides show."


def told(row: Changed) -> str:
    """Say what kind of difference a row is: how much, or why no difference is taken."""
    scenario = " [S]" if row.scenario else ""
    if row.by:
        return row.by + scenario
    if row.why_not:
        return f"{row.kind}; no difference: {row.why_not}{scenario}"
    return row.kind + scenario


def summary(found: Difference) -> str:
    """Count the differences: "3 appeared, 1 ended, 6 changed"."""
    counts = {kind: sum(row.kind == kind for row in found.rows) for kind in ("appeared", "ended", "changed")}
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or NONE


def figures_of(*frames: Frame) -> Mapping[str, Figure]:
    """Give the figures of frames by their claims; the first frame that has one tells it."""
    found: dict[str, Figure] = {}
    for frame in frames:
        for figure in (*frame.shown, *frame.figures):
            found.setdefault(figure.claim, figure)
    return found


def table(found: Difference, figures: Mapping[str, Figure]) -> list[list[str]]:
    """Write the differences as rows of words under a head, each figure with its claims and their sources."""
    head = [
        "Kind",
        "Group",
        "What",
        f"A: {found.before}",
        f"B: {found.after}",
        "Difference",
        "Claims",
        "Sources",
    ]
    return [head, *(_row(row, figures) for row in found.rows)]


def _row(row: Changed, figures: Mapping[str, Figure]) -> list[str]:
    sources = [f"{figures[c].source_short}, {figures[c].locator}" for c in row.claims if c in figures]
    words = [row.kind, row.group, row.what, row.before, row.after, told(row)]
    return [*words, "; ".join(row.claims), "; ".join(dict.fromkeys(sources))]
