"""India's 36 states and union territories: lines of the Digital Chart of the World, Natural Earth's names."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import h5py  # pyright: ignore[reportMissingImports] - needed only to make the basemap
import numpy as np
import rdata  # pyright: ignore[reportMissingImports] - needed only to make the basemap
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geodata.making import basemap_inputs as inputs
from geodata.making.basemap_shapes import common, merged, minus, parts, share_out, valid

NAMES = ["name", "iso_3166_2", "name_hi", "name_bn", "name_ja", "name_zh"]
NORTH = box(72, 32.5, 81, 37.5)
NEW = ["IN-JK", "IN-LA", "IN-AP", "IN-TG"]  # redrawn since the chart: 2014 and 2019
JOINED = {"INDD": "IN-DH", "INDN": "IN-DH"}  # one territory since 2020
BREAK = 65535  # in the chart's columns: a new ring starts after this


def states(folder: Path, india: BaseGeometry, scratch: Path) -> gpd.GeoDataFrame:
    """
    Divide India among its states and union territories.

    Parameters
    ----------
    folder : Path
        Where the inputs lie.
    india : BaseGeometry
        India's area in degrees, longitude first.
    scratch : Path
        Where intermediate files may be written.

    Returns
    -------
    geopandas.GeoDataFrame
        The columns of `NAMES` and geometry; 36 rows, in EPSG:4326, whose union is India.
    """
    named = _named_states(folder)
    drawn = {code: valid(area) for code, area in zip(named["iso_3166_2"], named.geometry, strict=True)}
    owners = _owners(drawn, _charted(folder))
    owners |= _far_north(owners, india, _beyond_the_line_of_control(folder, scratch))
    named["geometry"] = named["iso_3166_2"].map(share_out(india, owners))
    return named


def _owners(drawn: dict[str, BaseGeometry], chart: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Take the chart's states, and Natural Earth's where the chart is older than the state."""
    undivided = {"IN-AP": drawn["IN-AP"], "IN-TG": drawn["IN-TG"]}
    owners = {code: area for code, area in chart.items() if code not in NEW}
    owners |= share_out(chart["IN-AP"], undivided)
    settled = merged(owners.values())
    return owners | {code: minus(drawn[code], settled) for code in ("IN-JK", "IN-LA")}


def _far_north(
    owners: dict[str, BaseGeometry], india: BaseGeometry, azad: BaseGeometry
) -> dict[str, BaseGeometry]:
    """Give Azad Kashmir to Jammu and Kashmir and the rest of the far north to Ladakh, as India's maps do."""
    free = minus(common(india, NORTH), merged(owners.values()))
    large = [p for p in parts(minus(free, azad)) if p.area > 0.05]
    return {
        "IN-JK": merged([owners["IN-JK"], common(free, azad)]),
        "IN-LA": merged([owners["IN-LA"], *large]),
    }


def _beyond_the_line_of_control(folder: Path, scratch: Path) -> BaseGeometry:
    path = scratch / "world_map.gpkg"
    path.write_bytes(inputs.from_deb(folder / inputs.KASHMIR, "world_map.gpkg"))
    provinces = gpd.read_file(path, layer="states_provinces").set_index("name")
    return valid(provinces.geometry["Azad Kashmir"])


def _charted(folder: Path) -> dict[str, BaseGeometry]:
    chart: dict[str, BaseGeometry] = {}
    raw = inputs.from_deb(folder / inputs.STATE_LINES, "dcw-gmt.nc")
    with h5py.File(io.BytesIO(raw)) as table:
        for key in sorted(table):
            if len(key) != len("INKL_lon") or not (key.startswith("IN") and key.endswith("_lon")):
                continue
            code = JOINED.get(key[:4], f"IN-{key[2:4]}")
            rings = list(_rings(table[key], table[key.replace("_lon", "_lat")]))
            chart[code] = merged([*([chart[code]] if code in chart else []), *rings])
    taken = MultiPolygon()
    for code, area in chart.items():
        chart[code], taken = minus(area, taken), taken.union(area)
    return chart


def _rings(lon: h5py.Dataset, lat: h5py.Dataset) -> Iterator[BaseGeometry]:
    degrees = [c[:].astype(float) / c.attrs["scale"][0] + c.attrs["min"][0] for c in (lon, lat)]
    breaks = np.flatnonzero(lon[:] == BREAK)
    for start, end in zip(breaks, [*breaks[1:], len(lon)], strict=True):
        ring = np.column_stack([c[start + 1 : end] for c in degrees])
        if len(ring) > 3:
            yield valid(Polygon(ring))


def _named_states(folder: Path) -> gpd.GeoDataFrame:
    package, base = folder / inputs.STATES, "rnaturalearthdata/data/Rdata"
    index, values = (inputs.from_deb(package, base + end) for end in (".rdx", ".rdb"))
    frame = _r_frame(index, values, "states50")
    return frame[frame["admin"] == "India"][[*NAMES, "geometry"]].reset_index(drop=True)


def _r_frame(index: bytes, values: bytes, name: str) -> gpd.GeoDataFrame:
    """Read a table with polygons from R's lazy-load database: an index, and values compressed one by one."""
    unpack = gzip.decompress if index.startswith(b"\x1f\x8b") else zlib.decompress
    places = rdata.conversion.convert(rdata.parser.parse_data(unpack(index)))["variables"]
    start, length = (int(v) for v in places[name])
    table = rdata.parser.parse_data(_unpacked(values[start : start + length])).object
    columns: dict[str, list] = {}
    for column, value in zip(_attributes(table)["names"].value, table.value, strict=True):
        if value.info.type.name == "VEC":
            columns["geometry"] = [_multipolygon(_nested(shape)) for shape in value.value]
        elif value.info.type.name == "STR":
            texts = [c.value for c in value.value]
            columns[column.value.decode()] = [t if t is None else t.decode("utf-8", "replace") for t in texts]
    return gpd.GeoDataFrame(columns, geometry="geometry", crs=4326)


def _unpacked(value: bytes) -> bytes:
    """Undo R's compression: four bytes of length, then a letter for the kind, unless it is zlib."""
    kind = value[4:5]
    if kind == b"2":
        return bz2.decompress(value[5:])
    if kind == b"Z":
        filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
        return lzma.decompress(value[5:], format=lzma.FORMAT_RAW, filters=filters)
    return zlib.decompress(value[4:])


def _attributes(value: "rdata.parser.RObject") -> dict[str, "rdata.parser.RObject"]:
    found, node = {}, value.attributes
    while node is not None and node.info.type.name == "LIST":
        symbol = node.tag.referenced_object or node.tag
        found[symbol.value.value.decode()] = node.value[0]
        node = node.value[1]
    return found


def _nested(value: "rdata.parser.RObject") -> list | np.ndarray:
    if value.info.type.name == "VEC":
        return [_nested(v) for v in value.value]
    shape = [int(v) for v in _attributes(value)["dim"].value]
    return np.asarray(value.value, float).reshape(shape, order="F")


def _multipolygon(rings: list) -> MultiPolygon:
    return MultiPolygon([Polygon(r[0], r[1:]) for r in rings])
