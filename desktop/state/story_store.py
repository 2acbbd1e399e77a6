"""The open story: its steps, the file they came from, and undo of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.state.story import Story

HISTORY_LENGTH = 200
UNTITLED = Story("Untitled story")


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known of the open story.

    Parameters
    ----------
    current : int or None
        Place of the step that was gone to last, from 0.
    kept : Story
        The story as its file has it.
    place : str
        Path of that file; empty for a story that has none.
    """

    story: Story
    current: int | None
    kept: Story
    place: str = ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost."""
        return self.story != self.kept


Watch = Callable[[Telling], object]


class StoryStore:
    """The one place that holds the open story; whoever shows it is told of every change."""

    def __init__(self, story: Story = UNTITLED) -> None:
        self._telling = Telling(story, None, story)
        self._done: list[tuple[str, Telling]] = []
        self._undone: list[tuple[str, Telling]] = []
        self._gesture: str | None = None
        self._watches: list[Watch] = []

    @property
    def telling(self) -> Telling:
        """The open story as it is."""
        return self._telling

    @property
    def undo_name(self) -> str | None:
        """Name of the change that undo would take back."""
        return self._done[-1][0] if self._done else None

    @property
    def redo_name(self) -> str | None:
        """Name of the change that redo would make again."""
        return self._undone[-1][0] if self._undone else None

    def subscribe(self, watch: Watch) -> None:
        """Call ``watch(telling)`` now and at every change."""
        self._watches.append(watch)
        watch(self._telling)

    def change(self, name: str, story: Story, current: int | None, gesture: str | None = None) -> None:
        """Make a change that can be undone, and say which step is current after it.

        Parameters
        ----------
        gesture : str or None
            Changes in a row with the same gesture become one entry of undo: typing a caption is one.
        """
        if story == self._telling.story:
            self.stand_at(current)
            return
        if gesture is None or gesture != self._gesture:
            self._done = [*self._done[1 - HISTORY_LENGTH :], (name, self._telling)]
        self._gesture = gesture
        self._undone.clear()
        self._tell(replace(self._telling, story=story, current=current))

    def stand_at(self, current: int | None) -> None:
        """Make a step the current one; that is no change of the story."""
        self._gesture = None if current != self._telling.current else self._gesture
        self._tell(replace(self._telling, current=current))

    def open(self, story: Story, place: str = "") -> None:
        """Show another story; there is no way back to the one before."""
        self._done.clear()
        self._undone.clear()
        self._tell(Telling(story, None, story, place))

    def keep(self, story: Story, place: str) -> None:
        """Note that a file now has the story."""
        self._tell(replace(self._telling, kept=story, place=place))

    def undo(self) -> None:
        """Take the last change back."""
        self._swap(self._done, self._undone)

    def redo(self) -> None:
        """Make the change that was taken back again."""
        self._swap(self._undone, self._done)

    def _swap(self, here: list[tuple[str, Telling]], there: list[tuple[str, Telling]]) -> None:
        self._gesture = None
        if here:
            name, telling = here.pop()
            there.append((name, self._telling))
            self._tell(replace(telling, kept=self._telling.kept, place=self._telling.place))

    def _tell(self, telling: Telling) -> None:
        self._telling = telling
        for watch in tuple(self._watches):
            watch(telling)
