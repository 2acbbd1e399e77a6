"""The legend holds what is drawn, and no more."""

import pytest
from qtpy.QtWidgets import QLabel

from desktop.commands import extent, layers, years
from desktop.panels.legend import _Symbol


@pytest.fixture
def shown(panel):
    made, context, _ = panel("legend")
    return made, context.store


def told(made):
    return [label.text() for label in made.widget.findChildren(QLabel) if label.isVisibleTo(made.widget)]


@pytest.mark.parametrize("year", [2025, 2012, 2024, 1955, 2030])
def test_it_says_what_the_frame_says(shown, year):
    made, store = shown
    years.go_to(store, year)
    assert told(made) == [entry.text for entry in store.frame.legend]
    symbols = [symbol for symbol in made.widget.findChildren(_Symbol) if symbol.isVisibleTo(made.widget)]
    assert [symbol._entry for symbol in symbols] == list(store.frame.legend)


@pytest.mark.parametrize(
    ("bounds", "symbols"),
    [
        ((76.0, 9.5, 77.0, 10.5), ["plant"]),
        ((75.0, 8.0, 78.0, 10.5), ["plant", "mine"]),
        ((78.0, 14.0, 79.0, 15.0), ["area"]),
        ((100.0, 27.0, 110.0, 33.0), ["import/figure"]),
        ((60.0, -40.0, 70.0, -30.0), []),
    ],
)
def test_it_lists_what_lies_in_the_extent_and_no_more(shown, bounds, symbols):
    made, store = shown
    extent.show(store, "Move", bounds)
    texts = [entry.text for symbol in symbols for entry in store.frame.legend if entry.symbol == symbol]
    assert len(texts) == len(symbols)
    assert told(made)[: len(texts)] == texts
    assert ("Nothing is drawn here" in "".join(told(made))) == (not symbols)


def test_an_arrow_is_as_wide_as_on_the_map(shown):
    made, store = shown
    wide = next(entry for entry in store.frame.legend if entry.symbol == "import/figure")
    symbol = next(symbol for symbol in made.widget.findChildren(_Symbol) if symbol._entry == wide)
    image = symbol.grab().toImage()
    x = round(image.width() * 0.2)
    background = image.pixel(0, 0)
    painted = [y for y in range(image.height()) if image.pixel(x, y) != background]
    assert (painted[-1] - painted[0] + 1) / image.devicePixelRatio() == pytest.approx(wide.width_px, abs=2)


def test_with_nothing_drawn_it_says_what_to_do(shown):
    made, store = shown
    for group in {row.group for row in store.frame.rows}:
        layers.set_group_visible(store, group, False)
    assert "Tick a layer" in told(made)[0]


@pytest.mark.parametrize(("year", "has_arc"), [(2025, True), (2030, False)])
def test_the_ring_of_a_mine_has_an_arc_only_where_one_is_drawn(shown, year, has_arc):
    made, store = shown
    years.go_to(store, year)
    assert any(place.state for place in store.frame.places if place.style == "mine") == has_arc
    (words,) = (line for line in told(made) if line.startswith("Proposed mine, place approximate"))
    assert ("arc: its state" in words) == has_arc
    (symbol,) = (symbol for symbol in made.widget.findChildren(_Symbol) if symbol._entry.symbol == "mine")
    image = symbol.grab().toImage()
    middle = image.height() // 2
    right = [x for x in range(image.width() // 2 + 7, image.width()) if _is_dark(image, x, middle)]
    assert bool(len(right) > 1) == has_arc


def _is_dark(image, x, y):
    return image.pixelColor(x, y).lightness() < 140
