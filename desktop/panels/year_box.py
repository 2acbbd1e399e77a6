"""The boxes in which a year is typed: 2025, or FY2024-25 where the clock counts fiscal years."""

from __future__ import annotations

import re

from qtpy.QtCore import Qt
from qtpy.QtGui import QValidator
from qtpy.QtWidgets import QSpinBox

from geodata.year import Year

_TYPED = re.compile(r"(?:FY)?(\d{4})(?:-(\d\d))?", re.IGNORECASE)
_BEGUN = re.compile(r"F?Y?\d{0,4}-?\d{0,2}", re.IGNORECASE)


class YearBox(QSpinBox):
    """Shows a year of the clock by its label, and takes what is typed once Enter is pressed."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self._fiscal = False
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def show_year(self, year: int, first: int, last: int, fiscal: bool) -> None:
        """Show a year among those of the clock."""
        if fiscal != self._fiscal:
            self._fiscal = fiscal
            self.setValue(first)  # or the box would keep the label that it last wrote
        self.setRange(first, last)
        self.setValue(year)
        self.lineEdit().setText(self.textFromValue(year))
        width = self.fontMetrics().horizontalAdvance("FY2024-25" if fiscal else "2024")
        self.setFixedWidth(width + 46)

    def textFromValue(self, value: int) -> str:
        """Write the label of a year."""
        return str(Year(value, self._fiscal))

    def valueFromText(self, text: str) -> int:
        """Read a label: the year alone means the fiscal year that ends in its March."""
        found = _TYPED.fullmatch(text.strip())
        if found is None:
            return self.value()
        return int(found[1]) + (1 if found[2] else 0)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let labels pass, and what may become one."""
        if not _BEGUN.fullmatch(text.strip()):
            return QValidator.State.Invalid, text, place
        found = _TYPED.fullmatch(text.strip())
        is_year = found and self.minimum() <= self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if is_year else QValidator.State.Intermediate), text, place
