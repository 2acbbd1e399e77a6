"""Stories as decks, and decks held against the data: asks for a file, works beside the window, and tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt, QThreadPool
from qtpy.QtWidgets import QFileDialog

from desktop.asking import deriver
from desktop.commands import go
from desktop.services.looking_over import LookingOver
from desktop.sheets.errors import SheetError
from desktop.sheets.save_dialog import ask_path
from desktop.state.store import Store
from desktop.state.story import Story
from desktop.working import Steps, Work

if TYPE_CHECKING:  # these import what no first paint needs
    from desktop.files import Files
    from desktop.services.stories import Stories
    from desktop.sheets.auditing import Audit
    from desktop.sheets.binding import Deck
    from desktop.sheets.deck_dialog import DeckChoices

FILTERS = {"pptx": "PowerPoint slides (*.pptx)", "pdf": "PDF document (*.pdf)"}
AUDITED_FILTER = "Decks and sheets (*.pptx *.pdf *.png *.svg *.html);;All files (*)"
DECK_SIZE = (3840, 2160)


class Decks:
    """Writes the open story as a deck, and audits decks; what was chosen last is kept until it closes.

    Parameters
    ----------
    files : Files
        Has the data and the page that draws sheets, and tells how it went.
    stories : Stories
        Has the open story.
    """

    def __init__(self, store: Store, files: Files, stories: Stories) -> None:
        self._store, self._files, self._stories = store, files, stories
        self._cancel = lambda: None
        self._chosen: DeckChoices | None = None
        self._looking = LookingOver(files)
        files.before_close(self.cancel)

    def cancel(self) -> None:
        """Give up the deck that is being made, if there is one."""
        self._cancel()

    def export_deck(self) -> None:
        """Set up a deck of the open story in a dialog, and write it."""
        from desktop.sheets.deck_dialog import DeckChoices, DeckDialog

        theme = "dark" if self._files.window.theming.is_dark else "light"
        choices = self._chosen or DeckChoices(theme=theme)
        dialog = DeckDialog(self._files.window, choices, self._stories.book.telling.story)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._ask_and_write)
        dialog.open()

    def audit_deck(self, path: Path | None = None) -> None:
        """Say which figures of a deck are out of date; None asks for one."""
        if path is None:
            window, home = self._files.window, str(Path.home())
            chosen, _kind = QFileDialog.getOpenFileName(window, "Audit deck", home, AUDITED_FILTER)
            if not chosen:
                return
            path = Path(chosen)
        self._audit(path)

    def _ask_and_write(self, choices: DeckChoices) -> None:
        """Ask for a file, and write the open story to it."""
        self._chosen, story = choices, self._stories.book.telling.story
        proposed = Path.home() / f"{_file_name(story.title)}.{choices.kind}"
        path = ask_path(self._files.window, "Export deck", proposed, FILTERS[choices.kind])
        if path is None:
            return
        try:
            deck = self._deck(story, choices, path)
        except SheetError as error:
            self._files.tell(str(error), False)
            return
        from desktop.sheets.slide_check import eyes_for

        self._looking.look_over(
            path.name,
            deck.sheets,
            len(deck.sheets),
            lambda sheets: self._make(replace(deck, sheets=sheets), path),
            eyes_for(deck.kind),
        )

    def _deck(self, story: Story, choices: DeckChoices, path: Path) -> Deck:
        from desktop.services.story_sheets import story_requests
        from desktop.sheets.binding import Deck, deck_kind
        from desktop.sheets.files import check_writable

        kind = deck_kind(path)
        check_writable(path)
        frame_of, theme, options = self._store.frame_of, choices.theme, choices.own.options
        carries = choices.carries
        sheets = story_requests(story, frame_of, DECK_SIZE, theme, options=options, carrying=carries)
        return Deck(story.title, tuple(sheets), kind)

    def _make(self, deck: Deck, path: Path) -> None:
        """Draw one sheet after the other, and then bind them in another thread."""
        from desktop.sheets.series import SheetSeries

        series, steps, made = SheetSeries(self._files.sheets), Steps(), list[bytes]()

        def cancel() -> None:
            steps.cancel()
            if series.is_running:
                series.cancel()
                end("", False)

        def end(words: str, went_well: bool) -> None:
            progress.end()
            cancelled = f"Cancelled: {path.name} was not written"
            self._files.tell(words or cancelled, went_well or not words)

        def take(place: int, sheet: bytes) -> None:
            made.append(sheet)
            progress.tell(place + 1, len(deck.sheets) + 1)

        def bind() -> None:
            QThreadPool.globalInstance().start(Work(lambda steps: _write(deck, made, path, steps), steps))

        self.cancel()
        self._cancel = cancel
        progress = self._files.window.progress.begin(f"Writing {path.name}", cancel)
        steps.ended.connect(end)
        series.make(deck.requests, take, bind, lambda error: end(str(error), False))

    def _audit(self, path: Path) -> None:
        """Read and compare in another thread, with frames of its own."""
        steps, found, dataset = Steps(), list["Audit"](), self._files.dataset
        atlas = self._store.atlas

        def work(steps: Steps) -> str:
            from desktop.sheets.auditing import audit

            derive = deriver(dataset)
            found.append(audit(path, derive(atlas), derive))
            steps.take()
            return found[0].words

        def end(words: str, went_well: bool) -> None:
            progress.end()
            if went_well:
                self._show(found[0], path)
            else:
                self._files.tell(words or f"Cancelled: {path.name} was not audited", not words)

        progress = self._files.window.progress.begin(f"Auditing {path.name}", steps.cancel)
        steps.ended.connect(end)
        QThreadPool.globalInstance().start(Work(work, steps))

    def _show(self, audit: Audit, path: Path) -> None:
        from desktop.sheets.audit_dialog import AuditDialog

        pictures = [(one.heading, one.summary, one.place, one.found) for one in audit.pictures]
        dialog = AuditDialog(self._files.window, audit.words, pictures)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.claim_chosen.connect(lambda claim: go.select(self._store, claim))
        dialog.picture_chosen.connect(lambda place: self._files.open_sheet(path, place or None))
        dialog.show()


def _write(deck: Deck, made: list[bytes], path: Path, steps: Steps) -> str:
    """Bind and write; imports what is slow to import here, in its own thread."""
    from desktop.sheets.binding import bind
    from desktop.sheets.files import put

    data = bind(deck, made)
    steps.take(len(made) + 1, len(made) + 1)
    put(path, data)
    return f"Wrote {path}"


def _file_name(title: str) -> str:
    """Make a title fit for a file's name."""
    words = "".join(letter if letter.isalnum() else " " for letter in title).split()
    return "-".join(words).lower()[:80] or "deck"
