"""Beside the map an audience sees what fits the step: a chart only where it says anything by that year."""

import pytest
from qtpy.QtWidgets import QLabel
from stage import new_store
from widgets import application

from desktop.panels.stage import Seen, Stage
from desktop.panels.stage_pieces import Chart
from desktop.services.stories import bundled

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
