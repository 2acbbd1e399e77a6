"""Nothing from outside: every request that is not ours is refused, and counted."""

from __future__ import annotations

from qtpy.QtCore import QObject, Signal
from qtpy.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from desktop.web.scheme import SCHEME

INSIDE = (SCHEME, "data", "blob")
"""Schemes that never leave this process; data and blob carry their content in themselves."""


class Gate(QWebEngineUrlRequestInterceptor):
    """See every request of every page; refuse what would leave this machine.

    Attributes
    ----------
    seen : int
        All requests, ours among them: a gate that saw none guards nothing.
    outside, blocked : int
        Requests to another scheme that came here, and those of them that were stopped here.
    stopped_before : int
        Requests that a page's own policy stopped before they came here.
    """

    counted = Signal(int, int)
    """Requests refused, requests that went through to the outside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = self.outside = self.blocked = self.stopped_before = 0

    @property
    def refused(self) -> int:
        """How many requests to the outside were refused, here or by a page's own policy."""
        return self.blocked + self.stopped_before

    @property
    def left_machine(self) -> int:
        """How many requests to the outside were not refused."""
        return self.outside - self.blocked

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let a request through, or block it."""
        self.seen += 1
        if info.requestUrl().scheme() in INSIDE:
            return
        self.outside += 1
        info.block(True)
        self.blocked += 1
        self.counted.emit(self.refused, self.left_machine)

    def count_stopped_before(self) -> None:
        """Count a request that a page's policy stopped."""
        self.stopped_before += 1
        self.counted.emit(self.refused, self.left_machine)
