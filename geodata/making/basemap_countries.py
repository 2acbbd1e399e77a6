"""The countries of the world: India as its government draws it, all others as in Natural Earth."""

import json
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry import LineString, Point, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polygonize

from geodata.making import basemap_inputs as inputs
from geodata.making.basemap_shapes import common, cut_at_antimeridian, merged, minus, parts, valid

SIACHEN, BAIKONUR = "Siachen Glacier", "Baikonur"
NEIGHBOURS = ["Pakistan", "China", "Nepal", "Bhutan", "Bangladesh", "Myanmar", "Afghanistan", "Tajikistan"]
# DataMeet's line of India's land border starts and ends on the coast; these two points lie out at sea.
SEA_IN_THE_WEST, SEA_IN_THE_EAST = (67.6, 23.3), (89.1, 21.2)
BORDERLANDS = box(66, 18, 99, 40)
SOUTH = box(60, 0, 100, 18.0005)  # no land border here: Natural Earth's India as it is
WELD = 1e-6  # degrees: closes the hairlines between neighbours that differ in the last digit


def read_layer(raw: bytes, layer: str, scratch: Path) -> gpd.GeoDataFrame:
    """Read one object of a TopoJSON file, in degrees, longitude first."""
    path = scratch / "topology.json"
    path.write_bytes(raw)
    frame = gpd.read_file(path, layer=layer).set_crs(4326, allow_override=True)
    path.unlink()
    return frame


def world(folder: Path, scratch: Path) -> gpd.GeoDataFrame:
    """
    Read Natural Earth's countries and redraw India and its neighbours along DataMeet's line.

    Parameters
    ----------
    folder : Path
        Where the inputs lie.
    scratch : Path
        Where intermediate files may be written.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns id (ISO 3166-1 numeric), name, geometry; EPSG:4326.
    """
    raw = inputs.from_tar(folder / inputs.WORLD_ATLAS, "package/countries-10m.json")
    frame = read_layer(raw, "countries", scratch)[["id", "name", "geometry"]]
    frame["geometry"] = frame.geometry.map(cut_at_antimeridian)
    areas = dict(zip(frame["name"], frame.geometry, strict=True))
    areas["Kazakhstan"] = merged([areas["Kazakhstan"].buffer(WELD), areas.pop(BAIKONUR).buffer(WELD)])
    areas |= _redrawn(areas, _line(folder))
    frame = frame[~frame["name"].isin([SIACHEN, BAIKONUR])].copy()
    frame = gpd.GeoDataFrame(frame, geometry=frame["name"].map(areas), crs=4326)
    return frame[~frame.is_empty]  # the Vatican is smaller than the grid of world-atlas


def _line(folder: Path) -> LineString:
    member = "india_map_corrector/data/world_corrected.geojson"
    features = json.loads(inputs.from_zip(folder / inputs.INDIA_LINE, member))["features"]
    line = linemerge([shape(f["geometry"]) for f in features])
    return LineString([SEA_IN_THE_WEST, *line.coords, SEA_IN_THE_EAST])


def _redrawn(areas: dict[str, BaseGeometry], line: LineString) -> dict[str, BaseGeometry]:
    before = areas["India"]
    india = _inside(areas, line)
    left = {name: minus(areas[name], india) for name in NEIGHBOURS}
    gained, nobodys = _handed_over(minus(merged([before, areas[SIACHEN]]), india), left)
    india = merged([india, *nobodys])
    redrawn = {
        name: minus(merged(p.buffer(WELD) for p in [left[name], *gained[name]]), india) for name in NEIGHBOURS
    }
    return {"India": india, **redrawn}


def _inside(areas: dict[str, BaseGeometry], line: LineString) -> BaseGeometry:
    """Give what the line encloses of all the land, with the islands and coasts that it does not reach."""
    before = areas["India"]
    land = merged(areas[name].buffer(WELD) for name in ["India", SIACHEN, *NEIGHBOURS])
    edges = [land.boundary.intersection(BORDERLANDS), line.intersection(BORDERLANDS), BORDERLANDS.boundary]
    faces = [f for f in polygonize(shapely.union_all(edges)) if land.contains(f.representative_point())]
    (main,) = [f for f in faces if f.contains(Point(78, 25))]
    kept = [f for f in faces if f is not main and f.area < 1 and _stays(f, before, main)]
    return merged([main, common(before, SOUTH), *kept])


def _stays(face: BaseGeometry, before: BaseGeometry, main: BaseGeometry) -> bool:
    island = before.contains(face.representative_point()) and face.distance(main) > 0
    coast = before.intersection(face).area > 0.5 * face.area and face.bounds[3] < 24.5
    return island or coast


def _handed_over(
    lost: BaseGeometry, neighbours: dict[str, BaseGeometry]
) -> tuple[dict[str, list[BaseGeometry]], list[BaseGeometry]]:
    """Give each piece that India loses to the neighbour it touches most; those that touch none stay."""
    gained: dict[str, list[BaseGeometry]] = {name: [] for name in neighbours}
    nobodys = []
    for piece in parts(lost):
        around = piece.buffer(0.002)
        touched = {name: around.intersection(area).area for name, area in neighbours.items()}
        nearest = max(touched, key=lambda name: touched[name])
        (gained[nearest] if touched[nearest] else nobodys).append(piece)
    return gained, nobodys


def natural_earth_land(folder: Path, scratch: Path) -> BaseGeometry:
    """Read the land of the world without borders, in degrees, longitude first."""
    raw = inputs.from_tar(folder / inputs.WORLD_ATLAS, "package/land-10m.json")
    return valid(read_layer(raw, "land", scratch).geometry.iloc[0])
