"""One store: the present atlas and its frame, the views that show them, and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.state.atlas import Atlas
from geodata.frame import Frame

HISTORY_LENGTH = 500

Derive = Callable[[Atlas], Frame]
Part = Callable[[Atlas, Frame], Any]
Turn = Callable[[bool], object]
"""Makes what a change does beside the atlas, and with False takes it back: a view in its file, a scenario."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be undone: its name, the atlas before it, and what it does beside the atlas."""

    name: str
    before: Atlas
    gesture: str | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What was done, as a list to jump in.

    Parameters
    ----------
    names : tuple of str
        Every change in order: those that undo would take back, then those that redo would make again.
    present : int
        How many of them are done.
    is_whole : bool
        Whether the first of them was the first of all; older ones are forgotten beyond `HISTORY_LENGTH`.
    """

    names: tuple[str, ...]
    present: int
    is_whole: bool = True


class _Subscription:
    def __init__(self, view: Callable[[Any], object], part: Part) -> None:
        self.view, self.part, self.last = view, part, object()

    def tell(self, atlas: Atlas, frame: Frame) -> None:
        value = self.part(atlas, frame)
        if value is self.last or value == self.last:
            return
        self.last = value
        self.view(value)


class Store:
    """The one place that holds what the user sees.

    Parameters
    ----------
    atlas : Atlas
        The first state.
    derive : callable
        Pure and memoised: Atlas → Frame.
    """

    def __init__(self, atlas: Atlas, derive: Derive) -> None:
        self._atlas, self._derive = atlas, derive
        self._frame = derive(atlas)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._is_whole = True
        self._aside: Atlas | None = None
        self._first: list[_Subscription] = []
        self._subscriptions: list[_Subscription] = []
        self._telling = False

    @property
    def atlas(self) -> Atlas:
        """The present state."""
        return self._atlas

    @property
    def frame(self) -> Frame:
        """The present frame."""
        return self._frame

    def frame_of(self, atlas: Atlas) -> Frame:
        """Derive the frame that another state would have; nothing is shown."""
        return self._derive(atlas)

    @property
    def undo_name(self) -> str | None:
        """Name of the change that undo would take back."""
        return self._done[-1].name if self._done and self._aside is None else None

    @property
    def redo_name(self) -> str | None:
        """Name of the change that redo would make again."""
        return self._undone[-1].name if self._undone and self._aside is None else None

    @property
    def is_aside(self) -> bool:
        """Whether the user's own state is put aside while others are shown."""
        return self._aside is not None

    @property
    def history(self) -> History:
        """All changes by name, and which of them are done."""
        steps = (*self._done, *reversed(self._undone))
        return History(tuple(step.name for step in steps), len(self._done), self._is_whole)

    def subscribe(self, view: Callable[[Any], object], part: Part, first: bool = False) -> Callable[[], None]:
        """Call ``view(part(atlas, frame))`` now and whenever that part differs.

        Parameters
        ----------
        first : bool
            Tell it before all others that are not: the map draws in a process of its own meanwhile.

        Returns
        -------
        callable
            Ends the subscription.
        """
        subscription = _Subscription(view, part)
        told = self._first if first else self._subscriptions
        told.append(subscription)
        subscription.tell(self._atlas, self._frame)
        return lambda: told.remove(subscription)

    def change(self, name: str, atlas: Atlas, gesture: str | None = None, turn: Turn | None = None) -> None:
        """Move to another state, as one named entry of undo.

        Parameters
        ----------
        name : str
            What the user did: "Hide Proposed mines".
        gesture : str or None
            Changes in a row with the same gesture become one entry: dragging a slider is one.
        turn : callable or None
            What undo and redo do beside the atlas, which has been done already.
        """
        if atlas == self._atlas and turn is None:
            return
        if self._aside is not None:
            self._move(atlas)
            return
        if not (gesture and self._done and self._done[-1].gesture == gesture):
            self._is_whole = self._is_whole and len(self._done) < HISTORY_LENGTH
            self._done = [*self._done[1 - HISTORY_LENGTH :], Step(name, self._atlas, gesture, turn)]
        else:
            self._done[-1] = Step(name, self._done[-1].before, gesture)
        self._undone.clear()
        self._move(atlas)

    def adjust(self, atlas: Atlas) -> None:
        """Move to another state without an entry of undo: the window was resized, the page settled."""
        self._move(atlas)

    def set_aside(self) -> None:
        """Put the state aside: until `take_up`, other states are shown without entries of undo."""
        self._aside = self._atlas

    def take_up(self) -> None:
        """Show the state again that was put aside, as if nothing had been shown since."""
        if self._aside is not None:
            atlas, self._aside = self._aside, None
            self._move(atlas)

    def undo(self) -> None:
        """Take the last change back."""
        self.jump(len(self._done) - 1)

    def redo(self) -> None:
        """Make the change that was taken back again."""
        self.jump(len(self._done) + 1)

    def jump(self, place: int) -> None:
        """Take changes back, or make them again, until so many are done: one move, derived once.

        Parameters
        ----------
        place : int
            How many changes of `history` are to be done; beyond them nothing happens.
        """
        most = len(self._done) + len(self._undone)
        if self._aside is not None or place == len(self._done) or not 0 <= place <= most:
            return
        atlas, is_redo = self._atlas, place > len(self._done)
        here, there = (self._undone, self._done) if is_redo else (self._done, self._undone)
        while len(self._done) != place:
            step = here.pop()
            there.append(Step(step.name, atlas, turn=step.turn))
            atlas = step.before
            if step.turn is not None:
                step.turn(is_redo)
        self._move(atlas)

    def rederive(self, derive: Derive) -> None:
        """Show other data: the same state, derived anew."""
        self._derive = derive
        self._frame = derive(self._atlas)
        self._tell()

    def _move(self, atlas: Atlas) -> None:
        self._frame, self._atlas = self._derive(atlas), atlas
        self._tell()

    def _tell(self) -> None:
        """Tell every view; a view that changes the state while being told would make views call views."""
        if self._telling:
            raise RuntimeError("a view changed the state while it was being told")
        self._telling = True
        try:
            for subscription in (*self._first, *self._subscriptions):
                subscription.tell(self._atlas, self._frame)
        finally:
            self._telling = False
