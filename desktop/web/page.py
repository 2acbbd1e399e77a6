"""A page that stays where it is: no navigation, no windows, no files, and its complaints are heard."""

from __future__ import annotations

from qtpy.QtCore import QObject, QUrl, Signal
from qtpy.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from desktop.web.scheme import HOST, SCHEME


class AtlasPage(QWebEnginePage):
    """A web page of our own scheme.

    Parameters
    ----------
    profile : QWebEngineProfile
        To be kept alive by whoever made it, longer than the page.
    """

    complained = Signal(str)
    """A warning or an error in the page's console, with file and line."""
    navigation_refused = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)  # always two arguments: PyQt5 takes a single one as the parent
        attribute = QWebEngineSettings.WebAttribute
        switched_off = (
            attribute.LocalStorageEnabled,
            attribute.PluginsEnabled,
            attribute.ErrorPageEnabled,
            attribute.JavascriptCanOpenWindows,
            attribute.WebGLEnabled,
        )
        for name in switched_off:
            self.settings().setAttribute(name, False)

    def acceptNavigationRequest(self, url: QUrl, _kind: object, _is_main_frame: bool) -> bool:
        """Stay within our own scheme, whatever was clicked or dropped."""
        if url.scheme() == SCHEME and url.host() == HOST:
            return True
        self.navigation_refused.emit(url.toString())
        return False

    def createWindow(self, _kind: object) -> None:
        """Open no further window."""

    def chooseFiles(self, *_arguments: object) -> list[str]:
        """Give the page no file."""
        return []

    def javaScriptConsoleMessage(self, level: object, message: str, line: int, source: str) -> None:
        """Hear warnings and errors."""
        if level != QWebEnginePage.JavaScriptConsoleMessageLevel.InfoMessageLevel:
            self.complained.emit(f"{source.rsplit('/', 1)[-1]}:{line}: {message}")
