"""Views as files, read within bounds. Without Qt."""

from __future__ import annotations

from pathlib import Path

from desktop.services.text_files import read_text
from desktop.state.views import MAX_CHARACTERS, NamedView, read_views

OWN = "views.json"
"""A user's own, in the folder of what the user made."""


def read_file(path: Path) -> tuple[NamedView, ...]:
    """Read a file of views.

    Raises
    ------
    SessionError
        Where it is none, or a newer program wrote it.
    OSError
        Where it cannot be read.
    """
    return read_views(read_text(path, MAX_CHARACTERS, "views"))
