"""How much room words take in the bundled family, near enough to choose a size: slides are set by others."""

from __future__ import annotations

LEADING = 1.36
"""Height of a line, as a share of the size of its letters: that of Noto Sans."""
BOLD = 1.07
"""How many times wider bold letters are."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMWQO@%—→")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.32, 0.57, 0.65, 0.9


def width_of(text: str, size_pt: float, bold: bool = False) -> float:
    """Estimate the width of a line in points, a little too wide rather than too narrow.

    Examples
    --------
    >>> width_of("over 1,000 t", 12) < width_of("over 1,000 t", 12, bold=True) < 90
    True
    """
    em = sum(_advance(letter) for letter in text)
    return em * size_pt * (BOLD if bold else 1)


def lines_of(text: str, size_pt: float, width_pt: float, bold: bool = False) -> int:
    """Estimate how many lines some words take that are broken at spaces.

    Examples
    --------
    >>> lines_of("Permanent magnets, all origins to India", 12, 130)
    2
    """
    lines, used = 1, 0.0
    for word in text.split(" "):
        width = width_of(word, size_pt, bold)
        space = width_of(" ", size_pt, bold) if used else 0.0
        if used and used + space + width > width_pt:
            lines, used = lines + 1, width
        else:
            used += space + width
        lines += int(used // width_pt) if used > width_pt and width > width_pt else 0
    return lines


def height_of(text: str, size_pt: float, width_pt: float, bold: bool = False) -> float:
    """Estimate the height in points of words that are broken at spaces."""
    return lines_of(text, size_pt, width_pt, bold) * size_pt * LEADING


def size_for(
    text: str, sizes_pt: tuple[float, ...], room_pt: tuple[float, float], bold: bool = False
) -> float:
    """Choose the first of some sizes at which words fit into a width and a height, or else the last."""
    width, height = room_pt
    fitting = (size for size in sizes_pt if height_of(text, size, width, bold) <= height)
    return next(fitting, sizes_pt[-1])


def cut(text: str, size_pt: float, room_pt: tuple[float, float], bold: bool = False) -> str:
    """Leave out the last words of a text until it fits, and say by an ellipsis that some are gone."""
    width, height = room_pt
    words, shown = text.split(" "), text
    while len(words) > 1 and height_of(shown, size_pt, width, bold) > height:
        words.pop()
        shown = " ".join(words).rstrip(",;:.") + " …"
    return shown


def _advance(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM
