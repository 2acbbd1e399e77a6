"""A text in sections put on a page: headings that a screen reader knows as such, lines below them."""

from __future__ import annotations

from qtpy.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from qtpy.QtWidgets import QTextEdit

from desktop.panels.pieces import UNIT
from desktop.state.text import Text

_LARGER = {1: 1.35, 2: 1.1, 0: 1.0}
"""How many times larger than the page's letters a title and a heading are."""
_LEADING, _PERCENT = 120, 1
"""Height of a line, in percent: Qt's ProportionalHeight, which one of the bindings wants as a number."""


def write(page: QTextEdit, text: Text) -> list[int]:
    """Write a text on an empty page, as words and never as markup.

    Returns
    -------
    list of int
        Where each section begins, in characters.
    """
    page.clear()
    cursor = QTextCursor(page.document())
    cursor.beginEditBlock()
    size = page.font().pointSizeF()
    _put(cursor, text.title, 1, size, is_first=True)
    starts = []
    for section in text.sections:
        _put(cursor, section.heading, 2, size)
        starts.append(cursor.block().position())
        for line in section.lines:
            _put(cursor, line, 0, size)
    cursor.endEditBlock()
    return starts


def _put(cursor: QTextCursor, words: str, level: int, size: float, is_first: bool = False) -> None:
    """Put a title (level 1), a heading (2) or a line (0) on the page."""
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setHeadingLevel(level)
    block.setTopMargin(2 * UNIT if level == 2 else 0)
    block.setBottomMargin(UNIT // 2)
    block.setLineHeight(_LEADING, _PERCENT)
    letters.setFontWeight(QFont.Weight.DemiBold if level else QFont.Weight.Normal)
    letters.setFontPointSize(size * _LARGER[level])
    if is_first:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(letters)
    else:
        cursor.insertBlock(block, letters)
    cursor.insertText(words, letters)
