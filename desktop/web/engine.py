"""One web engine for all pages: profile, scheme and gate, kept alive until the program ends."""

from __future__ import annotations

from qtpy.QtWebEngineWidgets import QWebEngineProfile

from desktop.web.document import MAP_DOCUMENT
from desktop.web.gate import Gate
from desktop.web.kept import document
from desktop.web.page import AtlasPage
from desktop.web.scheme import SCHEME, Answers


class Engine:
    """What the map's page and the sheets' page share.

    The profile keeps nothing on disk. It must outlive its pages: hold the engine until they are gone.
    """

    def __init__(self) -> None:
        self.gate = Gate()
        self.answers = Answers()
        self.answers.serve(MAP_DOCUMENT, lambda: document().encode())
        self.profile = QWebEngineProfile()
        self.profile.installUrlSchemeHandler(SCHEME.encode(), self.answers)
        self.profile.setUrlRequestInterceptor(self.gate)

    def page(self) -> AtlasPage:
        """Make a page on the shared profile."""
        return AtlasPage(self.profile)
