"""Words, table and notes of a slide, as PowerPoint knows them: each can be edited after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.table import _Cell as Cell
from pptx.text.text import TextFrame
from pptx.util import Length, Pt

from desktop.sheets import slide_room as room
from desktop.sheets.deck_master import STYLE_COLOURS
from desktop.sheets.slide_room import Box, Columns
from desktop.sheets.slide_rows import FigureRow

INK, SOFT = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style that draws nothing of its own."""
_LINE_PT = 0.75


def add_words(page: Page, name: str, box: Box, words: str, size_pt: float, **how: Any) -> None:
    """Add a text box.

    Parameters
    ----------
    how
        ``bold``, ``right``, ``low`` (words at its lower edge), ``colour``.
    """
    shape = page.shapes.add_textbox(*_edges(box))
    shape.name = name
    frame: Any = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if how.get("low") else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(frame, words, size_pt, how.get("colour", SOFT), bold=how.get("bold", False))
    if how.get("right"):
        frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def fill_placeholder(page: Page, index: int, words: str, size_pt: float) -> None:
    """Write into a placeholder of the slide, in the size that its words need."""
    shape: Any = page.placeholders[index]
    frame = shape.text_frame
    frame.text = words
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(size_pt)


def add_picture(page: Page, picture: Any, box: Box, name: str, alt: str) -> None:
    """Add a picture with the words that stand for it."""
    shape: Any = page.shapes.add_picture(picture, *_edges(box))
    shape.name = name
    shape._element.nvPicPr.cNvPr.set("descr", alt)  # noqa: SLF001 (python-pptx has no door to it)


def add_table(page: Page, columns: Columns, rows: Sequence[FigureRow]) -> None:
    """Add the native table of figures."""
    box = room.TABLE
    frame: Any = page.shapes.add_table(len(rows) + 1, len(columns), *_edges(box))
    frame.name = "Figures"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Table of the figures that the map shows")  # noqa: SLF001
    table = frame.table
    properties = table._tbl.tblPr  # noqa: SLF001
    properties.find(qn("a:tableStyleId")).text = _NO_STYLE
    table.horz_banding = False
    for column, (_title, width) in zip(table.columns, columns, strict=True):
        column.width = Pt(width)
    heights = [room.TABLE_HEAD_PT, *(room.row_height(row.cells, columns) for row in rows)]
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Pt(height)
    frame.height = Pt(sum(heights))
    for place, (title, _width) in enumerate(columns):
        _fill(table.cell(0, place), title, SOFT, True)
    for number, row in enumerate(rows, 1):
        _fill_row([table.cell(number, place) for place in range(len(columns))], row)
    for row in table.rows:
        for place in (1, 3) if columns == room.FIGURES else (3,):
            row.cells[place].text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def add_notes(page: Page, paragraphs: Iterable[str]) -> None:
    """Write the notes of a slide, one paragraph for each line."""
    frame = page.notes_slide.notes_text_frame
    assert frame is not None, "the notes of a new slide have a place for words"
    frame.text = "\n".join(paragraphs)


def _fill_row(cells: Sequence[Cell], row: FigureRow) -> None:
    """Write a figure; one that is no fact of this year in regular, softer letters."""
    accent = STYLE_COLOURS.get(row.style)
    colour = INK if accent is None else MSO_THEME_COLOR.from_xml(f"accent{accent}")
    _fill(cells[0], row.what, INK, False)
    _fill(cells[1], row.value, colour if row.is_fact else SOFT, row.is_fact)
    _fill(cells[2], row.period, INK, False)
    _fill(cells[3], row.source, SOFT, False)


def _fill(cell: Cell, words: str, colour: MSO_THEME_COLOR, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(room.CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(room.CELL_TOP)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    _write(cell.text_frame, words, room.TEXT_SIZE, colour, bold)
    line = (
        f"<a:lnB {nsdecls('a')} w='{Pt(_LINE_PT)}'><a:solidFill><a:schemeClr val='tx2'>"
        "<a:alpha val='45000'/></a:schemeClr></a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().append(parse_xml(line))  # noqa: SLF001


def _write(frame: TextFrame, words: str, size_pt: float, colour: MSO_THEME_COLOR, bold: bool) -> None:
    paragraph = frame.paragraphs[0]
    if words:
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold = Pt(size_pt), bold
        shade: ColorFormat = run.font.color
        shade.theme_color = colour
    end = f"<a:endParaRPr {nsdecls('a')} lang='en' sz='{round(size_pt * 100)}'/>"
    paragraph._p.append(parse_xml(end))  # noqa: SLF001 (an empty cell is as high as its last mark)


def _edges(box: Box) -> tuple[Length, Length, Length, Length]:
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
