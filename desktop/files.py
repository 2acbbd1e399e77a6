"""What the window reads and writes: layers, sheets, tables, the clipboard; it asks and tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QApplication, QDialog, QFileDialog

from desktop.asking import deriver, seen
from desktop.sheets.errors import SheetError
from desktop.state.comparing import frame_of_a
from desktop.state.framing import framed
from desktop.state.session import session_of
from desktop.state.store import Store
from desktop.web.engine import Engine
from desktop.window.main_window import MainWindow
from geodata.claim import Dataset
from geodata.exporting.citing import clipboard_text
from geodata.reading import read

if TYPE_CHECKING:  # sheets and printers bring libraries that no first paint needs
    from qtpy.QtPrintSupport import QPrinter

    from desktop.sheets.printer import SheetPrinter
    from desktop.sheets.reopening import Reopened
    from desktop.sheets.sheet import SheetRequest
    from desktop.state.sheet_options import SheetOptions

EXPORTED_FILTER = "Exported sheets, pages and decks (*.png *.pdf *.svg *.html *.pptx);;All files (*)"
SHEET_SIZE = (3840, 2160)


@dataclass(slots=True)
class Layers:
    """The data that are shown, and the folder they were read from."""

    folder: Path
    dataset: Dataset


class Files:
    """Reads and writes for the window; what it is told to do it does without blocking it.

    Parameters
    ----------
    layers : Layers
        What was read at the start.
    engine : Engine
        Shared with the map, for the sheets' own page.

    Notes
    -----
    `options` are the words and elements of the sheet that was opened last, with which the next begins.
    """

    def __init__(self, store: Store, layers: Layers, engine: Engine) -> None:
        self._store, self._layers, self._engine = store, layers, engine
        self._printer: SheetPrinter | None = None
        self._window: MainWindow | None = None
        self._ends: list[Callable[[], None]] = []
        self.options: SheetOptions | None = None

    def attach(self, window: MainWindow) -> None:
        """Say in which window to ask and tell."""
        self._window = window

    @property
    def window(self) -> MainWindow:
        """The window to ask and tell in."""
        assert self._window is not None, "attach() comes first"
        return self._window

    @property
    def engine(self) -> Engine:
        """The web engine, for pages beside the map's."""
        return self._engine

    @property
    def dataset(self) -> Dataset:
        """The data that are shown."""
        return self._layers.dataset

    @property
    def sheets(self) -> SheetPrinter:
        """The page that draws sheets; started when it is first wanted, and kept warm from then on."""
        if self._printer is None:
            from desktop.sheets.printer import SheetPrinter

            self._printer = SheetPrinter(self._engine)
        return self._printer

    def reload(self) -> None:
        """Read the layers again; on a problem say so by file and field, and keep the last good data."""
        self._read(self._layers.folder)

    def open_data_folder(self) -> None:
        """Ask for a folder of layers and show it."""
        folder = QFileDialog.getExistingDirectory(self.window, "Open data folder", str(self._layers.folder))
        if folder:
            self._read(Path(folder))

    def open_sheet(self, path: Path | None = None, place: str | None = None) -> None:
        """Bring back the view of an exported sheet, and say which of its figures have changed since.

        Parameters
        ----------
        path : pathlib.Path or None
            None asks for one.
        place : str or None
            Which picture of a deck, such as "slide 3"; None is the first.
        """
        from desktop.sheets.reopening import reopen

        path = path or self._ask_sheet()
        if path is None:
            return
        try:
            found = reopen(path, self._store.frame, self._store.frame_of, place)
        except SheetError as error:
            self._failed(error)
            return
        self.bring_back(f"Open {path.name}", found, "What has changed since the sheet was made")

    def bring_back(self, name: str, found: Reopened, about: str) -> None:
        """Show a state that was opened again, and what has changed since.

        Parameters
        ----------
        name : str
            The change, as undo names it.
        about : str
            What the lines on changes are.
        """
        self.window.problems.hide()
        self.options = found.options
        self._store.change(name, found.atlas)
        if found.lines:
            self.window.problems.report(found.words, found.lines, can_reload=False, about=about)
        else:
            self.tell(found.words, True)

    def print_sheet(self) -> None:
        """Print the sheet of the current view, light, on the printer that is chosen."""
        from qtpy.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
        if QPrintDialog(printer, self.window).exec_():
            request = self.sheet_request("pdf", theme="light")
            if self.options is not None:
                request = replace(request, options=self.options)
            self.sheets.make(request, lambda pdf: self._print(pdf, printer), self._failed)

    def copy_figures(self, claims: tuple[str, ...]) -> None:
        """Copy figures with their citations."""
        QApplication.clipboard().setText(
            clipboard_text(seen(self.dataset, self._store.atlas), claims, self._store.atlas.look.lakh)
        )
        count = len(claims)
        words = "a figure with its source" if count == 1 else f"{count} figures with sources"
        self.tell(f"Copied {words}", True)

    def before_close(self, end: Callable[[], None]) -> None:
        """Let work of many sheets be ended before the page that draws them goes."""
        self._ends.append(end)

    def close(self) -> None:
        """Close what is still open over the window, and let the sheets' page go before its profile does."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        for end in self._ends:
            end()
        if self._printer is not None:
            self._printer.close()

    def _read(self, folder: Path) -> None:
        found = read(folder)
        if found.dataset is None:
            count = len(found.problems)
            words = f"{count} problem{'s' if count != 1 else ''} in {folder}; the last good data stay."
            self.window.problems.report(words, [str(problem) for problem in found.problems])
            return
        self._layers = Layers(folder, found.dataset)
        self.window.problems.hide()
        self._store.rederive(deriver(found.dataset))
        self.tell(f"Read {len(found.dataset.claims)} claims from {folder}", True)

    def sheet_request(self, kind: str, theme: str | None = None) -> SheetRequest:
        """Ask for the sheet of what is shown now; of the opening view, for what that was framed for.

        Parameters
        ----------
        kind : str
            png, pdf or svg.
        theme : str or None
            None for the one that the window is drawn in.
        """
        from desktop.sheets.sheet import SheetRequest

        atlas = self._store.atlas
        other = frame_of_a(atlas, self._store.frame_of)
        shown = theme or ("dark" if self.window.theming.is_dark else "light")
        return SheetRequest(
            self._store.frame,
            framed(atlas.view.bounds, self._store.frame.opening),
            SHEET_SIZE,
            shown,
            kind,
            atlas.layers.opacity,
            atlas.layers.graticule,
            session_of(atlas, self._store.frame, other),
            other=other,
        )

    def _ask_sheet(self) -> Path | None:
        title, home = "Open exported sheet", str(Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self.window, title, home, EXPORTED_FILTER)
        return Path(chosen) if chosen else None

    def _print(self, pdf: bytes, printer: QPrinter) -> None:
        from desktop.sheets.printing import print_pdf

        try:
            print_pdf(pdf, printer)
        except SheetError as error:
            self._failed(error)
        else:
            self.tell("Sent the sheet to the printer", True)

    def _failed(self, error: SheetError) -> None:
        self.tell(str(error), False)

    def tell(self, words: str, went_well: bool) -> None:
        """Say how something went: in the status bar, or where it did not go well above the map."""
        if went_well:
            self.window.status.showMessage(words, 6000)
        else:
            self.window.problems.report(words, can_reload=False)
