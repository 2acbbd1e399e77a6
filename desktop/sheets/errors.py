"""What can go wrong with a sheet, in one sentence each."""

from __future__ import annotations


class SheetError(Exception):
    """A sheet that cannot be made or written; its text is one clear line."""
