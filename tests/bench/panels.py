"""How long a planner's panel takes from asked for to painted."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from qtpy.QtWidgets import QApplication, QDockWidget

ROUNDS = 5


def measure_matrix(program):
    """Open the evidence matrix, each time on another day's knowledge, so that all of it is made anew.

    The first time its panel is imported and built as well.
    """
    store, docks = program.store, program.window.docks
    opening, took = store.atlas, []
    for round_ in range(ROUNDS + 1):
        docks.toggle("matrix", False)
        store.adjust(replace(opening, known_on=store.frame.data_date - timedelta(days=round_)))
        QApplication.processEvents()
        start = perf_counter()
        docks.show("matrix")
        QApplication.processEvents()
        program.window.findChild(QDockWidget, "matrix").widget().repaint()
        took.append((perf_counter() - start) * 1000)
    docks.toggle("matrix", False)
    store.adjust(opening)
    return {"matrix_first_ms": took[0], "matrix_open_ms": took[1:]}
