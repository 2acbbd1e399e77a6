"""The open story and its file: opens, saves, asks before changes are lost, and presents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from desktop.commands import steps
from desktop.services.asking_to_save import Choice, question
from desktop.services.text_files import read_text
from desktop.sheets.errors import SheetError
from desktop.sheets.files import put
from desktop.state.checked import SessionError
from desktop.state.store import Store
from desktop.state.story import Story
from desktop.state.story_file import MAX_CHARACTERS, read_story, story_text
from desktop.state.story_store import UNTITLED, StoryStore
from resources import files as resources

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files
    from desktop.services.presenting import Presenter
    from desktop.web.map_view import MapView

BUNDLED = "stories/from-sand-to-magnet.json"
STORY_FILTER = "Story (*.irel-story.json *.json)"
ENDING = ".irel-story.json"


class Stories:
    """Keeps the open story.

    Parameters
    ----------
    files : Files
        Has the window to ask in, and tells how it went.
    page : MapView
        The map that is presented.
    """

    def __init__(self, store: Store, files: Files, page: MapView) -> None:
        self._store, self._files, self._page = store, files, page
        self._presenter: Presenter | None = None
        self.book = StoryStore(bundled())

    def begin(self, place: str | None) -> None:
        """Take up the story that was open at the last end, if its file is still there."""
        if place and Path(place).is_file():
            self._read(Path(place))

    def tell(self, words: str) -> None:
        """Say in one line what could not be done."""
        self._files.tell(words, False)

    def new(self) -> None:
        """Begin a story without steps."""
        if self._may_leave():
            self.book.open(UNTITLED)

    def open(self, path: Path | None = None) -> None:
        """Open a story's file; None asks for one."""
        if not self._may_leave():
            return
        if path is None:
            title, home = "Open story", self.book.telling.place or str(Path.home())
            chosen, _kind = QFileDialog.getOpenFileName(self._files.window, title, home, STORY_FILTER)
            path = Path(chosen) if chosen else None
        if path is not None:
            self._read(path)

    def open_bundled(self) -> None:
        """Open the story that comes with the atlas."""
        if self._may_leave():
            self.book.open(bundled())

    def save(self) -> bool:
        """Write the story to its file, or ask for one; False where it was not written."""
        place = self.book.telling.place
        return self._write(Path(place)) if place else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the story; False where it was not written."""
        telling = self.book.telling
        name = telling.place or str(Path.home() / f"{_file_name(telling.story.title)}{ENDING}")
        chosen, _kind = QFileDialog.getSaveFileName(self._files.window, "Save story", name, STORY_FILTER)
        if not chosen:
            return False
        path = Path(chosen)
        return self._write(path if path.suffix else path.with_name(path.name + ENDING))

    def keeps_open(self) -> bool:
        """End presenting and ask about unsaved changes; True where the window is to stay."""
        if self._presenter is not None:
            self._presenter.end()
        return not self._may_leave()

    def present(self, place: int) -> None:
        """Present the story from a step on, full screen."""
        if self._presenter is None:
            from desktop.services.presenting import Presenter

            self._presenter = Presenter(self._store, self.book, self._page, self._files.window)
        self._presenter.begin(place)

    def ask_name(self, place: int) -> None:
        """Ask for another name of a step."""
        normal, was = QLineEdit.EchoMode.Normal, self.book.telling.story.steps[place].name
        name, is_told = QInputDialog.getText(self._files.window, "Rename the step", "Name", normal, was)
        if is_told:
            steps.name_as_typed(self, place, name)

    def ask_caption(self, place: int) -> None:
        """Ask for another caption of a step."""
        was = self.book.telling.story.steps[place].caption
        title, window = "Edit the caption", self._files.window
        caption, is_told = QInputDialog.getMultiLineText(window, title, "What to say about it", was)
        if is_told:
            steps.set_caption(self.book, place, caption)

    def _may_leave(self) -> bool:
        """Ask what is to become of unsaved changes, if there are any."""
        if not self.book.telling.is_unsaved:
            return True
        choice = question(self._files.window, "story", self.book.telling.story.title).exec_()
        return choice == Choice.Discard or (choice == Choice.Save and self.save())

    def _read(self, path: Path) -> None:
        try:
            self.book.open(read_file(path), str(path))
        except (SessionError, OSError) as error:
            self.tell(f"cannot open {path.name}: {getattr(error, 'strerror', None) or error}")

    def _write(self, path: Path) -> bool:
        story = self.book.telling.story
        try:
            put(path, story_text(story).encode())
        except SheetError as error:
            self.tell(str(error))
            return False
        self.book.keep(story, str(path))
        self._files.tell(f"Wrote {path}", True)
        return True


def bundled() -> Story:
    """Read the story that comes with the atlas."""
    return read_story(resources.read(BUNDLED).decode())


def read_file(path: Path) -> Story:
    """Read a story's file.

    Raises
    ------
    SessionError
        Where it is none, or a newer program wrote it.
    OSError
        Where it cannot be read.
    """
    return read_story(read_text(path, MAX_CHARACTERS, "a story"))


def _file_name(title: str) -> str:
    """Make a file's name of a title."""
    words = "".join(letter if letter.isalnum() else " " for letter in title).split()
    return "-".join(words).lower()[:60] or "story"
