"""Figures changed in the files: Reload shows them everywhere, and a bad edit never costs the good data."""

import json
import re

import pytest
from dialogs import answer, type_path
from patience import eventually
from qtpy.QtWidgets import QFileDialog, QPlainTextEdit, QTableView

from desktop.panels.chart import ChartView
from geodata.checking.layer_files import LAYER_FILES, TABLE_FILES
from geodata.reading import LAYERS

MAGNETS = "claim.cn-in-magnets-fy2025"


def edit(path, claim: str, **fields) -> None:
    """Change fields of a claim in a layer, as one does by hand."""
    layer = json.loads(path.read_text(encoding="utf-8"))
    (found,) = (feature for feature in layer["features"] if feature["properties"]["id"] == claim)
    found["properties"].update(fields)
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")


def cell_of(atlas, claim: str) -> str:
    """Give the value that the table shows for a claim."""
    model = atlas.widget(QTableView, "Figures").model()
    return model.index(model.row_of(claim), 2).data()


def chart_picture(atlas):
    (chart,) = atlas.window.findChildren(ChartView)
    return chart.grab().toImage()


def reload(atlas) -> None:
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+R")


def test_a_changed_flow_changes_map_legend_chart_and_table(open_atlas, layers):
    atlas = open_atlas(layers)
    atlas.do("figures.chart.flow.cn-in.magnets/trade_mass/metal_magnets")
    before = chart_picture(atlas)
    assert "about 50,000 t" in eventually(atlas.map_words)
    edit(layers / "trade_flows.geojson", MAGNETS, value=44000)
    atlas.painted(lambda: reload(atlas))
    assert "China → India: about 44,000 t of magnets" in atlas.map_words()
    assert cell_of(atlas, MAGNETS) == "about 44,000 t"
    assert "Magnets: about 44,000 t a year" in atlas.words("legend")
    assert chart_picture(atlas) != before
    edit(layers / "trade_flows.geojson", MAGNETS, value=50000)
    atlas.painted(lambda: reload(atlas))
    assert chart_picture(atlas) == before


def test_a_changed_volume_changes_chart_and_table(open_atlas, layers):
    atlas = open_atlas(layers)
    atlas.do("figures.chart.actor.irel/output/nd")
    before, claim = chart_picture(atlas), claim_of_neodymium(layers)
    edit(layers / "volumes.geojson", claim, value=37)
    reload(atlas)
    assert re.search(r"\b37 t", cell_of(atlas, claim))
    assert chart_picture(atlas) != before


def claim_of_neodymium(layers) -> str:
    """Find the claim of the metal made in FY2025 that is preferred."""
    features = json.loads((layers / "volumes.geojson").read_text(encoding="utf-8"))["features"]
    (found,) = (
        one["properties"]["id"]
        for one in features
        if one["properties"].get("question", "").startswith("actor.irel/output/nd")
        and one["properties"].get("value") == 40
        and one["properties"].get("rank") == "preferred"
    )
    return found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "fifty"}, ("trade_flows.geojson", MAGNETS, "value", "fifty")),
        ({"status": "certain"}, ("trade_flows.geojson", MAGNETS, "status", "certain")),
        ({"source": "src.nobody"}, ("trade_flows.geojson", MAGNETS, "source", "src.nobody")),
    ],
)
def test_a_bad_edit_is_reported_by_file_and_field_while_the_last_good_data_stay(
    open_atlas, layers, change, said
):
    atlas = open_atlas(layers)
    assert "about 50,000 t" in eventually(atlas.map_words)
    edit(layers / "trade_flows.geojson", MAGNETS, **change)
    reload(atlas)
    bar = atlas.window.problems
    assert bar.isVisible()
    told = atlas.widget(QPlainTextEdit, "Problems in the data").toPlainText()
    assert all(word in told for word in said)
    assert "the last good data stay" in bar.findChildren(type(bar._words))[0].text()
    assert cell_of(atlas, MAGNETS) == "about 50,000 t"
    assert "about 50,000 t" in atlas.map_words()
    edit(layers / "trade_flows.geojson", MAGNETS, value=50000, status="actual", source=source_of(MAGNETS))
    reload(atlas)
    assert not bar.isVisible()


def source_of(claim: str) -> str:
    features = json.loads((LAYERS / "trade_flows.geojson").read_text(encoding="utf-8"))["features"]
    return next(one["properties"]["source"] for one in features if one["properties"]["id"] == claim)


FILES = (*LAYER_FILES, *TABLE_FILES)
DAMAGES = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "of another kind": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64)),
    "a list of nothing": lambda path: path.write_text("[]", encoding="utf-8"),
}


def test_missing_and_broken_files_are_named_and_the_last_good_data_stay(open_atlas, layers):
    atlas = open_atlas(layers)
    shown = atlas.drawn()
    for name in FILES:
        good = (layers / name).read_bytes()
        for damage, do in DAMAGES.items():
            do(layers / name)
            reload(atlas)
            told = atlas.widget(QPlainTextEdit, "Problems in the data").toPlainText()
            empty_list_is_right = name in {"sources.json", "conflicts.json"} and damage == "a list of nothing"
            assert (name in told) or empty_list_is_right, f"{name} {damage}: {told[:200]}"
            assert atlas.drawn() == shown
            (layers / name).write_bytes(good)
    reload(atlas)
    assert not atlas.window.problems.isVisible()
    assert atlas.drawn() == shown


def test_another_folder_is_opened_through_the_dialog(open_atlas, layers):
    atlas = open_atlas()
    edit(layers / "trade_flows.geojson", MAGNETS, value=41000)
    answer(QFileDialog, lambda dialog: type_path(dialog, layers))
    atlas.painted(lambda: atlas.do("file.open-data-folder"))
    assert "about 41,000 t" in atlas.map_words()


def test_it_opens_on_a_copy_and_in_a_year_that_is_asked_for(open_atlas, layers):
    edit(layers / "trade_flows.geojson", MAGNETS, value=42000)
    atlas = open_atlas(layers, year=2024)
    assert atlas.store.frame.year == 2024
    atlas.take_keyboard()
    atlas.painted(lambda: atlas.shortcut("Alt+Right"))
    assert "about 42,000 t" in atlas.map_words()
