"""What the window reads and writes: layers, sheets, tables, the clipboard; it asks and tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QThreadPool
from qtpy.QtWidgets import QApplication, QFileDialog

from desktop.asking import deriver
from desktop.sheets.errors import SheetError
from desktop.state.atlas import Atlas
from desktop.state.session import session_of
from desktop.state.store import Store
from desktop.web.engine import Engine
from desktop.window.main_window import MainWindow
from desktop.working import Ended, Work
from geodata.claim import Dataset
from geodata.exporting.citing import clipboard_text
from geodata.reading import read

if TYPE_CHECKING:  # sheets and printers bring libraries that no first paint needs
    from qtpy.QtPrintSupport import QPrinter

    from desktop.sheets.printer import SheetPrinter
    from desktop.sheets.sheet import SheetRequest

SHEET_FILTER = "PNG picture (*.png);;PDF document (*.pdf);;SVG drawing (*.svg)"
PAGE_FILTER = "Page in one file (*.html)"
EXPORTED_FILTER = "Exported sheets and pages (*.png *.pdf *.svg *.html);;All files (*)"
TABLE_FILTER = "Excel workbook (*.xlsx);;CSV table (*.csv);;GeoJSON (*.geojson);;GeoPackage (*.gpkg)"
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
    """

    def __init__(self, store: Store, layers: Layers, engine: Engine) -> None:
        self._store, self._layers, self._engine = store, layers, engine
        self._printer: SheetPrinter | None = None
        self._ended = Ended()
        self._ended.told.connect(self._tell)
        self._window: MainWindow | None = None

    def attach(self, window: MainWindow) -> None:
        """Say in which window to ask and tell."""
        self._window = window

    @property
    def window(self) -> MainWindow:
        """The window to ask and tell in."""
        assert self._window is not None, "attach() comes first"
        return self._window

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

    def open_sheet(self, path: Path | None = None) -> None:
        """Bring back the view of an exported sheet, and say which of its figures have changed since."""
        from desktop.sheets.reopening import reopen

        path = path or self._ask_sheet()
        if path is None:
            return
        try:
            found = reopen(path, self._store.frame, self._store.frame_of)
        except SheetError as error:
            self._failed(error)
            return
        self.window.problems.hide()
        self._store.change(f"Open {path.name}", found.atlas)
        if found.lines:
            self.window.problems.report(
                found.words, found.lines, can_reload=False, about="What has changed since the sheet was made"
            )
        else:
            self._tell(found.words, True)

    def export_sheet(self) -> None:
        """Ask for a file and write the sheet of the current view."""
        from desktop.sheets.sheet import format_of

        path = self._ask_path("Export sheet", f"irel-atlas-{self._store.frame.year}.png", SHEET_FILTER)
        if path is None:
            return
        try:
            request = self._request(format_of(path))
        except SheetError as error:
            self._tell(str(error), False)
            return
        self._tell(f"Drawing {path.name}…", True)
        self.sheets.write(request, path, lambda _bytes: self._tell(f"Wrote {path}", True), self._failed)

    def export_page(self) -> None:
        """Ask for a file and write the page of all years, which opens as it is seen now."""
        path = self._ask_path("Export page", "irel-atlas.html", PAGE_FILTER)
        if path is None:
            return
        atlas, dataset = self._store.atlas, self._layers.dataset
        self._tell(f"Writing {path.name}…", True)
        QThreadPool.globalInstance().start(Work(lambda: _write_page(atlas, dataset, path), self._ended))

    def print_sheet(self) -> None:
        """Print the sheet of the current view, light, on the printer that is chosen."""
        from qtpy.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
        if QPrintDialog(printer, self.window).exec_():
            request = self._request("pdf", theme="light")
            self.sheets.make(request, lambda pdf: self._print(pdf, printer), self._failed)

    def export_table(self) -> None:
        """Ask for a file and write the figures that the filter lets through."""
        path = self._ask_path("Export figures", "irel-atlas-figures.xlsx", TABLE_FILTER)
        if path is None:
            return
        dataset, claims = self._layers.dataset, [figure.claim for figure in self._store.frame.figures]
        QThreadPool.globalInstance().start(Work(lambda: _export(dataset, claims, path), self._ended))

    def copy_figures(self, claims: tuple[str, ...]) -> None:
        """Copy figures with their citations."""
        QApplication.clipboard().setText(
            clipboard_text(self._layers.dataset, claims, self._store.atlas.look.lakh)
        )
        count = len(claims)
        words = "a figure with its source" if count == 1 else f"{count} figures with sources"
        self._tell(f"Copied {words}", True)

    def close(self) -> None:
        """Let the sheets' page go before its profile does."""
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
        self._tell(f"Read {len(found.dataset.claims)} claims from {folder}", True)

    def _request(self, kind: str, theme: str | None = None) -> SheetRequest:
        from desktop.sheets.sheet import SheetRequest

        atlas = self._store.atlas
        shown = theme or ("dark" if self.window.theming.is_dark else "light")
        return SheetRequest(
            self._store.frame,
            atlas.view.bounds,
            SHEET_SIZE,
            shown,
            kind,
            atlas.layers.opacity,
            atlas.layers.graticule,
            session_of(atlas, self._store.frame),
        )

    def _ask_sheet(self) -> Path | None:
        title, home = "Open exported sheet", str(Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self.window, title, home, EXPORTED_FILTER)
        return Path(chosen) if chosen else None

    def _ask_path(self, title: str, name: str, filters: str) -> Path | None:
        """Ask where to write; the chosen kind gives the ending that the name lacks."""
        chosen, kind = QFileDialog.getSaveFileName(self.window, title, str(Path.home() / name), filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(kind[kind.index("*") + 1 : -1])

    def _print(self, pdf: bytes, printer: QPrinter) -> None:
        from desktop.sheets.printing import print_pdf

        try:
            print_pdf(pdf, printer)
        except SheetError as error:
            self._failed(error)
        else:
            self._tell("Sent the sheet to the printer", True)

    def _failed(self, error: SheetError) -> None:
        self._tell(str(error), False)

    def _tell(self, words: str, went_well: bool) -> None:
        if went_well:
            self.window.status.showMessage(words, 6000)
        else:
            self.window.problems.report(words, can_reload=False)


def _write_page(atlas: Atlas, dataset: Dataset, path: Path) -> str:
    """Write a page; its many frames are its own, so that the window's stay remembered."""
    from desktop.sheets.page import write_page

    write_page(atlas, deriver(dataset), path)
    return f"Wrote {path}"


def _export(dataset: Dataset, claims: list[str], path: Path) -> str:
    """Write figures to a file; imports what is slow to import here, in its own thread."""
    from geodata.exporting.files import export

    export(dataset, claims, path)
    return f"Wrote {len(claims)} figures to {path}"
