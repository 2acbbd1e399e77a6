"""The numbered sources of a sheet: every figure on it points to one, and every one is pointed to."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.frame import Frame

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NO_BREAK = "\u00a0"
OWN_SEARCH = "our own search"
"""How reliable a source is that says: looked for, and not found."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Numbering:
    """Number sources in the order in which the sheet first points to them.

    Parameters
    ----------
    frame : Frame
        Whose sources and figures the sheet shows.
    is_told : bool
        Whether the sheet lists its sources; else nothing points to them either.
    other : Frame or None
        What the sheet shows beside it.
    """

    def __init__(self, frame: Frame, is_told: bool = True, other: Frame | None = None) -> None:
        self._is_told = is_told
        frames = (frame,) if other is None else (other, frame)
        self._rows = {row.id: row for shown in frames for row in shown.sources}
        self._of_claim = {figure.claim: figure.source for shown in frames for figure in shown.figures}
        self._scopes: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def of_claims(self, claims: Iterable[str | None]) -> list[str]:
        """Give the sources of claims, each once; a claim that is no figure has none to point to."""
        found = (self._of_claim.get(claim or "") for claim in claims)
        return list(dict.fromkeys(source for source in found if source))

    def marks(self, sources: Iterable[str], scope: str | None = None) -> str:
        """Give the superscripts that point to some sources, with the space that keeps them at their word.

        Parameters
        ----------
        scope : str or None
            What the figure covers, to be told beside its source.
        """
        numbers = []
        if not self._is_told:
            return ""
        for source in dict.fromkeys(sources):
            numbers.append(self._numbers.setdefault(source, len(self._numbers) + 1))
            if scope:
                self._scopes.setdefault(source, scope)
        return "".join(NO_BREAK + str(number).translate(_SUPERSCRIPTS) for number in sorted(numbers))

    @property
    def numbers(self) -> dict[str, int]:
        """The numbered sources by id, in the order of their numbers."""
        return dict(self._numbers)

    def notes(self) -> list[str]:
        """List the sources by number, as they stand at the foot of the sheet."""
        return [f"{number}{NO_BREAK}{self.words(source)}" for source, number in self._numbers.items()]

    def words(self, source: str) -> str:
        """Name a source in short: publisher and month, whom it retells, what its figure covers."""
        row = self._rows.get(source)
        if row is None:
            return source
        publisher = row.reliability if row.reliability == OWN_SEARCH else row.publisher
        words = f"{publisher}, {month_words(row.published)}"
        origin = self._rows.get(row.origin)
        if row.retells and origin is not None:
            words += f", retelling {origin.publisher}"
        scope = self._scopes.get(source)
        return f"{words}: {scope}" if scope else words


def month_words(published: str) -> str:
    """Write the month of an ISO day or month, or else the year.

    Examples
    --------
    >>> month_words("2025-06-14"), month_words("2024"), month_words("not found")
    ('Jun 2025', '2024', 'undated')
    """
    year, _, rest = published.partition("-")
    month = rest[:2]
    if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        return f"{_MONTHS[int(month) - 1]} {year}"
    return year if year.isdigit() else "undated"
