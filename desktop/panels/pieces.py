"""Small pieces that panels are made of: text that is only text, buttons that run commands, chips."""

from __future__ import annotations

from collections.abc import Iterable

from qtpy.QtCore import QSize, Qt
from qtpy.QtGui import QKeySequence, QPalette
from qtpy.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.commands.command import Command, Context
from resources.palette import Palette, palette

UNIT = 8
"""The rhythm of margins and gaps in pixels."""
Margins = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
FLUSH: Margins = (0, 0, 0, 0)
AROUND: Margins = (UNIT, UNIT, UNIT, UNIT)


def colours_of(widget: QWidget) -> Palette:
    """Give the atlas's colours for the theme that a widget is drawn in."""
    dark = widget.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return palette("dark" if dark else "light")


def text(words: str = "", name: str = "", wrap: bool = True) -> QLabel:
    """Make a label that shows words as they are, never as markup.

    Parameters
    ----------
    name : str
        How it looks: title, strong, soft, number or nothing; see resources/styles/window.qss.
    """
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setWordWrap(wrap)
    label.setIndent(0)
    return label


def chip(words: str, kind: str) -> QLabel:
    """Make a small rounded word.

    Parameters
    ----------
    kind : str
        How it looks: fact, target, sure, unsure, preferred or warning.
    """
    label = text(words, "chip", wrap=False)
    label.setProperty("kind", kind)
    return label


def repaint(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and style the widget anew where it has changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def walk_by_tab(first: QWidget, inside: QWidget) -> None:
    """Let Tab go from one widget through all that another holds; what came late would else come last."""
    before = first
    for part in inside.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            QWidget.setTabOrder(before, part)
            before = part


def command_button(command: Command, context: Context) -> QToolButton:
    """Make a button with the icon of a command, which it runs."""
    button = icon_button(command.icon, command.title, command.shortcut)
    button.setCheckable(command.checked is not None)
    button.clicked.connect(lambda: command.run(context))
    return button


def icon_button(icon: str, title: str, shortcut: str = "") -> QToolButton:
    """Make a flat button that shows only an icon; its words are told on hover and to screen readers."""
    button = QToolButton()
    button.setProperty("icon_name", icon)
    button.setIconSize(QSize(20, 20))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(title)
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{title} ({keys})" if keys else title)
    return button


def column(*parts: QWidget, margins: Margins = FLUSH, gap: int = UNIT, stretch: int | None = None) -> QWidget:
    """Set widgets one below the other; `stretch` is the place of the one that takes what room there is."""
    return _lined_up(QVBoxLayout(), parts, margins, gap, stretch)


def row(*parts: QWidget, margins: Margins = FLUSH, gap: int = UNIT, stretch: int | None = None) -> QWidget:
    """Set widgets side by side; `stretch` is the place of the one that takes what room there is."""
    return _lined_up(QHBoxLayout(), parts, margins, gap, stretch)


def _lined_up(
    layout: QHBoxLayout | QVBoxLayout,
    parts: Iterable[QWidget],
    margins: Margins,
    gap: int,
    stretch: int | None,
) -> QWidget:
    found = QWidget()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part)
    if stretch is not None:
        layout.setStretch(stretch, 1)
    found.setLayout(layout)
    return found
