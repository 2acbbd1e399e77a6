"""A pane: what a panel hands to the window, which docks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

AREAS = ("left", "left below", "right", "right below", "bottom", "over bottom")


@dataclass(frozen=True)
class Pane:
    """A panel's widget and where it first stands.

    Parameters
    ----------
    id, title : str
        Its object name, by which the layout is remembered, and its title.
    area : str
        One of `AREAS`; panes of one area are tabs of one another.
    build : callable
        Builds what is docked, when it is to be seen for the first time.
    is_open : bool
        Whether it is open at first.
    is_tall : bool
        Whether it needs more height than a low window has, so that it is scrolled as a whole there.
    """

    id: str
    title: str
    area: str
    build: Callable[[], Any]
    is_open: bool = True
    is_tall: bool = False

    @cached_property
    def widget(self) -> Any:
        """The QWidget that is docked, built once; it gets the keyboard when the pane does."""
        return self.build()
