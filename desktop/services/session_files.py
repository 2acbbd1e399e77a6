"""Sessions as files: written beside and moved into place, the last good one kept; read within bounds."""

from __future__ import annotations

from pathlib import Path

from desktop.sheets.errors import SheetError
from desktop.sheets.files import put_all
from desktop.state.checked import SessionError
from desktop.state.session import MAX_CHARACTERS, Session, read_session, text_of

ENDING = ".atlas"
_TEXT = "utf-8-sig"
"""Some editors set a mark before a text in UTF-8."""
KEPT = "~"
"""What the name of the last good session but one ends in."""


def kept_beside(path: Path) -> Path:
    """Give the place of the session that a file had before its last change."""
    return path.with_name(path.name + KEPT)


def keep(path: Path, session: Session) -> None:
    """Write a session; the one that its file had stays beside it, unless that one is damaged.

    Raises
    ------
    SheetError
        Where that fails: the file and the one beside it are as they were.
    """
    text = text_of(session)
    if len(text) > MAX_CHARACTERS:
        raise SheetError(f"cannot write {path}: it would have more than {MAX_CHARACTERS:,} characters")
    new, old = text.encode(), _good(path)
    put_all({path: new} if old in (None, new) else {path: new, kept_beside(path): old})


def read(path: Path) -> Session:
    """Read a session.

    Raises
    ------
    SheetError
        Where there is none, it is damaged, or a newer program wrote it; one line says why.
    """
    try:
        return read_session(_bytes(path).decode(_TEXT))
    except OSError as error:
        raise SheetError(f"cannot open {path}: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise SheetError(f"cannot open {path.name}: expected JSON of IREL Atlas, got no text") from None
    except SessionError as error:
        raise SheetError(f"cannot open {path.name}: {error}") from None


def _good(path: Path) -> bytes | None:
    """Give what a file holds where that is a session."""
    try:
        data = _bytes(path)
        read_session(data.decode(_TEXT))
    except (OSError, UnicodeDecodeError, SessionError):
        return None
    return data


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_CHARACTERS + 1)
