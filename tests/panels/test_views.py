"""The Views panel: shown by keys, told what they control, and what they cannot know."""

from dataclasses import replace

from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QLabel, QListWidget
from widgets import settle

from desktop.commands import edit, views
from desktop.panels.lists import BELOW


def words(made):
    return " ".join(label.text() for label in made.widget.findChildren(QLabel))


def test_the_five_views_of_the_atlas_are_listed_and_shown(panel):
    made, context, _ = panel("views", follow=False)
    listed = made.widget.findChild(QListWidget)
    names = [listed.item(place).text() for place in range(listed.count())]
    assert names == [
        "Plants and mines", "Trade 2024", "Magnet dependence FY2025", "Targets 2026", "Targets 2030",
    ]  # fmt: skip
    assert listed.item(4).data(BELOW) == "2030 · 4 layers", "those that the Layers pane ticks"
    before = context.store.atlas
    listed.setFocus()
    listed.setCurrentRow(2)
    assert context.store.atlas == before
    QTest.keyClick(listed, Qt.Key.Key_Return)
    settle()
    assert (context.store.frame.year_label, context.store.undo_name) == (
        "FY2024-25",
        "View Magnet dependence FY2025",
    )
    assert "Controls layers and opacity, year, range and pins" in words(made)
    edit.undo(context.store)
    assert context.store.atlas == before


def test_a_layer_that_came_later_is_reported_and_stays_as_it_is(panel):
    made, context, port = panel("views", follow=False)
    known = context.views.list
    view = known.listed.bundled[0]
    row = next(row for row in context.store.frame.rows if row.id == "flows_to_japan")
    old = replace(view, name="Old", rows=view.rows - {row.id})
    known.hold_own(known.own_with((old,)), 5)
    assert row.visible
    views.show(context, 5)
    assert row.id in context.store.atlas.layers.visible
    said = f"Old: {row.title} was added after this view was made; it stays as it is"
    assert ("tell", said) in port.calls
    settle()
    assert said.removeprefix("Old: ") in words(made)
