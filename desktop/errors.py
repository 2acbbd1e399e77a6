"""What can be wrong with what was asked for."""

from __future__ import annotations


class AskedError(ValueError):
    """Something was asked for that the data do not have; its text is one clear sentence."""


class DataError(AskedError):
    """Layers that cannot be shown; its text has a line for each of their problems."""


class CancelledError(Exception):
    """Work that the user has cancelled: nothing was written."""
