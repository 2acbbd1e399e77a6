"""Films as Pillow and the disk hold them: animated WebP, and PNG pictures in a folder or a ZIP file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

from PIL import Image

from desktop.sheets.files import beside
from desktop.sheets.film import Film
from desktop.sheets.pdf import drawn

_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "<dc:description>{}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
)


class _Reel:
    """The pictures behind the first, each drawn when it is sought: Pillow would hold them all at once."""

    def __init__(self, count: int, pictures: Iterator[Image.Image]) -> None:
        self.n_frames, self._pictures = count, pictures
        self._picture: Image.Image | None = None

    def seek(self, _number: int) -> None:
        """Draw the next; they are sought in their order, each once."""
        self._picture = next(self._pictures)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._picture, name)


def write_webp(film: Film, sheets: Iterator[bytes], path: Path) -> str:
    """Write the pictures of a film as WebP without loss; see `desktop.sheets.filming.Writer`."""
    pictures = (drawn(pdf, film.size_px) for pdf in sheets)
    first, more = next(pictures), len(film.seconds) - 1
    with beside(path) as place:
        first.save(
            place,
            "WEBP",
            save_all=True,
            append_images=[_Reel(more, pictures)] if more else [],
            duration=[round(seconds * 1000) for seconds in film.seconds],
            loop=0,
            lossless=True,
            quality=50,  # of the search for a small file, not of the picture
            method=2,
            xmp=_XMP.format(escape(film.title), escape(film.comment())).encode(),
        )
    return ""


def write_folder(_film: Film, sheets: Iterator[bytes], path: Path) -> str:
    """Write the pictures of a film into a folder; see `desktop.sheets.filming.Writer`."""
    with beside(path) as place:
        place.mkdir()
        for number, png in enumerate(sheets, 1):
            (place / picture_name(path, number)).write_bytes(png)
        if path.is_dir():  # and empty: not every system moves one folder over another
            path.rmdir()
    return ""


def write_zip(_film: Film, sheets: Iterator[bytes], path: Path) -> str:
    """Write the pictures of a film into a ZIP file, as they are; see `desktop.sheets.filming.Writer`."""
    with beside(path) as place, ZipFile(place, "w") as archive:
        for number, png in enumerate(sheets, 1):
            archive.writestr(ZipInfo(picture_name(path, number)), png)  # without a clock: 1980
    return ""


def picture_name(path: Path, number: int) -> str:
    """Name one picture of a series.

    Examples
    --------
    >>> picture_name(Path("talks/years.zip"), 7)
    'years-0007.png'
    """
    return f"{path.stem}-{number:04d}.png"
