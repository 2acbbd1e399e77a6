"""Claims as GeoPandas frames, for analysis and GeoPackage. Imported late, never before the first paint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from errno import EILSEQ, ENOSPC
from functools import partial
from os import strerror
from pathlib import Path
from shutil import disk_usage

import geopandas as gpd
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError
from shapely import LineString, Point

from geodata.claim import Claim, Dataset, Position, Source, Thing
from geodata.exporting.columns import COLUMNS, Cell, cells
from geodata.framing.index import Index, make_index
from geodata.framing.origins import sources_of

CRS = "EPSG:4326"
_LEAST_ROOM = 1 << 20
"""Bytes free on a disk, below which it is taken to be full: SQLite's own words do not say it."""
_THING_FIELDS = (
    "id", "kind", "name", "label", "country", "region", "operator", "precision_m", "place_basis", "named",
    "from_place", "to_place", "hs", "part_of", "flow", "note",
)  # fmt: skip
_SOURCE_FIELDS = (
    "id", "title", "publisher", "published", "reliability", "retells", "address", "read_on", "licence_note",
)  # fmt: skip
_DTYPES = {"text": "object", "number": "float64", "year": "Int64"}


def claims_frame(dataset: Dataset, claims: Iterable[str]) -> gpd.GeoDataFrame:
    """Make a table of claims for analysis.

    Parameters
    ----------
    claims : iterable of str
        Ids, in the order wanted.

    Returns
    -------
    geopandas.GeoDataFrame
        One row per claim, the columns of `geodata.exporting.columns`, and the place of its subject: none, a
        point, or the two ends of a flow; longitude, latitude, WGS84. Days are timestamps; numbers and years
        may be missing.
    """
    return _claims_frame(make_index(dataset), [dataset.claims[name] for name in claims])


def write_geopackage(index: Index, claims: list[Claim], path: Path) -> None:
    """Write claims, the things they are about and the sources they rest on as three layers.

    Raises
    ------
    OSError
        Where it cannot be written.
    """
    things = [index.dataset.things[name] for name in dict.fromkeys(claim.subject for claim in claims)]
    write = partial(pyogrio.write_dataframe, path=path, driver="GPKG")
    try:
        write(_claims_frame(index, claims), layer="claims", geometry_type="Unknown")
        write(_things_frame(things), layer="things", geometry_type="Unknown")
        write(_sources_frame(sources_of(index.dataset, claims)), layer="sources")
    except UnicodeEncodeError as error:
        raise OSError(EILSEQ, "a GeoPackage's path must be UTF-8") from error
    except (DataSourceError, DataLayerError) as error:
        if disk_usage(path.parent).free < _LEAST_ROOM:
            raise OSError(ENOSPC, strerror(ENOSPC)) from error
        raise OSError(str(error)) from error


def _claims_frame(index: Index, claims: list[Claim]) -> gpd.GeoDataFrame:
    rows = [cells(index, claim) for claim in claims]
    places = _geometry(index.dataset.things[claim.subject].positions for claim in claims)
    table = {
        column.name: _series([row[number] for row in rows], column.kind)
        for number, column in enumerate(COLUMNS)
    }
    return gpd.GeoDataFrame(table, geometry=places)


def _things_frame(things: list[Thing]) -> gpd.GeoDataFrame:
    table = {
        name: _series(
            [getattr(thing, name) for thing in things], "number" if name == "precision_m" else "text"
        )
        for name in _THING_FIELDS
    }
    days = {name: _series([getattr(thing, name) for thing in things], "day") for name in ("start", "end")}
    places = _geometry(thing.positions for thing in things)
    return gpd.GeoDataFrame({**table, **days}, geometry=places)


def _sources_frame(sources: list[Source]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: _series([getattr(s, name) for s in sources], "text") for name in _SOURCE_FIELDS}
    )


def _series(values: Sequence[Cell], kind: str) -> pd.Series:
    """Make a column of one type, whatever is missing in it."""
    return (
        pd.Series(pd.to_datetime(list(values))) if kind == "day" else pd.Series(values, dtype=_DTYPES[kind])
    )


def _geometry(places: Iterable[tuple[Position, ...]]) -> gpd.GeoSeries:
    kinds = {0: lambda _: None, 1: lambda found: Point(found[0]), 2: LineString}
    return gpd.GeoSeries([kinds[len(found)](found) for found in places], crs=CRS)
