"""An exported sheet opened again: the state it was made from, and what has changed since. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from desktop.state.words import day_words
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
    lost = _Lost(session.atlas, atlas, frame_of(replace(atlas, known_on=None)))
    over = (f"Exported over a warning: {warning}" for warning in session.overridden)
    lines = (*(change.words for change in found), *lost.lines(), *over)
    words = _words(
        f"{name}{_newer(session, frame)}", made, session, [*_figures(session, found), *lost.parts()]
    )
    return Reopened(atlas, words, lines, session.options)


class _Lost:
    """What of a state these data do not have: layers, what was selected, changes of its scenario.

    Parameters
    ----------
    frame : Frame
        Of the state that was found with all that is known: what only its day leaves out is not lost.
    """

    def __init__(self, asked: Atlas, found: Atlas, frame: Frame) -> None:
        self._layers = sorted(asked.layers.visible - found.layers.visible)
        self._selected = asked.selection.id if asked.selection != found.selection else None
        self._unfit = frame.scenario.problems if frame.scenario else ()

    def lines(self) -> Iterator[str]:
        """Name each."""
        yield from (f"Layer {row}: no longer in the data" for row in self._layers)
        if self._selected:
            yield f"Selected then, {self._selected}: no longer in the data"
        yield from (f"Left out of the scenario, {problem}" for problem in self._unfit)

    def parts(self) -> Iterator[str]:
        """Count each kind, as a part of a sentence."""
        if self._layers:
            yield f"{_count(len(self._layers), 'layer')} {_verb(len(self._layers), 'is', 'are')} gone"
        if self._selected:
            yield "what was selected is gone"
        if self._unfit:
            fits = _verb(len(self._unfit), "does", "do")
            yield f"{_count(len(self._unfit), 'change')} of its scenario {fits} not fit"


def _newer(session: Session, frame: Frame) -> str:
    is_newer = session.data_date > frame.data_date
    return f", made from newer data ({day_words(session.data_date)})" if is_newer else ""


def _figures(session: Session, found: Sequence[Change]) -> Iterator[str]:
    """Count the figures that have changed, and those that are gone, as parts of a sentence."""
    total, gone = len(session.figures), sum(change.after is None for change in found)
    changed = len(found) - gone
    if changed:
        yield f"{changed} of its {_count(total, 'figure')} {_verb(changed, 'has', 'have')} changed"
    if gone:
        yield f"{_count(gone, 'figure')} {_verb(gone, 'is', 'are')} gone"


def _words(name: str, made: str, session: Session, parts: Sequence[str]) -> str:
    over = len(session.overridden)
    rest = f" It was exported over {_count(over, 'warning')}." if over else ""
    if session.options is not None and session.options.logo_name:
        rest += f" It had a logo, {session.options.logo_name}, which no file brings back."
    if not parts:
        return f"Opened {name}: every figure is as it was{'.' if rest else ''}{rest}"
    return f"Opened {name}. Since it was {made}, {' and '.join(parts)}.{rest}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _verb(number: int, one: str, more: str) -> str:
    return one if number == 1 else more
