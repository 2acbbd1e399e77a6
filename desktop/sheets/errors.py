"""What can go wrong with a sheet, in one sentence each."""

from __future__ import annotations


class SheetError(Exception):
    """A sheet that cannot be made or written; its text is one clear line."""


class SheetCancelledError(SheetError):
    """A sheet that nobody wants any more; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled: nothing was written")


class SheetWarnedError(SheetError):
    """Sheets of which the presenter check warns, where there were to be no warnings."""

    def __init__(self) -> None:
        super().__init__("nothing was written: it was to be without warnings")
