"""A story as PPTX: one slide for each step, native title, table and notes around the map as a picture.

Imported late: python-pptx brings libraries that no first paint needs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page

from desktop.sheets import slide_room as room
from desktop.sheets.deck_master import (
    CAPTION,
    FOOTER,
    NUMBER,
    look_of,
    new_deck,
    placeholder,
    run,
    slide_number,
)
from desktop.sheets.deck_shapes import INK, add_notes, add_picture, add_table, add_words, fill_placeholder
from desktop.sheets.slide import Slide
from desktop.sheets.slide_words import Fitted, words_of

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def deck_of(title: str, slides: Sequence[Slide], theme: str, day: date) -> bytes:
    """Make a deck.

    Parameters
    ----------
    title : str
        The document's title.
    theme : str
        light, dark or print.
    day : datetime.date
        The day that the data speak for: stands for the time of making.

    Returns
    -------
    bytes
        A PPTX; the same for the same slides.
    """
    deck = new_deck(theme)
    for slide in slides:
        _add_slide(deck, slide)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = title, "IREL Atlas", "IREL Atlas"
    about.subject, about.keywords, about.comments = "India's rare earths", "", ""
    about.language, about.revision = "en", 1
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 (it is written as UTC)
    kept = io.BytesIO()
    deck.save(kept)
    return _without_clock(kept.getvalue())


def _add_slide(deck: Deck, slide: Slide) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[0])
    words = words_of(slide)
    fill_placeholder(page, 0, words.title.words, words.title.size_pt)
    fill_placeholder(page, CAPTION, words.caption.words, words.caption.size_pt)
    year, note, sources = words.year, words.year_note, words.sources
    add_words(page, "Year", room.YEAR, year.words, year.size_pt, bold=True, right=True, colour=INK)
    add_words(page, "Year in words", room.YEAR_NOTE, note.words, note.size_pt, right=True)
    add_picture(page, io.BytesIO(slide.picture), room.PICTURE, f"Map {slide.year}", slide.alt)
    if slide.rows:
        add_table(page, slide.columns, slide.rows)
    _add_below_table(page, slide, words.footer)
    add_words(page, "Sources", room.SOURCES, sources.words, sources.size_pt, low=True)
    _add_foot(page, slide)
    add_notes(page, slide.notes)


def _add_below_table(page: Page, slide: Slide, footer: Fitted) -> None:
    """Say under the table what the notes have more of, and under that the presenter's own line."""
    used = room.TABLE_HEAD_PT + sum(room.row_height(row.cells, slide.columns) for row in slide.rows)
    more = room.MORE._replace(top=min(room.MORE.top, room.TABLE.top + used + 8))
    if slide.more:
        add_words(page, "More figures", more, slide.more, room.TEXT_SIZE)
    if footer.words:
        box = room.FOOTER._replace(top=more.top + (more.height if slide.more else 0) + room.FOOTER_GAP)
        add_words(page, "Own footer", box, footer.words, footer.size_pt)


def _add_foot(page: Page, slide: Slide) -> None:
    """Add what PowerPoint counts and switches itself: the footer and the number of the slide."""
    tree = page.shapes._spTree  # noqa: SLF001
    small, soft = room.SMALL_SIZE, "tx2"
    look = look_of(small, soft, "r")
    words, number = run(slide.origin, small, soft), slide_number(small, soft)
    tree.append(placeholder("ftr", FOOTER, "Footer", room.ORIGIN, look, words))
    tree.append(placeholder("sldNum", NUMBER, "Slide number", room.NUMBER, look, number))


def _without_clock(deck: bytes) -> bytes:
    """Pack a deck again, every part with the same time."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return kept.getvalue()
