"""The files of scenarios: those of the atlas, those in the user's own folder, and any that is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.commands import scenarios as commands
from desktop.services.scenario_files import ENDING, KEPT, free_place, keep, read_entry, read_folder
from desktop.sheets.errors import SheetError
from desktop.state.shelf import BUNDLED, FILE, Shelf, Shelved
from desktop.state.store import Store
from geodata.scenario import Scenario

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files

SCENARIO_FILTER = "Scenario (*.json)"
KEPT_FILTER = f"{SCENARIO_FILTER};;As it was before it was saved (*.json~)"
_Choice = QMessageBox.StandardButton


class Scenarios:
    """Keeps the scenarios at hand.

    Parameters
    ----------
    files : Files
        Has the window to ask in, and tells how it went.
    folder : pathlib.Path
        The user's own scenarios; it is made when the first is saved.
    """

    def __init__(self, store: Store, files: Files, folder: Path) -> None:
        self._store, self._files, self._folder = store, files, folder
        self._is_loaded = False
        self.shelf = Shelf()
        store.subscribe(self.shelf.keep, lambda atlas, _frame: atlas.scenario)

    def load(self) -> None:
        """Read the scenarios of the atlas and of the user's folder, once: when they are first wanted."""
        if not self._is_loaded:
            from geodata.bundled import scenarios

            self._is_loaded = True
            bundled = (Shelved(BUNDLED, scenario) for scenario in scenarios())
            self.shelf.fill((*bundled, *read_folder(self._folder)))
            self.shelf.keep(self._store.atlas.scenario)

    def open(self, path: Path | None = None) -> None:
        """Open a scenario's file and lay it over the claims; None asks for one."""
        self.load()
        if path is None:
            window, home = self._files.window, str(self._folder if self._folder.is_dir() else Path.home())
            chosen, _kind = QFileDialog.getOpenFileName(window, "Open scenario", home, KEPT_FILTER)
            path = Path(chosen) if chosen else None
        if path is None:
            return
        entry = read_entry(path)
        if entry.scenario is None:
            self._files.tell(f"cannot open {path.name}: {entry.reason}", False)
            return
        if not path.name.endswith(KEPT):  # what was before comes back as a change of what is now
            self.shelf.put(entry)
            self.shelf.hold(entry)
        commands.choose(self._store, entry.scenario)

    def save(self) -> bool:
        """Write the scenario that is on to its file, or ask for one; False where it was not written."""
        now = self._store.atlas.scenario
        entry = self.shelf.of(now)
        if now is None:
            return False
        return self._write(now, Path(entry.place)) if entry and entry.place else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the scenario that is on; False where it was not written."""
        now = self._store.atlas.scenario
        if now is None:
            return False
        name = str(self._ready_folder() / f"{now.id}{ENDING}")
        window = self._files.window
        chosen, _kind = QFileDialog.getSaveFileName(window, "Save scenario", name, SCENARIO_FILTER)
        if not chosen:
            return False
        path = Path(chosen)
        return self._write(now, path if path.suffix else path.with_suffix(ENDING))

    def delete(self) -> None:
        """Ask, and then delete the scenario that is on, with its file."""
        self.load()
        now = self._store.atlas.scenario
        entry = self.shelf.of(now)
        if now is None or entry is None or entry.origin == BUNDLED:
            return
        words = "Its file will be deleted." if entry.place else "It is in no file."
        choice = _Choice.Yes | _Choice.Cancel
        if _question(self._files.window, f"Delete “{now.title}”?", words, choice).exec_() != _Choice.Yes:
            return

        def turn(is_redo: bool) -> None:
            if is_redo:
                self._remove(entry)
            elif not entry.place or self._write(entry.saved or now, Path(entry.place)):
                self.shelf.put(entry)

        if self._remove(entry):
            without = replace(self._store.atlas, scenario=None)
            self._store.change(f"Delete the scenario {now.title}", without, turn=turn)

    def _remove(self, entry: Shelved) -> bool:
        """Delete a scenario's file, if it has one, and hold it no longer; False where that fails."""
        try:
            if entry.place:
                Path(entry.place).unlink(missing_ok=True)
        except OSError as error:
            self._files.tell(f"cannot delete {entry.place}: {error.strerror or error}", False)
            return False
        self.shelf.drop(entry)
        return True

    def keeps_open(self) -> bool:
        """Ask about unsaved scenarios; True where the window is to stay."""
        for entry in self.shelf.entries:
            if entry.is_unsaved and entry.scenario:
                words, choice = entry.scenario.title, _Choice.Save | _Choice.Discard | _Choice.Cancel
                box = _question(
                    self._files.window, "The scenario has changes that are not saved.", words, choice
                )
                found = box.exec_()
                folder = self._ready_folder()
                path = Path(entry.place) if entry.place else free_place(folder, entry.scenario)
                if found == _Choice.Cancel or (
                    found == _Choice.Save and not self._write(entry.scenario, path)
                ):
                    return True
        return False

    def _write(self, scenario: Scenario, path: Path) -> bool:
        try:
            kept = keep(path, scenario)
        except SheetError as error:
            self._files.tell(str(error), False)
            return False
        before, now = self.shelf.of(scenario), Shelved(FILE, scenario, scenario, str(path))
        if before is not None and before.origin == FILE and before.place != now.place:
            self.shelf.put(replace(before, scenario=before.saved))  # its own file was not written
        elif before is not None and not before.place and before.origin != BUNDLED:
            self.shelf.drop(before)
        self.shelf.put(now)
        self.shelf.hold(now)
        self._files.tell(f"Wrote {path}" + (f"; as it was before, it is in {kept}" if kept else ""), True)
        return True

    def _ready_folder(self) -> Path:
        """Give the user's folder, made where it can be; else the home folder."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return Path.home()
        return self._folder


def _question(window: QWidget, words: str, more: str, choice: QMessageBox.StandardButton) -> QMessageBox:
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Scenarios")
    box.setText(words)
    box.setInformativeText(more)
    box.setStandardButtons(choice)
    return box
