"""What leaves the open window: the preview, the page in one file, and memory over many exports."""

import os
from itertools import cycle, islice

from processes import tree_memory_mb
from waiting import until, until_ended, wait

from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.page_check import first_view
from desktop.sheets.sheet import SheetRequest

CHANGES, ROUNDS = 20, 5
WARMING_EXPORTS, COUNTED_EXPORTS = 10, 50
KINDS = ("png", "pdf", "svg")
SIZE = (3840, 2160)
REST_S = 1


def measure_preview(program):
    """Change a word in the export dialog, and wait until the preview has it, milliseconds."""
    exports, window = program.window.context.exports, program.window
    exports.export_sheet()
    dialog = next(found for found in window.findChildren(ExportDialog) if found.isVisible())
    preview = dialog.preview
    until(preview.drawn, lambda: dialog.form.title.setText("First"))
    took = [
        until(preview.drawn, lambda number=number: dialog.form.title.setText(f"Title {number}"))
        for number in range(CHANGES)
    ]
    dialog.reject()
    return {"preview_ms": took}


def measure_page(program, folder):
    """Write the page of all years as the window does, milliseconds; the first time does not count."""
    exports, status, store = program.window.context.exports, program.window.status, program.store

    def write():
        status.clearMessage()
        view = first_view(store.atlas, store.frame_of)
        exports.write_page(folder / "atlas.html", store.atlas, view)

    rounds = [
        until(status.messageChanged, write, lambda words: words.startswith("Wrote"))
        for _round in range(ROUNDS + 1)
    ]
    return {"page_ms": rounds[1:]}


def measure_export_memory(program, folder):
    """Export many sheets of all kinds, and see what all processes together have grown, MB."""
    frame, bounds = program.store.frame, program.store.atlas.view.bounds

    def export(count):
        for kind in islice(cycle(KINDS), count):
            request = SheetRequest(frame, bounds, SIZE, "light", kind)
            path = folder / f"sheet.{kind}"
            until_ended(lambda done, fail, r=request, p=path: program.files.sheets.write(r, p, done, fail))
        wait(REST_S)
        return [tree_memory_mb(os.getpid(), kind) for kind in ("Pss", "Private_Dirty")]

    pairs = zip(export(WARMING_EXPORTS), export(COUNTED_EXPORTS), strict=True)
    grown, own = (None if before is None or after is None else after - before for before, after in pairs)
    return {"exports_grown_mb": grown, "exports_own_grown_mb": own}
