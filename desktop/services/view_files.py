"""Views as files, read within bounds. Without Qt."""

from __future__ import annotations

from pathlib import Path

from desktop.state.checked import SessionError
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
    with path.open("rb") as file:
        data = file.read(4 * MAX_CHARACTERS + 1)
    try:
        return read_views(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise SessionError("expected views of IREL Atlas, got something else") from None
