"""A box to choose from that shortens its words where it has not the room."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

BRIEF = Qt.ItemDataRole.UserRole + 1
"""The role under which an item keeps whole words that say enough where all of them have no room."""


class ChoiceBox(QComboBox):
    """What is chosen stands in brief, or ends in …, where it is too long; it is told in full on hover.

    Parameters
    ----------
    name : str
        As screen readers tell it.
    letters : int
        For how many letters there is always room.
    """

    def __init__(self, name: str, letters: int = 12) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with as many letters as fit."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self._fitting(option.currentText, room.width() - 4)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _fitting(self, words: str, room: int) -> str:
        """Give the words that fit into so many pixels."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(words) > room:
            words = self.currentData(BRIEF) or words
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
