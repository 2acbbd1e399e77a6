"""The evidence matrix: for each thing and measure, what is known of each year. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("actual", "estimate", "scenario", "target", "missing", "nothing")
"""What a cell may hold: a fact; an estimate or a provisional figure; an assumption of a scenario; a forecast,
target or plan; looked for, not found; nothing at all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one series in one year.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    claims : tuple of str
        Ids of the claims that belong to the year, the one that is drawn or would be told first.
    rivals : int
        How many of them contradict the first.
    text : str
        What the first says, with its period; empty for nothing.
    since : bool
        Whether the first was told in an earlier year, of all years since.
    missing : bool
        Whether a figure was looked for and not found, whatever else is told: beside a target, say.
    """

    year: int
    kind: str
    claims: tuple[str, ...] = ()
    rivals: int = 0
    text: str = ""
    since: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One series over all years: a thing, a measure and a substance; promises have ``/plan`` at the end."""

    series: str
    thing: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All series over the years in which anything is told of any of them.

    Parameters
    ----------
    years : tuple of (int, str)
        Each year and its label, left to right; the cells of every line are in the same order.
    """

    years: tuple[tuple[int, str], ...]
    lines: tuple[Line, ...]
