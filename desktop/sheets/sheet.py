"""What a sheet is asked for: a frame, an extent, a size, a theme and a format."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.sheets.errors import SheetError
from desktop.sheets.logo import checked_logo
from desktop.sheets.paper import Size, checked_size
from desktop.state.checked import MAX_WORDS
from desktop.state.session import Session
from desktop.state.sheet_options import ELEMENTS, SheetOptions
from geodata.drawn import Bounds
from geodata.frame import Frame

FORMATS = ("png", "pdf", "svg")
THEMES = ("light", "dark", "print")
LARGEST_LATITUDE = 85.0
"""Where the square of Web Mercator ends, degrees, rounded down."""


MapBox = tuple[float, float, float, float]
"""Left, top, width and height of a map, in the units of the layout."""


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """One sheet, as wanted.

    Parameters
    ----------
    frame : Frame
        What is shown.
    bounds : Bounds
        The extent that must be seen: west, south, east, north in degrees, WGS84. The sheet shows it whole,
        and more around it.
    size_px : tuple of int
        Width and height in pixels; without `dpi` the layout depends on their ratio alone.
    theme : str
        light, dark, or print: greyscale, and no tone that a printer loses.
    format : str
        png, pdf or svg.
    opacity : tuple of (str, float)
        Rows that are not fully opaque, 0 to 1.
    graticule : bool
        Whether the graticule is drawn.
    carry : Session or None
        What the file carries, so that opening it brings the view back; None leaves that out.
    options : SheetOptions
        Which elements stand beside the map, and in which words.
    dpi : float or None
        Dots per inch, where the sheet is a paper of a certain size; None for a slide or a screen.
    bare : bool
        The map alone, as a PNG that GIS programs put in its place.
    other : Frame or None
        A second frame, to be compared with: it gets a map of its own before that of `frame`, as large and
        with the same extent, and a table of differences stands in the place of figures and chart.
    map_box : MapBox or None
        Where the map is to stand, if all else has room around it: pictures of a film have it at one place.

    Raises
    ------
    SheetError
        Where a part is not what it should be.
    """

    frame: Frame
    bounds: Bounds
    size_px: Size = (1920, 1080)
    theme: str = "light"
    format: str = "png"
    opacity: tuple[tuple[str, float], ...] = ()
    graticule: bool = False
    carry: Session | None = None
    options: SheetOptions = field(default_factory=SheetOptions)
    dpi: float | None = None
    bare: bool = False
    other: Frame | None = None
    map_box: MapBox | None = None

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise SheetError(f"format: expected one of {', '.join(FORMATS)}, got {self.format!r}")
        if self.theme not in THEMES:
            raise SheetError(f"theme: expected light, dark or print, got {self.theme!r}")
        if self.bare and self.format != "png":
            raise SheetError(f"format: expected png for a bare map, got {self.format}")
        if self.bare and self.other is not None:
            raise SheetError("bare: expected one map, got two to compare")
        checked_size(self.size_px, self.dpi)
        checked_bounds(self.bounds)
        checked_options(self.options)

    @property
    def travelling(self) -> Session | None:
        """What goes into the file: what is carried, and with it the sheet's own words and elements."""
        if self.carry is None or self.carry.options is not None or self.bare:
            return self.carry
        options = self.options
        name = options.logo_name if options.logo and "logo" in options.elements else ""
        return replace(self.carry, options=replace(options, logo=None, logo_name=name))

    @property
    def as_drawing(self) -> SheetRequest:
        """The same sheet as a drawing to be looked over or measured: SVG that carries nothing."""
        return replace(self, format="svg", carry=None)


def format_of(path: str | os.PathLike[str]) -> str:
    """Read the format from a file's name.

    Raises
    ------
    SheetError
        Where the name ends in none of the formats.

    Examples
    --------
    >>> format_of("map.PNG")
    'png'
    """
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise SheetError(f"format: expected a name that ends in .png, .pdf or .svg, got {Path(path).name!r}")
    return ending


def checked_options(options: SheetOptions) -> SheetOptions:
    """Let options pass, or say what is wrong with them.

    Raises
    ------
    SheetError
        Where an element is not known, words are too many, or the logo is no PNG of bounded size.
    """
    unknown = sorted(options.elements - set(ELEMENTS))
    if unknown:
        raise SheetError(f"elements: expected some of {', '.join(ELEMENTS)}, got {unknown[0]!r}")
    for name in ("title", "subtitle", "footer", "caption"):
        length = len(getattr(options, name) or "")
        if length > MAX_WORDS:
            raise SheetError(f"{name}: expected at most {MAX_WORDS:,} characters, got {length:,}")
    if options.logo is not None:
        checked_logo(options.logo)
    return options


def parse_bounds(text: str) -> Bounds:
    """Read an extent such as ``68,6,98,37``: west, south, east, north in degrees.

    Raises
    ------
    SheetError
        Where it is no extent.

    Examples
    --------
    >>> parse_bounds("68,6,98,37")
    (68.0, 6.0, 98.0, 37.0)
    """
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise SheetError(f"bounds: expected W,S,E,N in degrees, such as 68,6,98,37, got {text!r}") from None
    return checked_bounds((west, south, east, north))


def checked_bounds(bounds: Bounds) -> Bounds:
    """Let an extent pass, or say why it is none.

    Raises
    ------
    SheetError
        Where it lies outside the world, is empty, or is turned round.
    """
    west, south, east, north = bounds
    got = f"got {','.join(f'{edge:g}' for edge in bounds)}"
    if not (-180 <= west <= 180 and -180 <= east <= 180):
        raise SheetError(f"bounds: expected west and east from -180 to 180 degrees, {got}")
    if not (
        -LARGEST_LATITUDE <= south <= LARGEST_LATITUDE and -LARGEST_LATITUDE <= north <= LARGEST_LATITUDE
    ):
        raise SheetError(f"bounds: expected south and north from -85 to 85 degrees, {got}")
    if east - west < 0.01 or north - south < 0.01:
        raise SheetError(f"bounds: expected west below east and south below north, 0.01 degrees apart, {got}")
    return bounds
