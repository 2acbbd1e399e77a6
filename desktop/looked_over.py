"""Sheets that leave together without a window, looked over first: what `film` and `deck` say of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from desktop.sheets.errors import SheetWarnedError
from desktop.sheets.series_check import AS_SHEETS, Eyes, Found, all_over, check_series
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.warning import SERIOUS
from desktop.web.engine import Engine


def look_over(
    engine: Engine, requests: Iterable[SheetRequest], strict: bool, eyes: Eyes = AS_SHEETS
) -> tuple[SheetRequest, ...]:
    """Check sheets while the caller waits, and print of what the presenter check warns.

    Parameters
    ----------
    requests : iterable of SheetRequest
        May come only once.
    strict : bool
        Whether nothing is to leave with warnings.
    eyes : Eyes
        How they are looked over, where they do not leave as the sheets that they are.

    Returns
    -------
    tuple of SheetRequest
        The same; each carries the warnings over which it leaves.

    Raises
    ------
    SheetWarnedError
        Where there are warnings and there were to be none.
    SheetError
        Where a sheet cannot be drawn.
    """
    sheets = list(requests)
    found = check_series(engine, sheets, eyes)
    for words in told(sheets, found):
        print(f"irel-atlas: warning: {words}", file=sys.stderr)
    if strict and any(found):
        raise SheetWarnedError
    return all_over(sheets, found)


def told(sheets: Sequence[SheetRequest], found: Found) -> Iterator[str]:
    """Tell each warning once, the serious ones first, behind the sheets that it is about.

    Yields
    ------
    str
        Such as "sheets 3 (2024), 4 (2025): …".
    """
    places: dict[tuple[bool, str], list[str]] = {}
    for number, (sheet, warnings) in enumerate(zip(sheets, found, strict=True), 1):
        for warning in warnings:
            where = places.setdefault((warning.severity != SERIOUS, warning.words), [])
            where.append(f"{number} ({sheet.frame.year_label})")
    for (_is_note, words), where in sorted(places.items(), key=lambda entry: entry[0][0]):
        yield f"sheet{'s' if len(where) > 1 else ''} {', '.join(where)}: {words}"
