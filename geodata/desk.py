"""What the planner's panels read of a frame beside what it shows. Standard library only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from geodata.balance import Balance, Chapter
from geodata.drawn import ChartModel
from geodata.evidence import Matrix
from geodata.ladder import Ladder


@dataclass(frozen=True, slots=True)
class Desk:
    """Models that are made when they are first asked for, and kept: a year step pays for none of them.

    Parameters
    ----------
    balance : callable
        → the balance of the frame's last year.
    cumulated : callable
        → the agreements begun and the capacities told up to that year.
    matrix : callable
        → what is known of each series in each year.
    ladders : callable
        → the dated states of every mine.
    deliveries : callable
        → for every agreement that promised a mass, a chart of promised and delivered.
    report_days : tuple of datetime.date
        The days on which any claim of the data became known, whatever the frame's own day.
    """

    balance: Callable[[], Balance]
    cumulated: Callable[[], tuple[Chapter, ...]]
    matrix: Callable[[], Matrix]
    ladders: Callable[[], tuple[Ladder, ...]]
    deliveries: Callable[[], tuple[ChartModel, ...]]
    report_days: tuple[date, ...] = ()
