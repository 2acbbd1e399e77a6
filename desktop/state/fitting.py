"""A state from a file, fitted to the data that are shown: what they lack is left out, and named. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.state.atlas import Atlas, Clock, Layers, Selection
from geodata.frame import Frame
from geodata.year import Year


def fitted(atlas: Atlas, frame: Frame, frame_of: Callable[[Atlas], Frame]) -> Atlas:
    """Leave out rows and a selection that the data do not have, and keep the year within their clock.

    Parameters
    ----------
    frame : Frame
        Any frame of the data.
    frame_of : callable
        Atlas → its frame over the same data.
    """
    rows, layers = frozenset(row.id for row in frame.rows), atlas.layers
    held = Layers(
        visible=layers.visible & rows,
        opacity=tuple((row, share) for row, share in layers.opacity if row in rows),
        isolated=None if layers.isolated is None else layers.isolated & rows,
        graticule=layers.graticule,
    )
    compare = atlas.compare and replace(atlas.compare, year=_kept(atlas.compare.year, frame))
    atlas = replace(atlas, layers=held, clock=_within(atlas.clock, frame, rows), compare=compare)
    is_known = any(entry.id == atlas.selection.id for entry in frame.index)
    return atlas if is_known or frame_of(atlas).detail else replace(atlas, selection=Selection())


def _within(clock: Clock, frame: Frame, rows: frozenset[str]) -> Clock:
    """Keep every year of a clock between the first and the last of the data."""
    return replace(
        clock,
        year=_kept(clock.year, frame),
        since=None if clock.since is None else _kept(clock.since, frame),
        pinned=tuple((row, _kept(year, frame)) for row, year in clock.pinned if row in rows),
    )


def _kept(year: int, frame: Frame) -> int:
    return min(max(year, frame.first_year), frame.last_year)


def lost(asked: Atlas, found: Atlas) -> tuple[str, ...]:
    """Name what of a state was left out when it was fitted.

    Returns
    -------
    tuple of str
        Such as "layer plants"; empty where all is there.
    """
    rows = sorted(asked.layers.visible - found.layers.visible)
    named = [f"layer {row}" for row in rows]
    year = Year(asked.clock.year, asked.clock.fiscal)
    named += [f"the year {year}"] * (asked.clock.year != found.clock.year)
    named += [str(asked.selection.id)] * (asked.selection != found.selection)
    return tuple(named)
