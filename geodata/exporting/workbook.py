"""Claims as an Excel workbook: the figures, their sources with licences, and what the columns mean."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO
from pathlib import Path

# With lxml a full disk is not an OSError but an error of lxml's own, which is no dependency of ours.
os.environ["OPENPYXL_LXML"] = "False"

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geodata.claim import Claim, Source
from geodata.exporting.columns import COLUMNS, Cell, cells, laid_over
from geodata.exporting.spreadsheet import neutral
from geodata.framing.index import Index
from geodata.framing.origins import origin, sources_of

_HEADING = Font(bold=True, color="FFFFFF")
_GROUND = PatternFill("solid", fgColor="00594F")
_TITLE = Font(bold=True, size=14)
_TOP = Alignment(vertical="top", wrap_text=True)
_NARROWEST, _WIDEST = 8, 60
_SOURCE_COLUMNS = (
    "id", "title", "publisher", "published", "reliability", "retells", "origin", "address", "read_on",
    "licence", "claims here",
)  # fmt: skip


def write_workbook(index: Index, claims: list[Claim], path: Path) -> None:
    """Write a workbook of three sheets.

    Parameters
    ----------
    claims : list of Claim
        The rows of the first sheet.
    path : pathlib.Path
        Where to; what is there is replaced.

    Raises
    ------
    OSError
        Where it cannot be written.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "IREL Atlas"
    _table(
        book.create_sheet("Figures"), [column.name for column in COLUMNS], [cells(index, c) for c in claims]
    )
    _sources(book.create_sheet("Sources"), index, claims)
    meanings: list[tuple[Cell, ...]] = [(column.name, column.meaning) for column in COLUMNS]
    _table(book.create_sheet("Columns"), ["column", "what it holds"], meanings)
    written = BytesIO()  # a disk that is full leaves the library's archive open, and it complains of that
    book.save(written)
    path.write_bytes(written.getvalue())


def _sources(sheet: Worksheet, index: Index, claims: list[Claim]) -> None:
    """Write the sources under the day of the data and the terms of use."""
    catalog = index.dataset.catalog
    _put(sheet, 1, 1, "Sources of these figures").font = _TITLE
    _put(sheet, 2, 1, f"IREL Atlas, data of {catalog.data_date}, version {index.dataset.digest[:12]}")
    _put(sheet, 3, 1, "Sources are cited, not copied. Texts of equal origin confirm nothing.")
    _put(sheet, 4, 1, laid_over(index.dataset))
    rows = [_source(index, source, claims) for source in sources_of(index.dataset, claims)]
    _table(sheet, list(_SOURCE_COLUMNS), rows, first_row=5)
    _link(sheet, 6, _SOURCE_COLUMNS.index("address") + 1)


def _source(index: Index, source: Source, claims: list[Claim]) -> tuple[Cell, ...]:
    return (
        source.id,
        source.title,
        source.publisher,
        source.published,
        source.reliability,
        source.retells,
        origin(index.dataset, source.id),
        source.address,
        source.read_on,
        source.licence_note,
        sum(claim.source == source.id for claim in claims),
    )


def _table(sheet: Worksheet, headings: list[str], rows: list[tuple[Cell, ...]], first_row: int = 1) -> None:
    for number, heading in enumerate(headings, 1):
        cell = _put(sheet, first_row, number, heading)
        cell.font, cell.fill = _HEADING, _GROUND
        longest = max([len(heading), *(len(str(row[number - 1] or "")) for row in rows)])
        sheet.column_dimensions[get_column_letter(number)].width = max(_NARROWEST, min(longest + 2, _WIDEST))
    for line, row in enumerate(rows, first_row + 1):
        for number, value in enumerate(row, 1):
            _put(sheet, line, number, value).alignment = _TOP
    sheet.freeze_panes = f"A{first_row + 1}"
    sheet.auto_filter.ref = f"A{first_row}:{get_column_letter(len(headings))}{first_row + len(rows)}"


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> SheetCell:
    """Write a value as what it is: texts stay texts, numbers numbers, days days."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell), "no cells are merged"
    if isinstance(value, str):
        cell.value = neutral(value)
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    else:
        cell.value = value
    return cell


def _link(sheet: Worksheet, first_row: int, column: int) -> None:
    """Let the addresses of pages be followed."""
    for row in range(first_row, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        address = str(cell.value)
        if isinstance(cell, SheetCell) and address.startswith(("https://", "http://")):
            cell.hyperlink = address
            cell.style = "Hyperlink"
            cell.alignment = _TOP
