"""Claims as files for other programs: CSV, XLSX, GeoJSON and GeoPackage, each with its source and status."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from geodata.claim import Claim, Dataset, Position
from geodata.exporting.columns import COLUMNS, Cell, cells
from geodata.exporting.spreadsheet import plain
from geodata.framing.index import Index, make_index

_DECIMALS = 7


class ExportError(ValueError):
    """Claims that cannot be exported; its text is one clear sentence."""


def export(
    dataset: Dataset, claims: Iterable[str], path: Path, go_on: Callable[[], None] = lambda: None
) -> None:
    """Write claims to a file, in the format that its ending names.

    The file is written beside its place and moved there whole: on failure nothing is left, and a file that
    was there stays as it was.

    Parameters
    ----------
    claims : iterable of str
        Ids, in the order wanted; each is written once.
    path : pathlib.Path
        Ends in one of `FORMATS`.
    go_on : callable
        Called before the file is moved into its place; what it raises ends the export, and nothing is left.

    Raises
    ------
    ExportError
        Where the format is unknown, nothing is chosen, a claim does not exist or the place is not writable.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportError(
            f"{path.name}: expected a name ending in {', '.join(FORMATS)}, got {path.suffix or 'none'}."
        )
    chosen = _chosen(dataset, claims)
    try:
        _write_beside(path.resolve(), lambda draft: write(make_index(dataset), chosen, draft), go_on)
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error


def _chosen(dataset: Dataset, claims: Iterable[str]) -> list[Claim]:
    names = list(dict.fromkeys(claims))
    unknown = next((name for name in names if name not in dataset.claims), None)
    if unknown is not None:
        raise ExportError(f"Nothing was exported: expected ids of claims, got {unknown!r}.")
    if not names:
        raise ExportError("Nothing was exported: no figure is chosen.")
    return [dataset.claims[name] for name in names]


def _write_beside(path: Path, write: Callable[[Path], None], go_on: Callable[[], None]) -> None:
    if path.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    with TemporaryDirectory(dir=path.parent, prefix=".irel-atlas-") as folder:
        draft = Path(folder, path.name)
        write(draft)
        go_on()
        draft.replace(path)


def _write_csv(index: Index, claims: list[Claim], path: Path) -> None:
    """Write as RFC 4180 says, with the mark that lets Excel see UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([*(column.name for column in COLUMNS), "geometry_wkt"])
        for claim in claims:
            table.writerow([*(plain(cell) for cell in cells(index, claim)), _wkt(positions(index, claim))])


def _write_xlsx(index: Index, claims: list[Claim], path: Path) -> None:
    from geodata.exporting.workbook import write_workbook

    write_workbook(index, claims, path)


def _write_geojson(index: Index, claims: list[Claim], path: Path) -> None:
    """Write as RFC 7946 says: longitude and latitude, WGS84, no crs, 7 decimals."""
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": _geometry(positions(index, claim)),
                "properties": {
                    column.name: _json(cell)
                    for column, cell in zip(COLUMNS, cells(index, claim), strict=True)
                },
            }
            for claim in claims
        ],
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_gpkg(index: Index, claims: list[Claim], path: Path) -> None:
    from geodata.tables import write_geopackage

    write_geopackage(index, claims, path)


def positions(index: Index, claim: Claim) -> tuple[Position, ...]:
    """Give the place of a claim, which is that of its subject: none, a point, or the two ends of a flow."""
    return index.dataset.things[claim.subject].positions


def _geometry(found: tuple[Position, ...]) -> dict[str, object] | None:
    rounded = [[round(lon, _DECIMALS), round(lat, _DECIMALS)] for lon, lat in found]
    if not rounded:
        return None
    if len(rounded) == 1:
        return {"type": "Point", "coordinates": rounded[0]}
    return {"type": "LineString", "coordinates": rounded}


def _wkt(found: tuple[Position, ...]) -> str:
    words = ", ".join(f"{round(lon, _DECIMALS)} {round(lat, _DECIMALS)}" for lon, lat in found)
    return f"{'POINT' if len(found) == 1 else 'LINESTRING'} ({words})" if words else ""


def _json(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else cell


_WRITERS = {".csv": _write_csv, ".xlsx": _write_xlsx, ".geojson": _write_geojson, ".gpkg": _write_gpkg}
FORMATS = tuple(_WRITERS)
"""Endings of the files that can be written."""
