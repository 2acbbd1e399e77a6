"""Start with no more than is needed: every import before the first picture is waited for. Imports no Qt."""

from __future__ import annotations

import gc
import sys

UNUSED = ("PySide6.QtDataVisualization", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")
"""What qtpy imports if it is there, for the sake of names that nobody here asks it for."""


def start_lean() -> None:
    """Refuse what qtpy could do without, and collect no garbage until `desktop.collecting` does.

    To be called before Qt is imported, by a process that is to become the atlas.
    """
    for name in UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is how Python is told to refuse
    gc.disable()
