"""A story: steps of the map, each with its caption, in the order in which they are told."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.state.atlas import Atlas


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step: what is seen, and what is said about it.

    Parameters
    ----------
    name : str
        Short, as lists and slides show it.
    caption : str
        A sentence or two, plain text; may be empty.
    atlas : Atlas
        The state at rest: extent, layers, year, selection, filter, look.
    """

    name: str
    caption: str
    atlas: Atlas


@dataclass(frozen=True, slots=True)
class Story:
    """A title and its steps."""

    title: str
    steps: tuple[StoryStep, ...] = ()
