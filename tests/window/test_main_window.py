"""The window: docks around the map, back as it was closed, every command in reach."""

from dataclasses import replace

import pytest
from driver import keyboard_holder
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QDockWidget, QListWidget, QScrollArea, QTabBar
from stage import new_store
from widgets import settle

from desktop.commands import go, look, years
from desktop.panels.chart import ChartView
from desktop.window.title_bar import float_dock
from geodata.bundled import scenarios

PANES = {"layers", "legend", "on-the-map", "volumes", "agreements", "sources", "details", "timeline", "story"}
CLOSED_AT_FIRST = {
    "text",
    "matrix",
    "balance",
    "deliveries",
    "ladder",
    "history",
    "scenarios",
    "views",
    "compare",
}


def docks(window):
    return {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}


def open_tabs(window, dock):
    """Name the open panes that are tabs of one; Qt 5 counts the closed ones too."""
    beside = (tab.objectName() for tab in window.tabifiedDockWidgets(dock))
    return {pane for pane in beside if window.docks.is_open(pane)}


def test_every_pane_is_open_at_first_in_its_place(opened):
    window, *_ = opened()
    found = docks(window)
    assert set(found) == PANES | CLOSED_AT_FIRST
    assert {pane for pane in found if window.docks.is_open(pane)} == PANES
    places = {name: window.dockWidgetArea(dock) for name, dock in found.items()}
    assert {name for name, area in places.items() if area == Qt.DockWidgetArea.LeftDockWidgetArea} == {
        "layers", "legend", "on-the-map", "history", "views",
    }  # fmt: skip
    assert {name for name, area in places.items() if area == Qt.DockWidgetArea.RightDockWidgetArea} == {
        "volumes", "agreements", "sources", "balance", "scenarios", "compare", "story", "details", "text",
    }  # fmt: skip
    assert places["timeline"] == Qt.DockWidgetArea.BottomDockWidgetArea
    tabs = open_tabs(window, found["volumes"])
    assert tabs == {"agreements", "sources", "story"}


@pytest.mark.parametrize(("size", "least"), [((1280, 800), 640), ((1024, 700), 430), ((1920, 1080), 1100)])
def test_the_map_keeps_its_room(opened, size, least):
    window, _, _, stand_in = opened(size=size)
    window.docks.arrange()
    settle()
    assert (window.width(), window.height()) == size
    assert stand_in.width() >= least
    assert stand_in.height() >= 400


@pytest.mark.parametrize("pane", ["matrix", "deliveries", "ladder"])
@pytest.mark.parametrize("beside", ["volumes", "balance", "compare", "scenarios", "story"])
def test_a_pane_over_the_timeline_gets_room_whatever_stands_beside_the_map(opened, pane, beside):
    window, _, _, stand_in = opened()
    window.docks.show(beside)
    settle()
    window.docks.show(pane)
    settle()
    assert docks(window)[pane].height() >= 320
    assert stand_in.height() >= 230


def test_what_was_promised_and_delivered_is_read_in_a_small_window_without_scrolling(opened):
    window, store, *_ = opened()
    window.docks.show("deliveries")
    settle()
    column = next(area for area in docks(window)["deliveries"].findChildren(QScrollArea))
    with_a_scale = [model.title for model in store.frame.desk.deliveries() if model.unit]
    charts = {view.accessibleName(): view for view in column.widget().findChildren(ChartView)}
    assert len(charts) > len(with_a_scale) > 0, "below them is what promised no mass"
    for title in with_a_scale:
        view = charts[f"Chart: {title}"]
        assert view.visibleRegion().boundingRect() == view.rect()


def test_the_changes_of_a_scenario_are_read_in_a_small_window_without_scrolling(opened):
    window, store, *_ = opened()
    window.docks.show("scenarios")
    store.change("Suppose", replace(store.atlas, scenario=scenarios()[0]))
    settle()
    lists = docks(window)["scenarios"].findChildren(QListWidget)
    seen = {found.accessibleName(): found.visibleRegion().boundingRect() for found in lists}
    row = next(found for found in lists if found.accessibleName() == "Changes of the scenario")
    assert seen["Changes of the scenario"].height() > row.visualItemRect(row.item(0)).height()
    assert seen["Scenarios"].height() >= 100


@pytest.mark.parametrize("pane", ["balance", "deliveries", "ladder", "agreements"])
def test_tab_goes_through_what_a_pane_holds_before_it_leaves(opened, pane):
    window, store, _, _ = opened()
    window.docks.show(pane)
    years.go_to(store, 2024)
    settle()
    inside = docks(window)[pane]
    walked = []
    for _ in range(5):
        QTest.keyClick(keyboard_holder(), Qt.Key.Key_Tab)
        walked.append(keyboard_holder())
    assert all(inside.isAncestorOf(widget) for widget in walked), [w.accessibleName() for w in walked]
    assert len({id(widget) for widget in walked}) == 5
    tops = [widget.mapTo(inside, widget.rect().topLeft()).y() for widget in walked[:2]]
    assert tops == sorted(tops)


@pytest.mark.parametrize("pane", ["ladder", "balance"])
def test_a_pane_that_floats_has_room_and_goes_back_to_its_place(opened, pane):
    window, *_ = opened()
    window.docks.show(pane)
    settle()
    dock = docks(window)[pane]
    docked = dock.size()
    float_dock(window, dock)
    settle()
    assert dock.isFloating()
    assert 0.6 * window.height() < dock.height() < window.height()
    assert dock.width() <= window.width()
    assert window.frameGeometry().contains(dock.frameGeometry().center())
    float_dock(window, dock, False)
    settle()
    assert not dock.isFloating()
    assert not dock.visibleRegion().isEmpty()
    assert dock.height() == pytest.approx(docked.height(), abs=24)


def test_reset_layout_opens_what_was_closed_and_docks_what_floats(opened):
    window, *_ = opened()
    found = docks(window)
    found["layers"].close()
    found["volumes"].setFloating(True)
    found["text"].show()
    window.docks.arrange()
    settle()
    assert {pane for pane in found if window.docks.is_open(pane)} == PANES
    assert not found["volumes"].isFloating()
    assert open_tabs(window, found["volumes"]) == {"agreements", "sources", "story"}


def test_layout_year_view_theme_and_numbers_are_remembered(opened):
    window, store, _, _ = opened()
    years.go_to(store, 2012)
    look.set_theme(store, "dark")
    look.set_lakh(store, True)
    docks(window)["agreements"].close()
    window.close()
    remembered = window.memory.settings.read()
    assert (remembered.year, remembered.theme, remembered.lakh) == (2012, "dark", True)
    assert remembered.bounds == store.atlas.view.bounds
    again, *_ = opened()
    assert not again.docks.is_open("agreements")
    assert again.docks.is_open("volumes")
    again.docks.arrange()
    assert again.docks.is_open("agreements")


def test_a_folder_that_cannot_be_written_to_does_not_keep_the_window_open(opened, tmp_path):
    (tmp_path / "window.json").mkdir()
    window, *_ = opened()
    assert window.close()


def test_commands_of_the_view_menu_open_and_close_panes(opened):
    window, *_ = opened()
    command = next(command for command in window.commands() if command.id == "view.pane.legend")
    action = window.doing.of(command)
    assert action.isChecked()
    action.trigger()
    settle()
    assert not window.docks.is_open("legend")
    action.trigger()
    settle()
    assert window.docks.is_open("legend")


def test_f6_walks_over_all_panes_that_can_be_seen_and_back_to_the_map(opened):
    window, _, _, stand_in = opened()
    stand_in.setFocus()
    seen = []
    for _ in range(12):
        QTest.keySequence(window, "F6")
        settle()
        focus = QApplication.focusWidget()
        here = next((n for n, dock in docks(window).items() if dock.isAncestorOf(focus)), "map")
        if here == "map":
            break
        seen.append(here)
    assert seen == ["layers", "legend", "volumes", "details", "timeline"]
    QTest.keySequence(window, "Shift+F6")
    settle()
    assert docks(window)["timeline"].isAncestorOf(QApplication.focusWidget())


def test_going_to_a_pane_brings_its_tab_to_the_front(opened):
    window, *_ = opened()
    window.docks.show("sources")
    settle()
    assert not docks(window)["sources"].visibleRegion().isEmpty()
    assert docks(window)["volumes"].visibleRegion().isEmpty()


def test_the_status_bar_tells_requests_data_and_rivals(opened):
    window, store, *_ = opened()
    said = {label.text() for label in window.status.findChildren(type(window.status._requests))}
    assert "0 requests left this machine" in said
    assert "data of Nov 2026" in said
    assert f"{store.frame.rivals_shown} rivals of figures on the map" in said
    window.status.show_requests(0, 2)
    window.status.show_pointer("18.9500°N  72.9500°E")
    assert window.status._requests.text() == "0 requests left this machine, 2 refused"
    assert window.status._pointer.text() == "18.9500°N  72.9500°E"


def test_escape_clears_the_selection(opened):
    _, store, _, stand_in = opened()
    go.select(store, "plant.aluva")
    stand_in.setFocus()
    QTest.keyClick(stand_in, Qt.Key.Key_Escape)
    assert store.atlas.selection.id is None


def test_opening_the_window_is_no_change_that_could_be_undone(opened):
    store = new_store()
    opened(store=store)
    assert store.undo_name is None


def test_nothing_in_the_window_is_without_a_name_for_those_who_cannot_see_it(opened):
    from qtpy.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QSpinBox

    window, *_ = opened()
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QSpinBox)
    nameless = [
        part
        for kind in kinds
        for part in window.findChildren(kind)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.isVisible()
        and not part.objectName().startswith("qt_")
        and not (part.accessibleName() or getattr(part, "text", str)() or part.toolTip())
    ]
    assert [(type(part).__name__, part.parent().objectName()) for part in nameless] == []


@pytest.mark.parametrize("pane", ["matrix", "deliveries", "ladder"])
def test_a_pane_over_the_timeline_leaves_most_of_a_high_window_to_the_map(opened, pane):
    window, _, _, stand_in = opened(size=(1920, 1080))
    window.docks.arrange()
    window.docks.show(pane)
    settle()
    assert stand_in.height() >= 480 > docks(window)[pane].height()


def test_a_small_window_does_not_grow_however_many_panes_are_open(opened):
    window, *_ = opened(size=(1024, 700))
    window.docks.arrange()
    for pane in window.docks.panes:
        window.docks.show(pane.id)
        settle()
    assert (window.width(), window.height()) == (1024, 700)


def test_the_tab_of_no_pane_is_cut_however_many_there_are(opened):
    window, *_ = opened(size=(1024, 700))
    window.docks.arrange()
    for pane in window.docks.panes:
        window.docks.show(pane.id)
        settle()
    bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.count() > 1]
    assert any(bar.tabText(place) == "Volumes" for bar in bars for place in range(bar.count()))
    for bar in bars:
        for place in range(bar.count()):
            needed = bar.fontMetrics().horizontalAdvance(bar.tabText(place)) + 24
            assert bar.tabRect(place).width() >= needed, bar.tabText(place)
        assert bar.rect().contains(bar.tabRect(bar.currentIndex()).center())
