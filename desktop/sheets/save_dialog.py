"""The question where a file is to be written."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtWidgets import QFileDialog, QWidget


def ask_path(window: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
    """Ask where to write, as `ask_path_and_kind` does; None where the question was cancelled."""
    return ask_path_and_kind(window, title, proposed, filters)[0]


def ask_path_and_kind(window: QWidget, title: str, proposed: Path, filters: str) -> tuple[Path | None, str]:
    """Ask where to write and as what; the chosen kind gives the ending that the name lacks.

    Parameters
    ----------
    filters : str
        In Qt's form: ``PNG picture (*.png);;PDF document (*.pdf)``.

    Returns
    -------
    tuple of (pathlib.Path or None, str)
        None where the question was cancelled, and the kind that was chosen.
    """
    chosen, kind = QFileDialog.getSaveFileName(window, title, str(proposed), filters)
    if not chosen:
        return None, kind
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kind[kind.index("*") + 1 : -1]), kind
