"""Figures with their sources, numbered in the order in which a text first names them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from desktop.state.words import MARKS
from geodata.drawn import Figure
from geodata.frame import Frame
from geodata.scenario import LETTER

_LETTER = re.compile(r" \[([A-Z])\]")


class Citing:
    """Writes figures so that each says its period, status and source.

    Parameters
    ----------
    frame : Frame
        Whose sources are cited; `shown` are its figures by their claim's id.
    numbers : mapping or None
        The numbers that sources have already, by id.
    """

    def __init__(self, frame: Frame, numbers: Mapping[str, int] | None = None) -> None:
        self.shown = {figure.claim: figure for figure in frame.shown}
        self._rows = {row.id: row for row in frame.sources}
        self._numbers = dict(numbers or {})

    def told(self, figure: Figure, dated: bool = True) -> str:
        """Write a figure with status and source, and with its period unless that was said already."""
        if figure.status == "missing":
            return f"not found{self.marks([figure.source])}"
        parts = (figure.text, figure.period if dated else "", status_of(figure))
        return ", ".join(filter(None, parts)) + self.marks([figure.source])

    def side(self, figures: Iterable[Figure]) -> str:
        """Write what several claims say, equal words once, with all their sources."""
        sources: dict[str, list[str]] = {}
        for figure in figures:
            words = f"{figure.what}: {figure.text}, {figure.period}, {status_of(figure)}"
            sources.setdefault(words, []).append(figure.source)
        return "; ".join(words + self.marks(named) for words, named in sources.items())

    def beside(self, lines: Iterable[str], claims: Iterable[str]) -> list[str]:
        """Set marks of sources behind the first line that tells the figure of each claim."""
        figures = [self.shown[claim] for claim in claims if claim in self.shown]
        marked = []
        for line in lines:
            told = [figure for figure in figures if figure.text in line]
            figures = [figure for figure in figures if figure not in told]
            marked.append(line + self.marks(figure.source for figure in told))
        return marked

    def marks(self, sources: Iterable[str]) -> str:
        """Point to sources: " (sources 1, 3)"; nothing where there are none."""
        numbers = sorted({self.number(source) for source in dict.fromkeys(sources)})
        if not numbers:
            return ""
        return f" (source{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))})"

    def number(self, source: str) -> int:
        """Give the number of a source, a new one where nothing has pointed to it yet."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    @property
    def numbers(self) -> dict[str, int]:
        """The sources to which anything pointed, by id."""
        return dict(self._numbers)

    def listed(self) -> Iterator[str]:
        """List the sources to which anything pointed, by number."""
        for source, number in self._numbers.items():
            row = self._rows.get(source)
            if row is None:
                yield f"{number}. {source}"
                continue
            dated = "date not found" if row.published == "not found" else row.published
            kind = f"Retells: {row.origin_title}" if row.retells else row.reliability.capitalize()
            words = f"{number}. {row.publisher}, {dated}: {row.title}. {kind}."
            yield f"{words} {row.address}" if row.address else words


def status_of(figure: Figure) -> str:
    """Say how sure a figure is meant to be; one of a scenario is nobody's claim."""
    return MARKS[LETTER] if figure.letter == LETTER else figure.status


def status_words(words: str) -> str:
    """Write the letters of marks out: "900 t [E]" becomes "900 t (estimate)"."""

    def spelt(found: re.Match[str]) -> str:
        mark = MARKS.get(found[1], found[1])
        return "" if words.startswith("target") and found[1] == "T" else f" ({mark})"

    return _LETTER.sub(spelt, words)
