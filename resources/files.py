"""The one door to the files that are served or shown. Standard library only."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent

CONTENT_TYPES = {
    ".css": "text/css",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".topojson": "application/json",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}


class OutsideResourcesError(ValueError):
    """A name that leads out of the folder of resources."""


def path(name: str) -> Path:
    """Find a resource by its name.

    Parameters
    ----------
    name : str
        Path inside ``resources`` with forward slashes, such as ``vendor/leaflet/leaflet.js``.

    Returns
    -------
    pathlib.Path
        Absolute path of the file; it need not exist.

    Raises
    ------
    OutsideResourcesError
        Where the name is absolute, climbs out of the folder, or follows a link out of it.
    """
    found = (ROOT / name).resolve() if "\0" not in name else ROOT
    if found == ROOT or not found.is_relative_to(ROOT):
        message = f"resources: expected the name of a file inside the folder, got {name!r}"
        raise OutsideResourcesError(message)
    return found


def read(name: str) -> bytes:
    """Read a resource.

    Parameters
    ----------
    name : str
        Path inside ``resources`` with forward slashes.

    Raises
    ------
    OutsideResourcesError
        Where the name leads out of the folder.
    FileNotFoundError
        Where there is no such file.
    """
    return path(name).read_bytes()


def content_type(name: str) -> str:
    """Return the media type that a page expects with a file of this name.

    Examples
    --------
    >>> content_type("styles/palette.json")
    'application/json'
    >>> content_type("LICENSE")
    'application/octet-stream'
    """
    return CONTENT_TYPES.get(Path(name).suffix.lower(), "application/octet-stream")
