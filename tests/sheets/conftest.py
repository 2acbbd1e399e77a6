"""One engine and one warm page for all tests of sheets, and frames of the real layers."""

import json
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from patience import answer_of
from qtpy.QtWidgets import QApplication

from desktop.sheets.errors import SheetError
from desktop.sheets.printer import SheetPrinter
from desktop.sheets.sheet import SheetRequest
from desktop.web.chromium import prepare_chromium
from desktop.web.engine import Engine
from desktop.web.scheme import register_scheme
from geodata.frame import Frame, Query
from geodata.frames import framer
from geodata.reading import read

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """Where words stand on a sheet, in its units; the ink, not the line."""

    words: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right - 1 and other.left < self.right - 1
        return across and self.top < other.bottom - 1 and other.top < self.bottom - 1


class Sheets:
    """Makes sheets and waits for them."""

    def __init__(self, printer: SheetPrinter) -> None:
        self.printer = printer
        self.complaints: list[str] = []
        printer._page.complained.connect(self.complaints.append)

    wait = staticmethod(answer_of)

    def make(self, request: SheetRequest) -> bytes:
        result = self.wait(lambda end: self.printer.make(request, end, end))
        if isinstance(result, SheetError):
            raise result
        return result

    def svg(self, frame: Frame, bounds=None, size_px=(1920, 1080), **options) -> ET.Element:
        """Make a sheet as SVG and parse it."""
        request = SheetRequest(frame, bounds or frame.opening, size_px, format="svg", **options)
        return ET.fromstring(self.make(request))

    def evaluate(self, expression: str):
        """Give the value of an expression in the page that drew the last sheet."""
        script = f"JSON.stringify({expression})"
        return json.loads(self.wait(lambda end: self.printer._page.runJavaScript(script, 0, end)))

    def boxes(self, pixel: float = 2 / 3) -> list[Box]:
        """Say where the words of the last sheet stand; `pixel` are the CSS pixels of one of its units."""
        found = self.evaluate(
            "[...document.querySelectorAll('#sheet text')].map(t => { const b = t.getBoundingClientRect();"
            " return [t.textContent, +t.getAttribute('font-size'), b.left, b.top, b.right, b.bottom]; })"
        )
        return [_inked(words, size, *(edge / pixel for edge in edges)) for words, size, *edges in found]


def _inked(words, size, left, top, right, bottom) -> Box:
    """Cut a line's box down to capitals and descenders: Noto Sans has much air above and below."""
    return Box(words, size, left, top + 0.34 * size, right, bottom - 0.08 * size)


@cache
def dataset():
    found = read()
    assert found.dataset is not None, found.problems
    return found.dataset


@cache
def _framer():
    return framer(dataset())


@pytest.fixture(scope="session")
def frame_of():
    """Frames of the real layers: by year, with rows switched on beside those that open, and a series."""

    def make(year: int = 2025, more: tuple[str, ...] = (), series: str | None = None) -> Frame:
        rows = frozenset(row.id for row in dataset().catalog.rows if row.on) | set(more)
        return _framer()(Query(year, rows, series=series))

    return make


@pytest.fixture(scope="session")
def engine():
    register_scheme()
    prepare_chromium()
    application = QApplication.instance() or QApplication(["irel-atlas"])
    engine = Engine()
    engine.application = application
    return engine


@pytest.fixture(scope="module")
def sheets(engine):
    sheets = Sheets(SheetPrinter(engine))
    yield sheets
    sheets.printer.close()
    assert sheets.complaints == []
    assert [name for name in engine.answers.not_found if "/sheet/" in name] == []


def texts(svg: ET.Element, group: str | None = None) -> list[str]:
    """List the words of a sheet, or of one of its named groups."""
    root = svg if group is None else next(g for g in svg.iter(f"{SVG}g") if g.get("id") == group)
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.fixture(scope="session")
def words_of():
    return texts


@pytest.fixture(scope="session")
def box_of():
    return Box
