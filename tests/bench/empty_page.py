"""A window with a page that draws nothing and answers on the same bridge."""

from pathlib import Path

from qtpy.QtWebEngineWidgets import QWebEngineView  # noqa: TID251 (what the atlas's own page is compared with)
from waiting import until

from desktop.web.bridge import Bridge, join
from desktop.web.messages import Painted, Ready
from desktop.web.scheme import address

DOCUMENT = "bench/empty.html"


class EmptyPage:
    """The least that a message to a page and its answer cost."""

    def __init__(self, engine):
        engine.answers.serve(DOCUMENT, Path(__file__).with_name("empty.html").read_bytes)
        self._page = engine.page()
        self._bridge = Bridge(self._page)
        join(self._page, self._bridge)
        self._view = QWebEngineView()
        self._view.setPage(self._page)
        self._view.setGeometry(1400, 0, 1280, 800)
        self._view.show()
        self._hear(lambda: self._page.load(address(DOCUMENT)), Ready)

    def answer_ms(self, text):
        """Send a message as it is and give the milliseconds until it is answered."""
        return self._hear(lambda: self._bridge.told.emit(text), Painted)

    def close(self):
        """Let the page go, before the engine does."""
        self._page.deleteLater()
        self._view.deleteLater()

    def _hear(self, act, kind):
        return until(self._bridge.heard, act, lambda message: isinstance(message, kind))
