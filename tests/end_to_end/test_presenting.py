"""Stories in the window: presented by keys alone, saved, opened again, and never lost unasked."""

import json
from dataclasses import replace

import pytest
from dialogs import answer, type_path
from nearness import are_near
from patience import eventually
from qtpy.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from qtpy.QtGui import QDragEnterEvent, QDropEvent, QFontInfo
from qtpy.QtWidgets import QApplication, QDockWidget, QFileDialog, QLabel, QListWidget, QMessageBox, QToolBar

from desktop.services.stories import bundled
from desktop.state.story import Story
from desktop.state.story_file import story_text

STEPS = bundled().steps
WALK = (
    ("Right", 1), ("PageDown", 2), ("Space", 3), ("Left", 2), ("PageUp", 1),
    ("End", 9), ("Right", 9), ("Home", 0), ("Left", 0), ("Right", 1),
)  # fmt: skip
COUNT_FLIGHTS = (
    "(window.flights = 0, new MutationObserver(() => {"
    " window.flights += map_atlas.getContainer().classList.contains('flying') ? 1 : 0;"
    " }).observe(map_atlas.getContainer(), { attributeFilter: ['class'] }))"
)
"""A flight may be over before anybody asks whether it is on: the page counts itself."""
LEAST_LETTERS = 24 / 1080
"""How high the smallest letters must be, as a share of the screen's height."""


def stage_words(atlas) -> list[str]:
    return [label.text() for label in stage_labels(atlas)]


def stage_labels(atlas) -> list[QLabel]:
    grounds = [part for part in atlas.window.findChildren(object) if part.objectName().startswith("stage-")]
    found = [label for ground in grounds for label in ground.findChildren(QLabel)]
    return [label for label in dict.fromkeys(found) if label.isVisible() and label.text()]


def frame_around(atlas) -> dict:
    """Everything that presenting must leave as it was."""
    window = atlas.window
    docks = window.findChildren(QDockWidget)
    bars = (window.menuBar(), window.statusBar(), *window.findChildren(QToolBar))
    return {
        "docks": {dock.objectName(): (dock.isHidden(), dock.visibleRegion().isEmpty()) for dock in docks},
        "bars": [bar.isVisible() for bar in bars],
        "size": window.size(),
        "state": window.windowState(),
        "atlas": atlas.store.atlas,
        "undo": atlas.store.undo_name,
    }


def assert_as_before(atlas, before) -> None:
    """Compare all with what it was; the map may differ by what a whole pixel is."""
    eventually(lambda: atlas.window.size() == before["size"], "the window has another size")
    size = [atlas.surface.width(), atlas.surface.height()]
    eventually(lambda: atlas.evaluate("[innerWidth, innerHeight]") == size, "the page has another size")
    atlas.rest()
    after = frame_around(atlas)
    was, is_now = before["atlas"], after["atlas"]
    assert are_near(is_now.view.bounds, was.view.bounds, 0.2)
    assert replace(is_now, view=was.view) == was
    assert {**after, "atlas": was} == before


def begin(atlas, keys: str = "F5") -> None:
    atlas.take_keyboard()
    atlas.shortcut(keys)
    eventually(lambda: atlas.window.isFullScreen() and stage_words(atlas), "nothing is presented")
    atlas.rest()


def end(atlas) -> None:
    atlas.key(Qt.Key.Key_Escape)
    eventually(lambda: not atlas.window.isFullScreen(), "the window did not come back")
    atlas.rest()


def counter(atlas) -> str:
    return next(words for words in stage_words(atlas) if " / " in words)


def test_a_story_is_presented_by_keys_alone_and_leaves_no_trace(open_atlas):
    atlas = open_atlas()
    atlas.find("Go to Story")
    atlas.key(Qt.Key.Key_Return)
    listed = atlas.widget(QListWidget, "Steps of the story")
    eventually(listed.hasFocus)
    atlas.key(Qt.Key.Key_Down)
    atlas.painted(lambda: atlas.key(Qt.Key.Key_Return))
    atlas.rest()
    assert atlas.store.atlas.clock.year == STEPS[1].atlas.clock.year
    before = frame_around(atlas)
    begin(atlas)
    assert STEPS[0].caption in stage_words(atlas)
    walk(atlas)
    end(atlas)
    assert_as_before(atlas, before)


def walk(atlas) -> None:
    for name, place in WALK:
        key = getattr(Qt.Key, f"Key_{name}")
        atlas.key(key)
        step = STEPS[place]
        assert counter(atlas) == f"{place + 1} / {len(STEPS)}"
        assert {step.name, step.caption, step.year_label} <= set(stage_words(atlas))
        assert atlas.store.atlas.clock.year == step.atlas.clock.year
    atlas.rest()


def test_the_audience_sees_year_figures_legend_sources_and_the_notice_in_large_letters(atlas):
    begin(atlas)
    try:
        for place, step in enumerate(STEPS):
            if place:
                atlas.key(Qt.Key.Key_Right)
            atlas.rest()
            look_at_stage(atlas, step)
    finally:
        end(atlas)


def look_at_stage(atlas, step) -> None:
    words, frame = stage_words(atlas), atlas.store.frame
    assert all(entry.text in words for entry in frame.legend)
    assert any(line.startswith("Sources: ") for line in words)
    for label in stage_labels(atlas):
        assert QFontInfo(label.font()).pixelSize() >= LEAST_LETTERS * atlas.window.height() - 1, label.text()
        room = label.rect().adjusted(0, -4, 0, 4)
        assert label.heightForWidth(label.width()) <= room.height() or not label.wordWrap(), label.text()
    notice = atlas.evaluate(
        "(box => [box.left >= 0, box.top >= 0, box.right <= innerWidth, box.bottom <= innerHeight])"
        "(document.querySelector('.map-notice').getBoundingClientRect())"
    )
    assert all(notice)
    if frame.detail and frame.detail.claim:
        chosen = next(f for f in frame.figures if f.claim == frame.detail.claim)
        assert chosen.text in words
        assert ("target [T]" in words) == (chosen.letter == "T"), step.name
    assert (frame.is_after_data) == ("after the data: nothing is actual yet" in words)


def test_a_dark_screen_at_b_and_the_same_step_after_it(atlas):
    begin(atlas)
    atlas.key(Qt.Key.Key_B)
    assert atlas.window.grab().toImage().pixelColor(300, 300).name() == "#000000"
    atlas.key(Qt.Key.Key_B)
    assert atlas.window.grab().toImage().pixelColor(300, 300).name() != "#000000"
    assert counter(atlas).startswith("1 / ")
    end(atlas)


def test_the_map_flies_from_step_to_step_unless_nothing_is_to_move(atlas):
    begin(atlas)
    atlas.evaluate(COUNT_FLIGHTS)
    atlas.key(Qt.Key.Key_Right)
    atlas.key(Qt.Key.Key_Right)
    eventually(lambda: atlas.evaluate("window.flights"), "the map does not fly")
    atlas.rest()
    assert not atlas.evaluate("document.querySelector('.flying') !== null")
    flown = atlas.evaluate("window.flights")
    atlas.map.show_look(atlas.store.atlas.layers, dark=False, motion=False)
    atlas.painted(lambda: atlas.key(Qt.Key.Key_Left))
    atlas.rest()
    assert atlas.evaluate("window.flights") == flown
    end(atlas)
    atlas.map.show_look(atlas.store.atlas.layers, dark=False, motion=True)


def test_hurrying_through_the_steps_ends_at_the_last_one_asked_for(atlas):
    begin(atlas)
    for _ in range(7):
        atlas.key(Qt.Key.Key_Right)
        atlas.two_frames()
    atlas.rest()
    west, south, east, north = STEPS[7].atlas.view.bounds
    bounds = atlas.map_bounds()
    assert bounds[0] <= west + 0.01
    assert bounds[1] <= south + 0.01
    assert bounds[2] >= east - 0.01
    assert bounds[3] >= north - 0.01
    assert bounds[2] - bounds[0] < 3 * (east - west)
    end(atlas)


def test_a_window_closed_while_presenting_comes_back_as_it_was_before(open_atlas):
    atlas = open_atlas()
    atlas.window.resize(1300, 850)
    atlas.rest()
    before = frame_around(atlas)
    begin(atlas, "F5")
    atlas.key(Qt.Key.Key_End)
    atlas.window.close()
    again = open_atlas()
    assert not again.window.isFullScreen()
    assert again.store.atlas.clock.year == before["atlas"].clock.year
    assert frame_around(again)["docks"] == before["docks"]
    assert frame_around(again)["bars"] == before["bars"]


def test_a_story_is_recorded_saved_and_open_again_at_the_next_start(open_atlas, tmp_path):
    atlas, path = open_atlas(), tmp_path / "mine.irel-story.json"
    atlas.do("story.new")
    atlas.shortcut("Ctrl+Shift+N")
    atlas.shortcut("Alt+Right")
    atlas.shortcut("Ctrl+Shift+N")
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+S")
    eventually(path.exists, "no story was written")
    years = [step["atlas"]["clock"]["year"] for step in json.loads(path.read_text(encoding="utf-8"))["steps"]]
    assert years == [2025, 2026]
    again = open_atlas()
    assert "mine.irel-story.json" in again.words("story")
    assert again.widget(QListWidget, "Steps of the story").count() == 2


def test_unsaved_changes_are_asked_about_before_they_are_lost(open_atlas):
    atlas = open_atlas()
    atlas.shortcut("Ctrl+Shift+N")
    asked = []

    def choose(button):
        def press(dialog):
            asked.append(dialog.text())
            dialog.button(button).click()

        answer(QMessageBox, press)

    choose(QMessageBox.StandardButton.Cancel)
    atlas.window.close()
    assert atlas.window.isVisible()
    choose(QMessageBox.StandardButton.Cancel)
    atlas.do("story.new")
    assert atlas.widget(QListWidget, "Steps of the story").count() == len(STEPS) + 1
    choose(QMessageBox.StandardButton.Discard)
    atlas.do("story.new")
    assert atlas.widget(QListWidget, "Steps of the story").count() == 0
    assert asked == ["The story has changes that are not saved."] * 3


def drop(atlas, path) -> None:
    """Let a file go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, none = QPoint(400, 300), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    QApplication.sendEvent(atlas.window, QDragEnterEvent(at, copy, data, button, none))
    QApplication.sendEvent(atlas.window, QDropEvent(QPointF(at), copy, data, button, none, QEvent.Type.Drop))


def test_a_story_of_other_data_shows_what_there_is_and_names_what_is_not(open_atlas, tmp_path):
    atlas, path = open_atlas(), tmp_path / "other.json"
    layers = replace(STEPS[4].atlas.layers, visible=STEPS[4].atlas.layers.visible | {"ropeways"})
    step = replace(STEPS[4], atlas=replace(STEPS[4].atlas, layers=layers))
    path.write_text(story_text(Story("Elsewhere", (step,))), encoding="utf-8")
    drop(atlas, path)
    listed = atlas.widget(QListWidget, "Steps of the story")
    assert listed.count() == 1
    listed.setCurrentRow(0)
    listed.setFocus()
    atlas.painted(lambda: atlas.key(Qt.Key.Key_Return))
    assert atlas.store.atlas.clock.year == 2024
    said = "\n".join(label.text() for label in atlas.window.problems.findChildren(QLabel))
    assert "these data do not have layer ropeways; the rest is shown" in said


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"schema": 99}, "a newer IREL Atlas made it"),
        ({"steps": 5}, "steps: expected a list"),
        (None, "damaged"),
    ],
)
def test_a_file_that_is_no_story_says_why_in_one_line_and_changes_nothing(atlas, tmp_path, change, why):
    path = tmp_path / "bad.json"
    document = {**json.loads(story_text(bundled())), **(change or {})}
    path.write_text(json.dumps(document) if change else "{", encoding="utf-8")
    drop(atlas, path)
    said = [label.text() for label in atlas.window.problems.findChildren(QLabel) if why in label.text()]
    assert len(said) == 1
    assert said[0].startswith("cannot open bad.json")
    assert atlas.widget(QListWidget, "Steps of the story").count() == len(STEPS)


def test_a_story_named_on_the_command_line_is_open(open_atlas, tmp_path):
    path = tmp_path / "short.irel-story.json"
    path.write_text(story_text(Story("Short", STEPS[:2])), encoding="utf-8")
    atlas = open_atlas(sheet=path)
    assert atlas.widget(QListWidget, "Steps of the story").count() == 2
