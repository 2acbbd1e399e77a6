"""The Compare panel by itself: what it says of scenarios that do not fit the claims."""

from dataclasses import replace

from qtpy.QtWidgets import QLabel, QToolButton
from widgets import settle

from desktop.commands import compare, scenarios
from desktop.state.comparing import compared
from geodata.bundled import scenarios as bundled
from geodata.scenario import Change

MOON = Change("open", "mine.moon", "2029-01-01", "Why not.")


def test_the_table_that_leaves_says_which_scenario_is_on_which_side(panel):
    made, context, port = panel("compare", size=(384, 700))
    first, second, *_ = bundled()
    scenarios.choose(context.store, first)
    compare.with_scenario(context.store, second)
    settle()
    copy = next(
        found
        for found in made.widget.findChildren(QToolButton)
        if found.accessibleName() == "Copy the table of differences"
    )
    copy.click()
    ((_, rows, _),) = (call for call in port.calls if call[0] == "copy_table")
    assert rows[0][3:5] == [f"A: 2025, scenario: {second.title}", f"B: 2025, scenario: {first.title}"]


def said(made):
    return [label for label in made.widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_each_side_says_how_many_changes_of_its_scenario_do_not_fit(panel):
    made, context, _ = panel("compare", size=(384, 700))
    store, (first, *_) = context.store, bundled()
    half = replace(first, changes=(*first.changes, MOON))
    scenarios.choose(store, replace(first, title="Whole"))
    compare.with_scenario(store, half)
    settle()
    words = "A: 1 of 8 changes does not fit."
    label = next(label for label in said(made) if label.text() == words)
    assert label.toolTip().startswith("change 8 of Agreement continues: target: expected the id of a thing")
    found = compared(store.atlas, store.frame, store.frame_of)
    assert found is not None
    assert found.badges[0].conditions == ("scenario: Agreement continues", "1 of 8 changes does not fit")
    assert found.badges[1].conditions == ("scenario: Whole",)
    compare.with_scenario(store, None)
    settle()
    assert not [label for label in said(made) if "not fit" in label.text()]
