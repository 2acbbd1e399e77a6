"""What is wrong with the data, said so that it can be mended. Standard library only."""

from __future__ import annotations

import json
from dataclasses import dataclass

_LONGEST = 60
"""Characters of a value that are quoted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place.

    Parameters
    ----------
    file : str
        Name of the layer or table, such as ``plants.geojson``.
    feature : str
        The id of the thing, claim, source, conflict or row, or else its place in the file (``feature 12``);
        empty where the whole file is meant.
    field : str
        Name of the field; empty where the whole feature is meant.
    expected, got : str
        What the rules ask for, and what stands there.
    """

    file: str
    feature: str
    field: str
    expected: str
    got: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.feature, self.field) if part)
        return f"{where}: expected {self.expected}, got {self.got}."


def shown(value: object) -> str:
    """Quote a value of a file, shortened, on one line and printable.

    Examples
    --------
    >>> shown("5"), shown(5), shown(None), shown([1, 2]), shown([[1], [2]])
    ('"5"', '5', 'nothing', '[1, 2]', 'a list')
    """
    if value is None:
        return "nothing"
    if isinstance(value, list | dict):
        parts = value.values() if isinstance(value, dict) else value
        flat = len(value) < 10 and not any(isinstance(part, list | dict) for part in parts)
        whole = json.dumps(value) if flat else ""
        if whole and len(whole) <= _LONGEST:
            return whole
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, str):
        quoted = json.dumps(value[:_LONGEST], ensure_ascii=not value.isprintable())
        return quoted if len(value) <= _LONGEST else f"{quoted} and {len(value) - _LONGEST} characters more"
    number = str(value).lower() if isinstance(value, bool) else str(value)
    return number if len(number) <= _LONGEST else f"a number of {len(number)} digits"


def named(key: str) -> str:
    """Name a field that no rule knows, as it stands or quoted where it would not read as a name."""
    return key if key.isprintable() and 0 < len(key) <= _LONGEST else shown(key)
