"""The command line: sheets, tables and reports, each error one clear line, exit code 2 and no file left."""

import csv
import json
import os

import openpyxl
import pikepdf
import pytest
from PIL import Image
from program import run

ACTUAL = 40
AS_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


def lines(ended) -> list[str]:
    """Give what the atlas itself said: not what Qt and Chromium say of this machine."""
    return [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas")]


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_snapshot_is_drawn_in_each_format(tmp_path, ending):
    sheet = tmp_path / f"map.{ending}"
    ended = run("snapshot", "--year", 2024, "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    assert list(tmp_path.iterdir()) == [sheet]
    if ending == "png":
        with Image.open(sheet) as picture:
            assert picture.size == (1920, 1080)
            assert len(picture.getcolors(1 << 24) or ()) > ACTUAL
    elif ending == "pdf":
        with pikepdf.open(sheet) as document:
            assert len(document.pages) == 1
            assert "2024" in str(document.docinfo["/Title"])
    else:
        drawing = sheet.read_text(encoding="utf-8")
        assert "2024" in drawing
        assert "over 1,000 t" in drawing


def test_size_layers_bounds_and_theme_are_obeyed(tmp_path):
    sheet = tmp_path / "kerala.png"
    ended = run(
        "snapshot", "--out", sheet, "--size", "1600x1000", "--layers", "plants,proposed_mines",
        "--bounds", "74,7,79,13", "--theme", "dark",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    with Image.open(sheet) as picture:
        assert picture.size == (1600, 1000)
        darkest, lightest = picture.convert("L").crop((3, 3, 4, 4)).getextrema()
        assert (darkest, lightest) < (67, 67)


ERRORS = {
    "unknown row": (("--layers", "plants,gold"), ("layers", "gold", "proposed_mines")),
    "no row": (("--layers", ""), ("layers", "plants")),
    "year before the clock": (("--year", "1949"), ("year", "1950 to 2035", "1949")),
    "year after the clock": (("--year", "2036"), ("year", "1950 to 2035", "2036")),
    "no year": (("--year", "soon"), ("year", "soon")),
    "bounds of three": (("--bounds", "68,6,98"), ("bounds", "W,S,E,N", "68,6,98")),
    "bounds turned round": (("--bounds", "98,6,68,37"), ("bounds", "west below east", "98,6,68,37")),
    "bounds outside the world": (("--bounds", "68,6,198,37"), ("bounds", "-180 to 180", "198")),
    "bounds of no number": (("--bounds", "nan,6,98,37"), ("bounds", "nan")),
    "no size": (("--size", "large"), ("size", "WIDTHxHEIGHT", "large")),
    "too many pixels": (("--size", "20000x10000"), ("size", "100 megapixels", "20000x10000")),
    "too few pixels": (("--size", "200x100"), ("size", "320", "200x100")),
    "unknown theme": (("--theme", "pink"), ("theme", "light", "dark", "pink")),
    "unknown word": (("--zoom", "4"), ("--zoom",)),
}


@pytest.mark.parametrize(("words", "said"), ERRORS.values(), ids=ERRORS)
def test_whatever_is_asked_wrongly_is_one_line_and_leaves_no_file(tmp_path, words, said):
    ended = run("snapshot", "--out", tmp_path / "map.png", *words)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert all(word in line for word in said), line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("map.gif", (".png, .pdf or .svg", "map.gif")),
        ("map", (".png, .pdf or .svg", "map")),
        ("nowhere/map.png", ("there is no folder", "nowhere")),
        ("folder.png", ("it is a folder",)),
    ],
)
def test_where_nothing_can_be_written_is_one_line(tmp_path, name, said):
    (tmp_path / "folder.png").mkdir()
    ended = run("snapshot", "--out", tmp_path / name)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert all(word in line for word in said), line
    assert [path.name for path in tmp_path.iterdir()] == ["folder.png"]


@AS_ROOT
def test_a_folder_that_may_not_be_written_to_is_one_line(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    ended = run("snapshot", "--out", closed / "map.png")
    assert ended.returncode == 2
    assert "may not be written to" in lines(ended)[0]


def test_the_table_leaves_as_csv_and_as_workbook(tmp_path):
    for name in ("figures.csv", "figures.xlsx"):
        ended = run("export", "--out", tmp_path / name)
        assert ended.returncode == 0, ended.stderr
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for column in ("source", "status", "confidence", "licence"):
        assert all(any(column in name for name in row) for row in rows)
    sheet = openpyxl.load_workbook(tmp_path / "figures.xlsx").worksheets[0]
    assert sheet.max_row == len(rows) + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["figures.csv", "figures.xlsx"]


def test_the_table_leaves_as_geojson_and_geopackage(tmp_path):
    import pyogrio

    for name in ("figures.geojson", "figures.gpkg"):
        ended = run("export", "--out", tmp_path / name, "--year", 2024)
        assert ended.returncode == 0, ended.stderr
    features = json.loads((tmp_path / "figures.geojson").read_text(encoding="utf-8"))["features"]
    assert len(features) == pyogrio.read_info(tmp_path / "figures.gpkg", layer="claims")["features"]
    assert {feature["properties"]["year"] for feature in features} == {2024}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "figures.pdf"), (".csv", ".gpkg", "figures.pdf")),
        (("--out", "nowhere/figures.csv"), ("nowhere",)),
        (("--out", "figures.csv", "--year", "1949"), ("year", "1950 to 2035", "1949")),
    ],
)
def test_an_export_that_cannot_be_is_one_line(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ended = run("export", *words)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert all(word in line for word in said), line
    assert list(tmp_path.iterdir()) == []


def test_check_ends_with_0_where_all_is_well_and_with_1_where_not(layers):
    ended = run("check", "--data", layers)
    assert (ended.returncode, ended.stderr) == (0, "")
    (layers / "plants.geojson").unlink()
    text = (layers / "volumes.geojson").read_text(encoding="utf-8")
    (layers / "volumes.geojson").write_text(text.replace('"status":"actual"', '"status":"sure"', 1), "utf-8")
    ended = run("check", "--data", layers)
    assert ended.returncode == 1
    said = ended.stdout + ended.stderr
    assert "plants.geojson" in said
    assert "volumes.geojson" in said
    assert "status" in said
    assert "sure" in said


def test_broken_data_end_a_snapshot_with_1_and_leave_no_file(layers, tmp_path):
    (layers / "catalog.json").write_text("{}", encoding="utf-8")
    ended = run("snapshot", "--data", layers, "--out", tmp_path / "map.png")
    assert ended.returncode == 1
    assert "catalog.json" in ended.stderr
    assert not (tmp_path / "map.png").exists()


def test_help_and_version_are_told_without_starting_qt():
    ended = run("--help", QT_QPA_PLATFORM="none such")
    assert ended.returncode == 0
    assert "snapshot" in ended.stdout
    assert run("--version").stdout.startswith("irel-atlas ")
