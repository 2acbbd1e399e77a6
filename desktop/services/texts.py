"""The text version outside the window: on the clipboard, or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QApplication, QFileDialog

from desktop.sheets.errors import SheetError
from desktop.state.text import Text

if TYPE_CHECKING:
    from desktop.files import Files

TEXT_FILTER = "Plain text (*.txt);;Markdown (*.md)"
MARKDOWN = (".md", ".markdown")


class Texts:
    """Copies and writes texts, and tells how it went.

    Parameters
    ----------
    files : Files
        Has the window in which to ask and tell.
    """

    def __init__(self, files: Files) -> None:
        self._files = files

    def copy(self, words: str, what: str) -> None:
        """Copy words; `what` names them: "the text version"."""
        QApplication.clipboard().setText(words)
        self._files.tell(f"Copied {what}", True)

    def save(self, text: Text, name: str) -> None:
        """Ask for a file, and write a text to it: as Markdown where its name says so, else plain."""
        start = str(Path.home() / f"{name}.txt")
        chosen, kind = QFileDialog.getSaveFileName(
            self._files.window, "Export text version", start, TEXT_FILTER
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".md" if "*.md" in kind else ".txt")
        try:
            write_text(text, path)
        except SheetError as error:
            self._files.tell(str(error), False)
        else:
            self._files.tell(f"Wrote {path}", True)


def write_text(text: Text, path: Path) -> None:
    """Write a text and move it into its place.

    Raises
    ------
    SheetError
        Where the file cannot be written.
    """
    from desktop.sheets.files import check_writable, put

    check_writable(path)
    put(path, (text.markdown() if path.suffix.lower() in MARKDOWN else text.plain()).encode())
