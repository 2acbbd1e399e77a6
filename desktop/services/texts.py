"""The text version outside the window: on the clipboard, or in a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QApplication, QFileDialog

from desktop.sheets.errors import SheetError
from desktop.state.text import Text

if TYPE_CHECKING:
    from desktop.files import Files

TEXT_FILTER = "Plain text (*.txt);;Markdown (*.md)"
TABLE_FILTER = "Table (*.csv)"
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

    def copy_table(self, rows: Sequence[Sequence[str]], what: str) -> None:
        """Copy rows of words, to be pasted into a spreadsheet; no word of them reads as a formula."""
        from geodata.exporting.spreadsheet import neutral

        self.copy("\n".join("\t".join(map(neutral, row)) for row in rows), what)

    def save_table(self, rows: Sequence[Sequence[str]], name: str) -> None:
        """Ask for a file, and write rows of words to it as CSV."""
        start = str(Path.home() / f"{name}.csv")
        chosen, _ = QFileDialog.getSaveFileName(self._files.window, "Export table", start, TABLE_FILTER)
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            write_table(rows, path)
        except SheetError as error:
            self._files.tell(str(error), False)
        else:
            self._files.tell(f"Wrote {path}", True)


def write_table(rows: Sequence[Sequence[str]], path: Path) -> None:
    """Write rows of words as CSV, with the mark that lets Excel see UTF-8, and move it into its place.

    Raises
    ------
    SheetError
        Where the file cannot be written.
    """
    from desktop.sheets.files import check_writable, put
    from geodata.exporting.spreadsheet import neutral

    check_writable(path)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[neutral(words) for words in row] for row in rows])
    put(path, out.getvalue().encode("utf-8-sig"))


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
