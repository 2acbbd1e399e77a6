"""The line in which the file of an export is named."""

from __future__ import annotations

import os
from pathlib import Path

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.sheets.choices import KINDS
from desktop.sheets.errors import SheetError
from desktop.sheets.files import check_writable
from desktop.sheets.save_dialog import ask_path
from desktop.sheets.sheet import format_of

_FILTERS = {
    ".png": "PNG picture (*.png)",
    ".pdf": "PDF document (*.pdf)",
    ".svg": "SVG drawing (*.svg)",
}


class FileLine(QWidget):
    """A path, its ending in step with the kind of file, and a button that asks for one.

    Parameters
    ----------
    folder : pathlib.Path
        Where the file goes unless something else is said.
    stem : str
        Its name without an ending; a number is added where there is such a file already.
    kind : str
        One of `choices.KINDS`.
    """

    changed = Signal()

    def __init__(self, folder: Path, stem: str, kind: str) -> None:
        super().__init__()
        self._folder = folder
        self._line = QLineEdit(_shown(free_path(folder, stem, KINDS[kind])))
        self._browse = QPushButton("&Browse…")
        self._line.textEdited.connect(self._note)
        self._browse.clicked.connect(self._ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._browse)
        self.setFocusProxy(self._line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or a mnemonic would not come here

    @property
    def path(self) -> Path:
        """Where the file goes.

        Raises
        ------
        SheetError
            Where it cannot be written there, or its name has no ending that tells a format.
        """
        words = self._line.text().strip()
        if not words:
            raise SheetError("file: expected a name, such as irel-atlas.png, got none")
        path = self._folder / Path(words).expanduser()
        format_of(path)
        check_writable(path)
        return path

    @property
    def ending(self) -> str:
        """How the name ends, in small letters."""
        return Path(self._line.text().strip()).suffix.lower()

    def follow(self, kind: str) -> None:
        """Give the name the ending of another kind of file."""
        path = Path(self._line.text().strip())
        if path.name and self.ending != KINDS[kind]:
            known = self.ending in KINDS.values()
            self._line.setText(str(path.with_suffix(KINDS[kind]) if known else f"{path}{KINDS[kind]}"))

    def _ask(self) -> None:
        wanted = self._folder / Path(self._line.text().strip()).expanduser()
        endings = sorted(_FILTERS, key=lambda ending: ending != self.ending)
        filters = ";;".join(_FILTERS[ending] for ending in endings)
        path = ask_path(self.window(), "Export sheet", wanted, filters)
        if path is not None:
            self._line.setText(_shown(path))
            self._note()

    def _note(self, _words: str = "") -> None:
        self.changed.emit()


def free_path(folder: Path, stem: str, ending: str) -> Path:
    """Name a file that is not there yet.

    Examples
    --------
    >>> free_path(Path("no-such-folder"), "sheet", ".png").name
    'sheet.png'
    """
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ending}", number + 1
    return path


def _shown(path: Path) -> str:
    """Write a path as one would type it: in one's own folder it begins with a tilde, where that is usual."""
    home = Path.home()
    if os.name == "posix" and path.is_relative_to(home) and home != Path("/"):
        return str(Path("~") / path.relative_to(home))
    return str(path)
