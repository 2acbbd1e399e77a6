"""A deck held against the data: which of the figures on its pictures are no longer so. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.sheets.carried import Carried, carried_in
from desktop.sheets.errors import SheetError
from desktop.sheets.retrieving import NOTHING
from desktop.state.atlas import Atlas, Filter
from desktop.state.auditing import KINDS, Finding, findings
from desktop.state.comparing import figures_of_both
from desktop.state.fitting import fitted
from geodata.frame import Frame


@dataclass(frozen=True, slots=True)
class Audited:
    """A picture that the atlas made.

    Parameters
    ----------
    place : str
        Such as "slide 3"; empty where the file is one sheet.
    year : str
        The clock it shows, in words: 2025, FY2024-25; empty where it cannot be read.
    figures : int
        How many figures it shows.
    found : tuple of Finding
        What is no longer so; empty where all of it stands.
    problem : str
        Why it cannot be read; empty where it can.
    """

    place: str
    year: str
    figures: int
    found: tuple[Finding, ...] = ()
    problem: str = ""

    @property
    def heading(self) -> str:
        """Which picture it is: "Slide 3, 2024"."""
        where = self.place[:1].upper() + self.place[1:] or "Sheet"
        return f"{where}, {self.year}" if self.year else where

    @property
    def summary(self) -> str:
        """How it stands, in a few words."""
        if self.problem:
            return self.problem
        total = _count(self.figures, "figure")
        return f"{len(self.found)} of {total} out of date" if self.found else f"{total}, as in the data"

    @property
    def is_fresh(self) -> bool:
        """Whether every figure stands."""
        return not self.found and not self.problem


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit of a file gives; `others` are the pictures that are not the atlas's."""

    name: str
    pictures: tuple[Audited, ...]
    others: int

    @property
    def is_fresh(self) -> bool:
        """Whether every figure of every picture stands."""
        return all(picture.is_fresh for picture in self.pictures)

    @property
    def words(self) -> str:
        """One or two sentences: what was looked through, and how much has changed."""
        stale = [picture for picture in self.pictures if not picture.is_fresh]
        total = sum(picture.figures for picture in self.pictures)
        looked = f"{self.name}: {_count(len(self.pictures), 'picture')} made by the atlas"
        carries = "carries" if self.others == 1 else "carry"
        looked += f", {_count(self.others, 'other')} that {carries} nothing of it" if self.others else ""
        if not stale:
            return f"{looked}; {'its one figure' if total == 1 else f'all {total} figures'} as in the data."
        kinds = [(kind, sum(f.kind == kind for p in stale for f in p.found)) for kind in KINDS]
        parts = [f"{number} {KINDS[kind][number > 1]}" for kind, number in kinds if number]
        unread = sum(bool(picture.problem) for picture in stale)
        parts += [f"{_count(unread, 'picture')} cannot be read"] if unread else []
        return f"{looked}, {len(stale)} out of date. Of {_count(total, 'figure')}, {'; '.join(parts)}."

    def lines(self) -> Iterator[str]:
        """Tell it line by line, each picture's findings under it."""
        yield self.words
        for picture in self.pictures:
            yield picture.heading
            yield from (f"  {finding.words}" for finding in picture.found)
            if not picture.found:
                yield f"  {picture.summary}"


def audit(path: Path, frame: Frame, frame_of: Callable[[Atlas], Frame]) -> Audit:
    """Hold every picture of a file that the atlas made against the data.

    Parameters
    ----------
    path : pathlib.Path
        A PPTX, or a sheet as PNG, PDF, SVG or HTML.
    frame : Frame
        Any frame of the data that are shown now.
    frame_of : callable
        Atlas → its frame over the same data.

    Raises
    ------
    SheetError
        Where the file cannot be read, or nothing in it carries its figures.
    """
    carried = carried_in(path)
    ours = [one for one in carried if one.session is not None or one.problem]
    if not ours:
        raise SheetError(f"cannot audit {path.name}: {NOTHING}")
    return Audit(path.name, tuple(_audited(one, frame, frame_of) for one in ours), len(carried) - len(ours))


def _audited(carried: Carried, frame: Frame, frame_of: Callable[[Atlas], Frame]) -> Audited:
    session = carried.session
    if session is None:
        return Audited(carried.place, "", 0, problem=carried.problem)
    atlas = fitted(session.atlas, frame, frame_of)
    compare = atlas.compare and replace(atlas.compare, known_on=None)
    atlas = replace(atlas, filter=Filter(), known_on=None, compare=compare)
    found = findings(session.figures, figures_of_both(atlas, frame_of))
    return Audited(carried.place, session.atlas.clock.label, len(session.figures), found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
