"""What a presenter adds to sheets that leave together, and which of their elements are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qtpy.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLineEdit, QWidget

from desktop.sheets.export_form import ELEMENT_TITLES
from desktop.sheets.logo import read_logo
from desktop.sheets.logo_line import LogoLine
from desktop.state.checked import MAX_WORDS
from desktop.state.sheet_options import AT_FIRST, ELEMENTS, SheetOptions

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Own:
    """What is the presenter's own.

    Parameters
    ----------
    footer : str
        A line at the foot of every sheet; empty for none.
    logo : str
        Path of a PNG; empty for none.
    elements : frozenset of str
        Which of `ELEMENTS` are shown.
    """

    footer: str = ""
    logo: str = ""
    elements: frozenset[str] = AT_FIRST

    @property
    def options(self) -> SheetOptions:
        """The same as sheets take it.

        Raises
        ------
        SheetError
            Where the logo cannot be read.
        """
        logo = read_logo(Path(self.logo)) if self.logo else None
        name = Path(self.logo).name
        return SheetOptions(footer=self.footer, logo=logo, elements=self.elements, logo_name=name)


class OwnWords:
    """The rows of a form in which that is set.

    Parameters
    ----------
    own : Own
        What is set at first.
    """

    def __init__(self, own: Own) -> None:
        self._footer, self._logo = QLineEdit(own.footer), LogoLine(own.logo)
        self._footer.setPlaceholderText("none")
        self._footer.setMaxLength(MAX_WORDS)
        self._boxes = {name: QCheckBox(ELEMENT_TITLES[name]) for name in ELEMENTS}
        for name, box in self._boxes.items():
            box.setChecked(name in own.elements)

    @property
    def own(self) -> Own:
        """Everything that is set."""
        shown = frozenset(name for name, box in self._boxes.items() if box.isChecked())
        return Own(self._footer.text().strip(), self._logo.path, shown)

    def add_to(self, form: QFormLayout) -> None:
        """Add its rows."""
        form.addRow("Foote&r", self._footer)
        form.addRow("&Logo", self._logo)
        boxes, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        rows = -(-len(self._boxes) // _COLUMNS)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place % rows, place // rows)
        boxes.setLayout(grid)
        boxes.setAccessibleName("Elements")
        form.addRow("Elements", boxes)

    def leave_out(self, names: Iterable[str], why: str) -> None:
        """Let some elements be chosen no more, and say why; all others can be."""
        for name, box in self._boxes.items():
            box.setEnabled(name not in names)
            box.setToolTip(why if name in names else "")
