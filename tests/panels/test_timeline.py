"""The timeline: dragged, typed, stepped by keys, played; ticks at events; hatched after the data."""

from datetime import date

import pytest
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QColor, QHelpEvent, QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QSpinBox, QToolButton, QToolTip
from widgets import settle

from desktop.commands import clock, edit, knowing, years
from desktop.panels.scrubber import Scrubber
from resources.palette import palette


@pytest.fixture
def shown(panel):
    made, context, port = panel("timeline", size=(1000, 70))
    return made, context.store, made.widget.findChild(Scrubber), port


def button(made, name):
    return next(button for button in made.widget.findChildren(QToolButton) if button.accessibleName() == name)


def box_of(made, name="Year, typed"):
    return next(box for box in made.widget.findChildren(QSpinBox) if box.accessibleName() == name)


def move(line, place):
    """Move the pointer with the left button down."""
    there, left = QPointF(line.mapToGlobal(place)), Qt.MouseButton.LeftButton
    kind, none, keys = QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(line, QMouseEvent(kind, QPointF(place), there, none, left, keys))


def test_it_shows_the_year_and_the_whole_clock(shown):
    made, store, line, _ = shown
    box = box_of(made)
    assert (line.minimum(), line.maximum(), line.value(), box.value()) == (1950, 2035, 2025, 2025)
    years.go_to(store, 2012)
    assert (line.value(), box.value()) == (2012, 2012)


def test_a_drag_is_one_entry(shown):
    _, store, line, _ = shown

    def at(year):
        return QPoint(round(line.scale.x(year)), 20)

    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at(2020))
    for year in (2015, 2010):
        move(line, at(year))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(2010))
    assert store.frame.year == 2010
    edit.undo(store)
    assert store.frame.year == 2025


@pytest.mark.parametrize(
    ("key", "year"),
    [
        (Qt.Key.Key_Left, 2024),
        (Qt.Key.Key_Right, 2026),
        (Qt.Key.Key_PageUp, 2035),
        (Qt.Key.Key_PageDown, 2015),
        (Qt.Key.Key_Home, 1950),
        (Qt.Key.Key_End, 2035),
    ],
)
def test_keys_step_the_year(shown, key, year):
    _, store, line, _ = shown
    line.setFocus()
    QTest.keyClick(line, key)
    assert store.frame.year == year


def test_a_year_is_typed(shown):
    made, store, _, _ = shown
    box = box_of(made)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "2012")
    assert store.frame.year == 2025
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert store.frame.year == 2012


def test_play_and_the_jumps_to_events(shown):
    made, store, _, _ = shown
    button(made, "Play the years").click()
    assert store.atlas.clock.playing
    button(made, "Play the years").click()
    assert not store.atlas.clock.playing
    button(made, "Previous year with an event").click()
    assert store.frame.events
    assert store.frame.year < 2025
    years.go_to(store, 1950)
    assert not button(made, "Previous year with an event").isEnabled()


def test_the_events_of_the_year_are_counted_and_listed_and_told(shown):
    made, store, _, port = shown
    events = button(made, "Events of this year")
    assert events.text() == f"{len(store.frame.events)} events this year"
    menu = events.menu()
    menu.aboutToShow.emit()
    told = [action.text() for action in menu.actions()]
    assert len(told) == len(store.frame.events)
    assert store.frame.events[0].name in told[0].replace("&&", "&")
    menu.actions()[0].trigger()
    assert store.atlas.selection.id == store.frame.events[0].thing
    assert port.calls == [("show", "details")]
    years.go_to(store, 1999)
    assert (events.text(), events.isEnabled()) == ("no event this year", False)


def painted_rows(line, years):
    """Count the rows of pixels on and beside the line that are dark anywhere between two years."""
    image = line.grab().toImage()
    columns = range(round(line.scale.x(years[0])), round(line.scale.x(years[1])))
    return len({y for y in range(14, 29) for x in columns if QColor(image.pixel(x, y)).lightness() < 140})


def test_it_is_hatched_after_what_was_known_on_the_day(shown):
    _, store, line, _ = shown
    years.go_to(store, 1960)
    solid = painted_rows(line, (2020, 2022))
    assert painted_rows(line, (2028, 2034)) > solid
    knowing.know_on(store, date(2012, 1, 1))
    assert painted_rows(line, (2020, 2022)) > solid
    knowing.know_on(store, None)
    assert painted_rows(line, (2020, 2022)) == solid
    clock.set_fiscal(store, True)
    assert line._data_year == 2027


def test_years_after_the_data_are_hatched_and_events_have_ticks(shown):
    _, store, line, _ = shown
    years.go_to(store, 1960)
    settle()
    image = line.grab().toImage()
    height = range(14, 26)

    def ink(year, rows=height):
        x = round(line.scale.x(year) * image.devicePixelRatio())
        return {QColor(image.pixel(x + shift, y)).name() for y in rows for shift in (-1, 0, 1)}

    assert len(ink(1990)) >= 2
    hatched = {y for y in height for x in range(round(line.scale.x(2028)), round(line.scale.x(2034)))
               if QColor(image.pixel(x, y)).lightness() < 140}  # fmt: skip
    solid = {y for y in height for x in range(round(line.scale.x(1985)), round(line.scale.x(1995)))
             if QColor(image.pixel(x, y)).lightness() < 140}  # fmt: skip
    assert len(hatched) > len(solid)
    event = store.frame.all_events[-1].year
    quiet = next(year for year in range(1970, 2000) if year not in {e.year for e in store.frame.all_events})
    assert ink(event, range(6, 16)) != ink(quiet, range(6, 16))


def test_both_ends_of_a_range_are_dragged_typed_and_stepped_by_keys(shown):
    made, store, line, _ = shown
    since = box_of(made, "First year of the range, typed")
    assert not since.isVisible()
    button(made, "Range of years").click()
    assert (store.frame.since, store.frame.year, store.frame.year_label) == (2020, 2025, "2020 to 2025")
    assert (since.isVisible(), since.value()) == (True, 2020)

    def at(year):
        return QPoint(round(line.scale.x(year)), 20)

    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at(2019))
    for year in (2015, 2012):
        move(line, at(year))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(2012))
    assert (store.frame.since, store.frame.year) == (2012, 2025)
    edit.undo(store)
    assert store.frame.since == 2020
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert (store.frame.since, store.frame.year) == (2019, 2024)
    since.selectAll()
    QTest.keyClicks(since, "2001")
    QTest.keyClick(since, Qt.Key.Key_Return)
    assert store.frame.since == 2001
    years.go_to(store, 1990)
    assert (store.atlas.clock.first, store.frame.year) == (1990, 1990)


def test_fiscal_years_are_named_and_typed_as_such(shown):
    made, store, _, _ = shown
    box = box_of(made)
    button(made, "Indian fiscal years").click()
    assert (store.frame.year_label, box.text()) == ("FY2024-25", "FY2024-25")
    for typed, label in (("FY2023-24", "FY2023-24"), ("2026", "FY2025-26"), ("fy2019-20", "FY2019-20")):
        box.selectAll()
        QTest.keyClicks(box, typed)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert (store.frame.year_label, box.text()) == (label, label)
    button(made, "Indian fiscal years").click()
    assert box.text() == "2020"


def test_buttons_say_the_rules(shown):
    made, *_ = shown
    assert "A yearly flow never does" in button(made, "Cumulative agreements and capacities").toolTip()
    assert "holds its last day" in button(made, "Indian fiscal years").toolTip()


def test_speed_and_loop_are_chosen_beside_play(shown):
    made, store, _, _ = shown
    speed = button(made, "Speed of the years")
    next(action for action in speed.menu().actions() if action.text() == "4× speed").trigger()
    button(made, "Loop the years").click()
    assert (speed.text(), store.atlas.clock.loop) == ("4×", True)
    years.go_to(store, 2034)
    years.play(store, True)
    years.play_on(store)
    years.play_on(store)
    assert (store.frame.year, store.atlas.clock.playing) == (1950, True)


def test_years_in_which_a_mines_state_is_dated_are_marked_and_told(shown):
    _, store, line, _ = shown
    dated = {rung.year for ladder in store.frame.desk.ladders() for rung in ladder.rungs}
    colour = QColor(palette("light").mine).name()
    image = line.grab().toImage()
    for year in (2019, 2020, *sorted(dated)):
        x = round(line.scale.x(year))
        top = {image.pixelColor(x, y).name() for y in range(2, 7)}
        assert (colour in top) == (year in dated), year
    at = QPoint(round(line.scale.x(2021)), 20)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, at, line.mapToGlobal(at)))
    assert QToolTip.text() == "2021\n11 Jun 2021: Killiyoor, area reserved"
