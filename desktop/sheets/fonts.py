"""The bundled family as data addresses: the parts that some letters need, for files that stand alone."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from functools import cache

from resources import files

_FACE = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
_FONTS = "fonts/"

Range = tuple[int, int]


def faces_for(letters: Mapping[str, Iterable[str]]) -> str:
    """Give the @font-face rules that some letters need, with the fonts inside them.

    Parameters
    ----------
    letters : mapping of str to iterable of str
        Weight of the font, such as ``"600"`` → the characters written in it.

    Returns
    -------
    str
        CSS; the same each time.
    """
    needed = [
        _embedded(body, name)
        for weight, written in sorted(letters.items())
        for body, name, ranges in _faces()
        if _has_weight(body, weight)
        and any(first <= ord(c) <= last for c in written for first, last in ranges)
    ]
    return "".join(dict.fromkeys(needed))


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


def _has_weight(body: str, weight: str) -> bool:
    declared = re.search(r"font-weight:\s*([\d ]+);", body)
    return declared is not None and int(declared[1].split()[0]) <= int(weight) <= int(declared[1].split()[-1])


def _embedded(body: str, name: str) -> str:
    data = base64.b64encode(files.read(_FONTS + name)).decode()
    rule = body.replace(f'url("{name}")', f"url(data:font/woff2;base64,{data})")
    return "@font-face{" + re.sub(r"\s+", " ", rule).strip() + "}"
