"""Where the parts of the export dialog stand: the sheet, its settings beside it, and the file below."""

from __future__ import annotations

from collections.abc import Iterable

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

SIDE_WIDTH_PX = 392
_AIR_PX = 12


def sheet_column(preview: QWidget, size: QLabel, warnings: QWidget) -> QVBoxLayout:
    """Set the sheet over its size and over what to look at first."""
    size.setObjectName("preview-size")
    size.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(preview, 1)
    column.addWidget(size)
    column.addWidget(warnings)
    return column


def side(form: QWidget) -> QScrollArea:
    """Let the settings scroll where the screen is low."""
    area = QScrollArea()
    area.setObjectName("export-side")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setFixedWidth(SIDE_WIDTH_PX)
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(24, 12, 24, 16)
    layout.addWidget(form)
    layout.addStretch(1)
    area.setWidget(column)
    return area


def foot(file: QWidget, carries: QWidget, words: QWidget, buttons: Iterable[QWidget]) -> QFrame:
    """Set the file over what is to be said and the buttons; Alt+I goes to the file."""
    found = QFrame()
    found.setObjectName("export-foot")
    name = QLabel("F&ile")
    name.setBuddy(file)
    layout = QVBoxLayout(found)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(_AIR_PX)
    layout.addLayout(_row(((name, 0), (file, 1), (carries, 0))))
    layout.addLayout(_row(((words, 1), *((button, 0) for button in buttons))))
    return found


def _row(parts: Iterable[tuple[QWidget, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_AIR_PX)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    return row
