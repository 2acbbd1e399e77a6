"""One Chromium for all tests of the page in one file, without a network, and a page of the real layers."""

from dataclasses import replace

import pytest
from chromium import Chromium, Tab
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets.page import write_page

YEAR = 2025


@pytest.fixture(scope="session")
def page(tmp_path_factory):
    """The page that `irel-atlas page` writes over the atlas's own layers."""
    path = tmp_path_factory.mktemp("page") / "atlas.html"
    write_page(opening_atlas(dataset(), YEAR), deriver(dataset()), path)
    return path


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    with Chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def open_page(chromium, page):
    """Open pages in tabs of their own; none may complain, or ask for anything but itself."""
    opened: list[tuple[Tab, str]] = []

    def make(path=page, size=(1280, 800), dark=False) -> Tab:
        tab = Tab(chromium, size, dark)
        opened.append((tab, path.as_uri()))
        tab.open(path)
        return tab

    yield make
    for tab, address in opened:
        assert tab.complaints() == []
        assert {asked for asked in tab.requests() if not asked.startswith("data:")} == {address}
        tab.close()


@pytest.fixture
def tab(open_page):
    return open_page()


@pytest.fixture(scope="session")
def frame_at():
    """Frames of the real layers: by year, with the rows that are on, or those of these ids."""
    derive, opening = deriver(dataset()), opening_atlas(dataset(), YEAR)

    def make(year, rows=None, selected=None):
        layers = opening.layers if rows is None else replace(opening.layers, visible=frozenset(rows))
        selection = replace(opening.selection, id=selected)
        clock = replace(opening.clock, year=year)
        return derive(replace(opening, layers=layers, selection=selection, clock=clock))

    return make
