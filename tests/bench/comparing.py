"""Steps of the clock with a scenario, a range and a comparison on, in turns with plain ones."""

import statistics
from dataclasses import replace

from waiting import wait

from desktop.state.atlas import Compare
from geodata.bundled import scenarios

ROUNDS = 5
STEPS_A_ROUND = 10
PAUSE_S = 0.1
SINCE, YEAR_OF_A = 2005, 2012
BEGINNING_S = 2


def measure_comparing(program, steps):
    """Step plainly, and with everything on and the panel of differences open; medians of the rounds."""
    store, panes = program.store, program.window.context.panes
    plain, on = [], []
    for _round in range(ROUNDS):
        plain.append(_walk(steps))
        alone = store.atlas
        clock = replace(alone.clock, mode="range", since=SINCE)
        compare = Compare(YEAR_OF_A)
        store.change("Measure", replace(alone, clock=clock, scenario=scenarios()[0], compare=compare))
        panes.show("compare")
        wait(BEGINNING_S)
        on.append(_walk(steps))
        panes.toggle("compare", False)
        store.change("Measure", replace(alone, clock=replace(alone.clock, year=store.atlas.clock.year)))
        wait(BEGINNING_S)
    return {"plain_again_ms": plain, "comparing_ms": on}


def _walk(steps):
    took = []
    for _step in range(STEPS_A_ROUND):
        took.append(steps.take())
        wait(PAUSE_S)
    return statistics.median(took)
