"""Menus, toolbar and shortcuts, built from the lists of commands and kept in step with the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from qtpy.QtGui import QAction, QActionGroup, QKeySequence
from qtpy.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.commands.command import Command, Context, Menu, always
from desktop.commands.menus import TOOLBAR, TOOLBAR_RIGHT
from desktop.commands.tips import as_tip
from desktop.window.icons import icon
from desktop.window.mnemonics import escaped, plain, underline


class Actions:
    """One QAction for every command, shared by menus, toolbar and shortcuts.

    Parameters
    ----------
    window : QWidget
        What the shortcuts belong to.
    context : Context
        What the commands run on.
    """

    def __init__(self, window: QWidget, context: Context) -> None:
        self._window, self._context = window, context
        self._made: dict[str, tuple[Command, QAction]] = {}
        self._colours = ("#000000", "#808080")

    def build(self, bar: QMenuBar, menus: Sequence[Menu]) -> None:
        """Fill a menu bar anew; actions of commands that are still there are kept."""
        bar.clear()
        wanted = {command.id: command for menu in menus for command in menu.commands}
        for name in self._made.keys() - wanted.keys():
            self._made.pop(name)[1].deleteLater()
        self._made = {name: (command, self.of(command)) for name, command in wanted.items()}
        for menu in menus:
            shown = bar.addMenu(escaped(menu.title))
            shown.aboutToShow.connect(partial(self._paint, menu.commands))
            self._fill(shown, menu)
        underline(bar.actions())
        self.refresh()

    def of(self, command: Command) -> QAction:
        """Give the action of a command, and make it where there is none yet."""
        if command.id in self._made:
            return self._made[command.id][1]
        action = QAction(escaped(command.title), self._window)
        action.setObjectName(command.id)
        action.setShortcut(QKeySequence(command.shortcut))
        action.setCheckable(command.checked is not None)
        action.setToolTip(_tool_tip(command))
        action.triggered.connect(partial(self._run, command.id))
        self._made[command.id] = (command, action)
        return action

    def refresh(self) -> None:
        """Set what is enabled and checked, and the titles that tell more."""
        for command, action in self._made.values():  # at every year step: most commands have nothing to ask
            if command.enabled is not always and action.isEnabled() != command.enabled(self._context):
                action.setEnabled(not action.isEnabled())
            if command.checked is not None and action.isChecked() != command.checked(self._context):
                action.setChecked(not action.isChecked())
            if command.listed is not always and action.isVisible() != command.listed(self._context):
                action.setVisible(not action.isVisible())
            if command.title_now is not None:
                title = command.title_now(self._context)
                if plain(action.text()) != title:
                    action.setText(escaped(title))

    def paint(self, colour: str, faint: str) -> None:
        """Draw icons in a colour, ``#RRGGBB``: those of the toolbar now, those of a menu when it opens."""
        self._colours = (colour, faint)
        self._paint([command for command in (*TOOLBAR, *TOOLBAR_RIGHT) if command])

    def _paint(self, commands: Iterable[Command]) -> None:
        for command in commands:
            if command.icon:
                self.of(command).setIcon(icon(command.icon, *self._colours))

    def _run(self, name: str, _checked: bool = False) -> None:
        command = self._made[name][0]
        if command.enabled(self._context):
            command.run(self._context)
        self.refresh()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        shown.aboutToShow.connect(lambda: underline(shown.actions()))
        group = QActionGroup(shown) if menu.exclusive else None
        for entry in menu.entries:
            if entry is None:
                shown.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(shown.addMenu(escaped(entry.title)), entry)
            else:
                shown.addAction(self.of(entry))
                if group is not None:
                    group.addAction(self.of(entry))


def _tool_tip(command: Command) -> str:
    keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return as_tip(f"{command.title} ({keys})" if keys else command.title)
