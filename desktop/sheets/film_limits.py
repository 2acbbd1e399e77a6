"""What a film can be, by its name, and how much of it a machine can take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.sheets.errors import SheetError
from desktop.sheets.files import check_writable
from desktop.sheets.film import Film
from desktop.sheets.paper import Size

KINDS = ("mp4", "gif", "webp", "zip", "folder")
"""What a film can be; the last two are a series of PNG pictures."""

LONGEST_FILM_S = 900
MOST_PICTURES = 300
MOST_PIXELS = {"gif": 250_000_000}
"""Of all pictures together: a GIF is made from all of them at once."""
MOST_PIXELS_ELSE = 2_000_000_000
LARGEST_PICTURE = 4096 * 2304
"""What H.264 knows at the level that players of today understand."""


def kind_of(path: Path) -> str:
    """Read from a film's name what it is to be.

    Raises
    ------
    SheetError
        Where the name ends in something that no film is.
    """
    ending = path.suffix.lower().removeprefix(".")
    if not ending or path.is_dir():
        return "folder"
    if ending not in KINDS[:-1]:
        raise SheetError(
            "film: expected a name that ends in .mp4, .gif, .webp or .zip, or a folder's without an ending, "
            f"got {path.name!r}"
        )
    return ending


def check_film(film: Film, path: Path) -> str:
    """Let a film pass that this machine can make, before anything is drawn.

    Returns
    -------
    str
        One of `KINDS`.

    Raises
    ------
    SheetError
        Where it is too much, or cannot be written there.
    """
    kind = kind_of(path)
    check_amount(film.size_px, film.seconds, kind)
    _check_place(path, kind)
    return kind


def check_amount(size_px: Size, seconds: Sequence[float], kind: str) -> None:
    """Let so many pictures of a size pass.

    Parameters
    ----------
    seconds : sequence of float
        How long each is held.
    kind : str
        One of `KINDS`.

    Raises
    ------
    SheetError
        Where they are too many, too long or too large.
    """
    (width, height), count = size_px, len(seconds)
    most = MOST_PIXELS.get(kind, MOST_PIXELS_ELSE)
    if count > MOST_PICTURES:
        raise SheetError(f"film: expected at most {MOST_PICTURES} pictures, got {count}")
    if sum(seconds) > LONGEST_FILM_S:
        raise SheetError(f"film: expected at most {LONGEST_FILM_S} seconds, got {sum(seconds):,.0f}")
    if width * height > LARGEST_PICTURE:
        raise SheetError(f"film: expected pictures of at most 4096x2304 pixels, got {width}x{height}")
    if width * height * count > most:
        raise SheetError(
            f"film: expected at most {most / 1e6:,.0f} megapixels in all pictures of a {kind} together, "
            f"got {count} of {width}x{height} ({width * height * count / 1e6:,.0f} megapixels)"
        )
    if kind == "mp4" and (width % 2 or height % 2):
        raise SheetError(f"size: expected even numbers of pixels for MP4, got {width}x{height}")


def _check_place(path: Path, kind: str) -> None:
    """Let a folder pass that is new or empty, and else a file that can be written."""
    if kind != "folder" or not path.is_dir():
        check_writable(path)
    elif any(path.iterdir()):
        raise SheetError(f"cannot write {path}: expected a new or empty folder, got one with files in it")
