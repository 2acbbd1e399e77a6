"""What leaves the window as files: sheets, the page of all years, figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt, QThreadPool

from desktop.asking import deriver, seen
from desktop.services.looking_over import LookingOver
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.save_dialog import ask_path, ask_path_and_kind
from desktop.state.atlas import Atlas
from desktop.state.store import Store
from desktop.working import Steps, Work
from geodata.claim import Dataset
from geodata.frame import Frame

if TYPE_CHECKING:  # files imports what no first paint needs
    from desktop.files import Files
    from desktop.sheets.sheet import SheetRequest

CHOICES = "export.json"
"""Name of the file that remembers how the last sheet was set up."""
STRIPPED_PAGE = "Page without what brings its view back (*.html)"
PAGE_FILTER = f"Page in one file (*.html);;{STRIPPED_PAGE}"
TABLE_FILTER = "Excel workbook (*.xlsx);;CSV table (*.csv);;GeoJSON (*.geojson);;GeoPackage (*.gpkg)"


class Exports:
    """Writes what leaves; what is slow tells how far it has come, and can be cancelled.

    Parameters
    ----------
    store : Store
        What is shown when an export begins is what leaves, whatever is shown by the time it is written.
    files : Files
        Has the data and the page that draws sheets, and tells how it went.
    folder : pathlib.Path
        Where settings are kept.
    """

    def __init__(self, store: Store, files: Files, folder: Path) -> None:
        self._store, self._files, self._folder = store, files, folder
        self._looking = LookingOver(files)

    def export_sheet(self) -> None:
        """Set up the sheet of the current view in a dialog, and write or copy it."""
        from desktop.sheets.choices import ChoicesFile
        from desktop.sheets.export_dialog import ExportDialog

        files = self._files
        seen, kept = files.sheet_request("png"), ChoicesFile(self._folder / CHOICES)
        dialog = ExportDialog(files.window, seen, files.engine, files.sheets, kept, files.options)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._go_on_from)
        dialog.wanted.connect(self.write_sheet)
        dialog.open()

    def _go_on_from(self, request: SheetRequest, _path: Path) -> None:
        """Begin the next sheet as this one left, where it was one that had been opened again."""
        if self._files.options is not None:
            self._files.options = request.options

    def write_sheet(self, request: SheetRequest, path: Path) -> None:
        """Write a sheet while the window goes on."""
        sheets = self._files.sheets
        progress = self._files.window.progress.begin(
            f"Writing {path.name}", lambda: job and sheets.cancel(job)
        )

        def done(_sheet: bytes) -> None:
            progress.end()
            self._files.tell(f"Wrote {path}", True)

        def fail(error: SheetError) -> None:
            progress.end()
            if isinstance(error, SheetCancelledError):
                self._files.tell(_cancelled(path), True)
            else:
                self._files.tell(str(error), False)

        job = None
        job = sheets.write(request, path, done, fail)

    def export_page(self) -> None:
        """Ask for a file and write the page of all years, which opens as it is seen now."""
        proposed = Path.home() / "irel-atlas.html"
        path, kind = ask_path_and_kind(self._files.window, "Export page", proposed, PAGE_FILTER)
        if path is None:
            return
        from desktop.sheets.page_check import first_view

        atlas, footer = self._store.atlas, self._files.options.footer if self._files.options else ""
        view = first_view(atlas, self._store.frame_of, footer, kind != STRIPPED_PAGE)
        self._looking.look_over_page(path.name, view, lambda view: self.write_page(path, atlas, view))

    def write_page(self, path: Path, atlas: Atlas, view: SheetRequest) -> None:
        """Write the page while the window goes on.

        Parameters
        ----------
        view : SheetRequest
            What it shows first, as it was looked over.
        """
        dataset = self._files.dataset
        self._work(path, lambda steps: _write_page(atlas, view, dataset, path, steps))

    def export_table(self) -> None:
        """Ask for a file and write the figures that the filter lets through."""
        path = ask_path(
            self._files.window, "Export figures", Path.home() / "irel-atlas-figures.xlsx", TABLE_FILTER
        )
        if path is not None:
            dataset = seen(self._files.dataset, self._store.atlas)
            claims = [figure.claim for figure in self._store.frame.figures]
            self._work(path, lambda steps: _write_table(dataset, claims, path, steps))

    def _work(self, path: Path, run: Callable[[Steps], str]) -> None:
        """Write a file in another thread, and tell how far that has come."""
        steps = Steps()
        progress = self._files.window.progress.begin(f"Writing {path.name}", steps.cancel)

        def end(words: str, went_well: bool) -> None:
            progress.end()
            self._files.tell(words or _cancelled(path), went_well or not words)

        steps.taken.connect(progress.tell)
        steps.ended.connect(end)
        QThreadPool.globalInstance().start(Work(run, steps))


def _cancelled(path: Path) -> str:
    return f"Cancelled: {path.name} was not written"


def _write_page(atlas: Atlas, view: SheetRequest, dataset: Dataset, path: Path, steps: Steps) -> str:
    """Write a page; its many frames are its own, so that the window's stay remembered."""
    from desktop.sheets.page import write_page

    derive, years = deriver(dataset), list[int]()

    def derive_one(atlas: Atlas) -> Frame:
        frame = derive(atlas)
        years.append(frame.year)
        steps.take(len(set(years)), frame.last_year - frame.first_year + 1)
        return frame

    write_page(atlas, derive_one, path, view)
    return f"Wrote {path}"


def _write_table(dataset: Dataset, claims: list[str], path: Path, steps: Steps) -> str:
    """Write figures to a file; imports what is slow to import here, in its own thread."""
    from geodata.exporting.files import export

    export(dataset, claims, path, steps.take)
    return f"Wrote {len(claims)} figures to {path}"
