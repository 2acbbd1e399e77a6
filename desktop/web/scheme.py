"""The one scheme of the pages, ``atlas://map/…``: bytes of resources, basemap and documents, no more."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QBuffer, QFile, QIODevice, QUrl
from qtpy.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from desktop.web.ground import read_basemap
from resources import files

SCHEME = "atlas"
HOST = "map"
RESOURCE_FOLDERS = ("web", "vendor", "fonts", "styles")
QT_CHANNEL = "vendor/qwebchannel.js"
BASEMAP = "basemap/"

Maker = Callable[[], bytes]


def address(name: str) -> QUrl:
    """Give the address under which the pages find something: ``atlas://map/`` and its name."""
    return QUrl(f"{SCHEME}://{HOST}/{name}")


def register_scheme() -> None:
    """Make the scheme known to Chromium; to be called before the application is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name() == SCHEME.encode():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def read_served(name: str) -> bytes | None:
    """Read a file that pages may have.

    Parameters
    ----------
    name : str
        Its path with forward slashes: ``web/main.js``, ``basemap/world_lo.topojson``.

    Returns
    -------
    bytes or None
        None where there is no such file, or where it is none of a page's business.
    """
    if name == QT_CHANNEL:
        return _read_qt("qtwebchannel/qwebchannel.js")
    if name.startswith(BASEMAP):
        return read_basemap(name.removeprefix(BASEMAP))
    if name.split("/", 1)[0] not in RESOURCE_FOLDERS:
        return None
    try:
        return files.read(name)
    except (files.OutsideResourcesError, OSError):
        return None


def _read_qt(name: str) -> bytes | None:
    """Read a file that Qt carries inside itself, the same in both engines."""
    inside = QFile(f":/{name}")
    if not inside.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    return bytes(inside.readAll().data())


class Answers(QWebEngineUrlSchemeHandler):
    """Answer what the pages ask of ``atlas://map/``.

    What was asked for and not found is kept in `not_found`: a missing module fails without a word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.not_found: list[str] = []
        self._made: dict[str, Maker] = {}

    def serve(self, name: str, make: Maker) -> None:
        """Answer a name with what a function makes whenever it is asked for."""
        self._made[name] = make

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request, with bytes or with a refusal."""
        url = job.requestUrl()
        name = url.path().lstrip("/")
        data = self._find(name) if url.host() == HOST else None
        if data is None:
            self.not_found.append(url.toString())
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(files.content_type(name).encode(), buffer)

    def _find(self, name: str) -> bytes | None:
        return self._made[name]() if name in self._made else read_served(name)
