"""The autosaved session of one window: its files, and the lock that tells whether the window still lives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from qtpy.QtCore import QLockFile

from desktop.services import session_files
from desktop.services.stories import read_file
from desktop.sheets.errors import SheetError
from desktop.sheets.files import put
from desktop.state.checked import SessionError
from desktop.state.session import Session
from desktop.state.story import Story
from desktop.state.story_file import story_text

MOST = 20
"""How many windows that ended badly are looked for."""
_STORY, _LOCK, _DAMAGED = ".irel-story.json", ".lock", "damaged"


class Autosaved:
    """What one window keeps against a sudden end.

    Parameters
    ----------
    folder : pathlib.Path
        Shared by all windows of a user.
    name : str
        Which window's.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self.session = folder / f"{name}{session_files.ENDING}"
        self._story = folder / f"{name}{_STORY}"
        self._lock = QLockFile(str(folder / f"{name}{_LOCK}"))
        self._lock.setStaleLockTime(0)  # however old: only the end of its process opens a lock

    @classmethod
    def new(cls, folder: Path) -> Autosaved:
        """Give a window its own, under a name that none has had."""
        return cls(folder, os.urandom(16).hex())

    def take(self) -> bool:
        """Lock it; False where a window that lives has it."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def let_go(self) -> None:
        """Leave it to whoever comes next."""
        self._lock.unlock()

    def write(self, session: Session, story: Story | None) -> None:
        """Write the session, and the story where that has changes that no file has.

        Raises
        ------
        SheetError
            Where that fails: what was there stays.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SheetError(f"cannot write {self._folder}: {error.strerror or error}") from error
        if not self.take():
            raise SheetError(f"cannot write {self.session}: another window has it")
        session_files.keep(self.session, session)
        if story is None:
            self._story.unlink(missing_ok=True)
        else:
            put(self._story, story_text(story).encode())

    def read(self) -> tuple[Session, datetime]:
        """Read the session, or the one before it where that is damaged, and say when it was written.

        Raises
        ------
        SheetError
            Where neither can be read.
        """
        beside = session_files.kept_beside(self.session)
        try:
            return session_files.read(self.session), _written(self.session)
        except SheetError:
            if not beside.is_file():
                raise
        return session_files.read(beside), _written(beside)

    def read_story(self) -> Story | None:
        """Read the story, if there was one with changes."""
        try:
            return read_file(self._story)
        except (OSError, SessionError):
            return None

    def remove(self) -> None:
        """Remove it, and the lock: nothing is to be recovered any more."""
        for path in self._folder.glob(f"*{self._name}*"):
            if path.suffix != _LOCK:
                with suppress(OSError):
                    path.unlink()
        self._lock.unlock()

    def set_aside(self) -> Path:
        """Keep what is damaged out of the way, and say where."""
        place = self._folder / f"{_DAMAGED}{session_files.ENDING}"
        with suppress(OSError):
            self.session.replace(place)
        self.remove()
        return place


def left_behind(folder: Path) -> Iterator[Autosaved]:
    """Lock and give what windows left that ended badly, the newest first."""
    with suppress(OSError):
        found = [path for path in folder.glob(f"*{session_files.ENDING}") if path.stem != _DAMAGED]
        found.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[:MOST]:
            autosaved = Autosaved(folder, path.stem)
            if autosaved.take():  # another window may have dealt with it meanwhile
                if path.is_file():
                    yield autosaved
                else:
                    autosaved.let_go()


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
