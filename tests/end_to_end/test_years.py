"""The clock: at each year map, legend, counts, table, chart and agreements tell of one frame."""

import pytest
from patience import eventually
from qtpy.QtCore import QPoint, Qt
from qtpy.QtWidgets import QAbstractSlider, QSpinBox, QTableView, QToolButton, QTreeWidget

from desktop.panels.chart import ChartView
from desktop.panels.legend import NOTHING

YEARS = (1950, 2009, 2012, 2024, 2025, 2026, 2030, 2035)


def go_to(atlas, year: int) -> None:
    """Type a year, as Ctrl+G lets one do."""
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+G")
    box = atlas.widget(QSpinBox, "Year, typed")
    eventually(box.hasFocus)
    box.selectAll()
    atlas.type(str(year))
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.frame.year == year


def ids_of(frame) -> set[str]:
    return {thing.thing for thing in (*frame.places, *frame.areas, *frame.flows)}


def rows_of(tree) -> dict[str, str]:
    """Give what the Layers panel says beside each title."""
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    items = [group.child(place) for group in groups for place in range(group.childCount())]
    return {item.text(0): item.text(1) for item in items}


@pytest.mark.parametrize("year", YEARS)
def test_everything_tells_of_one_frame(atlas, year):
    go_to(atlas, year)
    frame = atlas.store.frame
    eventually(lambda: atlas.drawn() == ids_of(frame), "the map draws something else than the frame holds")
    written = eventually(atlas.map_words) if ids_of(frame) else ""
    for flow in frame.flows:
        assert flow.label.title.split(":")[0] in written
    atlas.raise_pane("legend")
    told = [entry.text for entry in frame.legend]
    assert atlas.words("legend").split("\n") == (told or [NOTHING])
    counts = rows_of(atlas.widget(QTreeWidget, "Layers"))
    drawable = {row.title: row.summary for row in frame.rows if row.style != "none"}
    assert counts == {title: summary.removesuffix(" with a figure") for title, summary in drawable.items()}
    atlas.raise_pane("agreements")
    told = atlas.words("agreements")
    assert all(row.name in told and row.state_words in told for row in frame.agreements)
    assert atlas.widget(QSpinBox, "Year, typed").value() == year
    count = len(frame.events)
    assert (f"{count} event" in atlas.words("timeline")) == bool(count)


@pytest.mark.parametrize("year", [2024, 2025])
def test_the_table_marks_the_rows_of_the_year_and_no_others(atlas, year):
    go_to(atlas, year)
    table = atlas.widget(QTableView, "Figures")
    model, figures = table.model(), {figure.claim: figure for figure in atlas.store.frame.figures}
    assert model.rowCount() == len(figures)
    for row in range(model.rowCount()):
        marked = model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
        assert marked == (model.figures[row].year == year)


def test_the_chart_marks_the_year(atlas):
    atlas.raise_pane("volumes")
    (chart,) = atlas.window.findChildren(ChartView)
    go_to(atlas, 2024)
    before = chart.grab().toImage()
    go_to(atlas, 2025)
    assert chart.grab().toImage() != before
    go_to(atlas, 2024)
    assert chart.grab().toImage() == before


def test_the_keys_step_and_jump(atlas):
    go_to(atlas, 2024)
    for keys, year in (
        ("Alt+Right", 2025),
        ("Alt+Left", 2024),
        ("Alt+PgUp", 2014),
        ("Alt+PgDown", 2024),
        ("Alt+Home", 1950),
        ("Alt+End", 2035),
        ("Alt+Shift+Left", 2026),
    ):
        atlas.shortcut(keys)
        assert atlas.store.frame.year == year, keys


def test_a_drag_along_the_line_is_one_change(atlas):
    go_to(atlas, 2025)
    line = atlas.widget(QAbstractSlider, "Year")
    seen = []
    end = atlas.store.subscribe(seen.append, lambda _atlas, frame: frame.year)
    shares = (0.5, 0.6, 0.7, 0.8)
    atlas.drag(line, [QPoint(round(line.width() * share), line.height() // 2) for share in shares])
    end()
    assert len(seen) == 1 + len(shares)
    assert 2016 < atlas.store.frame.year < 2021
    atlas.shortcut("Ctrl+Z")
    assert atlas.store.frame.year == 2025


def test_the_line_obeys_the_arrow_keys(atlas):
    go_to(atlas, 2025)
    line = atlas.widget(QAbstractSlider, "Year")
    line.setFocus()
    atlas.key(Qt.Key.Key_Left)
    assert atlas.store.frame.year == 2024


def test_the_years_run_and_stop(atlas):
    go_to(atlas, 2033)
    atlas.painted(lambda: atlas.shortcut("F8"))
    eventually(lambda: atlas.store.frame.year == 2035)
    eventually(lambda: not atlas.store.atlas.clock.playing)
    atlas.shortcut("Ctrl+Z")
    assert atlas.store.frame.year == 2033
    assert not atlas.store.atlas.clock.playing


def test_what_happened_in_the_year_is_listed_and_can_be_chosen(atlas):
    go_to(atlas, 2012)
    button = next(one for one in atlas.window.findChildren(QToolButton) if "events this year" in one.text())
    menu = button.menu()
    menu.aboutToShow.emit()
    (action,) = (action for action in menu.actions() if "2012" in action.text() and "Nov" in action.text())
    action.trigger()
    assert "16 Nov 2012" in atlas.words("details")


def test_an_event_that_is_found_sets_the_year(atlas):
    go_to(atlas, 2010)
    atlas.find("USA takes IREL")
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.frame.year == 2025
    assert "USA takes IREL" in atlas.words("details")
