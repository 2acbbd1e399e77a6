"""Data out: every format read back by another program, safe in a spreadsheet, whole or not at all."""

import csv
import io
import json
import math
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import geopandas
import openpyxl
import pandas as pd
import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.exporting.columns import COLUMNS, cells
from geodata.exporting.files import FORMATS, ExportError, export
from geodata.exporting.spreadsheet import neutral
from geodata.framing.index import make_index
from geodata.tables import claims_frame

NAMES = [column.name for column in COLUMNS]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CHOSEN = (
    "claim.cn-in-magnets-fy2025",
    "claim.cn-in-magnets-fy2024",
    "claim.in-jp-2024-sangri",
    "claim.in-jp-2012-missing",
    "claim.in-jp-suspension",
    "claim.nd-fy2026-oxides",
    "claim.aluva-capacity-pib",
    "claim.world-in-magnets-h1-fy2026",
)
few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def written(shipped, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    paths = {ending: folder / f"figures{ending}" for ending in FORMATS}
    for path in paths.values():
        export(shipped, shipped.claims, path)
    assert sorted(folder.iterdir()) == sorted(paths.values()), "nothing else is left behind"
    return paths


@pytest.fixture(scope="module")
def expected(shipped):
    index = make_index(shipped)
    return [dict(zip(NAMES, cells(index, claim), strict=True)) for claim in shipped.claims.values()]


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_sheet(path, name) -> list[Any]:
    return list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))


def as_text(cell):
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(cell) if cell % 1 else str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def with_note(dataset, text, claim="claim.in-jp-2024-sangri"):
    return replace(dataset, claims={claim: replace(dataset.claims[claim], note=text, conflict=None)})


# What a row says


def row_of(shipped, claim):
    return dict(zip(NAMES, cells(make_index(shipped), shipped.claims[claim]), strict=True))


def test_a_row_names_what_how_much_when_and_who_says_so(shipped):
    row = row_of(shipped, "claim.cn-in-magnets-fy2025")
    told = {
        "what": "Permanent magnets, China to India",
        "subject": "flow.cn-in.magnets",
        "subject_name": "Permanent magnets, China to India",
        "measure": "trade_mass",
        "figure": "about 50,000 t",
        "value": 50000,
        "value_max": None,
        "bound": "about",
        "unit": "t",
        "substance": "magnets",
        "period": "FY2024-25",
        "start": date(2024, 4, 1),
        "end": date(2025, 4, 1),
        "year": 2025,
        "status": "actual",
        "status_sdmx": "A",
        "made": "stated",
        "formula": None,
        "confidence": "reported",
        "source": "src.indian-express-2025-06",
        "locator": "whole",
        "retells": None,
        "origin": "src.indian-express-2025-06",
        "licence": "cited, not copied",
        "data_date": shipped.catalog.data_date,
    }
    assert {name: row[name] for name in told} == told
    assert row["source_title"] == shipped.sources["src.indian-express-2025-06"].title
    assert row["address"].startswith("https://")


def test_a_row_tells_rivals_conflicts_formulas_and_retellings(shipped):
    rival = row_of(shipped, "claim.nd-fy2026-oxides")
    assert "claim.nd-fy2026-reuters" in rival["rivals"].split("; ")
    sangri = row_of(shipped, "claim.in-jp-2024-sangri")
    assert sangri["conflict"] == "Over 1,000 t in a year, or 18 t in ten?"
    assert sangri["retells"] == shipped.sources["src.reuters-2025-06-13"].title
    assert (sangri["origin"], sangri["rank"]) == ("src.reuters-2025-06-13", "preferred")
    computed = row_of(shipped, "claim.cn-in-magnets-fy2024")
    assert (computed["made"], computed["computed_from"]) == ("computed", "claim.cn-in-magnets-fy2025")
    assert computed["formula"].startswith("50,000 t / 1.95")


def test_sdmx_letters_stand_for_every_status(shipped):
    letters = {
        row["status"]: row["status_sdmx"] for row in (row_of(shipped, name) for name in shipped.claims)
    }
    expected = {"actual": "A", "estimate": "E", "forecast": "F", "target": "F", "plan": "F", "missing": "M"}
    assert letters == expected | {status: "P" for status in letters if status == "provisional"}


def test_what_was_not_found_has_no_value_and_no_zero(shipped):
    row = row_of(shipped, "claim.in-jp-2012-missing")
    assert (row["value"], row["unit"], row["figure"], row["status_sdmx"]) == (None, None, "not found", "M")


def test_columns_have_names_for_gis_and_a_meaning_each():
    assert len(set(NAMES)) == len(NAMES)
    assert all(name.isidentifier() and name.islower() and len(name) < 20 for name in NAMES)
    assert all(column.meaning for column in COLUMNS)
    assert {column.kind for column in COLUMNS} == {"text", "number", "year", "day"}


# Each format, read back


def test_csv_holds_every_cell_of_every_claim(written, expected):
    rows = read_csv(written[".csv"])
    assert len(rows) == len(expected)
    for row, cell_of in zip(rows, expected, strict=True):
        place = row.pop("geometry_wkt")
        assert place == "" or place.startswith(("POINT (", "LINESTRING ("))
        assert row == {name: as_text(cell_of[name]) for name in NAMES}


def test_csv_is_rfc_4180_and_opens_in_excel(written):
    data = written[".csv"].read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[-1] == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert lines[0].startswith("id,what,subject,")


def test_xlsx_holds_numbers_as_numbers_and_days_as_days(written, expected):
    rows = read_sheet(written[".xlsx"], "Figures")
    assert list(rows[0]) == NAMES
    for row, cell_of in zip(rows[1:], expected, strict=True):
        got = {
            name: cell.date() if isinstance(cell, datetime) else cell
            for name, cell in zip(NAMES, row, strict=True)
        }
        assert got == cell_of
    sheet = openpyxl.load_workbook(written[".xlsx"])["Figures"]
    assert not any(cell.data_type == "f" for row in sheet for cell in row)


def test_xlsx_is_ready_to_read(written):
    book = openpyxl.load_workbook(written[".xlsx"])
    assert book.sheetnames == ["Figures", "Sources", "Columns"]
    sheet = book["Figures"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert all(8 <= width <= 60 for width in widths)
    assert len(set(widths)) > 3
    assert sheet["A1"].font.bold


def test_xlsx_names_sources_licences_and_the_day_of_the_data(written, shipped):
    rows = read_sheet(written[".xlsx"], "Sources")
    assert str(shipped.catalog.data_date) in rows[1][0]
    assert shipped.digest[:12] in rows[1][0]
    heading = list(rows[4])
    listed = {row[0]: dict(zip(heading, row, strict=True)) for row in rows[5:]}
    used = {claim.source for claim in shipped.claims.values()}
    assert used <= set(listed)
    for name, row in listed.items():
        source = shipped.sources[name]
        assert (row["title"], row["licence"], row["address"]) == (
            source.title,
            source.licence_note,
            source.address,
        )
    assert sum(row["claims here"] for row in listed.values()) == len(shipped.claims)
    sheet = openpyxl.load_workbook(written[".xlsx"])["Sources"]
    links = [cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink]
    assert links
    assert all(link.startswith(("https://", "http://")) for link in links)


def test_xlsx_says_what_its_columns_mean(written):
    rows = read_sheet(written[".xlsx"], "Columns")
    assert dict(rows[1:]) == {column.name: neutral(column.meaning) for column in COLUMNS}


def test_geojson_is_rfc_7946(written, expected, shipped):
    document = json.loads(written[".geojson"].read_text(encoding="utf-8"))
    assert set(document) == {"type", "features"}
    for feature, cell_of in zip(document["features"], expected, strict=True):
        assert set(feature) == {"type", "geometry", "properties"}
        days = {name: as_text(cell) for name, cell in cell_of.items() if isinstance(cell, date)}
        assert feature["properties"] == cell_of | days
        subject = shipped.things[cell_of["subject"]]
        positions = [list(position) for position in subject.positions]
        if not positions:
            assert feature["geometry"] is None
        elif len(positions) == 1:
            assert feature["geometry"] == {"type": "Point", "coordinates": positions[0]}
        else:
            assert feature["geometry"] == {"type": "LineString", "coordinates": positions}


def test_geojson_has_seven_decimals_at_most(shipped, tmp_path):
    thing = replace(shipped.things["plant.aluva"], positions=((76.123456789012, 10.1),))
    dataset = replace(shipped, things=shipped.things | {thing.id: thing})
    export(dataset, ["claim.aluva-capacity-pib"], tmp_path / "a.geojson")
    feature = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"][0]
    assert feature["geometry"]["coordinates"] == [76.1234568, 10.1]


def test_geopandas_opens_the_geojson(written, expected):
    frame = geopandas.read_file(written[".geojson"])
    assert list(frame["id"]) == [row["id"] for row in expected]
    assert frame.crs.to_epsg() == 4326


def test_geopackage_has_three_layers_that_gdal_opens(written, expected, shipped):
    path = written[".gpkg"]
    assert [name for name, _ in pyogrio.list_layers(path)] == ["claims", "things", "sources"]
    claims = geopandas.read_file(path, layer="claims")
    assert claims.crs.to_epsg() == 4326
    assert len(claims) == len(expected)
    things = geopandas.read_file(path, layer="things").set_index("id")
    assert set(things.index) == {claim.subject for claim in shipped.claims.values()}
    assert things.geometry["plant.aluva"].coords[0] == shipped.things["plant.aluva"].positions[0]
    assert things.loc["plant.aluva", "start"] == pd.Timestamp(1952, 1, 1)
    sources = pyogrio.read_dataframe(path, layer="sources").set_index("id")
    assert sources.loc["src.sangri-2025-06-14", "retells"] == "src.reuters-2025-06-13"


def test_geopackage_holds_every_cell(written, expected):
    database = sqlite3.connect(written[".gpkg"])
    database.row_factory = sqlite3.Row
    rows = database.execute("select * from claims order by fid").fetchall()
    for row, cell_of in zip(rows, expected, strict=True):
        for name, cell in cell_of.items():
            day = isinstance(cell, date)
            assert row[name] == (f"{cell.isoformat()}T00:00:00" if day else cell), name
    types = {row["name"]: row["type"] for row in database.execute("pragma table_info(claims)")}
    database.close()
    assert (types["value"], types["value_max"], types["year"]) == ("REAL", "REAL", "INTEGER")
    assert (types["start"], types["id"]) == ("DATETIME", "TEXT")


def test_a_frame_for_analysis_has_types_and_places(shipped):
    frame = claims_frame(shipped, CHOSEN).set_index("id")
    assert list(frame.index) == list(CHOSEN)
    assert frame.crs.to_epsg() == 4326
    assert frame["value"].dtype == "float64"
    assert frame["year"].dtype == "Int64"
    assert str(frame["start"].dtype).startswith("datetime64")
    values = dict(zip(frame.index, frame["value"], strict=True))
    assert [name for name, value in values.items() if math.isnan(value)] == [CHOSEN[3], CHOSEN[4]]
    assert list(frame.geometry["claim.in-jp-2024-sangri"].coords) == list(
        shipped.things["flow.in-jp.re"].positions
    )
    assert frame.geometry["claim.aluva-capacity-pib"].geom_type == "Point"
    assert frame.geometry["claim.nd-fy2026-oxides"] is None
    actual = frame.query("status == 'actual' and unit == 't'")
    assert max(actual["value"]) == 50000


def test_a_frame_of_nothing_has_its_columns(shipped):
    frame = claims_frame(shipped, [])
    assert len(frame) == 0
    assert [*NAMES, "geometry"] == list(frame.columns)


# Safe in a spreadsheet


@given(st.text())
def test_no_text_reads_as_a_formula(text):
    safe = neutral(text)
    assert not safe.startswith(DANGEROUS)
    assert not safe.lstrip().startswith(DANGEROUS)
    assert not any(char in safe for char in "\t\r\n\0")


@given(
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))).filter(
        lambda text: text[:1] not in DANGEROUS
    )
)
def test_harmless_text_stays_as_it_is(text):
    if not text.lstrip().startswith(DANGEROUS):
        assert neutral(text) == text.replace("￾", " ")


@pytest.mark.parametrize("start", DANGEROUS)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_dangerous_beginnings_are_neutralised_in_files(shipped, tmp_path, start, ending):
    text = f"{start}cmd|' /C calc'!A0"
    path = tmp_path / f"figures{ending}"
    export(with_note(shipped, text), ["claim.in-jp-2024-sangri"], path)
    if ending == ".csv":
        note = read_csv(path)[0]["note"]
    else:
        cell = openpyxl.load_workbook(path)["Figures"].cell(2, NAMES.index("note") + 1)
        assert cell.data_type == "s"
        note = cell.value
    assert not note.startswith(DANGEROUS)
    assert note.endswith("cmd|' /C calc'!A0")


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "1", "2024-01-01", "TRUE"])
def test_a_text_in_a_workbook_stays_a_text(shipped, tmp_path, text):
    export(with_note(shipped, text), ["claim.in-jp-2024-sangri"], tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["Figures"].cell(2, NAMES.index("note") + 1)
    assert (cell.value, cell.data_type) == (text, "s")


def test_negative_numbers_stay_numbers(shipped, tmp_path):
    claim = shipped.claims["claim.in-jp-2024-sangri"]
    negative = replace(claim, quantity=replace(claim.quantity, value=-12.5), conflict=None)
    dataset = replace(shipped, claims={claim.id: negative})
    export(dataset, [claim.id], tmp_path / "a.csv")
    assert read_csv(tmp_path / "a.csv")[0]["value"] == "-12.5"
    export(dataset, [claim.id], tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["Figures"].cell(2, NAMES.index("value") + 1)
    assert (cell.value, cell.data_type) == (-12.5, "n")


@few
@given(text=st.text(st.characters(exclude_categories=("Cs",))))
@pytest.mark.parametrize("ending", FORMATS)
def test_whatever_a_note_says_the_file_can_be_read_back(shipped, tmp_path, ending, text):
    path = tmp_path / f"figures{ending}"
    export(with_note(shipped, text), ["claim.in-jp-2024-sangri"], path)
    if ending == ".csv":
        assert read_csv(path)[0]["note"] == neutral(text)
    elif ending == ".xlsx":
        cell = openpyxl.load_workbook(path)["Figures"].cell(2, NAMES.index("note") + 1)
        assert (cell.value or "") == neutral(text)
    elif ending == ".geojson":
        assert json.loads(path.read_text(encoding="utf-8"))["features"][0]["properties"]["note"] == text
    else:
        assert len(pyogrio.read_dataframe(path, layer="claims")) == 1


# Whole or not at all


@pytest.mark.parametrize("ending", FORMATS)
def test_each_claim_is_written_once_in_the_order_asked(shipped, tmp_path, ending):
    path = tmp_path / f"figures{ending.upper()}"
    export(shipped, (*CHOSEN[::-1], CHOSEN[0]), path)
    if ending == ".csv":
        ids = [row["id"] for row in read_csv(path)]
    elif ending == ".xlsx":
        ids = [row[0] for row in read_sheet(path, "Figures")[1:]]
    else:
        ids = list(pyogrio.read_dataframe(path, layer=0)["id"])
    assert ids == list(CHOSEN[::-1])


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_there_is_replaced_whole(shipped, tmp_path, ending):
    path, fresh = tmp_path / f"old{ending}", tmp_path / f"fresh{ending}"
    path.write_text("an old file, and not even of this format", encoding="utf-8")
    export(shipped, CHOSEN, path)
    export(shipped, CHOSEN, fresh)
    if ending in (".csv", ".geojson"):
        assert path.read_bytes() == fresh.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted([path, fresh])


@pytest.mark.parametrize("ending", FORMATS)
def test_a_new_file_is_moved_into_place_and_the_old_one_never_written_to(shipped, tmp_path, ending):
    path, kept = tmp_path / f"figures{ending}", tmp_path / "kept"
    path.write_text("old", encoding="utf-8")
    kept.hardlink_to(path)
    export(shipped, CHOSEN, path)
    assert kept.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_failure_leaves_the_old_file_and_nothing_else(shipped, tmp_path, ending):
    path = tmp_path / f"figures{ending}"
    path.write_text("old", encoding="utf-8")
    claim = shipped.claims["claim.in-jp-2024-sangri"]
    broken = replace(shipped, claims={claim.id: replace(claim, source="src.nowhere", conflict=None)})
    with pytest.raises(KeyError):
        export(broken, [claim.id], path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("figures.pdf", "expected a name ending in .csv, .xlsx, .geojson, .gpkg, got .pdf"),
        ("figures", "expected a name ending in"),
        ("figures.shp", "got .shp"),
        (".csv", "got none"),
    ],
)
def test_unknown_formats_are_refused_in_one_sentence(shipped, tmp_path, name, words):
    with pytest.raises(ExportError) as refused:
        export(shipped, CHOSEN, tmp_path / name)
    assert_one_sentence(refused, words)
    assert list(tmp_path.iterdir()) == []


def assert_one_sentence(refused, words):
    text = str(refused.value)
    assert words in text
    assert "\n" not in text
    assert text.endswith(".")
    assert text.count(". ") == 0


def test_nothing_to_export_and_unknown_claims_are_refused(shipped, tmp_path):
    with pytest.raises(ExportError) as refused:
        export(shipped, [], tmp_path / "a.csv")
    assert_one_sentence(refused, "no figure is chosen")
    with pytest.raises(ExportError) as refused:
        export(shipped, [CHOSEN[0], "claim.nobody-made"], tmp_path / "a.csv")
    assert_one_sentence(refused, "'claim.nobody-made'")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("where", ["missing folder", "file as folder", "folder as file"])
def test_places_that_cannot_be_written_are_named(shipped, tmp_path, ending, where):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / f"folder{ending}").mkdir()
    path = {
        "missing folder": tmp_path / "nowhere" / f"a{ending}",
        "file as folder": tmp_path / "file" / f"a{ending}",
        "folder as file": tmp_path / f"folder{ending}",
    }[where]
    with pytest.raises(ExportError) as refused:
        export(shipped, CHOSEN, path)
    assert_one_sentence(refused, path.name)
    assert sorted(item.name for item in tmp_path.iterdir()) == sorted(["file", f"folder{ending}"])


NO_ROOM = """
import resource, sys
from pathlib import Path
from geodata.exporting.files import ExportError, export
from geodata.reading import read

dataset = read().dataset
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    export(dataset, dataset.claims, Path(sys.argv[1]))
except ExportError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
@pytest.mark.parametrize("ending", FORMATS)
def test_no_room_leaves_the_old_file(tmp_path, ending):
    path = tmp_path / f"figures{ending}"
    path.write_text("old", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr
    assert f"{path} could not be written: " in run.stdout
    assert run.stdout.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
@pytest.mark.parametrize("ending", FORMATS)
def test_a_folder_whose_name_is_no_text_holds_figures_or_says_why_not(shipped, tmp_path, ending):
    folder = tmp_path / os.fsdecode(b"old \xe4 disk")
    folder.mkdir()
    path = folder / f"a{ending}"
    if ending == ".gpkg":
        with pytest.raises(ExportError) as refused:
            export(shipped, CHOSEN, path)
        assert_one_sentence(refused, "a GeoPackage's path must be UTF-8")
        assert list(folder.iterdir()) == []
    else:
        export(shipped, CHOSEN, path)
        assert [one.name for one in folder.iterdir()] == [path.name]


def test_a_link_is_followed_to_its_file(shipped, tmp_path):
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    export(shipped, CHOSEN, link)
    assert link.is_symlink()
    assert len(read_csv(target)) == len(CHOSEN)


def test_exports_have_the_rights_of_any_new_file(shipped, tmp_path):
    (tmp_path / "plain").write_text("", encoding="utf-8")
    for ending in FORMATS:
        export(shipped, CHOSEN, tmp_path / f"a{ending}")
        assert (tmp_path / f"a{ending}").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_csv_of_the_same_data_is_the_same_file(shipped, tmp_path):
    for ending in (".csv", ".geojson"):
        one, other = tmp_path / f"one{ending}", tmp_path / f"other{ending}"
        export(shipped, CHOSEN, one)
        export(shipped, CHOSEN, other)
        assert one.read_bytes() == other.read_bytes()


def test_csv_quotes_what_must_be_quoted(shipped, tmp_path):
    export(with_note(shipped, 'He said "no", twice'), ["claim.in-jp-2024-sangri"], tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert '"He said ""no"", twice"' in text
    assert next(csv.DictReader(io.StringIO(text)))["note"] == 'He said "no", twice'
