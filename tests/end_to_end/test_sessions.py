"""Sessions as files: saved and opened by keys, by drop and from the command line, with what changed since."""

import json

import pytest
from dialogs import answer, type_path
from dropping import drag
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QFileDialog, QLabel, QMessageBox

MAGNETS = "claim.cn-in-magnets-fy2025"


def told(atlas) -> str:
    """Give the sentence in the bar above the map; empty where there is none."""
    bar = atlas.window.problems
    return bar.findChildren(QLabel)[0].text() if bar.isVisible() else ""


def save_as(atlas, path) -> None:
    atlas.take_keyboard()
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Alt+Shift+S")
    assert path.is_file()
    atlas.take_keyboard()


def choose(choice) -> None:
    """Answer the question what is to become of changes."""
    answer(QMessageBox, lambda box: box.button(getattr(QMessageBox.StandardButton, choice)).click())


@pytest.fixture(scope="module")
def saved(atlas, tmp_path_factory):
    """A session with a range, a layer more and a plant selected, and the state it was saved in."""
    path = tmp_path_factory.mktemp("sessions") / "plan.atlas"
    atlas.rest()
    atlas.painted(lambda: atlas.do("layers.show.other_sites"))
    atlas.click(*atlas.spot_of("plant.chavara"))
    eventually(lambda: atlas.store.atlas.selection.id == "plant.chavara")
    save_as(atlas, path)
    return path, atlas.store.atlas


@pytest.fixture(autouse=True)
def _fresh(atlas, saved):
    """Begin with the session open as it was first saved."""
    path, _ = saved
    text = path.read_bytes()
    if atlas.window.isWindowModified():
        choose("Discard")
    atlas.window.context.sessions.open(path)
    atlas.take_keyboard()
    yield
    path.write_bytes(text)
    atlas.window.problems.hide()


def test_the_window_says_which_session_is_open_and_whether_it_is_saved(atlas, saved):
    path, _ = saved
    assert atlas.window.windowTitle() == "plan.atlas[*] · IREL Atlas"
    assert not atlas.window.isWindowModified()
    atlas.do("view.fit")
    atlas.rest()
    assert not atlas.window.isWindowModified(), "looking around is no change"
    atlas.do("view.graticule")
    assert atlas.window.isWindowModified()
    atlas.do("edit.undo")
    assert not atlas.window.isWindowModified()
    atlas.do("view.graticule")
    atlas.shortcut("Ctrl+Alt+S")
    assert not atlas.window.isWindowModified()
    assert json.loads(path.read_text(encoding="utf-8"))["atlas"]["layers"]["graticule"]


def test_it_is_opened_by_keys_and_taken_back(atlas, saved):
    path, state = saved
    atlas.do("years.ten-back")
    choose("Discard")
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    before = atlas.store.atlas
    atlas.shortcut("Ctrl+Alt+O")
    atlas.rest()
    now = atlas.store.atlas
    assert (now.clock, now.layers, now.selection) == (state.clock, state.layers, state.selection)
    assert atlas.store.undo_name == "Open plan.atlas"
    assert "every figure is as it was" in atlas.said
    atlas.take_keyboard()
    atlas.do("edit.undo")
    assert atlas.store.atlas.clock == before.clock


def test_it_is_dropped_on_the_window(atlas, saved):
    path, state = saved
    atlas.do("go.clear-selection")
    assert drag(atlas.surface, [path])
    assert atlas.store.atlas.selection == state.selection


@pytest.mark.parametrize("choice", ["Cancel", "Save", "Discard"])
def test_changes_are_not_lost_without_a_question(atlas, saved, choice, tmp_path):
    path, _ = saved
    other = tmp_path / "other.atlas"
    other.write_bytes(path.read_bytes())
    atlas.do("view.graticule")
    changed = atlas.store.atlas
    choose(choice)
    atlas.window.context.sessions.open(other)
    atlas.take_keyboard()
    assert (atlas.store.atlas == changed) == (choice == "Cancel")
    kept = json.loads(path.read_text(encoding="utf-8"))["atlas"]["layers"]["graticule"]
    assert kept == (choice == "Save")


@pytest.mark.parametrize("what", ["newer", "cut short", "another"])
def test_what_cannot_be_read_is_refused_in_one_line_and_nothing_changes(atlas, saved, what, tmp_path):
    path, _ = saved
    text = path.read_text(encoding="utf-8")
    wrong = {
        "newer": text.replace('"schema": ', '"schema": 9'),
        "cut short": text[:1000],
        "another": '{"format": "another"}',
    }[what]
    broken = tmp_path / "broken.atlas"
    broken.write_text(wrong, encoding="utf-8")
    before, names = atlas.store.atlas, atlas.store.history
    atlas.window.context.sessions.open(broken)
    assert told(atlas).startswith("cannot open broken.atlas: ")
    assert "\n" not in told(atlas)
    assert (atlas.store.atlas, atlas.store.history) == (before, names)
    assert atlas.window.windowTitle().startswith("plan.atlas")


def test_undo_by_keys_still_works_after_it_was_opened(atlas):
    atlas.do("view.graticule")
    QTest.keyClick(atlas.surface, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not atlas.window.isWindowModified()


def test_the_command_line_opens_it_and_says_which_figures_changed(open_atlas, saved, layers):
    path, state = saved
    file = layers / "trade_flows.geojson"
    layer = json.loads(file.read_text(encoding="utf-8"))
    (found,) = (one for one in layer["features"] if one["properties"]["id"] == MAGNETS)
    found["properties"]["value"] = 44_000
    file.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    atlas = open_atlas(data=layers, sheet=path)
    assert atlas.store.atlas.selection == state.selection
    assert "Since it was saved, 1 of its" in told(atlas)
    assert atlas.window.windowTitle() == "plan.atlas[*] · IREL Atlas"
