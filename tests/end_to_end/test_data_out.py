"""Figures and sheets leave the window: to files and to the clipboard, each figure with its citation."""

import csv
import json

import openpyxl
import pytest
from dialogs import answer, type_path
from exporting import export_sheet
from patience import eventually
from PIL import Image
from qtpy.QtWidgets import QApplication, QFileDialog

from desktop.commands import go

FY2025 = "claim.cn-in-magnets-fy2025"


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    yield
    while atlas.store.undo_name:
        atlas.store.undo()
    atlas.take_keyboard()


def export(atlas, command: str, path):
    """Choose a command, type a path into the dialog, and wait for what the status bar says."""
    atlas.window.status.clearMessage()
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.do(command)
    said = eventually(
        lambda: "Wrote" in atlas.window.status.currentMessage() or atlas.window.problems.isVisible()
    )
    assert said
    return path


@pytest.mark.parametrize("ending", ["csv", "xlsx", "geojson", "gpkg"])
def test_the_table_leaves_in_each_format_as_the_filter_has_it(atlas, tmp_path, ending):
    atlas.do("figures.status.target")
    count = len(atlas.store.frame.figures)
    path = export(atlas, "file.export-table", tmp_path / f"figures.{ending}")
    assert f"Wrote {count} figures" in atlas.said
    if ending == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            found = list(csv.DictReader(file))
    elif ending == "xlsx":
        found = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2))
    elif ending == "geojson":
        found = json.loads(path.read_text(encoding="utf-8"))["features"]
        assert {feature["properties"]["status"] for feature in found} == {"target"}
    else:
        import pyogrio

        found = [None] * pyogrio.read_info(path, layer="claims")["features"]
    assert len(found) == count


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_the_sheet_of_what_is_seen_leaves_in_each_format(atlas, tmp_path, ending):
    atlas.do("years.previous")
    path = export_sheet(atlas, tmp_path / f"sheet.{ending}")
    data = path.read_bytes()
    assert data.startswith({"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<"}[ending])
    if ending == "png":
        with Image.open(path) as picture:
            assert picture.size == (3840, 2160)
    if ending == "svg":
        assert b"over 1,000 t of rare earths" in data


def test_a_folder_that_is_not_there_is_told_in_the_window(atlas, tmp_path):
    atlas.program.files.sheets.write(
        atlas.program.files.sheet_request("png"),
        tmp_path / "nowhere" / "sheet.png",
        lambda _data: None,
        lambda error: atlas.program.files.tell(str(error), False),
    )
    bar = atlas.window.problems
    eventually(bar.isVisible)
    assert "there is no folder" in bar._words.text()
    bar.hide()


def test_the_selected_figure_goes_to_the_clipboard_with_its_citation(atlas):
    go.select(atlas.store, FY2025)
    atlas.shortcut("Ctrl+C")
    said = QApplication.clipboard().text()
    figure = next(figure for figure in atlas.store.frame.figures if figure.claim == FY2025)
    for words in ("about 50,000 t", "FY2024-25", "actual", figure.confidence, "https://"):
        assert words in said
    assert "\n" not in said.strip()


def test_the_whole_table_goes_to_the_clipboard_one_line_for_each_figure(atlas):
    atlas.shortcut("Ctrl+Shift+C")
    head, *rows = QApplication.clipboard().text().splitlines()
    assert len(rows) == len(atlas.store.frame.figures)
    columns = head.split("\t")
    assert all(row.count("\t") == len(columns) - 1 for row in rows)
    assert not [cell for row in rows for cell in row.split("\t") if cell[:1] in set("=+@")]


def test_the_text_of_the_details_can_be_read_while_a_sheet_is_drawn(atlas, tmp_path):
    """The window answers meanwhile: a sheet takes its time in a page and a thread of its own."""
    done: list = []
    sheets = atlas.program.files.sheets
    sheets.write(atlas.program.files.sheet_request("png"), tmp_path / "sheet.png", done.append, done.append)
    go.select(atlas.store, "plant.oscom")
    assert "Odisha Sands Complex" in atlas.words("details")
    eventually(lambda: atlas.halo() == ["plant.oscom"])
    assert isinstance(eventually(lambda: done)[0], bytes)
