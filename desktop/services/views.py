"""The files of views: those of the atlas, the user's own, and what is exported and imported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox

from desktop.services.view_files import read_file
from desktop.sheets.errors import SheetError
from desktop.sheets.files import put
from desktop.state.checked import MAX_WORDS, SessionError
from desktop.state.store import Store
from desktop.state.story_file import sound
from desktop.state.view_list import ViewList
from desktop.state.views import NamedView, read_views, view_of, views_text

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files
    from desktop.web.map_view import MapView

VIEW_FILTER = "Views (*.json)"


class Views:
    """Keeps the views at hand.

    Parameters
    ----------
    files : Files
        Has the window to ask in, and tells how it went.
    path : pathlib.Path
        The file of the user's own views.
    """

    def __init__(self, store: Store, files: Files, path: Path) -> None:
        self._store, self._files, self._path = store, files, path
        self._is_loaded = False
        self.list = ViewList()

    def load(self) -> None:
        """Read the views of the atlas and the user's own, once: after the first paint, or when wanted."""
        if self._is_loaded:
            return
        from geodata.bundled import views_text as bundled_text

        self._is_loaded = True
        own: tuple[NamedView, ...] = ()
        if self._path.is_file():
            try:
                own = read_file(self._path)
            except (SessionError, OSError) as error:
                self.tell(f"cannot read your views, {self._path}: {_why(error)}")
                self._path = self._path.with_name("views-2.json")  # what cannot be read is not overwritten
        self.list.fill(read_views(bundled_text()), own)

    def load_after(self, page: MapView) -> None:
        """Load once the map has been painted for the first time."""

        def load(_number: int) -> None:
            page.painted.disconnect(load)
            self.load()

        page.painted.connect(load)

    def tell(self, words: str) -> None:
        """Say something in one line above the map."""
        self._files.tell(words, False)

    def save_present(self) -> None:
        """Ask for a name, and keep what is seen as a view."""
        self.load()
        name = self._ask_name("Save the present as a view", self._store.frame.year_label)
        if name:
            view = view_of(name, self._store.atlas, self._store.frame)
            own = self.list.own_with((view,))
            self._keep(own, f"Save the view {own[-1].name}", f"Saved the view {own[-1].name}")

    def rename(self) -> None:
        """Ask for another name of the marked view."""
        listed = self.list.listed
        name = self._ask_name("Rename the view", listed.view.name) if listed.view else ""
        if name and listed.marked is not None and listed.is_own:
            place = listed.marked - len(listed.bundled)
            own = (*listed.own[:place], replace(listed.own[place], name=name), *listed.own[place + 1 :])
            old = listed.own[place].name
            self._keep(own, f"Rename the view {old}", f"Renamed the view {old}: {name}", listed.marked)

    def delete(self) -> None:
        """Ask, and delete the marked view."""
        listed = self.list.listed
        if listed.view is None or listed.marked is None or not listed.is_own:
            return
        choice = QMessageBox.StandardButton
        words = f"Delete the view “{listed.view.name}”?"
        box = QMessageBox(self._files.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(words)
        box.setStandardButtons(choice.Yes | choice.Cancel)
        if box.exec_() == choice.Yes:
            place = listed.marked - len(listed.bundled)
            own, name = (*listed.own[:place], *listed.own[place + 1 :]), listed.view.name
            self._keep(own, f"Delete the view {name}", f"Deleted the view {name}", None)

    def export(self) -> None:
        """Ask for a file, and write the marked view to it."""
        view = self.list.listed.view
        if view is None:
            return
        name = "".join(letter if letter.isalnum() else "-" for letter in view.name.lower())
        start = str(Path.home() / f"{name}.json")
        chosen, _kind = QFileDialog.getSaveFileName(self._files.window, "Export view", start, VIEW_FILTER)
        if chosen:
            path = Path(chosen)
            self._write(path if path.suffix else path.with_suffix(".json"), (view,))

    def open(self, path: Path | None = None) -> None:
        """Add the views of a file to the user's own; None asks for one."""
        self.load()
        if path is None:
            home = str(Path.home())
            chosen, _kind = QFileDialog.getOpenFileName(self._files.window, "Import views", home, VIEW_FILTER)
            path = Path(chosen) if chosen else None
        if path is None:
            return
        try:
            found = read_file(path)
        except (SessionError, OSError) as error:
            self.tell(f"cannot open {path.name}: {_why(error)}")
            return
        words = f"{len(found)} view{'s' * (len(found) != 1)}"
        self._keep(self.list.own_with(found), f"Import {words}", f"Imported {words}")

    def _keep(self, own: tuple[NamedView, ...], name: str, words: str, marked: int | None = -1) -> None:
        """Take over other views of the user's own, as a change that can be undone; -1 marks the last."""
        before, last = self.list.listed, len(self.list.listed.bundled) + len(own) - 1
        marked = last if marked == -1 else marked

        def turn(is_redo: bool) -> None:
            if is_redo:
                self._put(own, marked, words)
            else:
                self._put(before.own, before.marked, f"Taken back: {name}")

        if self._put(own, marked, words):
            self._store.change(name, self._store.atlas, turn=turn)

    def _put(self, own: tuple[NamedView, ...], marked: int | None, words: str) -> bool:
        """Write the user's own views, and hold them once they are in their file."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.tell(f"cannot write {self._path}: {_why(error)}")
            return False
        is_written = self._write(self._path, own, words)
        if is_written:
            self.list.hold_own(own, marked)
        return is_written

    def _write(self, path: Path, views: Iterable[NamedView], words: str = "") -> bool:
        try:
            put(path, views_text(views).encode())
        except SheetError as error:
            self.tell(str(error))
            return False
        self._files.tell(words or f"Wrote {path}", True)
        return True

    def _ask_name(self, title: str, first: str) -> str:
        normal = QLineEdit.EchoMode.Normal
        name, is_told = QInputDialog.getText(self._files.window, title, "Name", normal, first)
        fit = sound(name).strip()[:MAX_WORDS]
        if is_told and not fit:
            self.tell(f"{title}: expected a name, got none")
        return fit if is_told else ""


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
