"""Measure how long a hundred scenario files take until they are listed in the panel."""

import time
from dataclasses import replace

from qtpy.QtWidgets import QApplication, QListWidget

from desktop.panels.scenarios import ScenariosPanel
from desktop.services.scenarios import Scenarios
from geodata.bundled import scenarios
from geodata.scenario import scenario_text

ROUNDS, SCENARIOS = 5, 100


def measure_scenario_list(program, folder):
    """Open a panel over a hundred files, each the longest of the atlas, and wait until it is drawn."""
    place = folder / "scenarios"
    place.mkdir()
    longest = max(scenarios(), key=lambda scenario: len(scenario.changes))
    for number in range(SCENARIOS):
        named = replace(longest, id=f"{longest.id}-{number}", title=f"{longest.title} {number}")
        (place / f"{number}.json").write_text(scenario_text(named), encoding="utf-8")
    return {"scenarios_ms": [_listed_ms(program, place) for _round in range(ROUNDS)]}


def _listed_ms(program, place):
    service = Scenarios(program.store, program.files, place)
    panel = ScenariosPanel(replace(program.window.context, scenarios=service))
    start = time.perf_counter()
    panel.widget.show()
    QApplication.processEvents()
    took = (time.perf_counter() - start) * 1000
    assert panel.widget.findChild(QListWidget).count() == 1 + len(scenarios()) + SCENARIOS
    panel.widget.close()
    return took
