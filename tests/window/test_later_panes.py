"""What is closed at first is built when it is first seen, however that comes about."""

import subprocess
import sys

import pytest
from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDockWidget, QTabBar, QToolButton
from widgets import settle, words

from desktop.commands import years
from desktop.window.docking import Docks

CLOSED = ("matrix", "deliveries", "ladder", "balance", "history", "scenarios", "views", "compare", "text")
LATE = "matrix deliveries ladder balance compare scenarios views history text_version"
IMPORTED = f"""
import sys
import desktop.beginning
print([name for name in "{LATE}".split() if f"desktop.panels.{{name}}" in sys.modules])
"""


def dock_of(window, pane):
    return window.findChild(QDockWidget, pane)


def test_nothing_of_a_closed_pane_is_there_at_first(opened):
    window, *_ = opened()
    closed = [pane for pane in window.docks.panes if not pane.is_open]
    assert len(closed) == 9
    assert all(dock_of(window, pane.id).widget() is None for pane in closed)


def test_what_is_closed_at_first_is_not_even_imported():
    told = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("pane", CLOSED)
def test_a_pane_is_built_once_when_it_is_gone_to(opened, pane):
    window, *_ = opened()
    window.docks.show(pane)
    settle()
    first = dock_of(window, pane).widget()
    assert first is not None
    assert not dock_of(window, pane).visibleRegion().isEmpty()
    names = [widget.accessibleName() for widget in (first, first.focusProxy()) if widget]
    assert next(one.title for one in window.docks.panes if one.id == pane) in names
    reached = first
    while reached.focusProxy() is not None:
        reached = reached.focusProxy()
    assert reached.accessibleName() or reached.text(), "what the keyboard comes to has no name"
    window.docks.toggle(pane, False)
    window.docks.show(pane)
    assert dock_of(window, pane).widget() is first


def test_a_pane_that_comes_late_shows_the_present_year_and_follows_it(opened):

    window, store, *_ = opened()
    years.go_to(store, 2024)
    window.docks.show("balance")
    settle()
    assert "2024" in words(dock_of(window, "balance"))
    years.go_to(store, 2012)
    settle()
    assert "2012" in words(dock_of(window, "balance"))


def test_the_view_menu_opens_it(opened):
    window, *_ = opened()
    window.doing.of(next(c for c in window.commands() if c.id == "view.pane.ladder")).trigger()
    assert "Killiyoor" in words(dock_of(window, "ladder"))


def test_qts_own_menu_of_docks_opens_it(opened):
    window, *_ = opened()
    menu = window.createPopupMenu()
    next(action for action in menu.actions() if action.text() == "Ladder of mines").trigger()
    settle()
    assert "Killiyoor" in words(dock_of(window, "ladder"))


def test_its_icons_are_painted_like_those_that_were_there(opened):
    window, *_ = opened()
    window.docks.show("history")
    settle()
    buttons = dock_of(window, "history").findChildren(QToolButton)
    named = [button for button in buttons if button.property("icon_name")]
    assert len(named) > 3
    assert not any(button.icon().isNull() for button in named)


def test_an_open_pane_comes_back_filled_at_the_next_start(opened):
    window, *_ = opened()
    window.docks.show("matrix")
    dock_of(window, "history").setFloating(True)
    window.docks.show("history")
    settle()
    window.close()
    again, *_ = opened()
    settle()
    for pane in ("matrix", "history"):
        assert again.docks.is_open(pane)
        assert dock_of(again, pane).widget() is not None
    assert dock_of(again, "history").isFloating()
    assert dock_of(again, "ladder").widget() is None
    again.docks.arrange()
    assert not again.docks.is_open("matrix")


def test_the_tab_that_was_in_front_comes_back_in_front_and_filled(opened, monkeypatch):
    window, *_ = opened()
    window.docks.show("sources")
    settle()
    window.close()

    monkeypatch.setattr(Docks, "fill", lambda _docks: None)  # before the map is painted
    again, *_ = opened()
    settle()
    assert "independent" in words(dock_of(again, "sources"))


def test_turning_to_a_tab_fills_it(opened, monkeypatch):

    monkeypatch.setattr(Docks, "fill", lambda _docks: None)  # before the map is painted
    window, *_ = opened()
    behind = dock_of(window, "agreements")
    assert behind.widget() is None
    assert window.docks.is_open("agreements")
    tabs = next(bar for bar in window.findChildren(QTabBar) if bar.tabText(0) == "Volumes")
    tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index("Agreements"))
    settle()
    assert not behind.visibleRegion().isEmpty()
    assert "2012" in words(behind)


def test_reset_layout_closes_and_opens_what_was_never_built(opened):
    window, *_ = opened()
    dock_of(window, "legend").close()
    window.docks.show("text")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock_of(window, "compare"))
    window.docks.arrange()
    settle()
    assert not window.docks.is_open("text")
    assert not window.docks.is_open("compare")
    assert window.docks.is_open("legend")
    window.docks.show("compare")
    settle()
    assert dock_of(window, "compare").widget() is not None
