"""When each row is shown: at the clock's year, over its range, or at the year that it is pinned to. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.claim import Row
from geodata.frame import Query
from geodata.year import Year

_FIRST = 1900
_LASTING = ("plant", "agreement")
"""The kinds of things that accumulate: capacities and agreements last, a year's tonnes do not."""
_REFUSAL = "not accumulated: tonnes of one year do not add to those of another"


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock, the rows that are shown, and those that do not follow it.

    Parameters
    ----------
    year : Year
        The clock's, with its range.
    pinned : tuple of (str, int)
        Row ids and their years.
    """

    year: Year
    rows: frozenset[str]
    cumulative: bool
    pinned: tuple[tuple[str, int], ...]

    def pin(self, row: str) -> int | None:
        """Give the year that a row is pinned to."""
        return dict(self.pinned).get(row)

    def of(self, row: str) -> Year:
        """Give the year of a row by its id: pinned to one, or the clock's."""
        pinned = self.pin(row)
        return self.year if pinned is None else Year(pinned, self.year.fiscal)

    def of_row(self, row: Row) -> Year:
        """Give the year of a row; where the clock accumulates, what lasts is there from the beginning on."""
        found = self.of(row.id)
        lasting = self.cumulative and _kind(row) in _LASTING
        return Year(found.number, found.fiscal, _FIRST) if lasting else found

    def refusal(self, row: Row) -> str:
        """Say why a row does not accumulate although the clock does."""
        return _REFUSAL if self.cumulative and _kind(row) == "flow" else ""


def moment_of(query: Query) -> Moment:
    """Say when a query shows each row."""
    since = query.since if query.since is not None and query.since < query.year else None
    year = Year(query.year, query.fiscal, since)
    return Moment(year, query.rows, query.cumulative, tuple(sorted(query.pinned)))


def _kind(row: Row) -> str:
    return dict(row.where).get("kind", "")
