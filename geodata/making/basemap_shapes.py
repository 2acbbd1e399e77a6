"""Polygons as the basemap's scripts need them: valid, cut at the antimeridian, shared out among owners."""

from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

SPACING = 0.02  # degrees between the points of a boundary that speak for their owner
REACH = 0.15  # degrees: boundaries farther than this from what is shared out have no say
MARKED = 3  # decimals: marks nearer to one another than 100 m upset the division


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """List the polygons with an area in a geometry, mended where they are invalid."""
    if shape.is_empty:
        return []
    pieces = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape)))
    return [p for p in pieces if isinstance(p, Polygon) and p.area > 0]


def parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """List the parts of a geometry, or the geometry alone if it has none."""
    return list(shapely.get_parts(shape))


def merged(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """Unite the areas of some geometries into one valid geometry."""
    return valid(shapely.union_all(list(shapes)))


def valid(shape: BaseGeometry) -> BaseGeometry:
    """Give a valid geometry of the polygons in a geometry: no lines, no points, no overlaps."""
    found = polygons(shape)
    return shapely.union_all(found) if found else MultiPolygon()


def minus(shape: BaseGeometry, taken: BaseGeometry) -> BaseGeometry:
    """Take one area out of another."""
    return valid(shape.difference(taken))


def common(shape: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Give the area that two geometries have in common."""
    return valid(shape.intersection(other))


def cut_at_antimeridian(shape: BaseGeometry) -> BaseGeometry:
    """
    Cut polygons that were stitched over the antimeridian back into pieces between -180 and 180.

    Parameters
    ----------
    shape : BaseGeometry
        Polygons in degrees, longitude first, whose rings may jump by 360 degrees.
    """
    pieces = [
        Polygon(_unrolled(p.exterior), [_unrolled(r) for r in p.interiors]) for p in _raw_polygons(shape)
    ]
    mended = [valid(p) for p in pieces]
    turned = [
        shapely.transform(p, lambda at, turn=turn: at + np.array([turn, 0]))
        for p in mended
        for turn in (-360, 0, 360)
    ]
    return merged(shapely.clip_by_rect(p, -180, -90, 180, 90) for p in turned)


def _raw_polygons(shape: BaseGeometry) -> list[Polygon]:
    return [p for p in parts(shape) if isinstance(p, Polygon) and not p.is_empty]


def _unrolled(ring: BaseGeometry) -> np.ndarray:
    at = shapely.get_coordinates(ring)
    at[1:, 0] -= 360 * np.cumsum(np.round(np.diff(at[:, 0]) / 360))
    if abs(at[-1, 0] - at[0, 0]) > 180:  # round the pole: close it there
        at = np.vstack([at, [at[-1, 0], -90], [at[0, 0], -90], at[0]])
    return at


def share_out(land: BaseGeometry, owners: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """
    Divide land among owners: to each what lies in its own area, and of the rest what lies nearest to it.

    Two data sets never agree on a coast; this lends one's names to the other's shapes without gap or overlap.

    Parameters
    ----------
    land : BaseGeometry
        What is divided, in degrees, longitude first.
    owners : Mapping[str, BaseGeometry]
        Areas by owner, not overlapping.

    Returns
    -------
    dict[str, BaseGeometry]
        The share of each owner that has one; their union is the land.
    """
    shares = {owner: [common(area, land)] for owner, area in owners.items()}
    rest = minus(land, shapely.union_all([share[0] for share in shares.values()]))
    for owner, piece in _nearest(rest, owners):
        shares[owner].append(piece)
    return {owner: merged(share) for owner, share in shares.items() if any(not s.is_empty for s in share)}


def _nearest(rest: BaseGeometry, owners: Mapping[str, BaseGeometry]) -> Iterable[tuple[str, BaseGeometry]]:
    if rest.is_empty:
        return
    near, seen = rest.buffer(REACH), {}
    for owner, area in owners.items():
        boundary = area.boundary.intersection(near)
        for at in shapely.get_coordinates(shapely.segmentize(boundary, SPACING)):
            seen.setdefault(tuple(at.round(MARKED)), (owner, at))
    marks, names = shapely.points([at for _, at in seen.values()]), [owner for owner, _ in seen.values()]
    cells = parts(shapely.voronoi_polygons(shapely.multipoints(marks), extend_to=rest.envelope.buffer(1)))
    cells = [shapely.make_valid(cell) for cell in cells]
    tree = shapely.STRtree(cells)
    inside = shapely.STRtree(marks).query(cells, predicate="contains")
    owner_of = {int(cell): names[mark] for cell, mark in inside.T}
    for piece in parts(rest):
        for cell in sorted(tree.query(piece, predicate="intersects").tolist()):
            if cell in owner_of:
                yield owner_of[cell], piece.intersection(cells[cell])
