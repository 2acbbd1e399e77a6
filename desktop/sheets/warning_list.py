"""What the presenter check found, one line each, with a button that puts it right."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import Qt, Signal
from qtpy.QtGui import QResizeEvent
from qtpy.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.sheets.warning import SERIOUS, SheetWarning

_HIGHEST_PX = 148


class WarningList(QFrame):
    """Lists warnings; `fix_wanted` carries the one whose button was pressed. Without any it is not there."""

    fix_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("warnings")
        self._heading = QLabel()
        self._heading.setObjectName("strong")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[SheetWarning, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._area, 1)
        self.hide()

    def show_warnings(self, warnings: Sequence[SheetWarning]) -> None:
        """List warnings; the same ones again leave the list, and where the keyboard is, alone."""
        shown = tuple(warnings)
        if [one.record for one in shown] == [one.record for one in self._shown]:
            return
        self._shown = shown
        self._heading.setText(_heading(shown))
        rows = QWidget()
        layout = QVBoxLayout(rows)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        for warning in shown:
            layout.addWidget(self._row(warning))
        layout.addStretch(1)
        self._area.setWidget(rows)
        self.setVisible(bool(shown))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more height than the lines need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows, layout = self._area.widget(), self.layout()
        if rows is not None and layout is not None:
            lines = rows.heightForWidth(self._area.viewport().width())
            margins = layout.contentsMargins()
            around = self._heading.sizeHint().height() + layout.spacing() + margins.top() + margins.bottom()
            self.setFixedHeight(min(_HIGHEST_PX, lines + around))

    def _row(self, warning: SheetWarning) -> QWidget:
        row, words = QWidget(), QLabel(warning.words)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setObjectName("warning" if warning.severity == SERIOUS else "soft")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(words, 1)
        if warning.fix is not None:
            button = QPushButton(warning.fix_words)
            button.setAccessibleName(f"{warning.fix_words}: {warning.words}")
            button.clicked.connect(lambda: self.fix_wanted.emit(warning))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _heading(warnings: Sequence[SheetWarning]) -> str:
    """Count the warnings.

    Returns
    -------
    str
        Such as "Before it leaves: 2 things to look at".
    """
    count = len(warnings)
    return f"Before it leaves: {count} {'thing' if count == 1 else 'things'} to look at"
