"""Keeping the window in the chosen theme, or in the system's as that changes."""

from __future__ import annotations

from qtpy.QtCore import QObject, Signal
from qtpy.QtWidgets import QApplication, QWidget

from desktop.window import theme
from desktop.window.actions import Actions
from desktop.window.icons import paint_icons


class Theming(QObject):
    """Paints a window and its icons; `changed` tells the theme that is drawn, light or dark."""

    changed = Signal(str)

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions, self._theme = window, actions, "system"
        system_changed = getattr(QApplication.styleHints(), "colorSchemeChanged", None)
        if system_changed is not None:
            system_changed.connect(lambda _scheme: self.show(self._theme))

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is drawn."""
        return theme.resolved(self._theme) == "dark"

    def show(self, chosen: str) -> None:
        """Draw light, dark, or as the system does."""
        self._theme = chosen
        theme.apply(chosen)
        self.paint_icons()
        self.changed.emit(theme.resolved(chosen))

    def paint_icons(self) -> None:
        """Draw the icons of all actions and buttons in the colour of the text."""
        colours = theme.icon_colours(self._theme)
        self._actions.paint(*colours)
        paint_icons(self._window, *colours)

    def dress(self, widget: QWidget) -> None:
        """Draw the icons of a widget that has come later."""
        paint_icons(widget, *theme.icon_colours(self._theme))
