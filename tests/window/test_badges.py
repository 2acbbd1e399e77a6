"""Badges over the map: what is only supposed, as known when, and what does not follow the clock."""

from datetime import date

from qtpy.QtTest import QTest
from qtpy.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton
from widgets import settle

from desktop.commands import clock, knowing, pinning, scenarios, years
from desktop.window.day_dialog import DayDialog
from geodata.bundled import scenarios as bundled


def told(window):
    settle()
    frames = [frame for frame in window.badges.findChildren(QFrame, "badge") if frame.isVisible()]
    return [" ".join(label.text() for label in frame.findChildren(QLabel)) for frame in frames]


def test_each_condition_has_a_badge_which_ends_it(opened):
    window, store, *_ = opened()
    assert not window.badges.isVisible()
    before = store.atlas
    scenarios.choose(store, bundled()[2])
    knowing.know_on(store, date(2025, 12, 1))
    pinning.pin(store, "plants", 2012)
    clock.set_cumulative(store, on=True)
    found = told(window)
    assert found[0].startswith(f"{bundled()[2].title} supposed, not fact")
    assert found[1].startswith("As known on 1 Dec 2025")
    assert found[2].startswith("Agreements and capacities stay, flows never")
    assert found[3:] == ["Plants of 2012 pinned"]
    years.go_to(store, 2026)
    assert len(told(window)) == 4
    years.go_to(store, 2025)
    while told(window):
        frame = window.badges.findChildren(QFrame, "badge")[0]
        frame.findChild(QToolButton).click()
    assert (store.atlas, window.badges.isVisible()) == (before, False)


def test_a_day_is_asked_for_and_what_is_none_is_explained(opened):
    window, store, *_ = opened()
    window.context.dialogs.ask_day()
    settle()
    dialog = window.findChild(DayDialog)
    line = dialog.findChild(QLineEdit)
    line.setText("June 2025")
    dialog.accept()
    assert "got 'June 2025'" in dialog.wrong.text()
    line.clear()
    QTest.keyClicks(line, "1 Jun 2025")
    dialog.accept()
    assert told(window)[0].startswith("As known on 1 Jun 2025")
    assert store.frame.known_on == date(2025, 6, 1)
