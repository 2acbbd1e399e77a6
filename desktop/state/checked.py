"""Values from a file that comes from anywhere: each reader gives what it should be, or says why not."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn

MAX_IDS = 10_000
MAX_WORDS = 1_000
"""How many characters an id or a few words may have."""
MAX_SHOWN = 60
"""How many characters of a wrong value are repeated."""

UNSOUND = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""Characters that no line of words has."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HASH = re.compile(r"[0-9a-f]{8,128}")


class SessionError(ValueError):
    """A text that brings no view back; its words say in one line why."""


def refuse(where: str, expected: str, got: Any) -> NoReturn:
    """Say what is wrong, where, what was expected and what is there instead."""
    shown = reprlib.repr(got)
    shown = shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}…"
    raise SessionError(f"{where}: expected {expected}, got {shown}")


def named(
    value: Any, where: str, names: Sequence[str], lacking: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Read an object that has exactly these fields; `lacking` gives the values of those it need not have."""
    expected = f"the fields {', '.join(names)}"
    if not isinstance(value, dict):
        refuse(where, expected, value)
    whole = {**(lacking or {}), **value}
    wrong = [f"none called {name}" for name in names if name not in whole]
    wrong += [f"one called {reprlib.repr(name)}" for name in value if name not in names]
    if wrong:
        raise SessionError(f"{where}: expected {expected}, got {' and '.join(wrong[:2])}")
    return whole


def listed(value: Any, where: str, most: int) -> list[Any]:
    """Read a list of at most so many values."""
    if not isinstance(value, list) or len(value) > most:
        refuse(where, f"a list of at most {most:,}", value)
    return value


def words(value: Any, where: str) -> str:
    """Read an id, or words on one line."""
    if not isinstance(value, str) or len(value) > MAX_WORDS or UNSOUND.search(value):
        refuse(where, f"at most {MAX_WORDS:,} characters on one line", value)
    return value


def ids(value: Any, where: str) -> frozenset[str]:
    """Read a set of ids."""
    return frozenset(words(name, where) for name in listed(value, where, MAX_IDS))


def one_of(value: Any, where: str, allowed: Collection[str]) -> str:
    """Read one of some words."""
    if not isinstance(value, str) or value not in allowed:
        refuse(where, f"one of {', '.join(allowed)}", value)
    return value


def some_of(value: Any, where: str, allowed: Collection[str]) -> frozenset[str]:
    """Read a set of some words."""
    return frozenset(one_of(name, where, allowed) for name in listed(value, where, len(allowed)))


def flag(value: Any, where: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        refuse(where, "true or false", value)
    return value


def year(value: Any, where: str) -> int:
    """Read a year of four digits."""
    if type(value) is not int or not 1000 <= value <= 9999:
        refuse(where, "a year of four digits", value)
    return value


def day(value: Any, where: str) -> date:
    """Read a day, as in 2026-11-21."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    refuse(where, "a day such as 2026-11-21", value)


def digest(value: Any, where: str) -> str:
    """Read a hash in hexadecimal digits."""
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        refuse(where, "8 to 128 hexadecimal digits", value)
    return value


def share(value: Any, where: str) -> float:
    """Read a share from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        refuse(where, "a share from 0 to 1", value)
    return float(value)


def optional(read: Callable[[Any, str], Any], value: Any, where: str) -> Any:
    """Read nothing, or a value by its own reader."""
    return None if value is None else read(value, where)
