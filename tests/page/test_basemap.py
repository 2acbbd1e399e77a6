"""The ground: seamless, in the palette's colours, sharp where it must be, and with names that give way."""

from collections import Counter
from itertools import pairwise

import pytest
from patience import eventually
from qtpy.QtGui import QColor

from desktop.state.atlas import Layers
from resources.palette import palette

LIGHT, DARK = palette("light"), palette("dark")


def settled(driven, lon, lat, zoom):
    """Go somewhere and wait until the files of that zoom have come and nothing is drawn any more."""
    driven.go_to(lon, lat, zoom)
    driven.run(
        "const map = await window.atlas.map, frame = () => new Promise(done => requestAnimationFrame(done));"
        "const paths = [...document.querySelectorAll('.basemap path')];"
        "const ds = () => paths.map(path => path.getAttribute('d')).join();"
        "for (let before = '', same = 0, i = 0; same < 12 && i < 300; i++) {"
        " await frame(); const now = ds(); same = now === before ? same + 1 : 0; before = now; }"
    )


def colour_at(driven, lon, lat) -> str:
    """Give the colour that most of the pixels about a point have: words and lines may cross them."""
    x, y = driven.run(
        "const at = (await window.atlas.map).latLngToContainerPoint([lat, lon]); return [at.x, at.y];",
        lon=lon,
        lat=lat,
    )
    image = driven.view.grab().toImage()
    around = [(round(x) + i, round(y) + j) for i in range(-6, 7) for j in range(-6, 7)]
    return Counter(image.pixelColor(*at).name() for at in around).most_common(1)[0][0].upper()


def path(driven, name: str) -> str:
    return driven.run("return document.querySelector(`.basemap .${name}`).getAttribute('d');", name=name)


def names(driven) -> list[str]:
    return [label["rows"][0]["text"] for label in driven.laid_out()["labels"] if label["kind"] == "name"]


@pytest.mark.parametrize("zoom", [3.5, 4.5, 5.5, 7.5, 9])
def test_sea_land_and_india_have_their_colours_at_every_zoom(driven, zoom):
    for lon, lat, colour in ((62.0, 12.0, LIGHT.water), (73.5, 26.8, LIGHT.india), (64.5, 28.5, LIGHT.land)):
        settled(driven, lon, lat, zoom)
        assert colour_at(driven, lon, lat) == colour


@pytest.mark.parametrize(
    ("lon", "lat", "zoom", "along"),
    [(60, 30, 5, "x"), (102, 33, 5.25, "x"), (88, 42, 5.5, "y"), (77, 25, 7.25, "y"), (82, 20.6, 9, "x")],
)
def test_no_seam_shows_where_one_file_ends_and_another_begins(driven, lon, lat, zoom, along):
    settled(driven, lon, lat, zoom)
    image = driven.view.grab().toImage()
    middle_x, middle_y = image.width() // 2, image.height() // 2
    water = QColor(LIGHT.water).name()
    for aside in range(-60, 61, 5):
        line = [
            image.pixelColor(middle_x + step, middle_y + aside).name()
            if along == "x"
            else image.pixelColor(middle_x + aside, middle_y + step).name()
            for step in range(-4, 5)
        ]
        lonely = [b for (a, b), c in zip(pairwise(line), line[2:], strict=False) if a == c != b == water]
        assert not lonely


def test_the_cut_edges_of_a_file_are_no_borders(driven):
    settled(driven, 60, 30, 5)
    x = driven.run("return (await window.atlas.map).latLngToLayerPoint([30, 60]).x;")
    upright = driven.run(
        "return ['border', 'coast', 'outline', 'shore'].flatMap(name =>"
        " document.querySelector(`.basemap .${name}`).getAttribute('d').match(/M[^M]*/g) || [])"
        ".filter(line => { const [, at] = /^M(-?[\\d.]+) /.exec(line);"
        " return Math.abs(at - x) < 1 && /^M[^l]*(l0 -?\\d+(\\.\\d+)?){1,3}$/.test(line); }).length;",
        x=x,
    )
    assert upright == 0


def test_a_change_of_theme_changes_colours_and_redraws_no_ground(driven):
    settled(driven, 80, 20, 5)
    before = path(driven, "land")
    driven.run(
        "window.redrawn = 0; new MutationObserver(seen => { window.redrawn += seen.length; })"
        ".observe(document.querySelector('.basemap'), { subtree: true, attributeFilter: ['d'] });"
    )
    driven.view.show_look(Layers(frozenset()), dark=True, motion=False)
    eventually(lambda: colour_at(driven, 76.0, 26.0) == DARK.india)
    assert path(driven, "land") == before
    assert driven.evaluate("window.redrawn") == 0


def test_the_graticule_is_off_at_first_and_tells_its_degrees(driven):
    assert path(driven, "graticule") == "M0 0"
    driven.view.show_look(Layers(frozenset(), graticule=True), dark=False, motion=False)
    driven.go_to(85, 20, 5)
    assert path(driven, "graticule").count("M") > 30
    assert {"80° E", "25° N"} <= set(names(driven))


def test_the_names_that_are_offered_suit_the_zoom(driven):
    settled(driven, 100, 28, 3.5)
    assert "CHINA" in names(driven)
    settled(driven, 78, 14, 6)
    assert {"Tamil Nadu", "Hyderabad"} <= set(names(driven))
    settled(driven, 76.4, 9.9, 10)
    assert "Kochi" in names(driven)
    assert "INDIA" not in names(driven)


@pytest.mark.parametrize("size", [(420, 360), (1280, 800), (600, 240)])
def test_the_name_of_india_never_stands_over_a_neighbour_or_the_sea(driven, size):
    """The middle of the name lies on India as it is painted, however the labels of the story crowd it out."""
    before, met = driven.view.size(), 0
    driven.view.resize(*size)
    for lon, lat, zoom in ((104, 25, 2.6), (82, 24, 3), (82, 24, 3.5), (95, 25, 4), (79, 18, 5)):
        settled(driven, lon, lat, zoom)
        for label in driven.laid_out()["labels"]:
            if label["kind"] == "name" and label["rows"][0]["text"] == "INDIA":
                west, north, east, south = label["box"]
                middle = driven.run(
                    "const at = (await window.atlas.map).containerPointToLatLng([x, y]);"
                    "return [at.lng, at.lat];",
                    x=(west + east) / 2,
                    y=(north + south) / 2,
                )
                assert colour_at(driven, *middle) == LIGHT.india, (zoom, middle)
                met += 1
    driven.view.resize(before)
    assert met >= 2


def test_what_the_atlas_names_itself_is_not_named_twice(driven):
    settled(driven, 76.4, 10.0, 10.5)
    labels = [label["rows"][0]["text"] for label in driven.laid_out()["labels"]]
    assert labels.count("Aluva") == 1
    settled(driven, 79, 15, 6.5)
    labels = [label["rows"][0]["text"] for label in driven.laid_out()["labels"]]
    assert labels.count("Andhra Pradesh") == 1


def test_coasts_at_the_plants_are_sharp_at_the_last_zoom(driven):
    settled(driven, 76.53, 8.97, 12)
    points = path(driven, "shore").count("l")
    assert points > 150


def test_zooming_out_past_the_edge_of_the_world_goes_on_with_the_other_side(driven):
    settled(driven, 160, 50, 3)
    assert colour_at(driven, 135, 62) == LIGHT.land
    assert colour_at(driven, 207, 65) == LIGHT.land
