"""The pictures of the gallery, as data: what each shows, how large, in which theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.state.atlas import Compare
from geodata.drawn import Bounds

MINES: Bounds = (76.5, 7.6, 87.0, 20.6)
KERALA: Bounds = (75.75, 8.75, 76.95, 10.35)
"""Kerala's coast from Chavara to Aluva: zoom 10 in the window's map."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One state of the window.

    Parameters
    ----------
    size : tuple of int
        Width and height of the window in pixels.
    rows : tuple of str
        Rows switched on besides those that are on at the start.
    pane : str or None
        The pane that is brought to the front.
    known_on : datetime.date or None
        The day on which what is shown was known.
    since : int or None
        The first year of a range.
    scenario : str
        The bundled scenario that is on; empty for none.
    compare : Compare or None
        What it is compared with.
    """

    name: str
    year: int = 2025
    size: tuple[int, int] = (1280, 800)
    theme: str = "light"
    selected: str | None = None
    bounds: Bounds | None = None
    rows: tuple[str, ...] = ()
    pane: str | None = None
    scenario: str = ""
    known_on: date | None = None
    since: int | None = None
    fiscal: bool = False
    compare: Compare | None = None


@dataclass(frozen=True, slots=True)
class Staged:
    """A step of the bundled story as an audience sees it; `place` counts from 0."""

    name: str
    place: int
    theme: str = "light"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One exported sheet, with a second map where it is compared with another year or day."""

    name: str
    year: int = 2025
    size: tuple[int, int] = (1920, 1080)
    theme: str = "light"
    compare: Compare | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The page in one file, in Chromium."""

    name: str
    size: tuple[int, int] = (1280, 800)
    dark: bool = False
    selected: str | None = None
    scenario: str | None = None
    is_printed: bool = False


WINDOWS = (
    Picture("opening"),
    Picture("year-2012", year=2012),
    Picture("year-2024", year=2024),
    Picture("year-2026", year=2026),
    Picture("year-2030", year=2030),
    Picture("selected-plant", selected="plant.oscom"),
    Picture("selected-conflict", year=2024, selected="claim.in-jp-2024-sangri"),
    Picture("mines", selected="mine.killiyoor", bounds=MINES, rows=("other_sites",)),
    Picture("kerala-coast", selected="plant.chavara", bounds=KERALA),
    Picture("promised", year=2016, rows=("flows_japan_promised",), pane="agreements"),
    Picture("sources", pane="sources"),
    Picture("story", pane="story"),
    Picture("text-version", size=(1280, 1000), pane="text"),
    Picture("matrix", year=2024, size=(1920, 1080), selected="claim.in-jp-2024-sangri", pane="matrix"),
    Picture("desk", year=2024, size=(1440, 900), selected="claim.in-jp-2024-sangri", pane="matrix"),
    Picture("promised-and-delivered", year=2024, size=(1920, 1080), pane="deliveries"),
    Picture("ladder", size=(1920, 1080), selected="mine.killiyoor", bounds=MINES, pane="ladder"),
    Picture("balance", year=2026, size=(1440, 1200), scenario="agreement-continues", pane="balance"),
    Picture("matrix-dark", year=2026, theme="dark", scenario="four-mines-by-2030", pane="matrix"),
    Picture("scenario", year=2030, scenario="four-mines-by-2030", bounds=MINES, pane="scenarios"),
    Picture("scenario-dark", size=(1920, 1080), theme="dark", scenario="exports-suspended", pane="scenarios"),
    Picture("known-on-1-june-2025", year=2024, known_on=date(2025, 6, 1)),
    Picture("known-on-1-july-2025", year=2024, known_on=date(2025, 7, 1)),
    Picture("range", since=2012),
    Picture("fiscal", fiscal=True, pane="views"),
    Picture("dark", theme="dark"),
    Picture("large-1920x1080", size=(1920, 1080)),
    Picture("small-1024x700", size=(1024, 700)),
)
COMPARED = (
    Picture("compare-swipe", compare=Compare(2024), pane="compare"),
    Picture("compare-side", size=(1920, 1080), compare=Compare(2024, manner="side"), pane="compare"),
    Picture("compare-known", compare=Compare(2025, known_on=date(2025, 6, 1)), pane="compare"),
    Picture(
        "compare-scenario-dark",
        year=2030,
        size=(1920, 1080),
        theme="dark",
        scenario="agreement-continues",
        compare=Compare(2030, manner="side"),
        pane="compare",
    ),
)
"""Two states in one window."""
STAGED = (
    Staged("presented-1950-dark", 1, theme="dark"),
    Staged("presented-2024", 4),
    Staged("presented-mines", 7),
    Staged("presented-target", 8),
    Staged("presented-suspension-dark", 6, theme="dark"),
)
SCALED = (Picture("scale-2"),)
"""Drawn by a process of their own, at scale factor 2."""
SHEETS = (
    Sheet("sheet-light"),
    Sheet("sheet-dark", theme="dark"),
    Sheet("sheet-2024", year=2024),
    Sheet("sheet-2030", year=2030),
    Sheet("sheet-a4-portrait", size=(1240, 1754)),
    Sheet("sheet-square", size=(1080, 1080)),
    Sheet("sheet-compare", compare=Compare(2024)),
    Sheet("sheet-compare-known", size=(1240, 1754), compare=Compare(2025, known_on=date(2025, 6, 1))),
)
PAGES = (
    Page("page"),
    Page("page-dark", dark=True),
    Page("page-selected", selected="flow.in-jp.re"),
    Page("page-phone", size=(390, 844)),
    Page("page-scenario", size=(1920, 1080), scenario="four-mines-by-2030"),
    Page("page-scenario-phone", size=(390, 844), dark=True, scenario="four-mines-by-2030"),
    Page("page-printed", is_printed=True),
)
