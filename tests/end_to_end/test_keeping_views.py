"""Views and scenarios of one's own, in files: made, renamed and deleted by keys, and all of it taken back."""

from dataclasses import replace

import pytest
from dialogs import answer
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QInputDialog, QLabel, QLineEdit, QListWidget, QMessageBox

from desktop.commands import compare, scenarios, years
from desktop.services.view_files import read_file
from geodata.scenario import scenario_text

BUNDLED = 5


@pytest.fixture
def desk(open_atlas, tmp_path):
    """A window of its own, the names of the views in its list, and those in its file."""
    atlas = open_atlas()
    atlas.raise_pane("views")

    def listed():
        found = atlas.widget(QListWidget, "Views")
        return [found.item(place).text() for place in range(BUNDLED, found.count())]

    return atlas, listed, lambda: [view.name for view in read_file(tmp_path / "views.json")]


def named(atlas, name: str, act) -> None:
    """Type a name into the dialog that an act brings up."""

    def type_name(dialog) -> None:
        line = dialog.findChild(QLineEdit)
        dialog.activateWindow()
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    answer(QInputDialog, type_name)
    act()
    atlas.take_keyboard()


def confirmed(atlas, act) -> None:
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    act()
    atlas.take_keyboard()


def test_views_are_saved_renamed_and_deleted_and_each_is_taken_back_by_name(desk):
    atlas, listed, kept = desk
    named(atlas, "Mine", lambda: atlas.shortcut("Ctrl+Alt+J"))
    assert (listed(), kept(), atlas.store.undo_name) == (["Mine"], ["Mine"], "Save the view Mine")
    atlas.widget(QListWidget, "Views").setFocus()
    named(atlas, "Ours", lambda: atlas.key(Qt.Key.Key_F2))
    assert (listed(), kept(), atlas.store.undo_name) == (["Ours"], ["Ours"], "Rename the view Mine")
    atlas.widget(QListWidget, "Views").setFocus()
    confirmed(atlas, lambda: atlas.key(Qt.Key.Key_Delete))
    assert (listed(), kept(), atlas.store.undo_name) == ([], [], "Delete the view Ours")
    for names in (["Ours"], ["Mine"], []):
        atlas.do("edit.undo")
        assert (listed(), kept()) == (names, names)
    for names in (["Mine"], ["Ours"], []):
        atlas.do("edit.redo")
        assert (listed(), kept()) == (names, names)


def test_a_view_without_a_name_is_refused_in_words(desk):
    atlas, listed, _kept = desk
    named(atlas, " ", lambda: atlas.shortcut("Ctrl+Alt+J"))
    said = [label.text() for label in atlas.window.problems.findChildren(QLabel) if label.isVisible()]
    assert "Save the present as a view: expected a name, got none" in said
    assert listed() == []


def test_a_view_brings_back_what_was_compared_and_says_that_it_does(desk):
    atlas, _, _ = desk
    years.go_to(atlas.store, 2025)
    compare.with_year(atlas.store, 2024)
    compared = atlas.store.atlas.compare
    named(atlas, "Two years", lambda: atlas.do("views.save"))
    assert "comparison" in atlas.words("views")
    atlas.do("compare.end")
    named(atlas, "One year", lambda: atlas.do("views.save"))
    for place, expected in ((BUNDLED, compared), (BUNDLED + 1, None), (0, None), (BUNDLED, compared)):
        atlas.do(f"views.show-{place + 1}")
        assert atlas.store.atlas.compare == expected
    atlas.do("views.show-1")
    assert atlas.store.atlas.compare == compared, "a view of the atlas says nothing of comparisons"


def test_a_scenario_that_was_made_or_deleted_is_taken_back_with_its_file(desk, tmp_path):
    atlas, _, _ = desk
    atlas.raise_pane("scenarios")
    shelf = atlas.window.context.scenarios.shelf
    before = len(shelf.entries)
    atlas.do("scenario.new")
    assert len(shelf.entries) == before + 1
    scenario = replace(atlas.store.atlas.scenario, note="What it is about")
    scenarios.edit(atlas.store, "Edit the note of the scenario", scenario)
    for _ in range(2):
        atlas.do("edit.undo")
    assert (len(shelf.entries), atlas.store.atlas.scenario) == (before, None)
    for _ in range(2):
        atlas.do("edit.redo")
    assert (len(shelf.entries), atlas.store.atlas.scenario) == (before + 1, scenario)
    scenario = replace(scenario, id="kept", title="Kept in a file")
    path = tmp_path / "scenarios" / "kept.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(scenario_text(scenario), encoding="utf-8")
    atlas.window.context.scenarios.open(path)
    confirmed(atlas, lambda: atlas.do("scenario.delete"))
    assert not path.exists()
    assert (atlas.store.atlas.scenario, atlas.store.undo_name) == (
        None,
        f"Delete the scenario {scenario.title}",
    )
    atlas.do("edit.undo")
    assert path.read_text(encoding="utf-8") == scenario_text(scenario)
    assert atlas.store.atlas.scenario == scenario
    assert shelf.of(scenario).place == str(path)
    atlas.do("edit.redo")
    assert not path.exists()
