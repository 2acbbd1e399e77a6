"""The atlas from the command line: the same commands with and without a window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.arguments import DATA_PROBLEMS, WRONG, parser_of
from desktop.wanted import Wanted, wanted_of
from geodata.terminal import endure_any_letter

if TYPE_CHECKING:
    from desktop.sheets.warning import SheetWarning
    from geodata.claim import Dataset

OUT_OF_DATE = REFUSED = 1
BINDINGS = ("pyside6", "pyqt5")
"""What brings Qt to Python, as the environment's QT_API names it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str or None
        The words after the program's name; None takes them from the command line.

    Returns
    -------
    int
        0 if all went well, 1 if the layers have problems, a deck is out of date, or sheets were refused for
        their warnings, 2 if something was asked wrongly or failed.
    """
    os.environ.setdefault("QT_API", "pyside6")  # qtpy would prefer PyQt5 where both are installed
    endure_any_letter()
    if os.environ["QT_API"].lower() not in BINDINGS:
        return _fail(f"QT_API: expected {' or '.join(BINDINGS)}, got {os.environ['QT_API']!r}")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["open", *words]
    asked = parser_of(_RUN).parse_args(words)
    try:
        code = asked.run(asked)
        _flush()
    except KeyboardInterrupt:
        return _fail("cancelled")
    except BrokenPipeError:  # whoever reads has heard enough, such as head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except OSError as error:  # such as a name that no file can have
        return _fail(f"cannot open {error.filename}: {error.strerror}" if error.filename else str(error))
    return code


def _open(asked: argparse.Namespace) -> int:
    if not _has_display():
        return _fail("there is no display; draw the atlas with: irel-atlas snapshot --out atlas.png")
    if asked.sheet is not None and not asked.sheet.is_file():
        is_there = asked.sheet.exists()
        return _fail(f"cannot open {asked.sheet}: {'it is no file' if is_there else 'there is no such file'}")
    wanted = wanted_of(asked)
    if asked.sheet is not None and wanted.is_anything:
        asking = "a year" if wanted == Wanted(year=wanted.year) else "what is to be seen"
        return _fail(f"open: expected an exported sheet or {asking}, got both")
    from desktop.lean import start_lean

    start_lean()
    from desktop.app import Opening, open_atlas

    return open_atlas(Opening(asked.data, asked.year, asked.software, asked.sheet, wanted))


def _snapshot(asked: argparse.Namespace) -> int:
    def draw_sheet(dataset: Dataset) -> int:
        from desktop.snapshot import draw

        return _warned(draw(dataset, asked), asked.strict, "sheet")

    return _drawn(asked, draw_sheet)


def _warned(warnings: Sequence[SheetWarning], strict: bool, what: str) -> int:
    """Print of what the presenter check warns, and whether nothing was written because of it."""
    for warning in warnings:
        print(f"irel-atlas: warning: {warning.words}", file=sys.stderr)
    if warnings and strict:
        return _fail(f"the {what} was not written: it was to be without warnings", REFUSED)
    return 0


def _film(asked: argparse.Namespace) -> int:
    def film(dataset: Dataset) -> int:
        from desktop.film import make_film

        print(make_film(dataset, asked))
        return 0

    return _drawn(asked, film)


def _deck(asked: argparse.Namespace) -> int:
    def write(dataset: Dataset) -> int:
        from desktop.deck import make_deck

        print(make_deck(dataset, asked))
        return 0

    return _drawn(asked, write)


def _drawn(asked: argparse.Namespace, draw: Callable[[Dataset], int]) -> int:
    """Draw sheets of the layers, without a display too, and say in one line why that failed."""
    from desktop.errors import AskedError
    from desktop.sheets.errors import SheetError, SheetWarnedError

    dataset = _dataset(asked.data)
    if dataset is None:
        return DATA_PROBLEMS
    if not _has_display():
        from desktop.web.chromium import hush_without_screen

        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        hush_without_screen()
    try:
        return draw(dataset)
    except SheetWarnedError as error:
        return _fail(str(error), REFUSED)
    except (AskedError, SheetError) as error:
        return _fail(str(error))


def _audit(asked: argparse.Namespace) -> int:
    from desktop.asking import deriver, opening_atlas
    from desktop.sheets.auditing import audit
    from desktop.sheets.errors import SheetError

    dataset = _dataset(asked.data)
    if dataset is None:
        return WRONG  # 1 is said of figures here
    derive = deriver(dataset)
    try:
        found = audit(asked.file, derive(opening_atlas(dataset)), derive)
    except SheetError as error:
        return _fail(str(error))
    problem = next((picture.problem for picture in found.pictures if picture.problem), "")
    if all(picture.problem for picture in found.pictures):
        return _fail(f"cannot audit {asked.file}: {problem}")
    print(*found.lines(), sep="\n")
    return 0 if found.is_fresh else OUT_OF_DATE


def _page(asked: argparse.Namespace) -> int:
    from dataclasses import replace

    from desktop.asked import asked_atlas
    from desktop.asking import deriver
    from desktop.errors import AskedError
    from desktop.sheets.errors import SheetError
    from desktop.sheets.page import write_page
    from desktop.sheets.page_check import check_page, first_view
    from desktop.sheets.warning import exported_over
    from desktop.state.atlas import Look

    dataset = _dataset(asked.data)
    if dataset is None:
        return DATA_PROBLEMS
    try:
        atlas = replace(asked_atlas(dataset, asked), look=Look(asked.theme))
        view = first_view(atlas, deriver(dataset), asked.footer, not asked.strip)
        warnings = check_page(view)
        if not (warnings and asked.strict):
            write_page(atlas, deriver(dataset), asked.out, exported_over(view, warnings))
    except (AskedError, SheetError) as error:
        return _fail(str(error))
    return _warned(warnings, asked.strict, "page")


def _export(asked: argparse.Namespace) -> int:
    dataset = _dataset(asked.data)
    if dataset is None:
        return DATA_PROBLEMS
    from desktop.asked import asked_atlas
    from desktop.asking import seen
    from desktop.errors import AskedError
    from geodata.exporting.files import ExportError, export

    try:
        dataset = seen(dataset, asked_atlas(dataset, asked))
        claims = [c.id for c in dataset.claims.values() if c.quantity and asked.year in (None, c.year)]
        if not claims and asked.year is not None:
            return _fail(f"year: expected one that has figures, got {asked.year}")
        export(dataset, claims, asked.out)
    except (AskedError, ExportError) as error:
        return _fail(str(error))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from desktop.services.scenario_files import ENDING, FOLDER
    from desktop.window.settings import SettingsFile
    from geodata.__main__ import main as check
    from geodata.bundled import SCENARIOS

    own = sorted((SettingsFile().data / FOLDER).glob(f"*{ENDING}"))
    scenarios = own if asked.scenario is None else asked.scenario
    if asked.data is not None:  # over other layers the window offers those of the atlas as well
        scenarios = [*sorted(SCENARIOS.glob(f"*{ENDING}")), *scenarios]
    words = ["--data", str(asked.data)] if asked.data else []
    return check([*words, *(word for path in scenarios for word in ("--scenario", str(path)))])


def _dataset(folder: Path | None) -> Dataset | None:
    """Read the layers; where they have problems, print each and return None."""
    from geodata.reading import LAYERS, read

    found = read(folder or LAYERS)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    return found.dataset


def _has_display() -> bool:
    """Tell whether a window can open: everywhere but on a Linux without X or Wayland."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _flush() -> None:
    if sys.stdout is not None:  # as in a program without a console
        sys.stdout.flush()


def _fail(sentence: str, code: int = WRONG) -> int:
    print(f"irel-atlas: {sentence}", file=sys.stderr)
    return code


_RUN = {
    "open": _open,
    "snapshot": _snapshot,
    "film": _film,
    "deck": _deck,
    "audit": _audit,
    "page": _page,
    "export": _export,
    "check": _check,
}
