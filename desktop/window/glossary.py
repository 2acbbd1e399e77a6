"""What the words of the atlas mean, and the dialog that says so."""

from __future__ import annotations

import json

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from resources import files


def terms() -> dict[str, str]:
    """Read the terms and their meanings, in the order in which they are shown."""
    return json.loads(files.read("glossary.json"))


class GlossaryDialog(QDialog):
    """All terms with their meanings, and a line that keeps only those that hold some letters."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle("Glossary")
        self.resize(560, 560)
        self._line = QLineEdit()
        self._line.setPlaceholderText("Look up a word")
        self._line.setAccessibleName("Look up a word")
        self._line.textChanged.connect(self._look_up)
        self._nothing = QLabel("No such word here.")
        self._nothing.hide()
        self._entries = [
            (f"{term} {meaning}".casefold(), _entry(term, meaning)) for term, meaning in terms().items()
        ]
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self._list())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(area)

    def _list(self) -> QWidget:
        found = QWidget()
        layout = QVBoxLayout(found)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._nothing)
        for _, entry in self._entries:
            layout.addWidget(entry)
        layout.addStretch(1)
        return found

    def _look_up(self, text: str) -> None:
        shown = [(words, entry) for words, entry in self._entries if text.casefold().strip() in words]
        for _, entry in self._entries:
            entry.hide()
        for _, entry in shown:
            entry.show()
        self._nothing.setVisible(not shown)


def _entry(term: str, meaning: str) -> QWidget:
    entry = QWidget()
    layout = QVBoxLayout(entry)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    name, words = QLabel(term), QLabel(meaning)
    name.setObjectName("strong")
    words.setWordWrap(True)
    for label in (name, words):
        label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(label)
    return entry
