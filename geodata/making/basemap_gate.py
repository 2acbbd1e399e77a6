"""The gate: no basemap leaves the making unless India is drawn as India's government draws it."""

from pathlib import Path

import geopandas as gpd
from shapely.geometry import Point

WITHIN_INDIA = {
    "Muzaffarabad": (73.47, 34.37),
    "Gilgit": (74.31, 35.92),
    "Siachen": (77.0, 35.5),
    "Shaksgam": (76.6, 36.1),
    "Aksai Chin": (79.3, 35.2),
    "Tawang": (91.87, 27.6),
    "Walong": (97.02, 28.13),
}
DRAW_COUNTRIES = ["world_lo", "world_mid", "region_hi"]


class WrongIndiaError(Exception):
    """A file draws a place of India's outside it, or inside another country."""


def refuse_a_wrong_india(folder: Path) -> None:
    """
    Check in every file of countries that India has the places that its government's maps give it.

    Parameters
    ----------
    folder : Path
        The files of the basemap.

    Raises
    ------
    WrongIndiaError
        If a place lies outside India, or in any other country as well.
    """
    for name in DRAW_COUNTRIES:
        frame = gpd.read_file(folder / f"{name}.topojson")
        for place, (lon, lat) in WITHIN_INDIA.items():
            around = list(frame["name"][frame.geometry.contains(Point(lon, lat))])
            if around != ["India"]:
                raise WrongIndiaError(f"{name}: expected {place} in India alone, got {around}.")
