"""The Story panel: steps are seen, gone to, renamed, captioned, moved and taken out, by mouse and by keys."""

from dataclasses import replace
from datetime import date

from qtpy.QtCore import QMimeData, QPoint, QPointF, Qt
from qtpy.QtGui import QDropEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QToolButton
from widgets import settle

from desktop.commands import stories
from desktop.services.stories import bundled
from desktop.state.atlas import Clock, Compare, Selection
from desktop.state.story import Story, StoryStep
from geodata.bundled import scenarios

STEPS = bundled().steps


def parts(made):
    return made.widget.findChild(QListWidget), made.widget.findChild(QPlainTextEdit)


def names(listed):
    return [listed.item(row).text() for row in range(listed.count())]


def press(widget, key, keys=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, keys)
    settle()


def test_it_lists_the_steps_by_name_and_year(panel):
    made, *_ = panel("stories", follow=False)
    listed, caption = parts(made)
    assert names(listed) == [step.name for step in STEPS]
    said = listed.item(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Step 5: {STEPS[4].name}, 2024"
    assert not caption.isEnabled()


def test_a_low_panel_shows_most_steps_without_being_scrolled_itself(panel):
    made, *_ = panel("stories", follow=False, size=(384, 340))
    listed, _ = parts(made)
    room = listed.viewport().rect()
    seen = [row for row in range(listed.count()) if room.contains(listed.visualItemRect(listed.item(row)))]
    assert len(seen) >= 7
    assert made.widget.sizeHint().height() <= 340


def test_a_step_says_when_and_under_which_conditions_it_is_seen(panel):
    made, context, port = panel("stories", follow=False)
    listed, _ = parts(made)
    clock = Clock(2025, mode="range", since=2013, fiscal=True)
    scenario = next(one for one in scenarios() if one.id == "exports-suspended")
    atlas = replace(
        context.store.atlas,
        clock=clock,
        scenario=scenario,
        known_on=date(2025, 6, 1),
        compare=Compare(2024, scenario, date(2025, 6, 1)),
    )
    port.book.open(Story("S", (StoryStep("Supposed", "", atlas),)))
    said = listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Step 1: Supposed, FY2012-13 to FY2024-25, scenario Exports suspended,"
        " as known on 1 Jun 2025, compared with FY2023-24"
    )
    context.store.change("Fiscal", replace(context.store.atlas, clock=Clock(2025, fiscal=True)))
    listed.setCurrentRow(0)
    stories.RECORD.run(context)
    assert listed.item(1).text().startswith("FY2024-25")
    context.store.change("Suppose", replace(atlas, selection=Selection(), compare=None))
    stories.RECORD.run(context)
    assert listed.item(2).text() == "FY2012-13 to FY2024-25: Exports suspended"


def test_a_click_and_enter_go_to_a_step(panel):
    made, context, _ = panel("stories", follow=False)
    listed, caption = parts(made)
    QTest.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(1)).center()
    )
    settle()
    assert context.store.atlas.clock.year == 1950
    assert caption.toPlainText() == STEPS[1].caption
    listed.setFocus()
    press(listed, Qt.Key.Key_Down)
    assert context.store.atlas.clock.year == 1950
    assert caption.toPlainText() == STEPS[2].caption
    press(listed, Qt.Key.Key_Return)
    assert context.store.atlas.clock.year == 2010


def type_name(listed, words):
    """Give the first step another name, by F2 in the list."""
    listed.setCurrentRow(0)
    listed.setFocus()
    press(listed, Qt.Key.Key_F2)
    line = listed.findChild(QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, words)
    press(line, Qt.Key.Key_Return)


def test_f2_renames_and_delete_takes_out_and_undo_brings_back(panel):
    made, _, port = panel("stories", follow=False)
    listed, _ = parts(made)
    type_name(listed, "<b>Sand</b>")
    assert port.book.telling.story.steps[0].name == "<b>Sand</b>"
    press(listed, Qt.Key.Key_Delete)
    assert names(listed) == [step.name for step in STEPS[1:]]
    press(listed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(listed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(listed) == [step.name for step in STEPS]
    assert not port.book.telling.is_unsaved


def test_a_step_without_a_name_keeps_its_own_and_a_line_says_so(panel):
    made, _, port = panel("stories", follow=False)
    listed, _ = parts(made)
    type_name(listed, "  ")
    assert names(listed) == [step.name for step in STEPS]
    assert port.book.undo_name is None
    said = f"Rename the step: expected a name, got none; it stays “{STEPS[0].name}”"
    assert port.calls[-1] == ("tell", said)


def test_a_caption_is_kept_while_it_is_typed(panel):
    made, _, port = panel("stories", follow=False)
    listed, caption = parts(made)
    listed.setCurrentRow(2)
    caption.selectAll()
    QTest.keyClicks(caption, "Two words ")
    assert port.book.telling.story.steps[2].caption == "Two words"
    assert caption.toPlainText() == "Two words "
    assert port.book.undo_name == f"Edit the caption of {STEPS[2].name}"
    listed.setCurrentRow(3)
    assert caption.toPlainText() == STEPS[3].caption


def test_a_step_offers_what_can_be_done_with_it(panel):
    made, _, port = panel("stories", follow=False)
    listed, _ = parts(made)
    listed.customContextMenuRequested.emit(listed.visualItemRect(listed.item(9)).center())
    menu = listed.findChild(QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert not offered["Move the step down"].isEnabled()
    offered["Present from this step"].trigger()
    offered["Rename the step…"].trigger()
    assert port.calls[-2:] == [("present", 9), ("ask_name", 9)]
    offered["Delete the step"].trigger()
    assert port.book.undo_name == f"Delete {STEPS[9].name}"
    menu.close()


def test_a_step_is_dragged_to_another_place(panel):
    made, _, port = panel("stories", follow=False, size=(384, 700))
    listed, _ = parts(made)
    for start, onto, below in ((0, 2, True), (2, 0, False)):
        listed.setCurrentRow(start)
        box = listed.visualItemRect(listed.item(onto))
        drop(listed, QPoint(box.center().x(), box.bottom() - 2 if below else box.top() + 2))
        settle()
    assert port.book.undo_name == f"Move {STEPS[0].name}"
    assert names(listed) == [step.name for step in STEPS]
    port.book.undo()
    assert names(listed)[:3] == [STEPS[1].name, STEPS[2].name, STEPS[0].name]


def drop(listed, place):
    try:
        position = QPointF(place)
        event = QDropEvent(
            position,
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        listed.dropEvent(event)
    finally:
        QApplication.processEvents()


def test_buttons_do_what_the_menu_does_and_wait_where_there_is_no_step(panel):
    made, _, port = panel("stories", follow=False)
    listed, _ = parts(made)
    buttons = {button.accessibleName(): button for button in made.widget.findChildren(QToolButton)}
    assert not buttons["Delete the step"].isEnabled()
    buttons["Record the view as a step"].click()
    assert names(listed)[-1] == "2025"
    assert port.book.telling.current == len(STEPS)
    assert buttons["Move the step up"].isEnabled()
    assert not buttons["Move the step down"].isEnabled()
    buttons["Move the step up"].click()
    assert names(listed)[-2] == "2025"
    buttons["Present"].click()
    assert port.calls == [("toggle", "story", True), ("present", 0)]


def test_an_empty_story_says_what_to_do(panel):
    made, _, port = panel("stories", follow=False)
    port.book.open(Story("New"))
    settle()
    listed, _ = parts(made)
    assert listed.count() == 0
    assert any(
        "record the view" in label.text()
        for label in made.widget.findChildren(type(made._empty))
        if label.isVisible()
    )
