"""Sheets that leave together are looked over first; what is found is mended, or kept in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt

from desktop.sheets.errors import SheetError

if TYPE_CHECKING:  # sheets bring libraries that no first paint needs
    from desktop.files import Files
    from desktop.sheets.series_check import Eyes, Found, SeriesCheck
    from desktop.sheets.sheet import SheetRequest
    from desktop.window.progress import Progress

Go = Callable[[tuple["SheetRequest", ...]], None]
"""Takes the sheets as they are to leave."""
Again = Callable[[list["SheetRequest"]], None]
"""Takes the sheets as they are mended."""


class LookingOver:
    """The presenter check before a deck, a film or a page.

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

    def look_over(
        self, name: str, requests: Iterable[SheetRequest], total: int, go: Go, eyes: Eyes | None = None
    ) -> None:
        """Check sheets; they leave at once where there is nothing to look at, or else as the user decides.

        Parameters
        ----------
        name : str
            The file that is to be written.
        requests : iterable of SheetRequest
            So many as `total` says; asked for one at a time.
        eyes : Eyes or None
            How they are looked over, where they do not leave as the sheets that they are.
        """
        from desktop.sheets.series_check import AS_SHEETS, SeriesCheck

        self.cancel()
        check = self._check = SeriesCheck(self._files.sheets, eyes or AS_SHEETS)

        def cancel() -> None:
            self.cancel()
            self._files.tell(f"Cancelled: {name} was not written", True)

        def fail(error: SheetError) -> None:
            self._end()
            self._files.tell(str(error), False)

        def done(sheets: Sequence[SheetRequest], found: Found) -> None:
            self._end()
            self._decide(name, sheets, found, go, again)

        def again(mended: list[SheetRequest]) -> None:
            self.look_over(name, mended, len(mended), go, eyes)

        progress = self._progress = self._files.window.progress.begin(f"Looking over {name}", cancel)
        check.run(requests, lambda count: progress.tell(count, total), done, fail)

    def look_over_page(self, name: str, view: SheetRequest, go: Callable[[SheetRequest], None]) -> None:
        """Check a page by what it shows first, which needs no drawing; as `look_over` does.

        Parameters
        ----------
        view : SheetRequest
            As `first_view` gives it.
        go : callable
            Takes it as it is to leave.
        """
        from desktop.sheets.page_check import check_page

        self._decide(
            name,
            [view],
            (check_page(view),),
            lambda views: go(views[0]),
            lambda views: self.look_over_page(name, views[0], go),
            is_page=True,
        )

    def _end(self) -> None:
        """Forget the check and take its bar away."""
        if self._progress is not None:
            self._progress.end()
        self._check = self._progress = None

    def _decide(
        self,
        name: str,
        requests: Sequence[SheetRequest],
        found: Found,
        go: Go,
        look_again: Again,
        is_page: bool = False,
    ) -> None:
        """Let what is without warnings leave, and else ask; what is mended is looked over again."""
        if not any(found):
            go(tuple(requests))
            return
        from desktop.sheets.check_dialog import CheckDialog
        from desktop.sheets.series_check import all_over, mended

        dialog = CheckDialog(self._files.window, name, requests, found, is_page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(lambda: go(all_over(requests, found)))
        pairs = list(zip(requests, found, strict=True))
        dialog.mend_wanted.connect(lambda: look_again([mended(*pair) for pair in pairs]))
        dialog.open()
