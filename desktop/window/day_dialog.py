"""The dialog that asks as known on which day the atlas is to be shown."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.commands import knowing
from desktop.state.store import Store
from desktop.state.words import day_words

_ABOUT = "Everything that became known later is left out: figures, states, sources. Leave it empty for all."


class DayDialog(QDialog):
    """Takes a typed day, and says what is wrong with it."""

    def __init__(self, window: QWidget, store: Store) -> None:
        super().__init__(window)
        self._store = store
        self.setWindowTitle("As known on")
        self.day = QLineEdit()
        self.day.setAccessibleName("Day")
        self.day.setPlaceholderText("1 Jun 2025 or 2025-06-01")
        known_on = store.atlas.known_on
        self.day.setText(day_words(known_on) if known_on else "")
        self.day.selectAll()
        about, near = _words(_ABOUT, "soft"), _words(self._nearest(), "soft")
        self.wrong = _words("", "export-words")
        self.wrong.setProperty("problem", True)
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (about, self.day, self.wrong, near, buttons):
            column.addWidget(part)
        self.setMinimumWidth(420)

    def accept(self) -> None:
        """Show the atlas as known on the typed day, or say why not."""
        text = self.day.text().strip()
        try:
            day = knowing.parse_day(text) if text else None
        except ValueError as error:
            self.wrong.setText(str(error))
            return
        knowing.know_on(self._store, day)
        super().accept()

    def _nearest(self) -> str:
        desk, last = self._store.frame.desk, self._store.frame.data_date
        days = desk.report_days if desk else ()
        told = f"Reports became known on {len(days)} days, " if days else ""
        ends = f"from {day_words(days[0])} to {day_words(days[-1])}. " if days else ""
        return f"{told}{ends}From {day_words(last)} on, all is known."


def _words(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
