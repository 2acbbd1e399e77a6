"""Films out of the window: set up in a dialog, made while the window goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt

from desktop.services.looking_over import LookingOver
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.save_dialog import ask_path
from desktop.state.store import Store
from desktop.state.story_store import StoryStore

if TYPE_CHECKING:  # files and films import what no first paint needs
    from desktop.files import Files
    from desktop.sheets.film import Film
    from desktop.sheets.film_choices import FilmChoices
    from desktop.sheets.filming import FilmMaker

FILTERS = {
    "mp4": "MP4 film (*.mp4)",
    "gif": "GIF (*.gif)",
    "webp": "WebP (*.webp)",
    "zip": "PNG pictures in a ZIP file (*.zip)",
    "folder": "New folder for PNG pictures (*)",
}
YEARS = 21
"""How many years a film has if nothing else is chosen: those up to the one that is shown."""


class Films:
    """Makes films, one at a time; what was chosen for the last is remembered until the window closes.

    Parameters
    ----------
    store : Store
        What is shown when a film begins is what is filmed.
    files : Files
        Has the page that draws sheets, and tells how it went.
    book : StoryStore
        The open story.
    """

    def __init__(self, store: Store, files: Files, book: StoryStore) -> None:
        self._store, self._files, self._book = store, files, book
        self._maker: FilmMaker | None = None
        self._chosen: FilmChoices | None = None
        self._looking = LookingOver(files)
        files.before_close(self._close)

    def export_film(self) -> None:
        """Set up a film of years or of the open story in a dialog, and write it."""
        from desktop.sheets.film_dialog import FilmDialog

        frame = self._store.frame
        dialog = FilmDialog(
            self._files.window,
            self._chosen or self._first_choices(),
            (frame.first_year, frame.last_year),
            self._book.telling.story,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._ask_and_write)
        dialog.open()

    def write_film(self, film: Film, path: Path) -> None:
        """Make a film while the window goes on."""
        window = self._files.window
        maker = self._ready_maker()
        if maker.is_busy:
            self._files.tell("A film is being made; wait for it, or cancel it", False)
            return
        progress = window.progress.begin(f"Filming {path.name}", maker.cancel)

        def done(words: str) -> None:
            progress.end()
            self._files.tell(words, True)

        def fail(error: SheetError) -> None:
            progress.end()
            cancelled = isinstance(error, SheetCancelledError)
            self._files.tell(
                f"Cancelled: {path.name} was not written" if cancelled else str(error), cancelled
            )

        maker.make(film, path, progress.tell, done, fail)

    def _ask_and_write(self, choices: FilmChoices) -> None:
        self._chosen = choices
        subject = "story" if choices.of_story else f"{choices.first}-{choices.last}"
        ending = "" if choices.kind == "folder" else f".{choices.kind}"
        proposed = Path.home() / f"irel-atlas-{subject}{ending}"
        path = ask_path(self._files.window, "Export film", proposed, FILTERS[choices.kind])
        if path is None:
            return
        from desktop.sheets.film import of_sheets
        from desktop.sheets.standing import Measuring

        try:
            film = self._film(choices)
        except SheetError as error:
            self._files.tell(str(error), False)
            return
        measuring, count = Measuring(), len(film.seconds)
        self._looking.look_over(
            path.name,
            film.requests,
            count,
            lambda sheets: self.write_film(of_sheets(film, sheets, measuring.last(count)), path),
            measuring.eyes,
        )

    def _film(self, choices: FilmChoices) -> Film:
        from desktop.services.story_sheets import story_requests
        from desktop.sheets.film import Manner, film_of_sheets, film_of_years

        options = choices.own.options
        manner = Manner(choices.size_px, choices.theme, choices.seconds, options, choices.carries)
        derive = self._store.frame_of
        if not choices.of_story:
            return film_of_years(self._store.atlas, derive, choices.first, choices.last, manner)
        story = self._book.telling.story
        size_px, theme, carrying = manner.size_px, manner.theme, manner.carrying
        sheets = story_requests(story, derive, size_px, theme, options=options, carrying=carrying)
        return film_of_sheets(story.title, sheets, manner)

    def _first_choices(self) -> FilmChoices:
        """Propose the years up to the one shown, in the theme shown, as MP4 where that can be made."""
        from desktop.sheets.encoders import find_ffmpeg
        from desktop.sheets.film_choices import FilmChoices

        frame = self._store.frame
        choices = FilmChoices(
            max(frame.first_year, frame.year - YEARS + 1),
            frame.year,
            theme="dark" if self._files.window.theming.is_dark else "light",
        )
        try:
            find_ffmpeg()
        except SheetError:
            return replace(choices, kind="webp")
        return choices

    def _ready_maker(self) -> FilmMaker:
        if self._maker is None:
            from desktop.sheets.filming import FilmMaker

            self._maker = FilmMaker(self._files.sheets)
        return self._maker

    def _close(self) -> None:
        """End a film before the page that draws its sheets goes."""
        if self._maker is not None:
            self._maker.close()
