"""Texts from files that come from anywhere, read within bounds. Without Qt."""

from __future__ import annotations

from pathlib import Path

from desktop.state.checked import SessionError

_BYTES_OF_A_LETTER = 4
"""In UTF-8 none has more."""


def read_text(path: Path, most: int, what: str) -> str:
    """Read a text, and no more of it than shows that it is too long.

    Parameters
    ----------
    most : int
        How many characters it may have.
    what : str
        What was expected, for whoever has to be told that it is no text.

    Raises
    ------
    SessionError
        Where it is no text.
    OSError
        Where it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(_BYTES_OF_A_LETTER * most + 1)
    try:
        return data.decode("utf-8-sig")  # some editors set a mark before it
    except UnicodeDecodeError:
        raise SessionError(f"expected {what} of IREL Atlas, got something else") from None
