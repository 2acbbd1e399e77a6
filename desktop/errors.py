"""What can be wrong with what was asked for."""

from __future__ import annotations


class AskedError(ValueError):
    """Something was asked for that the data do not have; its text is one clear sentence."""


class CancelledError(Exception):
    """Work that the user has cancelled: nothing was written."""
