"""Colours as eyes tell them apart: the contrast of WCAG 2.2. Pure."""

from __future__ import annotations

import re

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 255."""

_HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_RGB = re.compile(r"rgb\((\d+), ?(\d+), ?(\d+)\)")


def read_colour(text: str) -> Colour | None:
    """Read ``#RRGGBB`` or ``rgb(r, g, b)``; None for what is no plain colour."""
    found = _HEX.fullmatch(text)
    if found:
        red, green, blue = (int(part, 16) for part in found.groups())
        return red, green, blue
    found = _RGB.fullmatch(text)
    if found:
        red, green, blue = (int(part) for part in found.groups())
        return red, green, blue
    return None


def blended(colour: Colour, ground: Colour, opacity: float) -> Colour:
    """Lay a colour that is not fully opaque over a ground."""
    red, green, blue = (
        opacity * over + (1 - opacity) * under for over, under in zip(colour, ground, strict=True)
    )
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21.

    Examples
    --------
    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    shares = [part / 255 for part in colour]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
