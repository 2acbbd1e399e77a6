"""The basemap's files: India as its government draws it, valid, complete, credited, and as they were made."""

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

ROOT = Path(__file__).resolve().parents[2]
BASEMAP = ROOT / "geodata" / "basemap"
TABLE = json.loads((BASEMAP / "zooms.json").read_text(encoding="utf-8"))
ROWS = [row for rows in TABLE.values() for row in rows]
TOPOLOGIES = sorted(p.name for p in BASEMAP.glob("*.topojson"))
COUNTRIES = ["world_lo.topojson", "world_mid.topojson", "region_hi.topojson"]
COASTS = ["coast_india.topojson", "coast_kerala.topojson", "coast_odisha_ap.topojson"]
EQUAL_AREA = "+proj=laea +lat_0=22 +lon_0=80"
INDIAS = {
    "Muzaffarabad": (73.47, 34.37),
    "Gilgit": (74.31, 35.92),
    "Siachen": (77.0, 35.5),
    "Shaksgam": (76.6, 36.1),
    "Aksai Chin": (79.3, 35.2),
    "Tawang": (91.87, 27.6),
    "Walong": (97.02, 28.13),
}


def read(name: str, layer: str | None = None) -> gpd.GeoDataFrame:
    return gpd.read_file(BASEMAP / name, layer=layer).set_crs(4326, allow_override=True)


def table(name: str) -> list[dict]:
    raw = json.loads((BASEMAP / name).read_text(encoding="utf-8"))
    return [dict(zip(raw["cols"], row, strict=True)) for row in raw["rows"]]


def layers_of(name: str) -> list[str]:
    return list(json.loads((BASEMAP / name).read_text(encoding="utf-8"))["objects"])


@pytest.mark.parametrize("name", COUNTRIES)
@pytest.mark.parametrize("place", INDIAS)
def test_what_india_counts_as_hers_lies_in_india_and_nowhere_else(name, place):
    countries = read(name)
    assert list(countries["name"][countries.contains(Point(INDIAS[place]))]) == ["India"]


@pytest.mark.parametrize("name", COUNTRIES)
@pytest.mark.parametrize(
    "island", [(92.9, 12.9), (93.85, 7.0), (92.47, 10.6)], ids=["Andaman", "Nicobar", "Little Andaman"]
)
def test_india_has_her_islands_at_every_zoom(name, island):
    india = read(name).set_index("name").geometry["India"]
    assert india.contains(Point(island))


def test_the_islands_of_lakshadweep_are_there_from_the_first_zoom_on():
    for name in COUNTRIES:
        india = read(name).set_index("name").geometry["India"]
        assert india.intersects(box(71.5, 8, 74, 12.5)), name


@pytest.mark.parametrize(
    ("name", "layer"), [(name, layer) for name in TOPOLOGIES for layer in layers_of(name)]
)
def test_every_shape_is_valid(name, layer):
    shapes = read(name, layer).geometry
    assert len(shapes)
    assert shapes.is_valid.all()


def test_the_states_are_india_without_gap_or_overlap():
    states = read("india_states.topojson").to_crs(EQUAL_AREA)
    assert len(states) == states["iso_3166_2"].nunique() == 36
    together = states.union_all()
    assert states.area.sum() == pytest.approx(together.area, abs=1e6)
    india = read("region_hi.topojson").to_crs(EQUAL_AREA).set_index("name").geometry["India"]
    assert together.symmetric_difference(india).area < 500e6


@pytest.mark.parametrize(
    ("place", "name", "state"),
    [
        ((76.31, 10.07), "coast_kerala.topojson", "IN-KL"),
        ((76.5344, 9.0036), "coast_kerala.topojson", "IN-KL"),
        ((77.30, 8.17), "coast_kerala.topojson", "IN-TN"),
        ((84.98, 19.35), "coast_odisha_ap.topojson", "IN-OR"),
        ((83.2, 17.75), "coast_odisha_ap.topojson", "IN-AP"),
        ((72.9, 19.2), "coast_india.topojson", "IN-MH"),
    ],
    ids=["Aluva", "Chavara", "Manavalakurichi", "OSCOM", "Visakhapatnam", "Mumbai"],
)
def test_sharp_coasts_know_their_state(place, name, state):
    lands = read(name)
    at = lands[lands.contains(Point(place))]
    assert list(zip(at["name"], at["state"], strict=True)) == [("India", state)]


@pytest.mark.parametrize("name", COASTS)
def test_a_sharp_coast_fills_its_box_of_the_table(name):
    (row,) = [row for row in TABLE["land"] if row["file"] == name]
    west, south, east, north = row["box"]
    left, bottom, right, top = (float(edge) for edge in read(name).total_bounds)
    assert (left, bottom, right, top) == pytest.approx((west, south, east, north), abs=1.5)
    assert min(left - west, bottom - south, east - right, north - top) > -1e-3


@pytest.mark.parametrize("tenth", range(130))
def test_every_zoom_has_a_ground_and_finer_files_lie_inside_coarser_ones(tenth):
    drawn = [row for row in TABLE["land"] if row["from"] <= tenth / 10 < row["to"]]
    assert ["box" in row for row in drawn][:1] == [False]
    boxes = [box(*row["box"]) for row in drawn[1:]]
    assert len(boxes) == len(drawn) - 1
    for finer, (coarser, later) in enumerate(pairwise(boxes)):
        assert coarser.contains(later) or not coarser.overlaps(later), finer


def test_the_table_names_every_file_and_nothing_else():
    named = {row["file"] for row in ROWS}
    there = {p.name for p in BASEMAP.iterdir()} - {"zooms.json", "README.md"}
    assert named == there
    for row in TABLE["land"] + TABLE["over"]:
        assert row["object"] in layers_of(row["file"])


def test_every_class_of_the_table_has_its_look():
    css = (ROOT / "resources" / "web" / "basemap.css").read_text(encoding="utf-8")
    for row in TABLE["over"]:
        assert re.search(rf"\.basemap \.{row['class']}\b", css), row["class"]


def test_the_files_are_those_that_were_made():
    made = json.loads((ROOT / "geodata" / "making" / "files.sha256.json").read_text(encoding="utf-8"))
    found = {name: hashlib.sha256((BASEMAP / name).read_bytes()).hexdigest() for name in made}
    assert found == made
    assert set(made) == {row["file"] for row in ROWS}


def test_whatever_is_drawn_is_credited_and_the_notices_know_it():
    notices = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    for row in ROWS:
        assert row["credits"], row["file"]
        for credit in row["credits"]:
            assert re.split(r" \(|, ", credit)[0] in notices


def test_names_stand_on_what_they_name():
    countries = read("world_mid.topojson").set_index("name").geometry
    states = read("india_states.topojson").set_index("name").geometry
    names = [row for row in table("names.json") if row["kind"] != "sea"]
    beside = [
        row["text"]
        for row in names
        for areas in [countries if row["kind"] == "country" else states]
        if row["text"] in areas.index
        and not areas[row["text"]].buffer(0.1).contains(Point(row["lon"], row["lat"]))
    ]
    assert beside == ["Japan"]  # far out it stands in the sea, beside its islands
    assert {"India", "China", "Japan", "Kerala", "Odisha", "Andhra Pradesh", "Tamil Nadu"} <= {
        row["text"] for row in names
    }


def test_towns_and_ports_are_known_by_their_present_names_and_stand_once():
    towns, ports = table("places.json"), table("ports.json")
    assert [town["name"] for town in towns if town["cc"] == "IN"][:4] == [
        "Mumbai",
        "Delhi",
        "Bengaluru",
        "Hyderabad",
    ]
    assert [town["weight"] for town in towns] == sorted((town["weight"] for town in towns), reverse=True)
    for old in ("Bombay", "Madras", "Cochin", "Alwaye", "Rasapudipalem"):
        assert old not in {row["name"] for row in towns + ports}
    for name in ("Visakhapatnam", "Kochi", "Mumbai"):
        assert len([port for port in ports if port["name"] == name and port["country"] == "India"]) == 1
    assert all(60 <= row["lon"] <= 150 and -10 <= row["lat"] <= 50 for row in towns + ports)
