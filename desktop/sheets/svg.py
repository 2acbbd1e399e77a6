"""The SVG of a sheet, made to look the same elsewhere: it carries the fonts that its letters need."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from desktop.sheets.fonts import faces_for

TEXT_ID = "text-version"
_STYLE_PLACE = "<defs>"
_END = "</svg>"


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
    style = f"<style>{faces_for(letters_of(svg))}</style>"
    return svg.replace(_STYLE_PLACE, _STYLE_PLACE + style, 1)


def with_text(svg: str, text: str) -> str:
    """Put the text version into a drawing, for those who cannot see it: `TEXT_ID` is what describes it."""
    return svg.removesuffix(_END) + f'<desc id="{TEXT_ID}">{escape(text)}</desc>{_END}'
