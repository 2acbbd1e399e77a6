"""Scenarios and views as files, in the window: saved, opened, listed, and deleted when that was asked."""

import json

from dialogs import answer, type_path
from patience import eventually
from qtpy.QtWidgets import QFileDialog, QInputDialog, QListWidget, QMessageBox

from desktop.commands import scenarios
from geodata.scenario import Change, read_scenario

LATER = Change("open", "mine.killiyoor", "2029-01-01", "Its clearances come in time.")


def listed(atlas, name):
    box = atlas.widget(QListWidget, name)
    return [box.item(place).text() for place in range(box.count())]


def test_a_scenario_is_made_saved_and_read_again_at_the_next_start(open_atlas, tmp_path):
    atlas = open_atlas()
    atlas.raise_pane("scenarios")
    atlas.do("scenario.new")
    assert scenarios.put_change(atlas.store, LATER) == ""
    path = tmp_path / "scenarios" / "new-scenario.json"
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.do("scenario.save")
    assert read_scenario(path.read_text(encoding="utf-8")) == atlas.store.atlas.scenario
    assert list(path.parent.iterdir()) == [path]
    (path.parent / "broken.json").write_text("{", encoding="utf-8")
    atlas.do("scenario.none")
    atlas = open_atlas()
    atlas.raise_pane("scenarios")
    assert {"New scenario", "broken.json", "Exports suspended"} <= set(listed(atlas, "Scenarios"))
    while atlas.store.atlas.scenario is None or atlas.store.atlas.scenario.title != "New scenario":
        atlas.do("scenario.next")
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Cancel).click())
    atlas.do("scenario.delete")
    assert path.is_file()
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    atlas.do("scenario.delete")
    assert not path.exists()
    assert "New scenario" not in listed(atlas, "Scenarios")
    assert atlas.store.atlas.scenario is None


def test_the_present_is_kept_as_a_view_and_comes_back(open_atlas, tmp_path):
    atlas = open_atlas(year=2012)
    atlas.raise_pane("views")

    def name(dialog):
        dialog.setTextValue("My year")
        dialog.accept()

    answer(QInputDialog, name)
    atlas.do("views.save")
    written = json.loads((tmp_path / "views.json").read_text(encoding="utf-8"))
    assert [view["name"] for view in written["views"]] == ["My year"]
    atlas = open_atlas(year=2030)
    eventually(lambda: atlas.action("views.show-6").isEnabled())
    assert atlas.action("views.show-6").text() == "My year"
    atlas.do("views.show-6")
    assert atlas.store.frame.year == 2012
    atlas.raise_pane("views")
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    atlas.do("views.delete")
    assert "My year" not in listed(atlas, "Views")
