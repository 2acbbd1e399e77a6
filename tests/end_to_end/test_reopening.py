"""An exported sheet brings its view back, by command, by drop and at the start, and says what has changed."""

import json

import pytest
from dialogs import answer, type_path
from dropping import drag
from exporting import export_sheet
from patience import eventually
from qtpy.QtCore import QMimeData, QPoint, Qt
from qtpy.QtGui import QDragEnterEvent
from qtpy.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit

CHINA = "flows_from_china"
MAGNETS = "claim.cn-in-magnets-fy2025"
CHANGED = "What has changed since the sheet was made"


def export(atlas, path) -> None:
    """Export the sheet of the view through menu and dialog, and wait until it stands there."""
    export_sheet(atlas, path)


def told(atlas) -> str:
    """Give the sentence in the bar above the map; empty where there is none."""
    bar = atlas.window.problems
    return bar.findChildren(QLabel)[0].text() if bar.isVisible() else ""


def step_away(atlas) -> None:
    """Go to another year, extent, selection and other layers, as somebody does who works on."""
    atlas.rest()
    atlas.painted(lambda: atlas.do(f"layers.show.{CHINA}"))
    atlas.do("view.graticule")
    for _ in range(3):
        atlas.painted(lambda: atlas.shortcut("Alt+Left"))


def edit(folder, **fields) -> None:
    path = folder / "trade_flows.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    (found,) = (one for one in layer["features"] if one["properties"]["id"] == MAGNETS)
    found["properties"].update(fields)
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def sheets(atlas, tmp_path_factory):
    """Export the view as it opens, with a plant selected, in every format; then work on."""
    folder = tmp_path_factory.mktemp("sheets")
    atlas.rest()
    atlas.click(*atlas.spot_of("plant.chavara"))
    eventually(lambda: atlas.store.atlas.selection.id == "plant.chavara", "the plant was not selected")
    paths = {kind: folder / f"view.{kind}" for kind in ("png", "pdf", "svg")}
    for path in paths.values():
        export(atlas, path)
    return paths


@pytest.fixture
def before(atlas, sheets):  # noqa: ARG001 (the sheets come before)
    """Give the state in which the sheets were exported, and step away from it."""
    state = atlas.store.atlas
    step_away(atlas)
    assert atlas.store.atlas != state
    yield state
    while atlas.store.atlas.clock.year != state.clock.year or atlas.store.atlas.layers != state.layers:
        atlas.store.undo()


def same_view(atlas, state) -> bool:
    """Tell whether the view is back; the map may settle on a hair's breadth beside the extent."""
    now = atlas.store.atlas
    near = all(abs(a - b) < 0.5 for a, b in zip(now.view.bounds, state.view.bounds, strict=True))
    return near and (now.layers, now.clock, now.selection) == (state.layers, state.clock, state.selection)


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
def test_a_sheet_dropped_on_the_map_brings_its_view_back(atlas, sheets, before, kind):
    away = atlas.store.atlas
    atlas.painted(lambda: drag(atlas.surface, [sheets[kind]]))
    atlas.rest()
    assert same_view(atlas, before)
    assert atlas.halo() == ["plant.chavara"]
    assert "China → India" in atlas.map_words()
    assert told(atlas) == ""
    assert "every figure is as it was" in atlas.said
    assert atlas.action("edit.undo").text() == f"Undo Open view.{kind}"
    atlas.painted(lambda: atlas.do("edit.undo"))
    assert (atlas.store.atlas.clock, atlas.store.atlas.layers) == (away.clock, away.layers)


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
def test_a_sheet_opened_by_its_command_brings_its_view_back(atlas, sheets, before, kind):
    answer(QFileDialog, lambda dialog: type_path(dialog, sheets[kind]))
    atlas.painted(lambda: atlas.shortcut("Ctrl+Shift+O"))
    atlas.take_keyboard()
    atlas.rest()
    assert same_view(atlas, before)
    atlas.painted(lambda: atlas.do("edit.undo"))


def test_files_are_welcome_everywhere_but_one_at_a_time(atlas, sheets):
    panels = [atlas.dock(name).widget() for name in ("layers", "legend", "volumes", "timeline")]
    for widget in (atlas.window, atlas.surface, *panels):
        assert drag(widget, [sheets["png"]], drop=False)
        assert not drag(widget, sheets.values(), drop=False)
    state = atlas.store.atlas
    assert not drag(atlas.window, [])
    assert atlas.store.atlas == state


def test_a_foreign_or_damaged_file_is_told_in_one_line_and_nothing_changes(atlas, sheets, tmp_path):
    state, undo = atlas.store.atlas, atlas.store.undo_name
    files = {
        "letter.docx": (b"PK\3\4" + bytes(100), "a file of another kind"),
        "half.png": (sheets["png"].read_bytes()[:300], "what brings its view back is damaged"),
        "half.pdf": (sheets["pdf"].read_bytes()[:9000], "a PDF that is damaged"),
        "half.svg": (sheets["svg"].read_bytes()[:1200], "a drawing that is damaged"),
    }
    for name, (data, why) in files.items():
        (tmp_path / name).write_bytes(data)
        drag(atlas.surface, [tmp_path / name])
        assert why in told(atlas)
        assert name in told(atlas)
        assert "\n" not in told(atlas)
    assert (atlas.store.atlas, atlas.store.undo_name) == (state, undo)
    drag(atlas.window, [sheets["png"]])
    assert told(atlas) == ""


def test_a_sheet_of_older_data_says_which_figures_have_changed(open_atlas, sheets, layers):
    edit(layers, value=44000, status="provisional")
    atlas = open_atlas(layers)
    drag(atlas.surface, [sheets["pdf"]])
    assert "Opened view.pdf. Since it was exported, 1 of its " in told(atlas)
    assert told(atlas).endswith(" figures has changed.")
    lines = atlas.widget(QPlainTextEdit, CHANGED).toPlainText().splitlines()
    (line,) = lines
    assert "China to India, FY2024-25: about 50,000 t (actual) → about 44,000 t (provisional)" in line


def test_a_sheet_given_at_the_start_opens_in_the_window(open_atlas, sheets, layers):
    edit(layers, value=44000)
    atlas = open_atlas(layers, sheet=sheets["svg"])
    assert atlas.store.atlas.selection.id == "plant.chavara"
    assert eventually(atlas.halo) == ["plant.chavara"]
    assert "1 of its " in told(atlas)
    assert atlas.store.undo_name == "Open view.svg"


def test_a_text_dropped_on_a_box_for_text_stays_a_text(atlas):
    box = atlas.window.findChildren(QLineEdit)[0]
    data = QMimeData()
    data.setText("Chavara")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(atlas.window, enter)
    assert not enter.isAccepted()
    QApplication.sendEvent(box, enter)
    assert enter.isAccepted()
