"""What a sheet with two maps says beside what every sheet says: both halves, and the differences. Pure."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from desktop.sheets.sources import Numbering
from desktop.state.comparing import badges_of
from desktop.state.difference_text import NOT_TOLD, on_one_line, summary, told
from desktop.web.scene import scene_of
from geodata.difference import difference
from geodata.drawn import FlowLine
from geodata.frame import Frame

MOST_FIGURES = 6
"""So many figures that differ are told on a slide, more on larger paper, and all in the text version."""
SLIDE = 1920 * 1080
"""The area of a slide in units of the layout."""


def most_figures(units: tuple[float, float]) -> int:
    """Say how many figures that differ a sheet tells, by its size in units of the layout."""
    return max(MOST_FIGURES, int(MOST_FIGURES * units[0] * units[1] / SLIDE))


def halves(a: Frame, b: Frame, numbering: Numbering) -> list[dict[str, Any]]:
    """Give for each half its badge and its scene, A first; both have the sheet's extent and scale."""
    badges = badges_of(a, b)
    return [
        {"badge": asdict(badge), "scene": scene_of(replace(frame, flows=numbered_flows(frame, numbering)))}
        for badge, frame in zip(badges, (a, b), strict=True)
    ]


def numbered_flows(frame: Frame, numbering: Numbering) -> tuple[FlowLine, ...]:
    """Let the label of each flow point to the source of its figure."""
    return tuple(_numbered(flow, numbering) for flow in frame.flows)


def _numbered(flow: FlowLine, numbering: Numbering) -> FlowLine:
    marks = numbering.marks(numbering.of_claims([flow.claim]))
    return replace(flow, label=replace(flow.label, title=flow.label.title + marks)) if marks else flow


def differences(a: Frame, b: Frame, numbering: Numbering, most: int = MOST_FIGURES) -> dict[str, Any]:
    """Give the table of differences, each figure with the numbers of its sources.

    Parameters
    ----------
    most : int
        How many figures that differ it tells.

    Returns
    -------
    dict
        Its summary, its rows, how many of the first ones the sheet must show, because sources are numbered
        for them, and how many more figures differ than it has room for at all.
    """
    found = difference(a, b)
    figures = [row for row in found.rows if row.claims]
    kept = [*figures[:most], *(row for row in found.rows if not row.claims)]
    rows = [
        {
            "group": row.group,
            "what": row.what + numbering.marks(numbering.of_claims(row.claims)),
            "before": row.before or NOT_TOLD,
            "after": row.after or NOT_TOLD,
            "told": told(row),
            "line": on_one_line(row),
        }
        for row in kept
    ]
    needed = min(len(figures), most)
    left_out = len(found.rows) - len(kept)
    return {"summary": summary(found), "rows": rows, "needed": needed, "left_out": left_out}


def label(a: Frame, b: Frame) -> str:
    """Name both years, or the one that both have."""
    return b.year_label if a.year_label == b.year_label else f"{a.year_label} | {b.year_label}"
