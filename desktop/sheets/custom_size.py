"""A size of one's own: width, height and unit, and for a paper its dots per inch."""

from __future__ import annotations

from qtpy.QtCore import Signal
from qtpy.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from desktop.sheets.choices import UNITS, Choices
from desktop.sheets.paper import Size

_LONGEST_SIDE = 100_000
_GAP_PX, _INDENT_PX, _UNIT_PX = 8, 6, 84


class CustomSize(QWidget):
    """Asks for a size in pixels, or in millimetres and dots per inch; `changed` tells that it did."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._width, self._height = _spin(choices.width, "Width"), _spin(choices.height, "Height")
        self._unit = combo_of({unit: unit for unit in UNITS}, choices.unit)
        self._unit.setAccessibleName("Unit")
        self._unit.setFixedWidth(_UNIT_PX)
        self._dpi = _spin(choices.dpi, "Dots per inch")
        self._dpi.setSuffix(" dots per inch")
        sides = QHBoxLayout()
        for part, stretch in ((self._width, 1), (QLabel("×"), 0), (self._height, 1), (self._unit, 0)):
            sides.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addLayout(sides)
        layout.addWidget(self._dpi)
        for spin in (self._width, self._height, self._dpi):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        self._unit.currentIndexChanged.connect(self._note_unit)
        self._dpi.setVisible(choices.unit == "mm")

    @property
    def values(self) -> tuple[float, float, str, float]:
        """Width and height, their unit, and dots per inch."""
        return self._width.value(), self._height.value(), self._unit.currentData(), self._dpi.value()

    def choose_unit(self, unit: str) -> None:
        """Count in another unit: px or mm."""
        self._unit.setCurrentIndex(self._unit.findData(unit))

    def take(self, size_px: Size) -> None:
        """Set a size in pixels."""
        self.choose_unit("px")
        for spin, side in zip((self._width, self._height), size_px, strict=True):
            spin.setValue(side)

    def _note_unit(self, _place: int) -> None:
        self._dpi.setVisible(self._unit.currentData() == "mm")
        self.changed.emit()


def combo_of(titles: dict[str, str], chosen: str) -> QComboBox:
    """Make a list to choose from: titles by name, the chosen name first seen."""
    combo = QComboBox()
    for name, title in titles.items():
        combo.addItem(title, name)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setMinimumContentsLength(2)
    return combo


def _spin(value: float, name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(1, _LONGEST_SIDE)
    spin.setValue(round(value))
    spin.setAccessibleName(name)
    spin.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)
    spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return spin
