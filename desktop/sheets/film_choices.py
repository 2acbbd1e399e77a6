"""What is chosen for a film, and what it amounts to."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.sheets.own_words import Own
from desktop.sheets.paper import Size, parse_size

KIND_TITLES = {
    "mp4": "MP4 film",
    "gif": "GIF, moves in any page and mail",
    "webp": "WebP, moves in browsers, without loss",
    "zip": "PNG pictures in a ZIP file",
    "folder": "PNG pictures in a folder",
}
SIZES = {
    "1920x1080": "Slide, 1920 × 1080",
    "1280x720": "Small slide, 1280 × 720",
    "3840x2160": "Large slide, 3840 × 2160",
    "1080x1080": "Square, 1080 × 1080",
}


@dataclass(frozen=True, slots=True)
class FilmChoices:
    """What is chosen for a film.

    Parameters
    ----------
    of_story : bool
        Whether the open story is filmed instead of years.
    first, last : int
        Years; both are in the film.
    kind : str
        One of `desktop.sheets.film_limits.KINDS`.
    size : str
        One of `SIZES`: width and height in pixels.
    seconds : float
        How long a year stays; a step of the story stays at least as long.
    theme : str
        light, dark or print.
    carries : bool
        Whether the film carries what brings its views back.
    own : Own
        The presenter's footer and logo, and the elements shown.
    """

    first: int
    last: int
    of_story: bool = False
    kind: str = "mp4"
    size: str = "1920x1080"
    seconds: float = 1.0
    theme: str = "light"
    carries: bool = True
    own: Own = field(default_factory=Own)

    @property
    def size_px(self) -> Size:
        """Width and height in pixels."""
        return parse_size(self.size)[0]


def amount_words(held: tuple[float, ...], kind: str) -> str:
    """Say how many pictures there are and how long they last.

    Examples
    --------
    >>> amount_words((1.0,) * 90, "gif"), amount_words((1.0,), "zip")
    ('90 pictures, 1 min 30 s', '1 picture')
    """
    pictures = f"{len(held)} picture{'' if len(held) == 1 else 's'}"
    if kind in ("zip", "folder"):
        return pictures
    minutes, seconds = divmod(round(sum(held), 1), 60)
    length = f"{minutes:.0f} min {seconds:.0f} s" if minutes else f"{seconds:g} s"
    return f"{pictures}, {length}"
