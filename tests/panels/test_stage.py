"""Beside the map an audience sees what fits the step: a chart only where it says anything by that year."""

import pytest
from qtpy.QtCore import QRect
from qtpy.QtWidgets import QLabel
from stage import new_store
from widgets import application, settle

from desktop.panels.presenter_view import Place, PresenterView
from desktop.panels.stage import Seen, Stage, Told
from desktop.panels.stage_pieces import Chart
from desktop.services.stories import bundled
from desktop.state.checked import MAX_WORDS
from desktop.state.story import StoryStep

NAMES = [step.name for step in bundled().steps]
CHARTED = {
    "Reserves and plants": "Rare-earth oxide mined, India, by year",
    "June 2025: India asks to suspend": "Rare earths, India to Japan, by year",
    "Four mines wait for clearances": "Ore mined, IREL, by year",
    "The target for FY2025-26": "Neodymium made, IREL, by fiscal year",
    "The target for 2030": "Neodymium made, IREL, by fiscal year",
}


@pytest.fixture
def stage():
    application()
    made = Stage()
    made.fit(1080)
    yield made
    made.side.deleteLater()
    made.band.deleteLater()


@pytest.mark.parametrize("step", bundled().steps, ids=NAMES)
def test_a_step_has_the_chart_it_tells_of_or_none(stage, step):
    stage.show(Seen(new_store().frame_of(step.atlas)))
    words = [label.text() for label in stage.side.findChildren(QLabel)]
    title = CHARTED.get(step.name)
    assert len(stage.side.findChildren(Chart)) == (title is not None)
    assert title is None or title in words


def test_a_caption_of_any_length_leaves_the_map_most_of_the_screen(stage):
    stage.band.setFixedWidth(1440)
    for caption in ("Short.", "A sentence of middle length. " * 10, "As long as there may be. " * 40):
        stage.tell(Told("A step", caption[:MAX_WORDS], 1, 2))
        stage.band.ensurePolished()
        layout = stage.band.layout()
        assert layout.totalHeightForWidth(1440) < 0.45 * 1080, len(caption)


def test_a_presenter_s_view_has_room_on_a_small_laptop():
    application()
    view = PresenterView([("Next", lambda: None)])
    step = StoryStep(
        "A step with a name of several words", ("Long words. " * 90)[:MAX_WORDS], bundled().steps[0].atlas
    )
    view.begin(QRect(0, 0, 1280, 800))
    view.show_place(Place((step, step), 0))
    settle()
    assert view.height() <= 800
    assert view.minimumSizeHint().height() <= 700
    view.end()
    view.deleteLater()
