"""Menus and toolbar follow the lists of commands, and the store."""

import re
from dataclasses import replace

from qtpy.QtGui import QKeySequence
from qtpy.QtTest import QTest
from stage import new_store

from desktop.commands import layers, look, years
from desktop.window.tool_bar import ToolBar


def command(window, name):
    return next(command for command in window.commands() if command.id == name)


def action(window, name):
    return window.doing.of(command(window, name))


def listed(menu):
    for entry in menu.actions():
        if entry.menu():
            yield from listed(entry.menu())
        elif not entry.isSeparator():
            yield entry


def test_the_menu_bar_holds_every_command_once_with_its_shortcut(opened):
    window, *_ = opened()
    shown = [entry for menu in window.menuBar().actions() for entry in listed(menu.menu())]
    names = [entry.objectName() for entry in shown]
    assert set(names) == {command.id for command in window.commands()}
    for found in window.commands():
        assert action(window, found.id).shortcut() == QKeySequence(found.shortcut)


def test_undo_says_what_it_takes_back(opened):
    window, store, *_ = opened()
    undo = action(window, "edit.undo")
    assert not undo.isEnabled()
    layers.set_visible(store, "proposed_mines", False)
    assert (undo.isEnabled(), undo.text()) == (True, "Undo Hide Mines")
    undo.trigger()
    assert not undo.isEnabled()
    assert action(window, "edit.redo").text() == "Redo Hide Mines"


def test_what_is_checked_follows_the_store(opened):
    window, store, *_ = opened()
    assert action(window, "layers.show.plants").isChecked()
    layers.set_visible(store, "plants", False)
    assert not action(window, "layers.show.plants").isChecked()
    action(window, "layers.show.plants").trigger()
    assert "plants" in store.atlas.layers.visible
    look.set_theme(store, "dark")
    assert action(window, "view.theme.dark").isChecked()
    assert not action(window, "view.theme.light").isChecked()


def test_choosing_what_is_chosen_keeps_it_checked(opened):
    window, store, *_ = opened()
    action(window, "view.theme.light").trigger()
    action(window, "view.theme.light").trigger()
    assert store.atlas.look.theme == "light"
    assert action(window, "view.theme.light").isChecked()


def test_steps_end_at_the_ends_of_the_clock(opened):
    window, store, *_ = opened()
    years.go_to(store, 2035)
    assert not action(window, "years.next").isEnabled()
    assert action(window, "years.previous").isEnabled()


def test_shortcuts_do_what_the_menus_do(opened):
    _, store, _, stand_in = opened()
    stand_in.setFocus()
    QTest.keySequence(stand_in, "Alt+Left")
    assert store.frame.year == 2024
    QTest.keySequence(stand_in, "Ctrl+Z")
    assert store.frame.year == 2025
    QTest.keySequence(stand_in, "Ctrl+Shift+G")
    assert store.atlas.layers.graticule


def test_every_button_of_the_toolbar_has_an_icon_and_says_its_shortcut(opened):
    window, *_ = opened()
    bar = window.findChild(ToolBar)
    buttons = [entry for entry in bar.actions() if entry.objectName()]
    assert len(buttons) >= 6
    assert all(not entry.icon().isNull() for entry in buttons)
    assert action(window, "view.fit").toolTip() == "Fit all (Ctrl+0)"


def entries(menu):
    """Give what a menu has now, without what stands in its submenus."""
    return [entry for entry in menu.actions() if entry.isVisible() and not entry.isSeparator()]


def every_menu(bar):
    """Give every menu below a menu bar, and those below them."""
    menus = [entry.menu() for entry in bar.actions()]
    for menu in menus:
        menus += [entry.menu() for entry in menu.actions() if entry.menu()]
    return menus


def test_what_can_be_done_in_a_menu_has_an_icon_or_a_box_to_check(opened):
    window, *_ = opened()
    for title in window.menuBar().actions():
        title.menu().aboutToShow.emit()
        bare = [
            entry.text()
            for entry in entries(title.menu())
            if not entry.menu() and not entry.isCheckable() and entry.icon().isNull()
        ]
        assert bare == [], title.text()


def letter(entry):
    """Give the letter that a title underlines."""
    found = re.search(r"(?<!&)&([^&])", entry.text().replace("&&", ""))
    return found[1].lower() if found else ""


def test_each_menu_gives_each_underlined_letter_once(opened):
    window, *_ = opened()
    bar = window.menuBar()
    for menu in (bar, *every_menu(bar)):
        if menu is not bar:
            menu.aboutToShow.emit()
        letters = [found for found in map(letter, entries(menu)) if found]
        assert len(set(letters)) == len(letters), [entry.text() for entry in entries(menu)]
        assert len(letters) >= min(len(entries(menu)), 10)


def test_a_menu_is_worked_by_its_letters(opened):
    window, store, *_ = opened()
    layers_menu = next(entry.menu() for entry in window.menuBar().actions() if entry.text() == "&Layers")
    layers_menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.keyClicks(layers_menu, letter(action(window, "layers.show.plants")))
    assert "plants" not in store.atlas.layers.visible


def test_an_ampersand_in_a_title_is_shown_as_one(opened):
    store = new_store()
    window, *_ = opened(store=store)
    derive, first = store._derive, store.frame.rows[0]
    sand = replace(first, id="sand", title="Sand & heavy minerals")
    store.rederive(lambda atlas: replace(derive(atlas), rows=(sand,), digest="other"))
    assert action(window, "layers.show.sand").text() == "Sand && heavy minerals"


def test_places_for_views_that_are_not_there_yet_are_no_entries(opened):
    window, *_ = opened()
    assert not action(window, "views.show-9").isVisible()


def test_keys_that_lists_use_are_no_shortcuts_of_the_window(opened):
    window, *_ = opened()
    keys = {found.shortcut for found in window.commands()}
    assert not keys & {"F2", "Del", "Return", "Space", "Left", "Right", "Up", "Down", "Home", "End"}


def test_other_rows_give_other_menus(opened):
    store = new_store()
    window, *_ = opened(store=store)
    derive = store._derive
    first = store.frame.rows[0]

    def other(atlas):
        frame = derive(atlas)
        return replace(frame, rows=(replace(first, id="wells", title="Wells"),), digest="other")

    store.rederive(other)
    names = {found.id for found in window.commands()}
    assert "layers.show.wells" in names
    assert "layers.show.plants" not in names
    shown = {entry.objectName() for menu in window.menuBar().actions() for entry in listed(menu.menu())}
    assert names == shown


def test_where_exactly_one_is_checked_the_menu_says_so(opened):
    window, store, *_ = opened()
    for chosen in (action(window, "view.theme.light"), action(window, "view.theme.dark")):
        chosen.trigger()
        group = chosen.actionGroup()
        assert group.isExclusive()
        assert group.checkedAction() is chosen
    assert store.atlas.look.theme == "dark"
    charts = {action(window, f"figures.chart.{chart.series}").actionGroup() for chart in store.frame.charts}
    assert len(charts) == 1
    assert charts.pop().checkedAction() is action(window, f"figures.chart.{store.frame.chart}")
    assert action(window, "view.lakh").actionGroup() is None
