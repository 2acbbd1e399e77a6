"""Under which conditions alone the map of a page is right, as badges over it. Pure."""

from __future__ import annotations

from dataclasses import replace

from desktop.sheets.page_details import Value
from desktop.state.atlas import Atlas
from desktop.state.comparing import atlas_of_a, conditions_of
from desktop.state.words import day_words
from geodata.frame import Frame
from geodata.year import Year

SUPPOSED = "supposed, not fact"


def badges(atlas: Atlas, frame: Frame, other: Frame | None) -> list[Value]:
    """Name the conditions of an atlas, whichever of its years is shown.

    Parameters
    ----------
    frame : Frame
        Any frame of the atlas.
    other : Frame or None
        What the atlas is compared with, of which the page has no map beside its own.

    Returns
    -------
    list of dict
        Kind, words in bold, plain words, and the row without which the condition says nothing; what is only
        supposed comes first.
    """
    found, told = [], frame.scenario
    if told is not None:
        words = "; ".join(filter(None, (SUPPOSED, told.unfit_words)))
        found.append(_badge("scenario", told.title, words))
    if frame.known_on is not None:
        found.append(_badge("known", f"As known on {day_words(frame.known_on)}"))
    if frame.cumulative:
        found.append(_badge("cumulative", "Agreements and capacities", "of earlier years stay"))
    if other is not None:
        found.append(_badge("compared", "One half of a comparison", _half(atlas, frame, other)))
    titles = {row.id: row.title for row in frame.rows}
    for row, year in atlas.clock.pinned:
        if row in titles:
            found.append(_badge("pinned", f"{titles[row]} of {Year(year, frame.fiscal)}", "pinned", row))
    return found


def _half(atlas: Atlas, frame: Frame, other: Frame) -> str:
    """Say where the other half is: among the page's own years, if that is all in which it differs."""
    year = replace(atlas, clock=replace(atlas.clock, year=other.year), compare=None)
    if atlas_of_a(atlas) == year:
        return f"the other, {other.year_label}, is among the years below"
    own = [words for words in conditions_of(other) if words not in conditions_of(frame)]
    return f"the other, {', '.join((other.year_label, *own))}, is not on this page"


def supposed(frame: Frame) -> list[str]:
    """Say beside the year what is only supposed: figures stand there that have no map above them."""
    told = frame.scenario
    return [f"scenario, not fact: {told.title}"] if told else []


def _badge(kind: str, title: str, words: str = "", row: str = "") -> Value:
    return {"kind": kind, "title": title, "words": words, "row": row}
