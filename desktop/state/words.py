"""What sheet, page and text version say in the same words. Pure."""

from __future__ import annotations

from datetime import date

from geodata.frame import Frame

TITLE = "India's rare earths: who ships what to whom"
BOUNDARY_NOTICE = "Boundaries are indicative; not authenticated by the Survey of India."
FLOW_NOTICE = "Lines are relations, not routes."
MARKS = {
    "T": "target or plan",
    "E": "estimate",
    "F": "forecast",
    "P": "provisional",
    "S": "assumed by the scenario",
}


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """Write a day, whatever language the system speaks.

    Examples
    --------
    >>> day_words(date(2025, 6, 1))
    '1 Jun 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def year_notes(frame: Frame) -> list[str]:
    """Say which fiscal year belongs to the year, and whether anything of it can be known.

    Returns
    -------
    list of str
        Short sentences without a full stop.
    """
    fiscal = f"FY{frame.year - 1}-{frame.year % 100:02d}"
    ends = date(frame.year, 3, 31)
    notes = [f"{fiscal} {'ended' if ends <= frame.data_date else 'ends'} in March {frame.year}"]
    return [*notes, "after the data: nothing is actual yet"] if frame.is_after_data else notes
