"""What a sheet shows beside the map, and in which words: plain values that a file can carry."""

from __future__ import annotations

from dataclasses import dataclass

ELEMENTS = (
    "title",
    "subtitle",
    "year",
    "headlines",
    "chart",
    "legend",
    "widths",
    "scale",
    "north",
    "locator",
    "sources",
    "logo",
    "footer",
)
"""What can be switched off, in the order in which a dialog lists it. The boundary notice cannot."""

AT_FIRST = frozenset(ELEMENTS) - {"north", "locator"}


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """The words and elements of a sheet.

    Parameters
    ----------
    title, subtitle : str or None
        Words instead of the atlas's own; None keeps those.
    footer : str
        A line of the presenter's own at the foot; empty for none.
    caption : str
        What a story's step says under the title; empty for none.
    logo : bytes or None
        A PNG, as it was read, for the upper corner.
    elements : frozenset of str
        Which of `ELEMENTS` are shown.
    logo_name : str
        What the logo's file is called. A sheet brings no logo back, but says which it had.
    """

    title: str | None = None
    subtitle: str | None = None
    footer: str = ""
    caption: str = ""
    logo: bytes | None = None
    elements: frozenset[str] = AT_FIRST
    logo_name: str = ""
