"""Simplifying shapes together and writing them as TopoJSON, with mapshaper."""

import json
import subprocess
from pathlib import Path

import geopandas as gpd

from geodata.making.basemap_shapes import valid

MAPSHAPER = ["npx", "--yes", "mapshaper@0.7.70"]
REPAIRS = (
    4  # rounding may cross lines that were clean, and cleaning may leave the grid: twice is the most seen
)


class TopologyError(Exception):
    """What mapshaper wrote has invalid polygons even after mending."""


def keep(frame: gpd.GeoDataFrame, name: str, folder: Path, decimals: int = 6) -> Path:
    """Write shapes as GeoJSON, for mapshaper to read."""
    path = folder / f"{name}.geojson"
    frame.to_file(path, driver="GeoJSON", COORDINATE_PRECISION=decimals)
    return path


def write(sources: list[Path], path: Path, *operations: str, grid: int = 100000) -> None:
    """
    Simplify some shapes together and write them as one valid TopoJSON file.

    Parameters
    ----------
    sources : list of Path
        GeoJSON files; each becomes an object of its own name.
    path : Path
        The file to write.
    operations : str
        What mapshaper is to do, as on its command line.
    grid : int
        Steps of the grid that coordinates are rounded to, along each side of the shapes' extent.

    Raises
    ------
    TopologyError
        If polygons are still invalid after mending.
    """
    _run(["-i", *map(str, sources), "combine-files", *operations], path, grid)
    for _ in range(REPAIRS):
        if not invalid(path):
            return
        _mend(path, grid)
    if invalid(path):
        raise TopologyError(f"{path}: expected valid polygons, got {', '.join(invalid(path))}.")


def _mend(path: Path, grid: int) -> None:
    """Uncross lines with mapshaper; rings that touch themselves it leaves alone, so those are split here."""
    _run(["-i", str(path), "-clean"], path, grid)
    layers = list(json.loads(path.read_text(encoding="utf-8"))["objects"])
    sources = []
    for layer in layers:
        frame = gpd.read_file(path, layer=layer)
        if "Polygon" in set(frame.geom_type.str.replace("Multi", "")):
            frame["geometry"] = frame.geometry.map(valid)
        sources.append(keep(frame, layer, path.parent, decimals=12))
    _run(["-i", *map(str, sources), "combine-files"], path, grid)
    for source in sources:
        source.unlink()


def _run(operations: list[str], path: Path, grid: int) -> None:
    output = ["-o", str(path), "force", "format=topojson", f"quantization={grid}"]
    subprocess.run([*MAPSHAPER, *operations, *output], check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed commands


def invalid(path: Path) -> list[str]:
    """List the invalid shapes of a TopoJSON file, by layer and number."""
    found = []
    for layer in json.loads(path.read_text(encoding="utf-8"))["objects"]:
        geometry = gpd.read_file(path, layer=layer).geometry
        found += [f"{layer} {n}" for n in geometry.index[~geometry.is_valid]]
    return found
