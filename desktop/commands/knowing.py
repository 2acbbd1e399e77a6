"""Commands on the day on which the data were known: off, or set back to a day of the past."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop.commands.command import Command, Context
from desktop.state.store import Store
from desktop.state.words import day_words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})", re.ASCII)
EXPECTED = "expected a day such as 1 Jun 2025 or 2025-06-01"


def parse_day(text: str) -> date:
    """Read a typed day.

    Raises
    ------
    ValueError
        Where it is none; its words say what was expected and what was typed.

    Examples
    --------
    >>> parse_day("1 jun 2025"), parse_day("2025-06-01")
    (datetime.date(2025, 6, 1), datetime.date(2025, 6, 1))
    """
    typed = text.strip().lower()
    iso, words = _ISO.fullmatch(typed), _WORDS.fullmatch(typed)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if words:
            return date(int(words[3]), _MONTHS.index(words[2][:3]) + 1, int(words[1]))
    except ValueError:
        pass
    got = text.strip()[:40]
    raise ValueError(f"Day: {EXPECTED}, got {got!r}" if got else f"Day: {EXPECTED}")


def know_on(store: Store, day: date | None) -> None:
    """Show only what was known on a day; None shows all that the data hold."""
    if day is not None and day >= store.frame.data_date:
        day = None
    name = f"As known on {day_words(day)}" if day else "All that is known"
    store.change(name, replace(store.atlas, known_on=day))


def next_report_day(store: Store, direction: int) -> date | None:
    """Find the nearest day after (1) or before (-1) the present one on which anything became known."""
    days = store.frame.desk.report_days if store.frame.desk else ()
    now = store.atlas.known_on or store.frame.data_date
    if direction < 0:
        return max((day for day in days if day < now), default=None)
    return min((day for day in days if day > now), default=None)


def step(store: Store, direction: int) -> None:
    """Move to the next (1) or previous (-1) day on which anything became known; after the last, to all."""
    day = next_report_day(store, direction)
    if day is not None or direction > 0:
        know_on(store, day)


def _can_step(direction: int) -> Callable[[Context], bool]:
    def can(context: Context) -> bool:
        if direction > 0:
            return context.store.atlas.known_on is not None
        return next_report_day(context.store, direction) is not None

    return can


def _title(context: Context) -> str:
    day = context.store.atlas.known_on
    return f"As known on {day_words(day)}…" if day else ASK.title


ASK = Command(
    "known.ask",
    "As known on…",
    lambda context: context.dialogs.ask_day(),
    "Ctrl+Shift+K",
    "calendar-time",
    title_now=_title,
)
EARLIER = Command(
    "known.earlier",
    "As known one report earlier",
    lambda context: step(context.store, -1),
    "Ctrl+Alt+PgUp",
    "calendar-minus",
    enabled=_can_step(-1),
)
LATER = Command(
    "known.later",
    "As known one report later",
    lambda context: step(context.store, 1),
    "Ctrl+Alt+PgDown",
    "calendar-plus",
    enabled=_can_step(1),
)
ALL = Command(
    "known.all",
    "All that is known today",
    lambda context: know_on(context.store, None),
    "Ctrl+Alt+K",
    "calendar-check",
    enabled=lambda context: context.store.atlas.known_on is not None,
)
COMMANDS = (ASK, EARLIER, LATER, ALL)
