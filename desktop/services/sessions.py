"""The open session and its file: saves what is seen, brings it back, and asks before changes are lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QFileDialog

from desktop.services import session_files
from desktop.services.asking_to_save import Choice, question
from desktop.sheets.errors import SheetError
from desktop.state.atlas import Atlas
from desktop.state.comparing import frame_of_a
from desktop.state.session import at_rest, session_of
from desktop.state.store import Store

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files

SESSION_FILTER = "Session (*.atlas *.atlas~)"
TITLE = "IREL Atlas"


class Sessions:
    """Keeps the open session: what its file has, and where that is.

    Parameters
    ----------
    files : Files
        Has the window to ask in, and tells how it went.
    """

    def __init__(self, store: Store, files: Files) -> None:
        self._store, self._files = store, files
        self._place: Path | None = None
        self._kept = store.atlas

    @property
    def is_unsaved(self) -> bool:
        """Whether the open session would lose something; merely looking around is no change."""
        return self._place is not None and _differs(self._store.atlas, self._kept)

    def begin(self) -> None:
        """Let the window's title follow the session."""
        self._store.subscribe(lambda _title: self._show_title(), lambda _atlas, _frame: self.is_unsaved)

    def open(self, path: Path | None = None) -> None:
        """Bring a session back, and say which of its figures have changed since; None asks for one."""
        if not self._may_leave():
            return
        if path is None:
            home = str(self._place or Path.home())
            window, title = self._files.window, "Open session"
            chosen, _kind = QFileDialog.getOpenFileName(window, title, home, SESSION_FILTER)
            path = Path(chosen) if chosen else None
        if path is not None:
            self._read(path)

    def save(self) -> bool:
        """Write the session to its file, or ask for one; False where it was not written."""
        return self._write(self._place) if self._place else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the session; False where it was not written."""
        name = str(self._place or Path.home() / f"session{session_files.ENDING}")
        window, title = self._files.window, "Save session"
        chosen, _kind = QFileDialog.getSaveFileName(window, title, name, SESSION_FILTER)
        if not chosen:
            return False
        path = Path(chosen)
        return self._write(path if path.suffix else path.with_name(path.name + session_files.ENDING))

    def keeps_open(self) -> bool:
        """Ask about unsaved changes; True where the window is to stay."""
        return not self._may_leave()

    def _may_leave(self) -> bool:
        """Ask what is to become of unsaved changes, if there are any."""
        if self._place is None or not self.is_unsaved:
            return True
        choice = question(self._files.window, "session", self._place.name).exec_()
        return choice == Choice.Discard or (choice == Choice.Save and self.save())

    def _read(self, path: Path) -> None:
        from desktop.sheets.reopening import brought_back  # brings libraries that no first paint needs

        frame = self._store.frame
        try:
            session = session_files.read(path)
            found = brought_back(session, path.name, frame, self._store.frame_of, "saved")
        except SheetError as error:
            self._files.tell(f"{error}{_other(path)}", False)
            return
        self._files.bring_back(f"Open {path.name}", found, "What has changed since the session was saved")
        self._keep(path if path.suffix == session_files.ENDING else None)

    def _write(self, path: Path) -> bool:
        atlas = at_rest(self._store.atlas)
        try:
            frame, other = self._store.frame, frame_of_a(atlas, self._store.frame_of)
            session_files.keep(path, session_of(atlas, frame, other))
        except SheetError as error:
            self._files.tell(str(error), False)
            return False
        self._keep(path)
        self._files.tell(f"Wrote {path}", True)
        return True

    def _keep(self, place: Path | None) -> None:
        """Note which file now has what is seen; one that was kept beside another is not written over."""
        self._place, self._kept = place, self._store.atlas
        self._show_title()

    def _show_title(self) -> None:
        window = self._files.window
        window.setWindowTitle(f"{self._place.name}[*] · {TITLE}" if self._place else TITLE)
        window.setWindowModified(self.is_unsaved)


def _differs(atlas: Atlas, kept: Atlas) -> bool:
    """Compare two states in what lasts: not in where the map stands, nor in what is selected."""
    return replace(at_rest(atlas), view=kept.view, selection=kept.selection) != at_rest(kept)


def _other(path: Path) -> str:
    """Say that the session before is still there, where it is."""
    beside = session_files.kept_beside(path)
    return f"; the one before it is still in {beside.name}" if beside.is_file() else ""
