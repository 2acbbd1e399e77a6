"""Checks of single values: texts, numbers, days, ids, words. Standard library only.

A check takes a value and returns what it expected instead, or an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import isfinite
from typing import Any

from geodata.checking.records import Check

_SLUG = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_LONGEST_TEXT = 2000
_LARGEST = 1e15
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
# Controls, line separators, marks that turn the direction of writing, halves of a surrogate pair.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def a_text(value: Any) -> str:
    """Accept one line of text."""
    sound = (
        type(value) is str
        and value.strip()
        and len(value) <= _LONGEST_TEXT
        and not _UNPRINTABLE.search(value)
    )
    return "" if sound else f"a text of one line, up to {_LONGEST_TEXT:,} characters"


def a_number(value: Any) -> str:
    """Accept a finite number; never a text that looks like one."""
    sound = type(value) in (int, float) and isfinite(value) and abs(value) <= _LARGEST
    return "" if sound else "a number"


def a_year(value: Any) -> str:
    """Accept a whole year."""
    return "" if type(value) is int and _FIRST_YEAR <= value <= _LAST_YEAR else "a year, as a whole number"


def a_switch(value: Any) -> str:
    """Accept true or false."""
    return "" if type(value) is bool else "true or false"


def a_day(value: Any) -> str:
    """Accept an ISO day."""
    if type(value) is str and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            if _FIRST_YEAR <= date.fromisoformat(value).year <= _LAST_YEAR:
                return ""
        except ValueError:
            pass
    return "a day as YYYY-MM-DD"


def an_address(value: Any) -> str:
    """Accept the address of a page."""
    sound = not a_text(value) and re.fullmatch(r"https?://[^\s/]+\S*", value)
    return "" if sound else "an address that begins with https:// or http://"


def matching(pattern: str, expected: str) -> Check:
    """Make a check for texts of one shape."""
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: (
        "" if type(value) is str and len(value) < 100 and compiled.fullmatch(value) else expected
    )


def one_of(words: Iterable[str]) -> Check:
    """Make a check for words of a list."""
    allowed = frozenset(words)
    expected = f"one of {', '.join(words)}" if len(allowed) > 1 else "".join(words)
    return lambda value: "" if type(value) is str and value in allowed else expected


def an_id(*kinds: str) -> Check:
    """Make a check for an id of one of some kinds; only its shape is looked at."""
    return matching(
        rf"(?:{'|'.join(kinds)})\.{_SLUG}", f"an id such as {' or '.join(f'{kind}.slug' for kind in kinds)}"
    )


def several(check: Check, expected: str) -> Check:
    """Make a check for a list of different entries, joined by a semicolon and a space."""

    def check_all(value: Any) -> str:
        entries = value.split("; ") if type(value) is str else [None]
        sound = len(set(entries)) == len(entries) and not any(check(entry) for entry in entries)
        return "" if sound else f"{expected}, each once, joined by '; '"

    return check_all
