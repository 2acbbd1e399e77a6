"""The dialog about the atlas: versions, the day of the data, and the notices."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from collections.abc import Callable

import qtpy
from qtpy.QtCore import Qt, qVersion
from qtpy.QtGui import QTextCursor
from qtpy.QtWidgets import QDialog, QFormLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from geodata.frame import Frame
from resources import files

DISTRIBUTION = "irel-atlas"


class AboutDialog(QDialog):
    """What runs here, how old the data are, and whose work it carries.

    Parameters
    ----------
    open_address : callable
        Takes the address of a link that was chosen, and asks before it opens it.
    """

    def __init__(self, window: QWidget, frame: Frame, open_address: Callable[[str], None]) -> None:
        super().__init__(window)
        self.setWindowTitle("About IREL Atlas")
        self.resize(640, 600)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(_title())
        layout.addLayout(_facts(frame))
        layout.addWidget(_notices(open_address), 1)


def notice_text() -> str:
    """Read the notices that travel with the distribution."""
    found = importlib.metadata.files(DISTRIBUTION) or []
    return next(path.read_text(encoding="utf-8") for path in found if path.name == "NOTICE.md")


def _notices(open_address: Callable[[str], None]) -> QTextBrowser:
    """Set out the notices: a file of ours, which nobody's data reach."""
    found = QTextBrowser()
    found.setAccessibleName("Notices")
    found.setOpenLinks(False)
    found.anchorClicked.connect(lambda url: open_address(url.toString()))
    found.document().setMarkdown(notice_text())
    found.moveCursor(QTextCursor.MoveOperation.Start)
    return found


def _title() -> QLabel:
    title = QLabel("India's rare earths: who claims which figure, year by year, and how sure that is")
    title.setObjectName("title")
    title.setWordWrap(True)
    return title


def _facts(frame: Frame) -> QFormLayout:
    leaflet = json.loads(files.read("vendor/leaflet/manifest.json"))["version"]
    day = frame.data_date
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    for name, words in (
        ("IREL Atlas", importlib.metadata.version(DISTRIBUTION)),
        ("Data", f"of {day.day} {day:%B %Y}, version {frame.digest[:12]}"),
        (
            "Runs on",
            f"Python {platform.python_version()}, Qt {qVersion()} ({qtpy.API_NAME}), Leaflet {leaflet}",
        ),
        ("Not affiliated", "with IREL (India) Limited, or any company or government that it names"),
    ):
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(f"{name}:", label)
    return form
