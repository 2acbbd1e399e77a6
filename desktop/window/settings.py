"""What comes back at the next start: one small JSON file, checked when read, replaced when written."""

from __future__ import annotations

import base64
import binascii
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from desktop.state.atlas import THEMES, is_extent
from geodata.drawn import Bounds

SCHEMA = 1
MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was open when the window was closed; None for what is not known.

    Parameters
    ----------
    geometry, layout : bytes or None
        Qt's own record of the window and of its docks.
    bounds : Bounds or None
        Extent of the map: west, south, east, north in degrees, WGS84.
    story : str or None
        Path of the file of the story that was open.
    """

    geometry: bytes | None = None
    layout: bytes | None = None
    year: int | None = None
    bounds: Bounds | None = None
    theme: str | None = None
    lakh: bool = False
    story: str | None = None


class SettingsFile:
    """The file in which the window remembers itself.

    Parameters
    ----------
    path : pathlib.Path or None
        None is the user's own folder for settings.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or platformdirs.user_config_path("irel-atlas", appauthor=False) / "window.json"

        at_home = platformdirs.user_data_path("irel-atlas", appauthor=False)
        self.data = at_home if path is None else path.parent
        """The folder of what the user made: scenarios and views."""
        for_state = platformdirs.user_state_path("irel-atlas", appauthor=False)
        self.state = for_state if path is None else path.parent
        """The folder of what is kept against a sudden end."""

    def read(self) -> Remembered:
        """Read what was remembered; whatever is missing or wrong is as at the first start."""
        try:
            with self.path.open("rb") as file:
                fields = json.loads(file.read(MAX_BYTES).decode("utf-8"))
        except (OSError, ValueError):
            return Remembered()
        if not isinstance(fields, dict) or fields.get("schema") != SCHEMA:
            return Remembered()
        theme = fields.get("theme")
        return Remembered(
            geometry=_bytes(fields.get("geometry")),
            layout=_bytes(fields.get("layout")),
            year=_year(fields.get("year")),
            bounds=_bounds(fields.get("bounds")),
            theme=theme if theme in THEMES else None,
            lakh=fields.get("lakh") is True,
            story=_path(fields.get("story")),
        )

    def write(self, remembered: Remembered) -> None:
        """Write beside the file and move into its place.

        Raises
        ------
        OSError
            Where the folder cannot be written to.
        """
        fields = {
            "schema": SCHEMA,
            "geometry": _text(remembered.geometry),
            "layout": _text(remembered.layout),
            "year": remembered.year,
            "bounds": remembered.bounds,
            "theme": remembered.theme,
            "lakh": remembered.lakh,
            "story": remembered.story,
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        beside.write_text(json.dumps(fields, indent=1), encoding="utf-8")
        beside.replace(self.path)


def _text(value: bytes | None) -> str | None:
    return None if value is None else base64.b64encode(value).decode("ascii")


def _bytes(value: Any) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except (binascii.Error, ValueError):
        return None


def _year(value: Any) -> int | None:
    return value if type(value) is int and 1000 <= value <= 9999 else None


def _path(value: Any) -> str | None:
    return value if isinstance(value, str) and "\0" not in value else None


def _bounds(value: Any) -> Bounds | None:
    if not is_extent(value):
        return None
    west, south, east, north = map(float, value)
    return west, south, east, north
