"""Scenarios and views as files, in the window: saved, opened, listed, and deleted when that was asked."""

import json
from dataclasses import replace

from dialogs import answer, type_path
from patience import eventually
from qtpy.QtWidgets import QFileDialog, QInputDialog, QListWidget, QMessageBox

from desktop.commands import scenarios
from desktop.panels.lists import BELOW
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


def unsaved(atlas):
    box = atlas.widget(QListWidget, "Scenarios")
    below = (box.item(place).data(BELOW) for place in range(box.count()))
    return [words for words in below if "not saved" in words]


def told(atlas):
    return atlas.said


def test_what_a_file_had_before_stays_beside_it_and_comes_back(open_atlas, tmp_path):
    atlas = open_atlas()
    atlas.raise_pane("scenarios")
    atlas.do("scenario.new")
    assert scenarios.put_change(atlas.store, LATER) == ""
    path = tmp_path / "scenarios" / "plan.json"
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.do("scenario.save")
    assert told(atlas) == f"Wrote {path}"
    first = path.read_text(encoding="utf-8")
    assert scenarios.put_change(atlas.store, replace(LATER, to="2031-01-01"), 0) == ""
    atlas.do("scenario.save")
    assert told(atlas) == f"Wrote {path}; as it was before, it is in plan.json~"
    assert (path.parent / "plan.json~").read_text(encoding="utf-8") == first
    assert sorted(found.name for found in path.parent.iterdir()) == ["plan.json", "plan.json~"]
    answer(QFileDialog, lambda dialog: type_path(dialog, path.parent / "plan.json~"))
    atlas.do("scenario.open")
    assert atlas.store.atlas.scenario == read_scenario(first)
    assert unsaved(atlas) == ["on the map · 1 change · plan.json, not saved"]
    atlas.do("scenario.save")
    assert path.read_text(encoding="utf-8") == first


def test_saving_as_leaves_the_first_file_and_goes_on_in_the_other(open_atlas, tmp_path):
    atlas = open_atlas()
    atlas.do("scenario.new")
    assert scenarios.put_change(atlas.store, LATER) == ""
    one, two = (tmp_path / "scenarios" / f"{name}.json" for name in ("one", "two"))
    answer(QFileDialog, lambda dialog: type_path(dialog, one))
    atlas.do("scenario.save")
    first = one.read_text(encoding="utf-8")
    answer(QFileDialog, lambda dialog: type_path(dialog, two))
    atlas.do("scenario.save-as")
    assert scenarios.put_change(atlas.store, replace(LATER, to="2031-01-01"), 0) == ""
    atlas.do("scenario.save")
    assert one.read_text(encoding="utf-8") == first
    assert read_scenario(two.read_text(encoding="utf-8")).changes[0].to == "2031-01-01"
    atlas.raise_pane("scenarios")
    assert unsaved(atlas) == []


def test_what_is_in_no_file_is_kept_at_the_end_and_takes_no_other_file(open_atlas, tmp_path):
    atlas = open_atlas()
    atlas.do("scenario.new")
    assert scenarios.put_change(atlas.store, LATER) == ""
    others = tmp_path / "scenarios" / "new-scenario.json"
    others.parent.mkdir(exist_ok=True)
    others.write_text("somebody else's", encoding="utf-8")
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Save).click())
    atlas.window.close()
    assert others.read_text(encoding="utf-8") == "somebody else's"
    assert read_scenario((others.parent / "new-scenario-2.json").read_text(encoding="utf-8")).changes == (
        LATER,
    )


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
