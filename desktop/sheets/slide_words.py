"""The words of a slide as its boxes have room for them: in which size, and what of them is left out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.sheets import slide_room as room
from desktop.sheets.slide import Slide
from desktop.sheets.slide_room import Box
from desktop.sheets.typesetting import cut, size_for

_SEPARATOR = "   "


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words in a box.

    Parameters
    ----------
    words : str
        What stands there; an ellipsis at its end where not all has room.
    size_pt : float
        Of its letters.
    is_cut : bool
        Whether some words are left out.
    """

    words: str
    size_pt: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class SlideWords:
    """The words of a slide outside its table, each in its size."""

    title: Fitted
    caption: Fitted
    year: Fitted
    year_note: Fitted
    sources: Fitted
    footer: Fitted


def words_of(slide: Slide) -> SlideWords:
    """Fit the words of a slide into their boxes; title and year are never cut."""
    return SlideWords(
        title=Fitted(slide.title, size_for(slide.title, room.TITLE_SIZES, room.TITLE[2:], bold=True)),
        caption=_fitted(slide.caption, room.CAPTION_SIZES, room.CAPTION),
        year=Fitted(slide.year, size_for(slide.year, room.YEAR_SIZES, room.YEAR[2:], bold=True)),
        year_note=Fitted(slide.year_note, size_for(slide.year_note, room.NOTE_SIZES, room.YEAR_NOTE[2:])),
        sources=_fitted(_SEPARATOR.join(slide.sources), room.SMALL_SIZES, room.SOURCES),
        footer=_fitted(slide.footer, room.SMALL_SIZES, room.FOOTER),
    )


def _fitted(words: str, sizes: tuple[float, ...], box: Box) -> Fitted:
    size = size_for(words, sizes, box[2:])
    shown = cut(words, size, box[2:])
    return Fitted(shown, size, shown != words)
