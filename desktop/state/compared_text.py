"""What is seen told in words, whether it stands alone or beside what it is compared with. Pure."""

from __future__ import annotations

from textwrap import shorten

from desktop.state.citing import Citing
from desktop.state.comparing import Badge, badges_of
from desktop.state.difference_text import NONE, on_one_line, summary
from desktop.state.telling import alt_text, text_version
from desktop.state.text import Section, Text
from geodata.difference import Difference, difference
from geodata.frame import Frame

_LONGEST_HALF = 80


def in_short(frame: Frame, other: Frame | None) -> str:
    """Say in one or two sentences what a map shows, or two beside each other.

    Parameters
    ----------
    frame : Frame
        What is seen, of two B.
    other : Frame or None
        A; None where nothing is compared.
    """
    if other is None:
        return alt_text(frame)
    one, two = (_named(badge) for badge in badges_of(other, frame))
    return f"Two maps of India's rare earths: {one}; {two}. {summary(difference(other, frame))}"


def in_words(frame: Frame, other: Frame | None, citing: Citing | None = None) -> Text:
    """Tell everything that is seen; what it is compared with, and the differences, before it."""
    text = text_version(frame, citing)
    if other is None:
        return text
    found = tuple(_lines(difference(other, frame))) or (NONE,)
    compared = Section("differences", subtitle(other, frame), found)
    return Text(text.title, (compared, *text.sections))


def subtitle(a: Frame, b: Frame) -> str:
    """Say in one line what is compared."""
    return " · ".join(badge.words for badge in badges_of(a, b))


def _named(badge: Badge) -> str:
    words = ", ".join((badge.year, *badge.conditions))
    return f"{badge.letter}, {shorten(words, _LONGEST_HALF, placeholder=' …')}"


def _lines(found: Difference) -> list[str]:
    return [f"{row.what}: {on_one_line(row)}." for row in found.rows]
