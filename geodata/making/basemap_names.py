"""The names that stand on the land and the sea, each where and from the zoom on at which it has room."""

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geodata.making.basemap_shapes import parts

LETTER_PX = {"country": 11.5, "state": 7.6}  # width of a letter with its spacing


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
