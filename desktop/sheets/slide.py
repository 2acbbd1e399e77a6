"""What stands on a slide of a deck and in its notes, as plain values from the same frame as the map. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.sheets import comparing
from desktop.sheets.contents import conditions
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.slide_room import (
    COMPARED,
    FIGURES,
    TABLE,
    TABLE_HEAD_PT,
    Columns,
    footer_height,
    row_height,
)
from desktop.sheets.slide_rows import FigureRow, figure_rows
from desktop.sheets.sources import NO_BREAK, Numbering, month_words
from desktop.state.citing import Citing, status_words
from desktop.state.compared_text import in_short, in_words, subtitle
from desktop.state.comparing import badges_of
from desktop.state.difference_text import NOT_TOLD, figures_of
from desktop.state.session import ShownFigure, shown_figure
from desktop.state.text import Section, Text
from desktop.state.words import BOUNDARY_NOTICE, TITLE, year_notes
from geodata.difference import difference

MOST_ROWS = 8
"""How many figures a slide's table has at most; the others stand in its notes."""
LONGEST_WHOLE = 60
"""So many characters of a source are kept on one line."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Parameters
    ----------
    year, year_note : str
        The year, fiscal year or range; what belongs to it, and under which conditions the slide is right.
    columns : Columns
        Title and width of each column of the table.
    rows : tuple of FigureRow
        The table's.
    more : str
        How many figures of the sheet only the notes tell, in words; empty where there are none.
    sources : tuple of str
        The table's sources in short, by number. The notes have them in full.
    origin : str
        What made the slide, from which data.
    footer : str
        The presenter's own line; empty for none.
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
    columns: Columns
    rows: tuple[FigureRow, ...]
    more: str
    sources: tuple[str, ...]
    origin: str
    footer: str
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
    frame, other, options = request.frame, request.other, request.options
    citing = _citing(request)
    rows = table_rows(request, citing)
    year, note, alt = _said_of_year(request)
    return Slide(
        title=options.title or TITLE,
        caption=options.caption,
        year=year,
        year_note=note,
        columns=FIGURES if other is None else _columns(request),
        rows=rows,
        more=_left_out(request, rows),
        sources=tuple(_cited(request, rows, citing)),
        origin=f"IREL Atlas, data of {month_words(frame.data_date.isoformat())}",
        footer=_footer(request),
        alt=f"{alt} {BOUNDARY_NOTICE}",
        notes=tuple(_notes(request, rows, citing)),
        picture=picture,
    )


def table_rows(request: SheetRequest, citing: Citing | None = None) -> tuple[FigureRow, ...]:
    """Give as many rows as the table of a slide has room for; of two maps, those of their differences."""
    citing, compared = citing or _citing(request), request.other is not None
    columns = COMPARED if compared else FIGURES
    rows = list(_differences(request, citing) if compared else figure_rows(request, citing))
    heights = accumulate((row_height(row.cells, columns) for row in rows), initial=TABLE_HEAD_PT)
    room_pt = TABLE.height - footer_height(_footer(request))
    count = sum(height <= room_pt for height in heights) - 1
    return tuple(rows[: min(count, MOST_ROWS)])


def carried_rows(request: SheetRequest) -> tuple[ShownFigure, ...]:
    """Take down the numbers that a slide's table adds to those of its map: they are carried as well."""
    carried = {figure.claim for figure in request.carry.figures} if request.carry else set()
    found = [row.figure for row in table_rows(request) if row.figure and row.figure.quantity]
    return tuple(shown_figure(figure) for figure in found if figure.claim not in carried)


def _footer(request: SheetRequest) -> str:
    options = request.options
    return options.footer if "footer" in options.elements else ""


def _citing(request: SheetRequest) -> Citing:
    """Make what numbers the sources, in the notes as in the table."""
    frame, other = request.frame, request.other
    if other is None:
        return Citing(frame)
    sources = {row.id: row for row in (*other.sources, *frame.sources)}
    return Citing(replace(frame, sources=tuple(sources.values())))


def _columns(request: SheetRequest) -> Columns:
    """Name the columns of a comparison after what stands in its halves."""
    assert request.other is not None
    halves = badges_of(request.other, request.frame)
    names = ("What differs", *(f"{half.letter}: {half.year}" for half in halves), "Ref")
    return tuple((name, width) for name, (_name, width) in zip(names, COMPARED, strict=True))


def _said_of_year(request: SheetRequest) -> tuple[str, str, str]:
    """Say the year, what belongs to it, and what the map shows; of two maps, of both."""
    frame, other = request.frame, request.other
    if other is None:
        return frame.year_label, "; ".join((*year_notes(frame), *conditions(frame))), in_short(frame, None)
    is_plain = not any(badge.conditions for badge in badges_of(other, frame))
    note = "" if is_plain else subtitle(other, frame)
    return comparing.label(other, frame), note, in_short(frame, other)


def _differences(request: SheetRequest, citing: Citing) -> Iterator[FigureRow]:
    """Set the figures and states of both halves side by side, the figures first."""
    assert request.other is not None
    figures = figures_of(request.frame, request.other)
    found = [row for row in difference(request.other, request.frame).rows if row.group != "Things"]
    for row in sorted(found, key=lambda row: row.group != "Figures"):
        sources = dict.fromkeys(figures[claim].source for claim in row.claims if claim in figures)
        numbers = ", ".join(str(citing.number(source)) for source in sources)
        before, after = (status_words(words) or NOT_TOLD for words in (row.before, row.after))
        yield FigureRow(row.what, before, after, numbers)


def _left_out(request: SheetRequest, rows: Sequence[FigureRow]) -> str:
    """Count the figures, or the differences, that only the notes tell."""
    told = {row.figure.claim for row in rows if row.figure}
    count, noun = sum(figure.claim not in told for figure in request.frame.shown), "figure"
    if request.other is not None:
        count, noun = sum(1 for _row in _differences(request, _citing(request))) - len(rows), "difference"
    return f"{count} more {noun}{'s' if count > 1 else ''} in the notes" if count else ""


def _cited(request: SheetRequest, rows: Iterable[FigureRow], citing: Citing) -> Iterator[str]:
    """Name the sources of the table in short, by number."""
    numbering = Numbering(request.frame, other=request.other)
    used = {number for row in rows for number in row.source.split(", ")}
    for source, number in citing.numbers.items():
        if str(number) in used:
            words = f"{number}{NO_BREAK}{numbering.words(source)}"
            yield words.replace(" ", NO_BREAK) if len(words) <= LONGEST_WHOLE else words


def _notes(request: SheetRequest, rows: Iterable[FigureRow], citing: Citing) -> Iterator[str]:
    """Write the presenter's notes: the caption whole, the table in sentences, all that the map shows."""
    frame = request.frame
    for words in filter(None, (request.options.caption, _footer(request))):
        yield from (words, "")
    table = Section("table", "In the table", tuple(_sentence(row, citing) for row in rows))
    text = in_words(frame, request.other, citing)
    yield from Text(text.title, (table, *text.sections)).plain().rstrip().splitlines()


def _sentence(row: FigureRow, citing: Citing) -> str:
    """Tell a row of the table, its figure as every text version tells it."""
    if row.figure is not None:
        return f"{row.what}: {citing.told(row.figure)}."
    marks = f" (source{'s' if ',' in row.source else ''} {row.source})" if row.source else ""
    return f"{row.what}: {', '.join(filter(None, (row.value, row.period)))}{marks}."
