"""The polygons of a TopoJSON file of the basemap. Standard library only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geodata.claim import Position

BASEMAP = Path(__file__).parent / "basemap"
Ring = tuple[Position, ...]


def rings_by(file: str, key: str) -> dict[str, tuple[Ring, ...]]:
    """Read the rings of every polygon of a basemap file.

    Parameters
    ----------
    file : str
        Name of a TopoJSON file with one object, quantised.
    key : str
        The property that names a polygon.

    Returns
    -------
    dict of str to tuple of Ring
        Outer and inner rings alike, closed; longitude, latitude in degrees, WGS84.
    """
    topology = json.loads((BASEMAP / file).read_text(encoding="utf-8"))
    arcs = _decoded(topology)
    rings: dict[str, tuple[Ring, ...]] = {}
    for found in topology["objects"].values():
        for geometry in found["geometries"]:
            name = geometry["properties"].get(key)
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            if name:
                joined = tuple(_joined(arcs, ring) for polygon in polygons for ring in polygon)
                rings[name] = rings.get(name, ()) + joined
    return rings


def _decoded(topology: dict[str, Any]) -> list[list[Position]]:
    """Undo the deltas and the quantisation of the arcs."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        positions = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            positions.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(positions)
    return arcs


def _joined(arcs: list[list[Position]], numbers: list[int]) -> Ring:
    """Join arcs to a ring; a negative number runs its arc backwards, and joints stand once."""
    ring: list[Position] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return tuple(ring)
