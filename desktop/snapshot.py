"""A sheet without a window: what `irel-atlas snapshot` draws."""

from __future__ import annotations

from argparse import Namespace

from qtpy.QtWidgets import QApplication

from desktop.asking import asked_atlas, deriver
from desktop.sheets.files import check_writable
from desktop.sheets.paper import parse_size
from desktop.sheets.sheet import SheetRequest, format_of
from desktop.sheets.writing import check_platform, write_sheet
from desktop.state.session import session_of
from desktop.web.chromium import prepare_chromium
from desktop.web.engine import Engine
from desktop.web.scheme import register_scheme
from geodata.claim import Dataset


def draw(dataset: Dataset, asked: Namespace) -> None:
    """Draw the sheet that the command line asks for.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be, or the file cannot be written.
    """
    request = request_of(dataset, asked)
    check_writable(asked.out)
    check_platform()
    prepare_chromium(asked.software)
    register_scheme()
    application = QApplication.instance() or QApplication(["irel-atlas"])
    engine = Engine()
    write_sheet(engine, request, asked.out)
    application.processEvents()


def request_of(dataset: Dataset, asked: Namespace) -> SheetRequest:
    """Check every word of the command line before anything is started."""
    atlas = asked_atlas(dataset, asked.year, asked.layers, asked.bounds)
    frame = deriver(dataset)(atlas)
    return SheetRequest(
        frame=frame,
        bounds=atlas.view.bounds,
        size_px=parse_size(asked.size),
        theme=asked.theme,
        format=format_of(asked.out),
        carry=None if asked.strip else session_of(atlas, frame),
    )
