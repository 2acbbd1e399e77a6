"""Letting a panel follow the store from the moment that it is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from qtpy.QtWidgets import QWidget

from desktop.commands.command import Context
from desktop.state.store import Part


class Panel(Protocol):
    """What every panel is: a widget, and a way to show a part of the state."""

    @property
    def widget(self) -> QWidget:
        """What is docked."""
        ...

    def show(self, shown: Any, /) -> object:
        """Show the part that it follows."""


def following(make: Callable[[Context], Panel], part: Part, context: Context) -> QWidget:
    """Make a panel, and show it its part now and whenever that differs; gives its widget."""
    panel = make(context)
    context.store.subscribe(panel.show, part)
    return panel.widget
