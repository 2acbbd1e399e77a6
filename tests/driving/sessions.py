"""What an exported file carries."""

from __future__ import annotations

from pathlib import Path

from desktop.sheets.carried import first_in
from desktop.state.session import Session


def session_in(path: Path) -> Session:
    """Read the session that an exported file carries, of several the first."""
    return first_in(path)[1]
