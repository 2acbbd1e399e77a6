"""What stands on a slide of a deck and in its notes, as plain values from the same frame as the map. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from desktop.sheets.contents import conditions
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.slide_room import TABLE, TABLE_HEAD_PT, row_height
from desktop.sheets.sources import NO_BREAK, Numbering, month_words
from desktop.state.citing import Citing
from desktop.state.telling import alt_text, text_version
from desktop.state.words import BOUNDARY_NOTICE, MARKS, TITLE, year_notes
from geodata.drawn import Figure
from geodata.frame import Frame

MOST_ROWS = 8
"""How many figures a slide's table has at most; the others stand in its notes."""

PASSING = ("trade_mass", "trade_value", "output")
"""What is counted anew each year: an earlier year's figure says nothing of this one."""

STYLES = ("export", "import", "plant", "mine", "relation")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a slide's table.

    Parameters
    ----------
    what, value, period : str
        As `geodata.drawn.Figure` has them, the value with its unit.
    letter : str
        T, E, F or P where it is not plainly actual.
    source : str
        Its number in the slide's list of sources; empty where nothing was found.
    style : str
        Whose colour it takes, one of `STYLES`, or empty.
    is_fact, is_past : bool
        Whether it is a plain fact of the slide's year, and whether it is quoted from an earlier one.
    """

    what: str
    value: str
    period: str = ""
    letter: str = ""
    source: str = ""
    style: str = ""
    is_fact: bool = False
    is_past: bool = False

    @property
    def marked_value(self) -> str:
        """The value, and the letter that says what it is."""
        return f"{self.value} [{self.letter}]" if self.letter else self.value

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What its cells say, from left to right."""
        return self.what, self.marked_value, self.period, self.source


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Parameters
    ----------
    year, year_note : str
        The year, fiscal year or range; what belongs to it, and under which conditions the slide is right.
    rows : tuple of FigureRow
        The table's.
    more : int
        How many figures of the sheet only the notes tell.
    sources : tuple of str
        The table's sources in short, by number, and what the letters mean. The notes have them in full.
    origin : str
        What made the slide, from which data.
    alt : str
        What stands for the picture where it cannot be seen.
    notes : tuple of str
        The paragraphs of the presenter's notes.
    picture : bytes
        The map as PNG.
    """

    title: str
    caption: str
    year: str
    year_note: str
    rows: tuple[FigureRow, ...]
    more: int
    sources: tuple[str, ...]
    origin: str
    alt: str
    notes: tuple[str, ...]
    picture: bytes


def slide_of(request: SheetRequest, picture: bytes) -> Slide:
    """Say what stands on the slide of a sheet.

    Parameters
    ----------
    request : SheetRequest
        The sheet of a story's step: its title and caption are the slide's.
    picture : bytes
        Its map as PNG.
    """
    frame, options, citing = request.frame, request.options, Citing(request.frame)
    text = text_version(frame, citing)
    rows = _fitting(_told(frame, citing))
    return Slide(
        title=options.title or TITLE,
        caption=options.caption,
        year=frame.year_label,
        year_note="; ".join((*year_notes(frame), *conditions(frame))),
        rows=rows,
        more=len(frame.shown) - sum(bool(row.source) for row in rows),
        sources=(*_cited(frame, rows, citing), *_letters(frame, rows)),
        origin=f"IREL Atlas, data of {month_words(frame.data_date.isoformat())}",
        alt=f"{alt_text(frame)} {BOUNDARY_NOTICE}",
        notes=(*([options.caption, ""] if options.caption else []), *text.plain().rstrip().splitlines()),
        picture=picture,
    )


def _fitting(told: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """Take as many rows as the table has room for."""
    rows = list(told)
    heights = accumulate((row_height(*row.cells) for row in rows), initial=TABLE_HEAD_PT)
    count = sum(height <= TABLE.height for height in heights) - 1
    return tuple(rows[: min(count, MOST_ROWS)])


def _told(frame: Frame, citing: Citing) -> Iterator[FigureRow]:
    """List what the slide tells, each figure once: known of the year, not known, known before.

    Where trade is drawn it leads, and the places come last; where it is not, the chart and they come first.
    """
    figures = {figure.claim: figure for figure in frame.shown}
    styles, places = _styles(frame), _of_places(frame)
    if not frame.flows:
        bars = {bar.claim for chart in frame.charts if chart.series == frame.chart for bar in chart.bars}
        order = sorted(styles, key=lambda claim: (claim not in bars, claim not in places))
        styles = {claim: styles[claim] for claim in order}
    rows = {claim: _row(figures[claim], frame.year, citing, style) for claim, style in styles.items()}
    last = {claim for claim in rows if claim in places and frame.flows}
    yield from (row for claim, row in rows.items() if claim not in last and not row.is_past)
    yield from (FigureRow(line.what, line.number) for line in frame.headlines if line.claim is None)
    yield from (row for row in rows.values() if row.is_past)
    yield from (rows[claim] for claim in rows if claim in last and not rows[claim].is_past)


def _of_places(frame: Frame) -> set[str]:
    return {claim for place in (*frame.places, *frame.areas) for claim in place.claims}


def _styles(frame: Frame) -> dict[str, str]:
    """Give whose colour each figure of the slide takes: those of the map, the year's bars, the headlines."""
    charts = [chart for chart in frame.charts if chart.series == frame.chart]
    told = [((flow.claim, flow.quoted), flow.style) for flow in frame.flows]
    told += [((bar.claim,), chart.style) for chart in charts for bar in chart.bars if bar.year == frame.year]
    told += [((headline.claim, *headline.quoted), headline.style) for headline in frame.headlines]
    told += [(place.claims, place.style) for place in (*frame.places, *frame.areas)]
    shown, found = {figure.claim for figure in frame.shown}, dict[str, str]()
    for claims, style in told:
        for claim in claims:
            if claim in shown:
                found.setdefault(claim, style)
    return found


def _row(figure: Figure, year: int, citing: Citing, style: str) -> FigureRow:
    """Write a figure; one that is quoted from an earlier year is no fact of this one, and says so."""
    is_past = figure.measure in PASSING and figure.year is not None and figure.year < year
    return FigureRow(
        figure.what,
        figure.text,
        f"{figure.period} (last known)" if is_past else figure.period,
        figure.letter,
        str(citing.number(figure.source)),
        style if style in STYLES else "",
        is_fact=not (figure.letter or is_past or figure.status == "missing"),
        is_past=is_past,
    )


def _cited(frame: Frame, rows: Iterable[FigureRow], citing: Citing) -> list[str]:
    """Name the sources of the table in short, by number."""
    numbering, used = Numbering(frame), {row.source for row in rows}
    numbered = {citing.number(source): source for source in dict.fromkeys(f.source for f in frame.shown)}
    return [
        f"{number}{NO_BREAK}{numbering.words(source)}"
        for number, source in sorted(numbered.items())
        if str(number) in used
    ]


def _letters(frame: Frame, rows: Iterable[FigureRow]) -> list[str]:
    """Say what the letters of table and map mean."""
    letters = {row.letter for row in rows} | {flow.letter for flow in frame.flows}
    return [
        f"[{letter}] {text}".replace(" ", NO_BREAK) for letter, text in MARKS.items() if letter in letters
    ]
