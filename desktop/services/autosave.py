"""Writes what is seen, beside everything else, so that a sudden end costs no more than a few seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qtpy.QtCore import QObject, QThreadPool, QTimer

from desktop.services.autosaved import Autosaved
from desktop.state.atlas import Atlas
from desktop.state.comparing import frame_of_a
from desktop.state.session import at_rest, session_of
from desktop.state.store import Store
from desktop.state.story import Story
from desktop.state.story_store import StoryStore
from desktop.working import Steps, Work
from geodata.frame import Frame

AUTOSAVE_MS = 2000
"""How long after a change it is written, with all that has changed by then."""

Seen = tuple[Atlas, Story | None]


class Autosave(QObject):
    """Follows store and story, and writes them in a thread of its own; what is opened and only read, never.

    Parameters
    ----------
    folder : pathlib.Path
        Where the windows of a user keep theirs.
    failed : callable
        Gets one line, once, where nothing can be written.
    """

    def __init__(self, store: Store, book: StoryStore, folder: Path, failed: Callable[[str], object]) -> None:
        super().__init__()
        self._store, self._book, self._failed = store, book, failed
        self._own = Autosaved.new(folder)
        self._written: Seen | None = None
        self._running: list[Steps] = []
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self.write)

    def begin(self) -> None:
        """Write whatever changes from now on."""
        self._store.subscribe(lambda _atlas: self._wait(), lambda atlas, _frame: atlas)
        self._book.subscribe(lambda _telling: self._wait())

    def write(self, then: Callable[[], object] | None = None) -> None:
        """Write what is seen, where it has changed.

        Parameters
        ----------
        then : callable or None
            What can be done once it is written: letting go of what was recovered.
        """
        seen = self._seen()
        if seen is None or seen == self._written:
            (then or _nothing)()
            return
        own, frame, steps = self._own, self._store.frame, Steps()
        other = frame_of_a(self._store.atlas, self._store.frame_of)
        self._written = seen
        self._running.append(steps)  # it must live until it was heard
        steps.ended.connect(lambda problem, _went_well: self._note(problem, steps, then or _nothing))
        self._pool.start(Work(lambda _steps: _write(own, seen, frame, other), steps))

    def end(self) -> None:
        """Forget what was written: the window closes as it should."""
        self._timer.stop()
        self._pool.waitForDone()
        self._own.remove()

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _seen(self) -> Seen | None:
        """Give what is to be kept; None where nothing was done yet, or a story is presented."""
        telling, history = self._book.telling, self._store.history
        if self._store.is_aside or not (history.names or telling.is_unsaved):
            return None
        return at_rest(self._store.atlas), telling.story if telling.is_unsaved else None

    def _note(self, problem: str, steps: Steps, then: Callable[[], object]) -> None:
        self._running.remove(steps)
        if not problem:
            then()
            return
        self._failed(f"What you see is not kept against a sudden end: {problem}")
        self._failed = _nothing  # once is enough


def _write(own: Autosaved, seen: Seen, frame: Frame, other: Frame | None) -> str:
    atlas, story = seen
    own.write(session_of(atlas, frame, other), story)
    return ""


def _nothing(*_words: str) -> None:
    """Do nothing."""
