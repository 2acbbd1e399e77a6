"""The channel between Python and the page: one signal out, one slot in, JSON, and nothing before `ready`."""

from __future__ import annotations

import json

from qtpy.QtCore import QObject, Signal, Slot
from qtpy.QtWebChannel import QWebChannel

from desktop.web.messages import Failed, Ready, UnknownMessageError, understand
from desktop.web.page import AtlasPage


class Bridge(QObject):
    """Say things to the page and hear what it says."""

    told = Signal(str)
    """To the page; it alone connects to this."""
    heard = Signal(object)
    """A message of the page, understood: one of `desktop.web.messages`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_ready = False

    @Slot(str)
    def hear(self, text: str) -> None:
        """Take what the page says; what is not one of our messages is heard as a failure."""
        try:
            message = understand(text)
        except UnknownMessageError as error:
            message = Failed(f"a message was not understood: {error}")
        if isinstance(message, Ready):
            self.is_ready = True
        self.heard.emit(message)

    def say(self, kind: str, **fields: object) -> None:
        """Tell the page something; before it is ready there is nobody to tell."""
        if self.is_ready:
            self.told.emit(json.dumps({"kind": kind, **fields}, ensure_ascii=False))


def join(page: AtlasPage, bridge: Bridge) -> None:
    """Give a page the bridge, under the name ``bridge``."""
    channel = QWebChannel(page)
    channel.registerObject("bridge", bridge)
    page.setWebChannel(channel)
