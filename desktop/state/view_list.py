"""The views at hand: those of the atlas and the user's own, and which of them is marked. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from desktop.state.views import NamedView


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list shows: the views of the atlas come first, the user's own after them.

    Parameters
    ----------
    marked : int or None
        The place of the view that commands act on.
    """

    bundled: tuple[NamedView, ...] = ()
    own: tuple[NamedView, ...] = ()
    marked: int | None = None

    @property
    def views(self) -> tuple[NamedView, ...]:
        """All of them, in order."""
        return (*self.bundled, *self.own)

    @property
    def view(self) -> NamedView | None:
        """The one that is marked."""
        return None if self.marked is None else self.views[self.marked]

    @property
    def is_own(self) -> bool:
        """Whether the marked one is the user's own, so that it may be renamed and deleted."""
        return self.marked is not None and self.marked >= len(self.bundled)


class ViewList:
    """Holds the views at hand, and tells who listens when they change."""

    def __init__(self) -> None:
        self.listed = Listed()
        self._views: list[Callable[[Listed], object]] = []

    def subscribe(self, view: Callable[[Listed], object]) -> None:
        """Call a view now and whenever the list differs."""
        self._views.append(view)
        view(self.listed)

    def fill(self, bundled: Iterable[NamedView], own: Iterable[NamedView]) -> None:
        """Hold other views."""
        self._set(Listed(tuple(bundled), tuple(own)))

    def mark(self, place: int | None) -> None:
        """Mark the view that commands act on."""
        fits = place is not None and 0 <= place < len(self.listed.views)
        self._set(replace(self.listed, marked=place if fits else None))

    def own_with(self, added: Iterable[NamedView]) -> tuple[NamedView, ...]:
        """Give the user's own views and these, each under a name that no other has."""
        own = list(self.listed.own)
        for view in added:
            taken = {known.name for known in (*self.listed.bundled, *own)}
            names = (view.name, *(f"{view.name} ({number})" for number in range(2, len(taken) + 3)))
            own.append(replace(view, name=next(name for name in names if name not in taken)))
        return tuple(own)

    def hold_own(self, own: Iterable[NamedView], marked: int | None) -> None:
        """Hold other views of the user's own, and mark one of all."""
        found = replace(self.listed, own=tuple(own), marked=None)
        self._set(replace(found, marked=marked if marked is not None and marked < len(found.views) else None))

    def _set(self, listed: Listed) -> None:
        if listed != self.listed:
            self.listed = listed
            for view in tuple(self._views):
                view(listed)
