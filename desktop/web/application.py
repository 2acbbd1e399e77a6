"""Make Qt's application, or say in one line why Qt cannot start: it ends the whole process then."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

from qtpy.QtCore import QtMsgType, qInstallMessageHandler
from qtpy.QtWidgets import QApplication

from desktop.web.chromium import prepare_chromium
from desktop.web.scheme import register_scheme

CANNOT_START = 2
"""Exit code where Qt cannot start."""
_INSTEAD = "where there is no display, unset DISPLAY and draw with: irel-atlas snapshot --out atlas.png"


def make_application(software: bool = False) -> QApplication:
    """Make the application, if there is none, with all that has to be said to Chromium before.

    Parameters
    ----------
    software : bool
        Draw without the graphics card.

    Notes
    -----
    Where Qt cannot start, because the display does not answer or a library is missing, one line says so and
    the process ends with exit code 2: Qt itself would abort it over several lines.
    """
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    prepare_chromium(software)
    register_scheme()
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: Any, words: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _end([*heard, words][0])
        heard.append(words)

    before = qInstallMessageHandler(hear)
    try:
        return QApplication(["irel-atlas"])
    finally:
        qInstallMessageHandler(before)
        for words in heard:
            print(words, file=sys.stderr)


def _end(reason: str) -> NoReturn:
    first = reason.strip().splitlines()[0].strip().rstrip(".")
    print(f"irel-atlas: Qt cannot start here: {first}; {_INSTEAD}", file=sys.stderr, flush=True)
    os._exit(CANNOT_START)
