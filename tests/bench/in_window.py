"""One long run in the atlas's window: year steps, zoom steps, memory, sheets.

``in_window.py FOLDER`` prints its figures as lines of JSON, the last holding all; FOLDER is for sheets.
"""

import json
import os
import statistics
import sys
from functools import partial
from pathlib import Path

from comparing import measure_comparing
from decks import measure_deck
from empty_page import EmptyPage
from exports import measure_export_memory, measure_page, measure_preview
from films import measure_film
from panels import measure_matrix
from parts import Parts
from processes import tree_memory_mb
from qtpy.QtCore import QTimer
from scenario_list import measure_scenario_list
from two_frames import two_frames
from waiting import until, until_ended, wait
from year_steps import YearSteps

from desktop.app import Opening, Program, prepare_application
from desktop.sheets.sheet import SheetRequest

ROUNDS = 5
STEPS_A_ROUND = 10
PAUSE_S = 0.1
WARMING_STEPS, COUNTED_STEPS = 100, 1000
ZOOM_STEPS = 10
SHEETS = {"png": (3840, 2160), "pdf": (1920, 1080), "svg": (1920, 1080)}
AFTER_START_S = 6
"""What is made ready after the first paint is ready by then."""
TELL_MOVES = (
    "window.moves = 0; window.atlas.map.then(map => map.on('moveend', () => { window.moves += 1; %s }));"
)


def measure_years(program, steps):
    """Compare steps of the clock with the same messages to an empty page, one of each in turn."""
    empty = EmptyPage(program.engine)
    painted, answered, python = [], [], []
    for _round in range(ROUNDS):
        took, told = [], []
        steps.python_ms.clear()
        for _step in range(STEPS_A_ROUND):
            took.append(steps.take())
            wait(PAUSE_S)
            told.append(empty.answer_ms(steps.scene))
            wait(PAUSE_S)
        painted.append(statistics.median(took))
        answered.append(statistics.median(told))
        python.append(statistics.median(steps.python_ms))
    empty.close()
    size = len(steps.scene.encode())
    return {"year_ms": painted, "empty_ms": answered, "python_ms": python, "message_bytes": size}


def measure_zoom(program):
    """Zoom in and out in steps of the button, without the animation, which lasts as long as it is told to."""
    page, layers = program.map.page, program.store.atlas.layers
    page.runJavaScript(TELL_MOVES % two_frames("moved ${window.moves}").replace("'", "`"))
    program.map.show_look(layers, program.window.theming.is_dark, motion=False)
    wait(PAUSE_S)

    def step(steps):
        took = until(page.titleChanged, lambda: program.map.zoom_by(steps), lambda title: "moved" in title)
        wait(PAUSE_S)
        return took

    walk = [1] * ZOOM_STEPS + [-1] * ZOOM_STEPS
    for steps in walk:  # each zoom's files are fetched when it is first seen
        step(steps)
        wait(PAUSE_S)
    medians = [statistics.median(step(steps) for steps in walk) for _round in range(ROUNDS)]
    program.map.show_look(layers, program.window.theming.is_dark)
    return {"zoom_ms": medians}


def measure_memory(steps):
    """Walk the years as fast as they are painted, and see what all processes together take."""
    for _step in range(WARMING_STEPS):
        steps.take()
    wait(1)
    before, own_before = tree_memory_mb(os.getpid()), tree_memory_mb(os.getpid(), "Private_Dirty")
    fast = [steps.take() for _step in range(COUNTED_STEPS)]
    wait(1)
    after, own_after = tree_memory_mb(os.getpid()), tree_memory_mb(os.getpid(), "Private_Dirty")
    return {
        "pss_mb": before,
        "pss_grown_mb": None if before is None or after is None else after - before,
        "own_grown_mb": None if own_before is None or own_after is None else own_after - own_before,
        "fast_year_ms": statistics.median(fast),
    }


def measure_sheets(program, folder):
    """Make each kind of sheet six times; the first one wakes its libraries and does not count."""
    frame, bounds = program.store.frame, program.store.atlas.view.bounds
    printer = program.files.sheets
    took = {}
    for kind, size in SHEETS.items():
        request = SheetRequest(frame, bounds, size, "light", kind)
        write = partial(printer.write, request, folder / f"sheet.{kind}")
        rounds = [until_ended(write) for _round in range(ROUNDS + 1)]
        took[f"{kind}_ms"] = rounds[1:]
    return took


def measure_all(program, steps, folder):
    """Measure part after part, and print after each what is known: that stays, should one end everything."""
    parts = Parts()
    for name, measure, *given in (
        ("years", measure_years, program, steps),
        ("comparing", measure_comparing, program, steps),
        ("zoom", measure_zoom, program),
        ("matrix", measure_matrix, program),
        ("sheets", measure_sheets, program, folder),
        ("preview", measure_preview, program),
        ("page", measure_page, program, folder),
        ("deck", measure_deck, program, folder),
        ("film", measure_film, program, folder),
        ("memory over exports", measure_export_memory, program, folder),
        ("scenario list", measure_scenario_list, program, folder),
        ("memory over years", measure_memory, steps),
    ):
        parts.run(name, measure, *given)
        print(json.dumps({**parts.figures, "failed": parts.failed}), flush=True)


def main():
    """Open the program, measure, close it."""
    application = prepare_application()
    program = Program(Opening())
    steps = YearSteps(program)
    until(program.map.painted, program.window.show)
    wait(AFTER_START_S)
    measure_all(program, steps, Path(sys.argv[1]))
    program.window.close()
    program.close()
    QTimer.singleShot(50, application.quit)
    application.exec_()


if __name__ == "__main__":
    main()
