"""The presenter check of a slide as it is laid out: picture, table, and words as they have room. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

from desktop.sheets import slide_room as room
from desktop.sheets.binding import picture_request
from desktop.sheets.contents import palette
from desktop.sheets.contrast import contrast, read_colour
from desktop.sheets.doubts import doubts_of
from desktop.sheets.presenter_check import layout_of, serious_first, use_width_pt
from desktop.sheets.series_check import AS_SHEETS, Eyes
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import Written, facts_of
from desktop.sheets.slide import Slide, slide_of
from desktop.sheets.slide_words import SlideWords, words_of
from desktop.sheets.warning import SheetWarning

_SAID = {"caption": "its caption", "footer": "its footer", "sources": "the sources of its table"}
"""What may be cut on a slide, in words."""


def check_slide(sheet: SheetRequest, svg: str) -> tuple[SheetWarning, ...]:
    """Look a slide over before it leaves.

    Parameters
    ----------
    sheet : SheetRequest
        The sheet of a story's step.
    svg : str
        The slide's picture, as its page draws it.

    Returns
    -------
    tuple of SheetWarning
        The serious ones first; each fix is one of the step's sheet.
    """
    picture, slide = picture_request(sheet), slide_of(sheet, b"")
    drawn, words = facts_of(svg, use_width_pt(picture)), words_of(slide)
    facts = replace(drawn, texts=(*drawn.texts, *_written(slide, words, sheet.theme)))
    shown = replace(sheet, options=replace(sheet.options, elements=picture.options.elements))
    in_table = [(row.figure, " ".join(row.cells)) for row in slide.rows if row.figure is not None]
    return serious_first((*doubts_of(shown, facts, in_table), *layout_of(picture, facts), *_cut(words)))


def eyes_for(kind: str) -> Eyes:
    """Say how the sheets of a deck of some kind are looked over: as slides, or as the pages that they are."""
    return Eyes(lambda sheet: picture_request(sheet).as_drawing, check_slide) if kind == "pptx" else AS_SHEETS


def _written(slide: Slide, words: SlideWords, theme: str) -> Iterator[Written]:
    """Take down the slide's own words: those of a box belong together, and those of a row of the table."""
    groups = [[(one["words"], one["size_pt"])] for one in asdict(words).values() if one["words"]]
    groups += [[(cell, room.TEXT_SIZE) for cell in row.cells if cell] for row in slide.rows]
    least = _least_contrast(theme)
    for number, group in enumerate(groups, 1):
        yield from (Written(told, "", -number, size, least) for told, size in group)


def _least_contrast(theme: str) -> float:
    """Give the least contrast to the paper of what words of slides are written in."""
    colours = palette()[theme]
    paper = read_colour(colours["paper"])
    inks = [
        read_colour(colour)
        for name, colour in colours.items()
        if name in ("ink", "soft_ink") or name.endswith("_text")
    ]
    return min(contrast(ink, paper) for ink in inks if ink and paper)


def _cut(words: SlideWords) -> Iterator[SheetWarning]:
    """Tell which of the words have no room on the slide."""
    for name, said in _SAID.items():
        if getattr(words, name).is_cut:
            told = f"The slide has no room for all of {said}: it ends in “…”; its notes have all of it."
            yield SheetWarning(f"cut/{name}", told)
