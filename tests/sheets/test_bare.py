"""The bare map lies where it belongs: a GIS that reads its world file finds things at their pixels."""

import io
import math
import shutil
import subprocess
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pyproj
import pytest
from PIL import Image

from desktop.sheets.errors import SheetError
from desktop.sheets.placing import world_file
from desktop.sheets.sheet import SheetRequest
from desktop.state.words import BOUNDARY_NOTICE
from geodata.drawn import Label

KERALA = (75.5, 8.0, 77.6, 10.6)
WORLD = (-170.0, -60.0, 170.0, 75.0)
TO_MERCATOR = pyproj.Transformer.from_crs(4326, 3857, always_xy=True)


def bare(frame, size_px=(1200, 800), bounds=None, **more):
    return SheetRequest(frame, bounds or frame.opening, size_px, bare=True, **more)


def written(sheets, request, folder):
    """Write a bare map; give its picture, the numbers of its world file and its reference system."""
    path = folder / "map.png"
    sheets.wait(lambda end: sheets.printer.write(request, path, end, end))
    assert sorted(one.name for one in folder.iterdir()) == [
        "map.pgw",
        "map.png",
        "map.png.aux.xml",
        "map.prj",
    ]
    numbers = [float(line) for line in (folder / "map.pgw").read_text().splitlines()]
    return Image.open(path).convert("RGB"), numbers, pyproj.CRS.from_wkt((folder / "map.prj").read_text())


def pixel_of(lon, lat, numbers):
    """Say at which pixel a GIS looks for a place; 0, 0 is the middle of the upper left one."""
    across, turn, tilt, down, left, top = numbers
    assert turn == tilt == 0
    x, y = TO_MERCATOR.transform(lon, lat)
    return (x - left) / across, (y - top) / down


def test_the_reference_system_is_web_mercator(sheets, frame_of, tmp_path):
    _, _, crs = written(sheets, bare(frame_of(2024)), tmp_path)
    assert crs.to_epsg(min_confidence=20) == 3857
    x, y = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(76.53, 9.0)
    assert (x, y) == pytest.approx(TO_MERCATOR.transform(76.53, 9.0), abs=0.001)


@pytest.mark.parametrize("size_px", [(1200, 800), (1754, 2480), (2400, 1600)])
@pytest.mark.parametrize("bounds", [KERALA, (76.2, 8.8, 76.8, 9.2), None])
def test_a_plant_s_marker_is_within_a_pixel_of_its_place(sheets, frame_of, tmp_path, size_px, bounds):
    frame = frame_of(2024)
    chavara = next(place for place in frame.places if "Chavara" in place.label.title)
    alone = _with_places(frame, chavara)
    picture, numbers, _ = written(sheets, bare(alone, size_px, bounds), tmp_path)
    wanted = pixel_of(chavara.position[0], chavara.position[1], numbers)
    teal = np.abs(np.asarray(picture, dtype=int) - (0x00, 0x59, 0x4F)).max(axis=2) < 12
    reach = round(20 * size_px[0] / 1200)
    column, row = map(round, wanted)
    disc = teal[row - reach : row + reach + 1, column - reach : column + reach + 1]
    rows, columns = disc.nonzero()
    assert len(rows) > 50
    found = (column - reach + columns.mean(), row - reach + rows.mean())
    assert math.dist(found, wanted) < 1


def _with_places(frame, *places):
    nameless = tuple(replace(place, label=Label("")) for place in places)
    return replace(frame, places=nameless, areas=(), flows=(), legend=())


def test_gdal_s_own_file_beside_it_says_the_same_system(sheets, frame_of, tmp_path):
    written(sheets, bare(frame_of(2024)), tmp_path)
    told = ET.parse(tmp_path / "map.png.aux.xml").getroot().findtext("SRS", "")
    crs = pyproj.CRS.from_wkt(told)
    assert crs.to_epsg() == 3857
    x, y = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(76.53, 9.0)
    assert (x, y) == pytest.approx(TO_MERCATOR.transform(76.53, 9.0), abs=0.001)


@pytest.mark.skipif(shutil.which("gdalinfo") is None, reason="GDAL is not installed")
def test_gdal_finds_a_plant_at_its_place_without_being_told_anything(sheets, frame_of, tmp_path):
    chavara = next(place for place in frame_of(2024).places if "Chavara" in place.label.title)
    written(sheets, bare(_with_places(frame_of(2024), chavara), bounds=KERALA), tmp_path)
    there = ["gdallocationinfo", "-wgs84", "-valonly", tmp_path / "map.png", *map(str, chavara.position)]
    ended = subprocess.run(there, capture_output=True, text=True, check=True)
    assert [int(value) for value in ended.stdout.split()] == [0x00, 0x59, 0x4F]


def test_pixels_have_one_size_both_ways_and_show_the_extent_whole(frame_of):
    for bounds in (KERALA, WORLD, frame_of(2024).opening):
        numbers = [float(line) for line in world_file(bare(frame_of(2024), bounds=bounds)).splitlines()]
        assert numbers[0] == pytest.approx(-numbers[3], rel=0.001)
        left, top = pixel_of(bounds[0], bounds[3], numbers)
        right, bottom = pixel_of(bounds[2], bounds[1], numbers)
        assert left >= -1.5
        assert top >= -1.5
        assert right <= 1200.5
        assert bottom <= 800.5
        assert right - left > 1190 or bottom - top > 790


def test_nothing_stands_on_it_but_the_notice(sheets, frame_of):
    frame = frame_of(2024)
    png = sheets.make(bare(frame))
    drawn = sheets.evaluate("[...document.querySelectorAll('#sheet > g')].map(group => group.id)")
    assert drawn == ["map", "foot"]
    foot = " ".join(
        sheets.evaluate("[...document.querySelectorAll('#foot text')].map(text => text.textContent)")
    )
    assert foot.startswith(BOUNDARY_NOTICE)
    assert "© DataMeet, CC BY 4.0, adapted" in foot
    boxes = sheets.boxes()
    assert [(a.words, b.words) for a in boxes for b in boxes if a is not b and a.meets(b)] == []
    picture = Image.open(io.BytesIO(png))
    assert picture.size == (1200, 800)
    assert picture.text["Disclaimer"] == BOUNDARY_NOTICE


def test_no_source_is_pointed_to_where_none_is_listed(sheets, frame_of):
    sheets.make(bare(frame_of(2024)))
    assert not set("".join(box.words for box in sheets.boxes())) & set("⁰¹²³⁴⁵⁶⁷⁸⁹")


@pytest.mark.parametrize("name", ["map.prj", "map.pgw", "map.png.aux.xml"])
def test_a_bare_map_that_cannot_be_placed_leaves_nothing(sheets, frame_of, tmp_path, name):
    (tmp_path / name).mkdir()
    told = sheets.wait(lambda end: sheets.printer.write(bare(frame_of(2024)), tmp_path / "map.png", end, end))
    assert isinstance(told, SheetError)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_the_same_map_is_the_same_bytes(sheets, frame_of):
    first = sheets.make(bare(frame_of(2024)))
    assert sheets.make(bare(frame_of(2026))) != first
    assert sheets.make(bare(frame_of(2024))) == first
