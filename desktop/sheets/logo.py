"""A presenter's own logo: a real picture of bounded size, and nothing else that a file could hold."""

from __future__ import annotations

import base64
import io
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.sheets.errors import SheetError

MAX_BYTES = 2 * 1024 * 1024
MAX_SIDE_PX = 4000
_DRAWN_SIDE_PX = 1200
"""A logo is kept no larger: four dots for each unit of its corner."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read_logo(path: Path) -> bytes:
    """Read a logo's file.

    Raises
    ------
    SheetError
        Where it cannot be read or is not what a logo may be.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SheetError(f"logo: cannot read {path}: {error.strerror or error}") from error
    return checked_logo(data)


def checked_logo(data: bytes) -> bytes:
    """Let a logo pass, or say why it is none.

    Raises
    ------
    SheetError
        Where it is too large, is no PNG, or is one that is damaged.
    """
    _picture(data)
    return data


@lru_cache(maxsize=8)
def logo_of(data: bytes, theme: str) -> dict[str, Any]:
    """Give a logo as the sheet draws it: its pixels alone, whatever else its file held.

    Parameters
    ----------
    theme : str
        print takes the colour out; on dark a logo that is not opaque gets a light plate.

    Returns
    -------
    dict
        href (a data address), width and height in pixels, plate.

    Raises
    ------
    SheetError
        As `checked_logo` does.
    """
    picture, kept = _picture(data), io.BytesIO()
    is_clear = picture.getchannel("A").getextrema() != (255, 255)
    drawn = picture.convert("LA") if theme == "print" else picture
    drawn.save(kept, "PNG")
    return {
        "href": f"data:image/png;base64,{base64.b64encode(kept.getvalue()).decode()}",
        "width": picture.width,
        "height": picture.height,
        "plate": theme == "dark" and is_clear,
    }


@lru_cache(maxsize=8)
def _picture(data: bytes) -> Image.Image:
    if len(data) > MAX_BYTES:
        raise SheetError(f"logo: expected at most 2 megabytes, got {len(data) / 1e6:,.1f}")
    if not data.startswith(_SIGNATURE):
        kind = "a drawing or page" if data.lstrip()[:1] == b"<" else "another kind of file"
        raise SheetError(f"logo: expected a PNG picture, got {kind}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("PNG",))
            if max(picture.size) > MAX_SIDE_PX:
                raise SheetError(
                    f"logo: expected at most {MAX_SIDE_PX:,} pixels on either side, "
                    f"got {picture.width:,}x{picture.height:,}"
                )
            whole = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombWarning):
        raise SheetError("logo: expected a PNG picture, got one that is damaged") from None
    whole.thumbnail((_DRAWN_SIDE_PX, _DRAWN_SIDE_PX))
    return whole
