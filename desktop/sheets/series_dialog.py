"""What the dialogs of decks and films have in common: many sheets are set up that leave together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.sheets.custom_size import combo_of
from desktop.sheets.export_form import THEME_TITLES
from desktop.sheets.own_words import Own, OwnWords
from desktop.sheets.word_line import WordLine


class SeriesChoices(Protocol):
    """What is chosen of every series."""

    @property
    def theme(self) -> str:
        """Light, dark or print."""
        ...

    @property
    def own(self) -> Own:
        """What the presenter adds, and which elements are shown."""
        ...

    @property
    def carries(self) -> bool:
        """Whether its views can be brought back."""
        ...


class SeriesDialog(QDialog):
    """Sets up a series of sheets, and says what it will be.

    Parameters
    ----------
    choices : SeriesChoices
        What is set at first.
    carries, carries_tip : str
        What the box says with which views and figures are carried, and why one would want that.
    """

    wanted = Signal(object)
    """The choices."""

    def __init__(self, window: QWidget, choices: SeriesChoices, carries: str, carries_tip: str) -> None:
        super().__init__(window)
        self._theme, self._own = combo_of(THEME_TITLES, choices.theme), OwnWords(choices.own)
        self._carries = QCheckBox(carries)
        self._carries.setChecked(choices.carries)
        self._carries.setToolTip(carries_tip)
        self._words = WordLine()
        self._buttons = QDialogButtonBox()
        self._buttons.addButton("&Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._go = self._buttons.addButton("&Export…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("primary")
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._send_off)

    @property
    def choices(self) -> SeriesChoices:
        """Everything that is set."""
        raise NotImplementedError

    def _lay_out(self, rows: Iterable[tuple[str | QLabel, QWidget]]) -> None:
        """Set the fields of this series, by their names, above those of every series."""
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, field in rows:
            form.addRow(name, field)
        self._own.add_to(form)
        form.addRow("", self._carries)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def _send_off(self) -> None:
        self.wanted.emit(self.choices)
        self.accept()
