"""A pane: what a panel hands to the window, which docks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

AREAS = ("left", "left below", "right", "right below", "bottom", "over bottom")


@dataclass(frozen=True, slots=True)
class Pane:
    """A panel's widget and where it first stands.

    Parameters
    ----------
    id, title : str
        Its object name, by which the layout is remembered, and its title.
    area : str
        One of `AREAS`; panes of one area are tabs of one another.
    widget : QWidget
        What is docked; it gets the keyboard when the pane does.
    is_open : bool
        Whether it is open at first.
    is_tall : bool
        Whether it needs more height than a low window has, so that it is scrolled as a whole there.
    """

    id: str
    title: str
    area: str
    widget: Any
    is_open: bool = True
    is_tall: bool = False
