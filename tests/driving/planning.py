"""What a planner does at the desk by keyboard alone: keep views, write scenarios, compare, let years run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from dialogs import answer, type_path
from driver import Driver, keyboard_holder
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QLineEdit

from desktop.services.view_files import read_file

BADGES = "[...document.querySelectorAll('.compare-badge')].map(one => one.innerText.replace(/\\s+/g, ' '))"
MOST_TABS = 80


def tab_to(name: str) -> None:
    """Press Tab until what screen readers call so has the keyboard."""
    for _ in range(MOST_TABS):
        if keyboard_holder().accessibleName() == name:
            return
        QTest.keyClick(keyboard_holder(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def say_name(atlas: Driver, shortcut: str, name: str) -> None:
    """Press a shortcut that asks for a name, and type one."""

    def type_name(dialog: QInputDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        dialog.activateWindow()
        line.selectAll()
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    answer(QInputDialog, type_name)
    atlas.shortcut(shortcut)
    atlas.take_keyboard()


def keep_a_view(atlas: Driver, path: Path) -> None:
    """Keep what is seen as a view, rename it, and take the renaming back."""
    say_name(atlas, "Ctrl+Alt+J", "Mine")
    atlas.shortcut("Alt+8")
    eventually(lambda: keyboard_holder().accessibleName() == "Views")
    say_name(atlas, "F2", "Ours")
    assert [view.name for view in read_file(path)] == ["Ours"]
    assert atlas.store.undo_name == "Rename the view Mine"
    atlas.shortcut("Ctrl+Z")
    assert [view.name for view in read_file(path)] == ["Mine"]


def write_a_scenario(atlas: Driver, path: Path) -> None:
    """Copy the scenario that is on, add a change, and keep it in a file; without it all is as it was."""
    scenario, frame = atlas.store.atlas.scenario, atlas.store.frame
    assert scenario is not None
    atlas.shortcut("Ctrl+Alt+0")
    plain = atlas.store.frame
    atlas.shortcut("Ctrl+Z")
    assert atlas.store.frame == frame
    atlas.shortcut("Ctrl+Alt+D")
    atlas.shortcut("Alt+5")
    tab_to("Add a change…")
    atlas.key(Qt.Key.Key_Space)
    fill_the_change(atlas)
    changed = atlas.store.atlas.scenario
    assert changed is not None
    assert (changed.title, len(changed.changes)) == (f"{scenario.title} (copy)", len(scenario.changes) + 1)
    assert atlas.store.undo_name == "Add a change, Killiyoor: opens"
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Alt+U")
    atlas.take_keyboard()
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["format"], document["schema"]) == ("irel-atlas-scenario", 1)
    assert document["changes"][-1]["to"] == "2025-06-01"
    atlas.shortcut("Ctrl+Alt+0")
    assert atlas.store.frame == plain, "without a scenario all is as it was"
    atlas.shortcut("Ctrl+Z")
    assert atlas.store.atlas.scenario == changed


def fill_the_change(atlas: Driver) -> None:
    """Say in the dialog that a mine opens, and why."""
    dialog = eventually(QApplication.activeModalWidget)
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    eventually(dialog.isActiveWindow)
    tab_to("What changes")
    QTest.keyClicks(keyboard_holder(), "opens")
    for name, words in (
        ("Of which", "mine.killiyoor"),
        ("Becomes", "2025-06-01"),
        ("Because", "All clearances came."),
    ):
        tab_to(name)
        QTest.keyClicks(keyboard_holder(), words)
    QTest.keyClick(keyboard_holder(), Qt.Key.Key_Return)
    eventually(lambda: not dialog.isVisible(), "the change was not taken")
    atlas.take_keyboard()


def compare_two_days(atlas: Driver) -> None:
    """Set what was known on 1 June 2025 beside what is known now."""
    atlas.find("Compare what was known")
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.atlas.compare is not None
    atlas.shortcut("Alt+6")
    tab_to("A as known on")
    atlas.shortcut("Ctrl+A")
    atlas.type("1 jun 2025")
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.atlas.compare.known_on == date(2025, 6, 1)
    eventually(lambda: "as known on 1 Jun 2025" in atlas.evaluate(BADGES)[0], "A does not say its day")
    atlas.shortcut("Ctrl+Alt+E")


def compare_with_no_scenario(atlas: Driver) -> None:
    """Set what is supposed beside what the claims say."""
    atlas.find("Compare the scenario with no scenario")
    atlas.key(Qt.Key.Key_Return)
    compare, scenario = atlas.store.atlas.compare, atlas.store.atlas.scenario
    assert compare is not None
    assert scenario is not None
    assert compare.scenario is None
    eventually(lambda: scenario.title in atlas.evaluate(BADGES)[1], "B does not name its scenario")
    atlas.shortcut("Ctrl+Alt+X")
    assert atlas.store.atlas.scenario is None
    atlas.shortcut("Ctrl+Alt+X")
    atlas.shortcut("Ctrl+Alt+E")


def let_the_years_run(atlas: Driver) -> None:
    """Go to the next year with an event, and let the years run on and stop."""
    year = atlas.store.frame.year
    atlas.shortcut("Alt+Shift+Right")
    assert atlas.store.frame.year > year
    year = atlas.store.frame.year
    atlas.shortcut("F8")
    eventually(lambda: atlas.store.frame.year > year, "the years do not run")
    atlas.shortcut("F8")
    assert not atlas.store.atlas.clock.playing
