"""Texts and numbers as spreadsheets may safely be given them. Standard library only."""

from __future__ import annotations

import re
from datetime import date

from geodata.exporting.columns import Cell

_STARTS_A_FORMULA = tuple("=+-@＝＋－＠")
# Controls, halves of a surrogate pair and the two code points that no XML may hold.
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def neutral(text: str) -> str:
    r"""Make a text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> neutral("=1+1"), neutral("about 40"), neutral("\t@SUM(A1)")
    ("'=1+1", 'about 40', "' @SUM(A1)")
    """
    line = _NOT_TEXT.sub(" ", text)
    return f"'{line}" if line.lstrip().startswith(_STARTS_A_FORMULA) else line


def plain(cell: Cell) -> str:
    """Write a cell as text: numbers as they are, days as ISO, texts made neutral, nothing as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if float(cell).is_integer() else repr(cell)
