"""Cards: a quiet ground on which claims stand, each with its status, certainty and source."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import QSize, Qt
from qtpy.QtGui import QKeyEvent, QResizeEvent
from qtpy.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.commands import go
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.pieces import AROUND, UNIT, chip, repaint, row, text, walk_by_tab
from geodata.drawn import Figure

_CHIP_OF_STATUS = {"actual": "fact", "provisional": "fact", "estimate": "estimate", "missing": "missing"}
_STATUS_WORDS = {"missing": "not found"}
_ROOM_IN_COLUMN = 14
"""How many letters two chips may have together to stand side by side in a column of rivals."""


class Card(QFrame):
    """A ground for things that belong together."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(UNIT // 2)
        for part in parts:
            self.body.addWidget(part)

    def mark(self, on: bool) -> None:
        """Let it stand out as the one that is selected."""
        repaint(self, "marked", on)


def figure_block(figure: Figure, context: Context, standing: str = "") -> QWidget:
    """Show a figure with its period, status, certainty and source; its number and its source can be chosen.

    Parameters
    ----------
    standing : str
        preferred, rival, agrees or deprecated where it stands beside others, else empty.
    """
    number = LinkButton(figure.text, "number", "Select this claim")
    number.clicked.connect(lambda: go.select(context.store, figure.claim))
    block = QWidget()
    layout = QVBoxLayout(block)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    if standing:
        layout.addWidget(_chip_line([chip(standing, standing)]))
    layout.addWidget(number)
    chips = _chips(figure)
    is_tight = standing and sum(len(part.text()) for part in chips) > _ROOM_IN_COLUMN
    for together in [[part] for part in chips] if is_tight else [chips]:
        layout.addWidget(_chip_line(together))
    for words in filter(None, (figure.scope, figure.note)):
        layout.addWidget(text(words, "soft"))
    layout.addWidget(source_link(figure, context))
    layout.addStretch(1)
    return block


def source_link(figure: Figure, context: Context) -> LinkButton:
    """Name where a figure comes from; choosing it shows the source among all sources."""
    link = LinkButton(f"{figure.source_short}, {figure.locator}", "link", "Show this source")
    link.clicked.connect(lambda: go.go_to_source_of(context, figure.claim))
    return link


def side_by_side(blocks: Sequence[QWidget], columns: int = 2) -> QWidget:
    """Set blocks beside one another, in columns of equal width."""
    found = QWidget()
    grid = QGridLayout(found)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * UNIT)
    grid.setVerticalSpacing(UNIT)
    for place, block in enumerate(blocks):
        grid.addWidget(block, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place % columns, 1)
    return found


class LinkButton(QPushButton):
    """A flat button that reads as text and shortens itself where it has not the room.

    Parameters
    ----------
    name : str
        How it looks: link, number or card-title.
    does : str
        What it does, told on hover.
    """

    def __init__(self, words: str, name: str, does: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._does = does
        self.say(words)

    def say(self, words: str) -> None:
        """Set the words, as they are."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(as_tip(f"{words}\n{self._does}"))
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link by Enter as by the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Have room for all words where there is any."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Need little room."""
        return QSize(3 * UNIT, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten or lengthen the words."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 2)
        self.setText(words.replace("&", "&&"))


class CardColumn(QScrollArea):
    """Cards and words one below the other; it is scrolled, but never sideways."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: QVBoxLayout | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Set other parts; the old ones go as a whole."""
        inside = QWidget()
        inside.setObjectName("cards")
        layout = self._layout = QVBoxLayout(inside)
        layout.setContentsMargins(*AROUND)
        layout.setSpacing(UNIT)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inside)
        walk_by_tab(self, inside)
        inside.show()

    def bring(self, widget: QWidget) -> None:
        """Scroll until a part can be seen."""
        if self._layout is not None:
            self._layout.activate()
        top = widget.y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + room - min(widget.height(), room):
            bar.setValue(top - UNIT)


def _chip_line(chips: Sequence[QLabel]) -> QWidget:
    return row(*chips, QWidget(), gap=UNIT // 2, stretch=len(chips))


def _chips(figure: Figure) -> list[QLabel]:
    status = _STATUS_WORDS.get(figure.status, figure.status)
    words = f"{status} {figure.letter}".strip()
    chips = [chip(words, _CHIP_OF_STATUS.get(figure.status, "target"))]
    return [*chips, chip(figure.confidence, "sure" if figure.confidence == "stated" else "unsure")]
