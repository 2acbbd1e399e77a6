"""An exported sheet opened again: the state it was made from, and what has changed since. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.sheets.carried import first_in
from desktop.sheets.errors import SheetError
from desktop.state.atlas import Atlas, Filter
from desktop.state.changes import Change, changes
from desktop.state.comparing import figures_of_both
from desktop.state.fitting import fitted
from desktop.state.session import Session
from desktop.state.sheet_options import SheetOptions
from geodata.frame import Frame


@dataclass(frozen=True, slots=True)
class Reopened:
    """What opening a sheet gives.

    Parameters
    ----------
    atlas : Atlas
        The sheet's state, as far as these data have what it names.
    words : str
        One or two sentences: what was opened, and how much has changed.
    lines : tuple of str
        Each change by name, old → new, and each warning over which the sheet was exported; may be empty.
    options : SheetOptions or None
        The words and elements of the sheet, for the next one; None where the file tells none.
    """

    atlas: Atlas
    words: str
    lines: tuple[str, ...]
    options: SheetOptions | None = None


def reopen(
    path: Path, frame: Frame, frame_of: Callable[[Atlas], Frame], place: str | None = None
) -> Reopened:
    """Read a sheet, and compare what it shows with the data.

    Parameters
    ----------
    frame : Frame
        Any frame of the data that are shown now.
    frame_of : callable
        Atlas → its frame over the same data.
    place : str or None
        Which picture of a deck or document; None is the first that carries a view.

    Raises
    ------
    SheetError
        Where the file brings no view back, or one that these data cannot show.
    """
    place, session = first_in(path, place)
    return brought_back(session, f"{path.name}, {place}" if place else path.name, frame, frame_of)


def brought_back(
    session: Session, name: str, frame: Frame, frame_of: Callable[[Atlas], Frame], made: str = "exported"
) -> Reopened:
    """Fit a session to the data that are shown now, and compare its figures with theirs.

    Parameters
    ----------
    name : str
        What it came from, as the words call it.
    made : str
        What was done to it then: "exported" or "saved".

    Raises
    ------
    SheetError
        Where these data cannot show its year.
    """
    year = session.atlas.clock.year
    if not frame.first_year <= year <= frame.last_year:
        clock = f"{frame.first_year} to {frame.last_year}"
        raise SheetError(f"cannot open {name}: expected a year from {clock}, got {year}")
    atlas = fitted(session.atlas, frame, frame_of)
    found = changes(session.figures, figures_of_both(replace(atlas, filter=Filter()), frame_of))
    lost = sorted(session.atlas.layers.visible - atlas.layers.visible)
    gone = (f"Layer {row}: no longer in the data" for row in lost)
    over = (f"Exported over a warning: {warning}" for warning in session.overridden)
    lines = (*(change.words for change in found), *gone, *over)
    words = _words(f"{name}{_newer(session, frame)}", made, session, found, lost)
    return Reopened(atlas, words, lines, session.options)


def _newer(session: Session, frame: Frame) -> str:
    is_newer = session.data_date > frame.data_date
    return f", made from newer data ({session.data_date})" if is_newer else ""


def _words(name: str, made: str, session: Session, found: Sequence[Change], lost: Sequence[str]) -> str:
    total, gone = len(session.figures), sum(change.after is None for change in found)
    changed = len(found) - gone
    parts = [f"{changed} of its {_count(total, 'figure')} {_verb(changed, 'has', 'have')} changed"] * (
        changed > 0
    )
    parts += [f"{_count(gone, 'figure')} {_verb(gone, 'is', 'are')} gone"] * (gone > 0)
    parts += [f"{_count(len(lost), 'layer')} {_verb(len(lost), 'is', 'are')} gone"] * bool(lost)
    over = len(session.overridden)
    warned = f" It was exported over {_count(over, 'warning')}." if over else ""
    if not parts:
        return f"Opened {name}: every figure is as it was{'.' if over else ''}{warned}"
    return f"Opened {name}. Since it was {made}, {' and '.join(parts)}.{warned}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _verb(number: int, one: str, more: str) -> str:
    return one if number == 1 else more
