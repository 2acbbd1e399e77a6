"""What an audience is told of a step that is right under conditions only, and what it is not shown."""

from dataclasses import replace
from datetime import date
from itertools import cycle

import pytest
from patience import eventually
from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QCursor
from qtpy.QtWidgets import QApplication, QLabel, QWidget

from desktop.services.stories import bundled
from desktop.state.atlas import Clock, Compare
from desktop.state.story import Story, StoryStep
from geodata.bundled import scenarios

VIEW = bundled().steps[4].atlas
SCENARIO = next(found for found in scenarios() if found.id == "exports-suspended")


@pytest.fixture
def presented(atlas):
    """Present a story of one step, and give all that is said beside the map."""

    def present(**parts):
        story = Story("One", (StoryStep("One step", "", replace(VIEW, **parts)),))
        atlas.window.context.stories.book.open(story)
        atlas.shortcut("F5")
        eventually(atlas.window.isFullScreen, "nothing is presented")
        atlas.rest()
        side = atlas.window.findChild(QWidget, "stage-side")
        return [label.text() for label in side.findChildren(QLabel) if label.isVisibleTo(side)]

    yield present
    atlas.key(Qt.Key.Key_Escape)
    eventually(lambda: not atlas.window.isFullScreen(), "the window did not come back")
    atlas.do("story.open-bundled")


def test_a_scenario_is_called_supposed_in_large_words_and_not_by_the_window_s_badge(presented, atlas):
    said = presented(clock=Clock(2026), scenario=SCENARIO)
    assert f"Scenario: {SCENARIO.title}, supposed, not fact" in said
    assert not atlas.window.badges.isVisible()


def test_a_badge_is_back_after_presenting_and_the_map_knows_its_place(atlas):
    was = atlas.store.atlas
    atlas.store.change("Suppose", replace(was, scenario=SCENARIO))
    assert atlas.window.badges.isVisible()
    covers = []
    atlas.window.badges.covered.connect(covers.append)
    atlas.shortcut("F5")
    eventually(atlas.window.isFullScreen, "nothing is presented")
    atlas.rest()
    assert covers[-1] == []
    atlas.key(Qt.Key.Key_Escape)
    eventually(atlas.window.badges.isVisible, "the badge did not come back")
    assert len(covers[-1]) == 1
    atlas.rest()
    atlas.store.change("As before", was)


def test_what_went_wrong_before_is_not_shown_to_an_audience_and_still_there_afterwards(presented, atlas):
    atlas.window.problems.report("something went wrong")
    assert atlas.window.problems.isVisible()
    presented()
    assert not atlas.window.problems.isVisible()
    atlas.key(Qt.Key.Key_Escape)
    eventually(atlas.window.problems.isVisible, "the report did not come back")
    atlas.window.problems.hide()


def test_a_pointer_that_lies_still_goes_away_and_comes_back_when_it_moves(presented, atlas):
    def shape():
        cursor = QApplication.overrideCursor()
        return cursor and cursor.shape()

    def is_there_while_it_moves():
        QCursor.setPos(atlas.window.mapToGlobal(QPoint(next(places), 300)))
        return shape() is None

    places = cycle(range(300, 400))
    presented()
    eventually(is_there_while_it_moves, "the pointer is not there")
    eventually(lambda: shape() == Qt.CursorShape.BlankCursor, "the pointer is still there")
    eventually(is_there_while_it_moves, "the pointer is not back")
    eventually(lambda: shape() == Qt.CursorShape.BlankCursor, "the pointer is still there")
    atlas.key(Qt.Key.Key_Escape)
    eventually(lambda: not atlas.window.isFullScreen(), "the window did not come back")
    assert shape() is None


def test_the_day_on_which_a_state_was_known_is_said(presented):
    assert "As known on 1 Jun 2025" in presented(known_on=date(2025, 6, 1))


def test_a_range_of_fiscal_years_is_named_as_such(presented):
    assert "FY2011-12 to FY2024-25" in presented(clock=Clock(2025, mode="range", since=2012, fiscal=True))


def test_of_two_states_both_years_are_named_and_both_legends_explained(presented, atlas):
    said = presented(clock=Clock(2025), compare=Compare(2024))
    assert "2024 | 2025" in said
    assert "figures and chart are those of B" in said
    assert {"Magnets: about 25,600 t a year", "Magnets: about 50,000 t a year"} <= set(said)
    halves = atlas.evaluate("[...document.querySelectorAll('.compare-badge')].map(one => one.textContent)")
    assert [(half[0], half[1:].strip()) for half in halves] == [("A", "2024"), ("B", "2025")]
