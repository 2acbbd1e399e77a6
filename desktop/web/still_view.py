"""A page that is looked at and takes neither mouse nor keys: it shows what it is told."""

from __future__ import annotations

from qtpy.QtCore import Qt, QTimer, QUrl, Signal
from qtpy.QtGui import QColor
from qtpy.QtWebEngineWidgets import QWebEngineView
from qtpy.QtWidgets import QVBoxLayout, QWidget

from desktop.web.bridge import Bridge, join
from desktop.web.engine import Engine
from desktop.web.messages import Heard


class StillView(QWidget):
    """A page of ours in a widget.

    Parameters
    ----------
    engine : Engine
        Kept alive by the caller until after `close_page`.
    where : QUrl
        The page's address.
    ground : str
        Its colour before anything is drawn, ``#RRGGBB``.
    """

    heard = Signal(object)
    """A message of the page, understood: one of `desktop.web.messages`."""
    complained = Signal(str)
    """An error or a warning in the page."""
    crashed = Signal()
    """The render process ended; the page is being loaded again, and will say `Ready`."""

    def __init__(self, engine: Engine, where: QUrl, ground: str) -> None:
        super().__init__()
        self._where = where
        self._page = engine.page()
        self._page.setBackgroundColor(QColor(ground))
        self._bridge = Bridge(self._page)
        join(self._page, self._bridge)
        self._view = QWebEngineView(self)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        self.setEnabled(False)
        self._bridge.heard.connect(self._hear)
        self._page.complained.connect(self.complained)
        self._page.renderProcessTerminated.connect(lambda *_how: QTimer.singleShot(0, self._revive))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._page.load(where)

    @property
    def is_ready(self) -> bool:
        """Whether the page can be told anything."""
        return self._bridge.is_ready

    def say(self, kind: str, **fields: object) -> None:
        """Tell the page something; before it is ready there is nobody to tell."""
        self._bridge.say(kind, **fields)

    def close_page(self) -> None:
        """Let the page go before its profile does; to be called once."""
        self._bridge.is_ready = False
        self._page.deleteLater()
        self._view.deleteLater()

    def _hear(self, message: Heard) -> None:
        self.heard.emit(message)

    def _revive(self) -> None:
        self._bridge.is_ready = False
        self.crashed.emit()
        self._page.load(self._where)
