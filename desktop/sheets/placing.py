"""Where a bare map lies on the earth, so that GIS programs put its picture in its place. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from desktop.sheets.paper import layout_size
from desktop.sheets.sheet import SheetRequest
from geodata.drawn import Bounds

EQUATOR_M = 2 * math.pi * 6378137.0
"""The width of the world in EPSG:3857, metres."""
WORLD_PX = 256
"""The width of the world in pixels of zoom 0, as the page counts."""
NEAREST_ZOOM = 12

PROJECTION = (
    'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",'
    'SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],'
    'PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]\n'
)
"""EPSG:3857 as the .prj files of GIS programs write it."""

AUXILIARY = (
    '<PAMDataset>\n  <SRS>PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",'
    'SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],'
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]],PROJECTION["Mercator_1SP"],'
    'PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],'
    'PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],'
    'AXIS["Northing",NORTH],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 '
    '+x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"],AUTHORITY["EPSG","3857"]]</SRS>\n'
    "</PAMDataset>\n"
)
"""EPSG:3857 as GDAL, and with it QGIS, reads it beside a PNG: these take no notice of a .prj there."""


@dataclass(frozen=True, slots=True)
class Placement:
    """How the world lies on a bare map.

    Parameters
    ----------
    scale : float
        Units of the layout to one pixel of zoom 0.
    origin : tuple of int
        The unit of the world, from its north-western corner, that is the map's upper left corner.
    """

    scale: float
    origin: tuple[int, int]


def placed(bounds: Bounds, units: tuple[float, float]) -> Placement:
    """Fit an extent into a map of this size, as large as it can be and in its middle.

    Parameters
    ----------
    bounds : Bounds
        West, south, east, north in degrees, WGS84.
    units : tuple of float
        Width and height of the map in units of the layout.
    """
    west, south, east, north = bounds
    left, top, right, bottom = _world_x(west), _world_y(north), _world_x(east), _world_y(south)
    width, height = units
    scale = min(width / (right - left), height / (bottom - top), 2**NEAREST_ZOOM)
    return Placement(
        scale, (round((left + right) / 2 * scale - width / 2), round((top + bottom) / 2 * scale - height / 2))
    )


def world_file(request: SheetRequest) -> str:
    """Write the world file of a bare map's PNG.

    Returns
    -------
    str
        Six lines: metres of EPSG:3857 to a pixel, no rotation, and the centre of the upper left pixel.
    """
    units = layout_size(request.size_px, request.dpi).units
    place = placed(request.bounds, units)
    unit_m = EQUATOR_M / (WORLD_PX * place.scale)
    across, down = (unit_m * side / pixels for side, pixels in zip(units, request.size_px, strict=True))
    x = place.origin[0] * unit_m - EQUATOR_M / 2 + across / 2
    y = EQUATOR_M / 2 - place.origin[1] * unit_m - down / 2
    return "".join(f"{value:.10f}\n" for value in (across, 0.0, 0.0, -down, x, y))


def files_of(request: SheetRequest, path: Path, data: bytes) -> dict[Path, bytes]:
    """Give the files that a sheet is: its own, and where it is a bare map those that place it."""
    if not request.bare:
        return {path: data}
    beside = {
        path.with_suffix(".pgw"): world_file(request),
        path.with_suffix(".prj"): PROJECTION,
        path.with_name(f"{path.name}.aux.xml"): AUXILIARY,
    }
    return {path: data, **{place: text.encode() for place, text in beside.items()}}


def _world_x(lon: float) -> float:
    return (lon + 180) / 360 * WORLD_PX


def _world_y(lat: float) -> float:
    sine = math.sin(math.radians(lat))
    return WORLD_PX * (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi))
