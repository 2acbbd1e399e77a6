"""A story: steps of the map, each with its caption, in the order in which they are told."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.state.atlas import Atlas
from desktop.state.words import day_words
from geodata.year import Year


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

    @property
    def year_label(self) -> str:
        """The step's clock in words: 2025, FY2024-25, or 2012 to 2025."""
        return self.atlas.clock.label

    @property
    def conditions(self) -> tuple[str, ...]:
        """What the view alone is right under: a scenario, a day, another state beside it."""
        atlas = self.atlas
        found = [f"scenario {atlas.scenario.title}"] if atlas.scenario else []
        found += [f"as known on {day_words(atlas.known_on)}"] if atlas.known_on else []
        found += [f"compared with {_other(atlas)}"] if atlas.compare else []
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Story:
    """A title and its steps."""

    title: str
    steps: tuple[StoryStep, ...] = ()


def _other(atlas: Atlas) -> str:
    """Name what a view is compared with, by what tells it apart."""
    other = atlas.compare
    if other is None:
        return ""
    found = [str(Year(other.year, atlas.clock.fiscal))]
    if other.scenario != atlas.scenario:
        found.append(other.scenario.title if other.scenario else "no scenario")
    if other.known_on != atlas.known_on:
        found.append(
            f"as known on {day_words(other.known_on)}" if other.known_on else "all that is known today"
        )
    return ", ".join(found)
