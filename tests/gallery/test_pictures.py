"""What a presenter would see at once: words over words, hidden symbols, faint text, a legend that lies."""

import math
from collections import Counter
from itertools import combinations, pairwise

from draw import settled, show
from pictures import WINDOWS
from qtpy.QtGui import QColor, QImage

from desktop.sheets.extent import crosses

SMALLEST_TEXT_PX = 12
LEAST_CONTRAST = 4.5
GROUND_SHARE = 0.06
"""A tone that fills so much of a label's box is ground, and not the edge of a letter."""


def overlap(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shared_area(distance: float, r: float, s: float) -> float:
    """Give the area that two discs share."""
    if distance >= r + s:
        return 0.0
    if distance <= abs(r - s):
        return math.pi * min(r, s) ** 2
    at_r = math.acos((distance**2 + r * r - s * s) / (2 * distance * r))
    at_s = math.acos((distance**2 + s * s - r * r) / (2 * distance * s))
    return r * r * (at_r - math.sin(2 * at_r) / 2) + s * s * (at_s - math.sin(2 * at_s) / 2)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(image: QImage, box, scale: float) -> list[QColor]:
    """Give the tones that lie under a text: those that fill a good part of its box."""
    left, top, right, bottom = (round(side * scale) for side in box)
    inside = [(x, y) for x in range(left, right) for y in range(top, bottom) if image.valid(x, y)]
    tones = Counter(image.pixel(x, y) for x, y in inside)
    return [QColor(tone) for tone, count in tones.items() if count >= GROUND_SHARE * len(inside)]


def test_no_two_labels_overlap(stage):
    driver, _ = stage
    labels = driver.laid_out()["labels"]
    assert len(labels) >= 3
    for one, other in combinations(labels, 2):
        assert not overlap(one["box"], other["box"]), (one["key"], other["key"])


def test_no_symbol_covers_another_by_more_than_a_third(stage):
    driver, _ = stage
    places = driver.laid_out()["places"]
    assert places
    for one, other in combinations(places, 2):
        shared = shared_area(math.dist(one["spot"], other["spot"]), one["r"], other["r"])
        assert shared <= math.pi * min(one["r"], other["r"]) ** 2 / 3, (one["id"], other["id"])


def test_text_is_large_and_dark_enough_for_what_lies_under_it(stage):
    driver, image = stage
    scale = image.width() / driver.window.width()
    origin = driver.map.mapTo(driver.window, driver.map.rect().topLeft())
    texts = driver.evaluate(
        "[...document.querySelectorAll('.labels text, .map-notice, .scale-words')].map(one => {"
        " const box = one.getBoundingClientRect(), style = getComputedStyle(one);"
        " return { words: one.textContent, px: parseFloat(style.fontSize),"
        "   colour: one.tagName === 'text' ? style.fill : style.color,"
        "   box: [box.left, box.top, box.right, box.bottom] }; })"
    )
    assert len(texts) >= 5
    for text in texts:
        assert text["px"] >= SMALLEST_TEXT_PX, text["words"]
        ink = QColor(*(int(part) for part in text["colour"][4:-1].split(",")))
        left, top, right, bottom = text["box"]
        box = (left + origin.x(), top + origin.y(), right + origin.x(), bottom + origin.y())
        under = [tone for tone in grounds(image, box, scale) if contrast(tone, ink) > 1.5]
        assert under, text["words"]
        assert min(contrast(tone, ink) for tone in under) >= LEAST_CONTRAST, text["words"]


def test_words_are_as_grey_as_their_line(stage):
    driver, _ = stage
    grey = {flow.thing for flow in driver.store.frame.flows if symbol_of(flow) == "relation/known"}
    labels = [label for label in driver.laid_out()["labels"] if label["kind"] == "flow"]
    assert {label["id"] for label in labels if label["tone"] == "relation_text"} <= grey
    assert all(label["tone"] == "relation_text" for label in labels if label["id"] in grey)


def test_no_words_of_a_flow_hide_a_part_of_indias_outline(stage):
    driver, _ = stage
    outline = driver.evaluate(
        "(scene => { const map = scene._map; return scene._around.outlines().flat()"
        ".map(([lon, lat]) => map.latLngToContainerPoint([lat, lon])).map(({ x, y }) => [x, y]); })"
        "(window.atlas.scene)"
    )
    assert len(outline) > 100
    for label in driver.laid_out()["labels"]:
        if label["kind"] == "flow":
            left, top, right, bottom = label["box"]
            hidden = [at for at in outline if left < at[0] < right and top + 2 < at[1] < bottom - 2]
            assert not hidden, label["key"]


def symbol_of(flow) -> str:
    """Name the symbol of a flow as the legend does."""
    return "relation/known" if flow.drawn_as == "known" else f"{flow.style}/{flow.drawn_as}"


def in_sight(driver) -> set[str]:
    """Give the symbols of which the map shows anything."""
    laid, frame, (width, height) = (
        driver.laid_out(),
        driver.store.frame,
        driver.evaluate("[innerWidth, innerHeight]"),
    )

    def is_seen(points) -> bool:
        return any(crosses(piece, 0, 0, width, height) for piece in pairwise([points[0], *points]))

    points = {place["id"]: [place["at"]] for place in laid["places"]}
    points |= {flow["id"]: flow["points"] for flow in laid["flows"]}
    points |= {area["id"]: [at for ring in area["rings"] for at in ring] for area in laid["areas"]}
    kinds = [(place.style, place.thing) for place in frame.places]
    kinds += [("area", area.thing) for area in frame.areas]
    kinds += [(symbol_of(flow), flow.thing) for flow in frame.flows]
    return {symbol for symbol, thing in kinds if thing in points and is_seen(points[thing])}


def test_the_legend_is_what_is_drawn(stage):
    driver, _ = stage
    frame = driver.store.frame
    told_of = {thing.thing for thing in (*frame.places, *frame.areas, *frame.flows)}
    drawn = driver.drawn()
    assert drawn <= told_of
    if driver.store.atlas.view.bounds[2] > frame.opening[2]:  # closer in, what is out of sight is not drawn
        assert drawn == told_of
    symbols = {place.style for place in frame.places} | ({"area"} if frame.areas else set())
    for flow in frame.flows:
        symbols.add(symbol_of(flow))
    assert {entry.symbol for entry in frame.legend} == symbols
    told, seen = driver.words("legend"), in_sight(driver)
    for entry in frame.legend:
        assert (entry.text in told) == (entry.symbol in seen), entry


def test_no_button_lies_over_the_end_of_an_arrow(stage):
    driver, _ = stage
    left, top, right, bottom = driver.evaluate(
        "(box => [box.left, box.top, box.right, box.bottom])"
        "(document.querySelector('.zoom-buttons').getBoundingClientRect())"
    )
    for flow in driver.laid_out()["flows"]:
        for x, y in (flow["points"][0], flow["points"][-1]):
            assert not (left - 4 < x < right + 4 and top - 4 < y < bottom + 4), flow["id"]


def test_kinds_of_flow_differ_in_form_and_not_in_hue_alone(driver):
    """What tells them apart in greyscale: dashes, whether the line is filled, and letters."""
    promised = next(picture for picture in WINDOWS if picture.name == "promised")
    forms = {}
    for picture in (WINDOWS[0], next(p for p in WINDOWS if p.name == "year-2024"), promised):
        show(driver, picture)
        settled(driver)
        found = driver.evaluate(
            "[...document.querySelectorAll('.flows > g')].map(g => [g.dataset.key,"
            " [...g.querySelectorAll('path')]"
            ".filter(p => p.getAttribute('stroke') !== 'transparent')"
            ".map(p => [p.getAttribute('stroke-dasharray') || 'solid', p.getAttribute('fill') === 'none',"
            " Number(p.getAttribute('stroke-width') || 0) > 1.5])])"
        )
        kinds = {f"{flow.row}/{flow.thing}": flow.drawn_as for flow in driver.store.frame.flows}
        for key, form in found:
            forms.setdefault(kinds[key], set()).add(str(form))
    assert set(forms) == {"figure", "in_force", "known", "target"}
    for one, other in combinations(forms, 2):
        assert not forms[one] & forms[other], (one, other)
