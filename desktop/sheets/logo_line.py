"""The line in which a presenter chooses a logo, or takes it away."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_LONGEST = 40
"""How many characters of a logo's name are repeated."""
LOGO_FILTER = "PNG picture (*.png)"


class LogoLine(QWidget):
    """Names the chosen logo, and has buttons to choose and to remove it.

    Parameters
    ----------
    path : str
        Of the logo; empty for none.
    """

    changed = Signal()

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self._name, self._choose, self._remove = QLabel(), QPushButton("Choose…"), QPushButton("Remove")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setObjectName("soft")
        self._choose.setAccessibleName("Choose a logo")
        self._remove.setAccessibleName("Remove the logo")
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._take(""))
        self._missing = QLabel()
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        self._missing.setWordWrap(True)
        self._missing.setObjectName("soft")
        self._missing.hide()
        layout, line = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        line.setSpacing(8)
        line.addWidget(self._name, 1)
        line.addWidget(self._choose)
        line.addWidget(self._remove)
        layout.addLayout(line)
        layout.addWidget(self._missing)
        self.setFocusProxy(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or a mnemonic would not come here
        self._show()

    def tell_missing(self, name: str) -> None:
        """Say which logo a sheet had that was opened again; it is looked for nowhere but in what is chosen.

        Parameters
        ----------
        name : str
            What its file was called; empty for none.
        """
        is_there = not name or Path(self.path).name == name
        shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        words = f"The opened sheet had “{shown}” here; no sheet brings a logo back. Choose it again."
        self._missing.setText(words)
        self._missing.setVisible(not is_there)

    def _ask(self) -> None:
        home = str(Path(self.path).parent if self.path else Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self.window(), "Choose a logo", home, LOGO_FILTER)
        if chosen:
            self._take(chosen)

    def _take(self, path: str) -> None:
        self.path = path
        self._missing.hide()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._name.setText(Path(self.path).name if self.path else "none")
        self._name.setToolTip(self.path)
        self._remove.setVisible(bool(self.path))
