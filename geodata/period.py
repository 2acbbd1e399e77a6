"""Periods: how long a figure lasts, and the year it belongs to.

A period is half-open, ``[start, end)``, and belongs to the year of its last day inside: the Indian fiscal
year FY2025 (1 April 2024 to 31 March 2025) belongs to 2025. Standard library only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

PERIOD_TYPES = ("calendar", "fiscal", "part", "span", "since", "by", "instant")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FISCAL_START_MONTH = 4
_YEAR = r"(?:19|20)[0-9]{2}"
_YEAR_KEY = re.compile(rf"({_YEAR})")
_FISCAL_KEY = re.compile(rf"FY({_YEAR})")
_PART_KEY = re.compile(rf"([HQ])([1-4]) (FY)?({_YEAR})")
_SHORT_SPAN_KEY = re.compile(rf"({_YEAR})-([0-9][0-9])")
_DAY_KEY = re.compile(rf"([0-9]{{1,2}}) ([A-Z][a-z]+) ({_YEAR})")
_MONTH_KEY = re.compile(rf"([A-Z][a-z]+) ({_YEAR})")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a claim speaks of.

    Parameters
    ----------
    key : str
        As written in a layer: ``2024``, ``FY2025``, ``H1 FY2026``, ``2009-14``, ``since 2015``, ``by 2030``,
        ``4 Apr 2025``.
    type : str
        One of `PERIOD_TYPES`.
    start, end : datetime.date or None
        Half-open days; None is open.
    """

    key: str
    type: str
    start: date | None
    end: date | None

    @property
    def year(self) -> int | None:
        """The year of the last day inside; None where the period has no end."""
        if self.type == "instant" and self.start is not None:
            return self.start.year
        return None if self.end is None else (self.end - timedelta(days=1)).year

    @property
    def label(self) -> str:
        """The words shown for this period: FY2025 reads FY2024-25."""
        return as_shown(self.key)

    @property
    def is_whole_year(self) -> bool:
        """Whether a figure of this period may be drawn for its year."""
        return self.type in ("calendar", "fiscal", "by")

    @property
    def months(self) -> float | None:
        """Length in months; None where an end is open."""
        if self.start is None or self.end is None:
            return None
        whole = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return whole + (self.end.day - self.start.day) / 31


def fiscal_label(year: int) -> str:
    """Name the Indian fiscal year that ends in March of `year`.

    Examples
    --------
    >>> fiscal_label(2025)
    'FY2024-25'
    """
    return f"FY{year - 1}-{year % 100:02d}"


def as_shown(words: str) -> str:
    """Write each fiscal year in words as it is shown.

    Examples
    --------
    >>> as_shown("450 t in FY2027"), as_shown("by FY2026-27")
    ('450 t in FY2026-27', 'by FY2026-27')
    """
    return re.sub(rf"FY({_YEAR})(?!-?[0-9])", lambda found: fiscal_label(int(found[1])), words)


def as_key(words: str) -> str:
    """Write each fiscal year in words as a layer has it; what is no fiscal year stays.

    Examples
    --------
    >>> as_key("by FY2026-27"), as_key("FY2026-28")
    ('by FY2027', 'FY2026-28')
    """

    def key(found: re.Match[str]) -> str:
        year = int(found[1]) + 1
        return f"FY{year}" if fiscal_label(year) == found[0] else found[0]

    return re.sub(rf"FY({_YEAR})-[0-9]+", key, words)


def parse_period(key: str, period_type: str) -> Period:
    """Read a period key of a layer.

    Parameters
    ----------
    key : str
        ``2024`` (calendar), ``FY2025`` (fiscal), ``H1 FY2026`` or ``Q3 2024`` (part), ``2009-14`` (span of
        fiscal years: April 2009 to March 2014) or ``Aug 2015 to Jul 2025`` (span), ``since 2015``,
        ``by 2030``, ``4 Apr 2025``, ``Apr 2025`` or ``2010`` (instant).
    period_type : str
        One of `PERIOD_TYPES`.

    Raises
    ------
    ValueError
        Where the key does not fit the type.

    Examples
    --------
    >>> parse_period("FY2025", "fiscal").start
    datetime.date(2024, 4, 1)
    >>> parse_period("H1 FY2026", "part").year
    2025
    """
    days = _days(key, period_type)
    if days is None:
        raise ValueError(f"period {key!r} is not a {period_type} period")
    return Period(key, period_type, *days)


def _days(key: str, period_type: str) -> tuple[date | None, date | None] | None:
    if period_type == "since":
        moment = _stretch(key.removeprefix("since ")) if key.startswith("since ") else None
        return (moment[0], None) if moment else None
    if period_type == "by":
        return _stretch(key.removeprefix("by "))
    readers = {"calendar": _calendar, "fiscal": _fiscal, "part": _part, "span": _span, "instant": _stretch}
    reader = readers.get(period_type)
    return reader(key) if reader else None


def _calendar(key: str) -> tuple[date, date] | None:
    found = _YEAR_KEY.fullmatch(key)
    return (date(int(found[1]), 1, 1), date(int(found[1]) + 1, 1, 1)) if found else None


def _fiscal(key: str) -> tuple[date, date] | None:
    found = _FISCAL_KEY.fullmatch(key)
    if not found:
        return None
    year = int(found[1])
    return date(year - 1, FISCAL_START_MONTH, 1), date(year, FISCAL_START_MONTH, 1)


def _part(key: str) -> tuple[date, date] | None:
    found = _PART_KEY.fullmatch(key)
    if not found:
        return _month_range(key)
    length = 6 if found[1] == "H" else 3
    first = (int(found[2]) - 1) * length
    if first >= 12:
        return None
    year, month = int(found[4]), 1
    if found[3]:
        year, month = year - 1, FISCAL_START_MONTH
    return _month_start(year, month + first), _month_start(year, month + first + length)


def _month_range(key: str) -> tuple[date, date] | None:
    """Read ``Jan-Jul 2025``."""
    found = re.fullmatch(rf"([A-Z][a-z]+)-([A-Z][a-z]+) ({_YEAR})", key)
    if not found or not (_month(found[1]) and _month(found[2])):
        return None
    year, first, last = int(found[3]), _month(found[1]), _month(found[2])
    return (_month_start(year, first), _month_start(year, last + 1)) if first <= last else None


def _span(key: str) -> tuple[date, date] | None:
    short = _SHORT_SPAN_KEY.fullmatch(key)
    if short:
        first = int(short[1])
        last = first - first % 100 + int(short[2])
        april = (date(first, FISCAL_START_MONTH, 1), date(last, FISCAL_START_MONTH, 1))
        return april if last > first else None
    first, _, last = key.partition(" to ")
    start, end = _stretch(first), _stretch(last)
    return (start[0], end[1]) if start and end and start[0] < end[1] else None


def _stretch(key: str) -> tuple[date, date] | None:
    """Read a day, a month, a calendar or a fiscal year as the days it covers."""
    day = _DAY_KEY.fullmatch(key)
    if day and _month(day[2]):
        try:
            start = date(int(day[3]), _month(day[2]), int(day[1]))
        except ValueError:
            return None
        return start, start + timedelta(days=1)
    month = _MONTH_KEY.fullmatch(key)
    if month and _month(month[1]):
        year, number = int(month[2]), _month(month[1])
        return _month_start(year, number), _month_start(year, number + 1)
    return _calendar(key) or _fiscal(key)


def _month(name: str) -> int:
    """Give the number of a month by its English name, whole or its first three letters; 0 if it is none."""
    whole = ("January", "February", "March", "April", "May", "June")
    whole += ("July", "August", "September", "October", "November", "December")
    names = whole if len(name) > 3 else _MONTHS
    return names.index(name) + 1 if name in names else 0


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
