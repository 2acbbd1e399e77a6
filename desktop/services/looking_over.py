"""Sheets that leave together are looked over first; what is found is mended, or kept in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt

from desktop.sheets.errors import SheetError

if TYPE_CHECKING:  # sheets bring libraries that no first paint needs
    from desktop.files import Files
    from desktop.sheets.series_check import Found, SeriesCheck
    from desktop.sheets.sheet import SheetRequest
    from desktop.window.progress import Progress

Go = Callable[[tuple["SheetRequest", ...]], None]
"""Takes the sheets as they are to leave."""


class LookingOver:
    """The presenter check before a deck or a film.

    Parameters
    ----------
    files : Files
        Has the page that draws sheets, and the window to ask in.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._check: SeriesCheck | None = None
        self._progress: Progress | None = None
        files.before_close(self.cancel)

    def cancel(self) -> None:
        """Give up what is being looked over."""
        if self._check is not None:
            self._check.cancel()
        self._end()

    def look_over(self, name: str, requests: Iterable[SheetRequest], total: int, go: Go) -> None:
        """Check sheets; they leave at once where there is nothing to look at, or else as the user decides.

        Parameters
        ----------
        name : str
            The file that is to be written.
        requests : iterable of SheetRequest
            So many as `total` says; asked for one at a time.
        """
        from desktop.sheets.series_check import SeriesCheck

        self.cancel()
        check = self._check = SeriesCheck(self._files.sheets)

        def cancel() -> None:
            self.cancel()
            self._files.tell(f"Cancelled: {name} was not written", True)

        def fail(error: SheetError) -> None:
            self._end()
            self._files.tell(str(error), False)

        def done(sheets: Sequence[SheetRequest], found: Found) -> None:
            self._end()
            if any(found):
                self._ask(name, sheets, found, go)
            else:
                go(tuple(sheets))

        progress = self._progress = self._files.window.progress.begin(f"Looking over {name}", cancel)
        check.run(requests, lambda count: progress.tell(count, total), done, fail)

    def _end(self) -> None:
        """Forget the check and take its bar away."""
        if self._progress is not None:
            self._progress.end()
        self._check = self._progress = None

    def _ask(self, name: str, requests: Sequence[SheetRequest], found: Found, go: Go) -> None:
        from desktop.sheets.check_dialog import CheckDialog
        from desktop.sheets.series_check import all_over, mended

        def mend() -> None:
            pairs = zip(requests, found, strict=True)
            self.look_over(name, [mended(*pair) for pair in pairs], len(requests), go)

        dialog = CheckDialog(self._files.window, name, requests, found)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(lambda: go(all_over(requests, found)))
        dialog.mend_wanted.connect(mend)
        dialog.open()
