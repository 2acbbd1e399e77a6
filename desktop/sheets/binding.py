"""All steps of a story in one file: which sheets that needs, and how they are bound."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import POINTS_PER_INCH
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.slide_room import PICTURE, SLIDE
from geodata.frame import Frame

DECKS = ("pptx", "pdf")
SLIDE_SHAPE = SLIDE[0] / SLIDE[1]
LEAST_PICTURE_PX = 1920
"""A slide's picture is at least so wide, whatever size is asked for."""

_ON_PICTURE = frozenset({"legend", "widths", "scale", "chart", "north", "locator", "logo"})
"""What a slide leaves to its picture; the rest it says itself, so that it can be edited."""
NATIVE = frozenset({"title", "subtitle", "year", "headlines", "sources"})
"""What a slide says itself whatever is switched off."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A story to be bound.

    Parameters
    ----------
    title : str
        The story's.
    sheets : tuple of SheetRequest
        One for each step, named and captioned by its options.
    kind : str
        One of `DECKS`.

    Raises
    ------
    SheetError
        Where the story has no step, or a slide is not as wide as slides are.
    """

    title: str
    sheets: tuple[SheetRequest, ...]
    kind: str

    def __post_init__(self) -> None:
        if not self.sheets:
            raise SheetError("story: expected at least one step, got none")
        width, height = self.sheets[0].size_px
        if self.kind == "pptx" and abs(width / height / SLIDE_SHAPE - 1) > 0.01:
            raise SheetError(f"size: expected 16:9 for slides, such as 3840x2160, got {width}x{height}")

    @property
    def requests(self) -> list[SheetRequest]:
        """The sheets to make, in the order in which `bind` takes them."""
        if self.kind == "pdf":
            return [replace(sheet, format="pdf") for sheet in self.sheets]
        return [picture_request(sheet) for sheet in self.sheets]

    @property
    def names(self) -> list[str]:
        """What the steps are called."""
        return [sheet.options.title or sheet.frame.year_label for sheet in self.sheets]


def deck_kind(path: str | os.PathLike[str]) -> str:
    """Read the kind of a deck from its file's name.

    Raises
    ------
    SheetError
        Where the name ends in none of `DECKS`.

    Examples
    --------
    >>> deck_kind("talk.PPTX")
    'pptx'
    """
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in DECKS:
        raise SheetError(f"format: expected a name that ends in .pptx or .pdf, got {Path(path).name!r}")
    return ending


def picture_request(sheet: SheetRequest) -> SheetRequest:
    """Ask for the picture of a slide: the map of a sheet, without the words that the slide has itself."""
    from desktop.sheets.slide import carried_rows

    width_px = max(LEAST_PICTURE_PX, round(sheet.size_px[0] * PICTURE.width / SLIDE[0]))
    scale, carry = width_px / PICTURE.width, sheet.travelling
    elements = _ON_PICTURE & sheet.options.elements
    return replace(
        sheet,
        format="png",
        size_px=(width_px, round(PICTURE.height * scale)),
        dpi=POINTS_PER_INCH * scale,
        options=replace(sheet.options, title=None, caption="", elements=elements - _silent(sheet.frame)),
        carry=None if carry is None else replace(carry, figures=(*carry.figures, *carried_rows(sheet))),
    )


def _silent(frame: Frame) -> frozenset[str]:
    """Leave the room of a chart to the map where it says nothing of the slide's years."""
    chart = next((chart for chart in frame.charts if chart.series == frame.chart), None)
    first, last = frame.since or frame.year, frame.year
    is_told = chart and any(first <= year + 1 and year - 1 <= last for year, _label in chart.slots)
    return frozenset() if is_told or frame.legend else frozenset({"chart", "scale"})


def bind(deck: Deck, made: Sequence[bytes]) -> bytes:
    """Bind sheets that were made; slow, and without Qt, so that another thread may do it.

    Parameters
    ----------
    made : sequence of bytes
        What `SheetPrinter` made of `Deck.requests`.

    Returns
    -------
    bytes
        The same for the same sheets.
    """
    first = deck.sheets[0]
    if deck.kind == "pdf":
        from desktop.sheets.joined import joined

        return joined(made, deck.names, deck.title, first.frame.data_date)
    from desktop.sheets.deck import deck_of
    from desktop.sheets.slide import slide_of

    slides = [slide_of(sheet, picture) for sheet, picture in zip(deck.sheets, made, strict=True)]
    return deck_of(deck.title, slides, first.theme, first.frame.data_date)
