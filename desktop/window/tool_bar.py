"""The toolbar: what is done often, and the box that finds and does."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import QSize, Qt
from qtpy.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.commands import menus
from desktop.commands.command import Command
from desktop.window.actions import Actions
from desktop.window.finder import Finder


class ToolBar(QToolBar):
    """Buttons of `menus.TOOLBAR`, the finder in the middle, and buttons of `menus.TOOLBAR_RIGHT`."""

    def __init__(self, actions: Actions, finder: Finder) -> None:
        super().__init__("Toolbar")
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add(actions, menus.TOOLBAR)
        finder.setMaximumWidth(520)
        finder.setMinimumWidth(200)
        finder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (_stretch(), finder, _stretch()):
            self.addWidget(widget)
        self._add(actions, menus.TOOLBAR_RIGHT)
        for command in filter(None, menus.TOOLBAR_RIGHT):
            button = self.widgetForAction(actions.of(command))
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _add(self, actions: Actions, commands: Sequence[Command | None]) -> None:
        for command in commands:
            if command is None:
                self.addSeparator()
            else:
                self.addAction(actions.of(command))


def _stretch() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space
