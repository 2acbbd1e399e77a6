"""What every page with a map shares: Leaflet's options, the basemap, the hashes of a policy. No Qt."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from resources import files

BASEMAP_FOLDER = Path(files.ROOT).parent / "geodata" / "basemap"

MAP_OPTIONS: dict[str, Any] = {
    "zoomControl": False,
    "attributionControl": False,
    "zoomSnap": 0.25,
    "zoomDelta": 0.5,
    "wheelPxPerZoomLevel": 90,
    "minZoom": 2,
    "maxZoom": 12,
    "maxBounds": [[-75.0, -220.0], [84.0, 220.0]],
    "maxBoundsViscosity": 1.0,
    "worldCopyJump": False,
    "keyboardPanDelta": 90,
}
"""Options of ``L.map``, under Leaflet's own names."""


def read_basemap(name: str) -> bytes | None:
    """Read a file of the basemap by its name; None where there is none, or where it lies elsewhere."""
    path = BASEMAP_FOLDER / name
    return path.read_bytes() if path.parent == BASEMAP_FOLDER and path.is_file() else None


def policy_hash(inline: str) -> str:
    """Name an inline script or style in a Content-Security-Policy.

    Examples
    --------
    >>> policy_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"
