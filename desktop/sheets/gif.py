"""GIF: one palette for the whole film, in which flat colours stay what they are; nothing is dithered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from PIL import Image

from desktop.sheets.files import beside
from desktop.sheets.film import Film
from desktop.sheets.paper import Size
from desktop.sheets.pdf import drawn

COLOURS = 256
EXACT = 128
"""So many of the commonest colours stand in the palette as they are; the others share the rest."""
CELL = 0xFC
"""Pillow looks colours up in cells of four levels a channel, and compares the cells' lower corners."""

Colour = tuple[int, int, int]


class Palette:
    """Colours for many pictures.

    Looked up by cells, of which each has one colour: else Pillow would take the flat colour of the sea for
    that of an edge beside it.

    Parameters
    ----------
    counts : collections.Counter
        How often each colour occurs.
    """

    def __init__(self, counts: Counter[Colour]) -> None:
        commonest: dict[Colour, Colour] = {}
        by_cell: Counter[Colour] = Counter()
        for colour, count in counts.most_common():
            commonest.setdefault(_cell(colour), colour)
            by_cell[_cell(colour)] += count
        ranked = [cell for cell, _ in by_cell.most_common()]
        exact = ranked if len(ranked) <= COLOURS else ranked[:EXACT]
        shared = _shared(ranked[len(exact) :], COLOURS - len(exact))
        self._looked_up = Image.new("P", (1, 1))
        self._looked_up.putpalette(_levels([*exact, *map(_cell, shared)]))
        self.levels = _levels([*(commonest[cell] for cell in exact), *shared])

    def paint(self, picture: Image.Image) -> Image.Image:
        """Give a picture in these colours."""
        painted = picture.quantize(palette=self._looked_up, dither=Image.Dither.NONE)
        painted.putpalette(self.levels)
        return painted


def write_gif(film: Film, sheets: Iterator[bytes], path: Path) -> str:
    """Write the pictures of a film as GIF that runs again and again; see `desktop.sheets.filming.Writer`."""
    pdfs = list(sheets)
    palette = Palette(_counted(pdfs, film.size_px))
    painted = (palette.paint(drawn(pdf, film.size_px)) for pdf in pdfs)
    with beside(path) as place:
        next(painted).save(
            place,
            "GIF",
            save_all=True,
            append_images=painted,
            palette=bytes(palette.levels),
            optimize=False,
            duration=[round(seconds * 1000) for seconds in film.seconds],
            loop=0,
            comment=film.comment().replace("→", "to").encode("ascii", "replace"),
        )
    return ""


def _counted(pdfs: Sequence[bytes], size_px: Size) -> Counter[Colour]:
    """Count the colours of all pictures; their fine edges matter, so none is drawn smaller."""
    counts: Counter[Colour] = Counter()
    for pdf in pdfs:
        for count, colour in drawn(pdf, size_px).getcolors(size_px[0] * size_px[1]) or []:
            if isinstance(colour, tuple):
                counts[colour[0], colour[1], colour[2]] += count
    return counts


def _shared(cells: Sequence[Colour], count: int) -> list[Colour]:
    """Choose some colours that lie close to all of these; how often each occurs does not count."""
    if not cells:
        return []
    row = Image.new("RGB", (len(cells), 1))
    row.putdata(cells)
    levels = row.quantize(count, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    return [(levels[at], levels[at + 1], levels[at + 2]) for at in range(0, len(levels[: 3 * count]), 3)]


def _cell(colour: Colour) -> Colour:
    red, green, blue = colour
    return red & CELL, green & CELL, blue & CELL


def _levels(colours: Sequence[Colour]) -> list[int]:
    return list(chain.from_iterable(colours))
