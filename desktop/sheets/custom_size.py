"""A size of one's own: width, height and unit, and how many dots it has per inch."""

from __future__ import annotations

from dataclasses import replace

from qtpy.QtCore import Signal
from qtpy.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from desktop.sheets.choices import UNITS, Choices
from desktop.sheets.paper import Size

_LONGEST_SIDE = 100_000
_GAP_PX, INDENT_PX, _UNIT_PX = 8, 6, 84
_STEP_DPI = 75
_ON_A_SCREEN = "no dots per inch, as for a slide"
"""Stands for no dots per inch: the picture is as large as what it is shown on."""


class CustomSize(QWidget):
    """Asks for a size in pixels or millimetres, and dots per inch; `changed` tells that one of them did."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._width, self._height = _spin(choices.width, "Width"), _spin(choices.height, "Height")
        self._unit = combo_of({unit: unit for unit in UNITS}, choices.unit)
        self._unit.setAccessibleName("Unit")
        self._unit.setFixedWidth(_UNIT_PX)
        self._dpi, self._dpi_px = _dots(choices.dpi, 1), _dots(choices.dpi_px, 0)
        self._dpi_px.setSpecialValueText(_ON_A_SCREEN)
        self._dpi_px.setSingleStep(_STEP_DPI)
        sides = QHBoxLayout()
        for part, stretch in ((self._width, 1), (QLabel("×"), 0), (self._height, 1), (self._unit, 0)):
            sides.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addLayout(sides)
        for spin in (self._width, self._height, self._dpi, self._dpi_px):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        for spin in (self._dpi, self._dpi_px):
            layout.addWidget(spin)
        self._unit.currentIndexChanged.connect(self._note_unit)
        self._show_dots()

    def chosen(self, choices: Choices) -> Choices:
        """Give the choices with width and height, their unit, and the dots per inch of either unit."""
        return replace(
            choices,
            width=self._width.value(),
            height=self._height.value(),
            unit=self._unit.currentData(),
            dpi=self._dpi.value(),
            dpi_px=self._dpi_px.value(),
        )

    def choose_unit(self, unit: str) -> None:
        """Count in another unit: px or mm."""
        self._unit.setCurrentIndex(self._unit.findData(unit))

    def take(self, size_px: Size) -> None:
        """Set a size in pixels, as for a screen."""
        self.choose_unit("px")
        self._dpi_px.setValue(0)
        for spin, side in zip((self._width, self._height), size_px, strict=True):
            spin.setValue(side)

    def _note_unit(self, _place: int) -> None:
        self._show_dots()
        self.changed.emit()

    def _show_dots(self) -> None:
        is_paper = self._unit.currentData() == "mm"
        self._dpi.setVisible(is_paper)
        self._dpi_px.setVisible(not is_paper)


def combo_of(titles: dict[str, str], chosen: str) -> QComboBox:
    """Make a list to choose from: titles by name, the chosen name first seen."""
    combo = QComboBox()
    for name, title in titles.items():
        combo.addItem(title, name)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setMinimumContentsLength(2)
    return combo


def _dots(value: float, least: int) -> QSpinBox:
    spin = _spin(value, "Dots per inch", least)
    spin.setSuffix(" dots per inch")
    return spin


def _spin(value: float, name: str, least: int = 1) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, _LONGEST_SIDE)
    spin.setValue(round(value))
    spin.setAccessibleName(name)
    spin.lineEdit().setTextMargins(INDENT_PX, 0, 0, 0)
    spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return spin
