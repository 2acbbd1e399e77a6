"""Buttons beside the line of years: how fast the years run, and how the clock counts."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtGui import QKeySequence
from qtpy.QtWidgets import QMenu, QToolButton, QWidget

from desktop.commands import clock
from desktop.commands.command import Command, Context
from desktop.commands.tips import as_tip
from desktop.panels.pieces import row, text
from desktop.state.atlas import Clock

_WAYS = (
    (clock.RANGE, "Range", clock.RANGE_RULE),
    (clock.CUMULATIVE, "Cumulative", clock.CUMULATIVE_RULE),
    (clock.FISCAL, "Fiscal years", f"April to March. {clock.RULE}"),
)


class Pace:
    """How fast the years run, and whether they begin again."""

    def __init__(self, context: Context) -> None:
        self._speed = _word_button("1×", "Speed of the years")
        self._loop = switch(clock.LOOP, "Loop", "Begin again after the last year", context)
        menu = QMenu(self._speed)
        for command in clock.SPEED.commands:
            action = menu.addAction(command.title)
            action.triggered.connect(lambda _on=False, run=command.run: run(context))
        self._speed.setMenu(menu)
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._speed.setToolTip("Speed of the years")
        self.widget: QWidget = row(self._speed, self._loop, gap=2)

    def show(self, now: Clock) -> None:
        """Show the pace of a clock."""
        self._speed.setText(f"{now.speed:g}×")
        self._loop.setChecked(now.loop)


class Ways:
    """Switches of how the clock counts."""

    def __init__(self, context: Context) -> None:
        self._buttons = [switch(command, words, tip, context) for command, words, tip in _WAYS]
        self.widget: QWidget = row(text(wrap=False), *self._buttons, gap=4, stretch=0)

    def show(self, now: Clock) -> None:
        """Show how a clock counts."""
        for button, is_on in zip(
            self._buttons, (now.mode == "range", now.cumulative, now.fiscal), strict=True
        ):
            button.setChecked(is_on)


def switch(command: Command, words: str, tip: str, context: Context) -> QToolButton:
    """Make a button of words that runs a command which switches something."""
    button = _word_button(words, command.title)
    button.setCheckable(True)
    keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(as_tip(f"{command.title} ({keys})\n{tip}" if keys else f"{command.title}\n{tip}"))
    button.clicked.connect(lambda: command.run(context))
    return button


def _word_button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setObjectName("word")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name)
    return button
