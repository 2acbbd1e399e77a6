"""The SVG of a sheet, made to look the same elsewhere: it carries the fonts that its letters need."""

from __future__ import annotations

import base64
import re
from functools import cache
from xml.etree import ElementTree as ET

from resources import files

_FACE = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
_FONTS = "fonts/"
_STYLE_PLACE = "<defs>"

Range = tuple[int, int]


@cache
def _faces() -> tuple[tuple[str, str, tuple[Range, ...]], ...]:
    """Read the bundled family: the body of each @font-face rule, its file and its ranges of characters."""
    css = files.read(f"{_FONTS}noto-sans.css").decode()
    return tuple(_face(body) for body in _FACE.findall(css))


def _face(body: str) -> tuple[str, str, tuple[Range, ...]]:
    name = re.search(r'url\("([^"]+)"\)', body)
    ranges = re.search(r"unicode-range:\s*([^;]+);", body)
    assert name, "each face of the bundled family names its file"
    assert ranges, "each face of the bundled family names its range"
    return body, name[1], tuple(_range(part) for part in ranges[1].split(","))


def _range(words: str) -> Range:
    first, _, last = words.strip().removeprefix("U+").partition("-")
    return int(first, 16), int(last or first, 16)


def letters_of(svg: str) -> dict[str, set[str]]:
    """Give the characters that a drawing writes, by weight of the font."""
    found: dict[str, set[str]] = {}
    for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314 (made by our own page)
        found.setdefault(element.get("font-weight", "400"), set()).update("".join(element.itertext()))
    return found


def with_fonts(svg: str) -> str:
    """Embed the parts of the bundled family that the drawing's letters need.

    Parameters
    ----------
    svg : str
        A drawing whose first ``<defs>`` may take the style.

    Returns
    -------
    str
        The drawing with fonts as data addresses; the same each time.
    """
    needed = [
        _embedded(body, name)
        for weight, letters in sorted(letters_of(svg).items())
        for body, name, ranges in _faces()
        if _has_weight(body, weight)
        and any(first <= ord(c) <= last for c in letters for first, last in ranges)
    ]
    style = f"<style>{''.join(dict.fromkeys(needed))}</style>"
    return svg.replace(_STYLE_PLACE, _STYLE_PLACE + style, 1)


def _has_weight(body: str, weight: str) -> bool:
    declared = re.search(r"font-weight:\s*([\d ]+);", body)
    return declared is not None and int(declared[1].split()[0]) <= int(weight) <= int(declared[1].split()[-1])


def _embedded(body: str, name: str) -> str:
    data = base64.b64encode(files.read(_FONTS + name)).decode()
    rule = body.replace(f'url("{name}")', f"url(data:font/woff2;base64,{data})")
    return "@font-face{" + re.sub(r"\s+", " ", rule).strip() + "}"
