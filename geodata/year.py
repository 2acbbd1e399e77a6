"""The clock's year: a calendar or an Indian fiscal year, alone or as the last of a range.

A period belongs to the year that holds its last day: the fiscal year 2024-25 ends in March and so belongs to
the calendar year 2025, and the calendar year 2024, which ends in December, to the fiscal year 2024-25.
Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

from geodata.period import FISCAL_START_MONTH, Period, fiscal_label


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the clock.

    Parameters
    ----------
    number : int
        The calendar year, or the one in whose March a fiscal year ends.
    fiscal : bool
        Whether it runs from April to March.
    since : int or None
        The first year of a range that ends with this one.
    start, end : datetime.date
        Its own days, half-open.
    first : datetime.date
        The first day of the range; `start` where there is none.

    Examples
    --------
    >>> str(Year(2026, fiscal=True)), Year(2026, fiscal=True).start
    ('FY2025-26', datetime.date(2025, 4, 1))
    """

    number: int
    fiscal: bool = False
    since: int | None = None
    start: date = field(init=False, compare=False, repr=False)
    end: date = field(init=False, compare=False, repr=False)
    first: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        first = self.number if self.since is None else min(self.since, self.number)
        object.__setattr__(self, "start", _begins(self.number, self.fiscal))
        object.__setattr__(self, "end", _begins(self.number + 1, self.fiscal))
        object.__setattr__(self, "first", _begins(first, self.fiscal))

    def __str__(self) -> str:
        """Name it: 2025, or FY2024-25."""
        return fiscal_label(self.number) if self.fiscal else str(self.number)

    def holds(self, day: date) -> bool:
        """Tell whether a day lies inside the year itself."""
        return self.start <= day < self.end

    def owns(self, period: Period) -> bool:
        """Tell whether a period belongs to the year itself: whether its last day lies inside."""
        day = last_day(period)
        return day is not None and self.holds(day)

    def precedes(self, period: Period) -> bool:
        """Tell whether a period belongs to a later year."""
        day = last_day(period)
        return day is not None and day >= self.end

    def follows(self, period: Period) -> bool:
        """Tell whether a period belongs to an earlier year."""
        day = last_day(period)
        return day is not None and day < self.start

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Tell whether ``[start, end)`` has a day in any year of the range; None is open."""
        return (start is None or start < self.end) and (end is None or end > self.first)


def last_day(period: Period) -> date | None:
    """Give the day that says to which year a period belongs: the last inside, of a moment its first."""
    if period.type == "instant" and period.start is not None:
        return period.start
    return None if period.end is None else period.end - timedelta(days=1)


def year_of(day: date, fiscal: bool) -> int:
    """Give the number of the year that holds a day.

    Examples
    --------
    >>> year_of(date(2025, 4, 1), fiscal=True), year_of(date(2025, 3, 31), fiscal=True)
    (2026, 2025)
    """
    return day.year + (fiscal and day.month >= FISCAL_START_MONTH)


def _begins(number: int, fiscal: bool) -> date:
    if number > MAXYEAR:
        return date.max
    return date(number - 1, FISCAL_START_MONTH, 1) if fiscal else date(number, 1, 1)
