"""What a window that ended badly left behind: offered at the next start, taken or dismissed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer

from desktop.services.autosave import Autosave
from desktop.services.autosaved import Autosaved, left_behind
from desktop.sheets.errors import SheetError
from desktop.state.session import Session
from desktop.state.store import Store
from desktop.state.story_store import UNTITLED

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files
    from desktop.services.stories import Stories
    from desktop.web.map_view import MapView

AFTER_FIRST_PAINT_MS = 600
ABOUT = "What has changed since the session was kept"


class Recovery(QObject):
    """Keeps what is seen against a sudden end, and offers what was kept before one.

    Parameters
    ----------
    files : Files
        Has the window to offer in, and tells how it went.
    page : MapView
        Its first paint comes before all this.
    folder : pathlib.Path
        Where the windows of a user keep what they show.
    """

    def __init__(self, store: Store, files: Files, stories: Stories, page: MapView, folder: Path) -> None:
        super().__init__()
        self._store, self._files, self._stories, self._page = store, files, stories, page
        self._folder = folder
        self.autosave = Autosave(store, stories.book, folder, lambda words: files.tell(words, False))
        self._left: list[Autosaved] = []
        self._offered: Session | None = None
        self._name = ""
        self._timer = QTimer(self, singleShot=True, interval=AFTER_FIRST_PAINT_MS)
        self._timer.timeout.connect(self._begin)
        page.painted.connect(self._note_first_paint)
        files.before_close(self.end)

    @property
    def has_offer(self) -> bool:
        """Whether there is a session to recover now."""
        return self._offered is not None and not self._store.is_aside

    def recover(self) -> None:
        """Bring back what is offered, as one change that can be undone, and say what has changed since."""
        from desktop.sheets.reopening import brought_back  # brings libraries that no first paint needs

        session, left = self._offered, self._left[0] if self._left else None
        if session is None or left is None or self._store.is_aside:
            return
        try:
            found = brought_back(session, self._name, self._store.frame, self._store.frame_of, "kept")
        except SheetError as error:
            self._refuse(left, error)
        else:
            self._files.bring_back(f"Recover {self._name}", found, ABOUT)
            story = left.read_story()
            if story is not None and not self._stories.book.telling.is_unsaved:
                self._stories.book.open(UNTITLED)
                self._stories.book.change("Recover the story", story, None)
            self.autosave.write(left.remove)  # not before this window keeps it itself
        self._next()

    def dismiss(self) -> None:
        """Let go of what is offered."""
        if self._left:
            self._left[0].remove()
            self._next()

    def end(self) -> None:
        """Forget what this window kept; what it only offered stays for the next one."""
        self._timer.stop()
        self.autosave.end()
        for left in self._left:
            left.let_go()

    def _note_first_paint(self, _number: int) -> None:
        self._page.painted.disconnect(self._note_first_paint)
        self._timer.start()

    def _begin(self) -> None:
        self.autosave.begin()
        self._left = list(left_behind(self._folder))
        self._offer()

    def _next(self) -> None:
        del self._left[0]
        self._offered = None
        self._files.window.offers.withdraw()
        self._offer()

    def _offer(self) -> None:
        """Offer the newest that can be read; what cannot is set aside with one line."""
        while self._left and self._offered is None:
            try:
                self._offered, when = self._left[0].read()
            except SheetError as error:
                self._refuse(self._left.pop(0), error)
            else:
                self._ask(when)
        self._files.window.doing.refresh()

    def _ask(self, when: datetime) -> None:
        self._name = f"the session of {when.day} {when:%b, %H:%M}"
        window = self._files.window
        words = f"The atlas ended without being closed. Recover {self._name}?"
        on_map = window.focusWidget() in (None, self._page) or self._page.isAncestorOf(window.focusWidget())
        window.offers.offer(words, "Recover", self.recover, self.dismiss, on_map)

    def _refuse(self, left: Autosaved, error: SheetError) -> None:
        place = left.set_aside()
        self._files.tell(f"A session that was kept cannot be recovered ({error}); it is now {place}", False)
