"""The question where a file is to be written."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtWidgets import QFileDialog, QWidget


def ask_path(window: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
    """Ask where to write; the chosen kind gives the ending that the name lacks.

    Parameters
    ----------
    filters : str
        In Qt's form: ``PNG picture (*.png);;PDF document (*.pdf)``.

    Returns
    -------
    pathlib.Path or None
        None where the question was cancelled.
    """
    chosen, kind = QFileDialog.getSaveFileName(window, title, str(proposed), filters)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kind[kind.index("*") + 1 : -1])
