"""How long a planner's panel takes from asked for to painted."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from qtpy.QtWidgets import QApplication

ROUNDS = 5


def measure_matrix(program):
    """Open the evidence matrix, each time on another day's knowledge, so that all of it is made anew."""
    store, docks = program.store, program.window.docks
    opening, took = store.atlas, []
    pane = next(pane for pane in docks.panes if pane.id == "matrix")
    for round_ in range(ROUNDS + 1):
        docks.toggle("matrix", False)
        store.adjust(replace(opening, known_on=store.frame.data_date - timedelta(days=round_)))
        QApplication.processEvents()
        start = perf_counter()
        docks.show("matrix")
        QApplication.processEvents()
        pane.widget.repaint()
        took.append((perf_counter() - start) * 1000)
    docks.toggle("matrix", False)
    store.adjust(opening)
    return {"matrix_open_ms": took[1:]}
