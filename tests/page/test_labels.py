"""Labels never overlap, stay inside the map and off its controls, whatever is shown and however large."""

from itertools import combinations

import pytest
from patience import until

EXTENTS = [
    (95, 25, 3.5),
    (83, 20, 4.25),
    (79, 13, 5),
    (85, 19.5, 6.5),
    (76.5, 9.6, 8),
    (85.3, 19.5, 10),
    (110, 30, 3),
]
SIZES = [(420, 360), (760, 560), (1280, 800), (1920, 1080)]


def overlap(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def touches(box, place) -> bool:
    x, y = place["spot"]
    dx, dy = max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])
    return dx * dx + dy * dy < place["r"] ** 2


def resize(driven, width, height):
    driven.view.resize(width, height)
    driven.run(
        "const map = await window.atlas.map;"
        "for (let i = 0; i < 400 && !(map.getSize().x === width && map.getSize().y === height); i++)"
        " await new Promise(done => setTimeout(done, 5));"
        "return [map.getSize().x, map.getSize().y];",
        width=width,
        height=height,
    )


@pytest.mark.parametrize("size", SIZES)
def test_no_two_labels_overlap_at_any_extent(driven, size):
    width, height = size
    resize(driven, width, height)
    for lon, lat, zoom in EXTENTS:
        driven.go_to(lon, lat, zoom)
        laid = driven.laid_out()
        boxes = [label["box"] for label in laid["labels"]]
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)], (lon, lat, zoom)
        assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= width and b[3] <= height for b in boxes)
        assert not [box for box in boxes for place in laid["places"] if touches(box, place)]


def test_labels_keep_off_the_controls(driven):
    controls = driven.run(
        "return ['.zoom-buttons', '.scale-bar', '.map-notice'].map(name => {"
        " const box = document.querySelector(name).getBoundingClientRect();"
        " return [box.left, box.top, box.right, box.bottom]; });"
    )
    for lon, lat, zoom in EXTENTS:
        driven.go_to(lon, lat, zoom)
        for label in driven.laid_out()["labels"]:
            assert not [box for box in controls if overlap(box, label["box"])]


def test_the_opening_view_names_everything(driven):
    named = {label["id"] for label in driven.laid_out()["labels"] if label["id"]}
    assert named == {
        "plant.aluva", "plant.chavara", "plant.oscom", "mine.killiyoor", "mine.krushnaprasad",
        "mine.odisha-2", "mine.andhra", "flow.cn-in.magnets", "flow.in-jp.re", "flow.cn-jp.re",
    }  # fmt: skip


def test_a_measured_box_holds_its_words(driven):
    wider = driven.run(
        "return [...document.querySelectorAll('.labels > g')].filter(group => {"
        " const words = [...group.querySelectorAll('text')].map(text => text.getBBox());"
        " const label = window.atlas.scene.laidOut().labels.find(one => one.key === group.dataset.key);"
        " return words.some(box => box.x < label.box[0] - 0.5 || box.x + box.width > label.box[2] + 0.5"
        " || box.y < label.box[1] - 1 || box.y + box.height > label.box[3] + 1.5); })"
        ".map(group => group.dataset.key);"
    )
    assert not wider


def test_nothing_is_smaller_than_twelve_pixels(driven):
    sizes = driven.evaluate(
        "[...document.querySelectorAll('.labels text')]"
        ".map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 12


def test_the_same_extent_gives_the_same_labels(driven):
    driven.settle()
    before = driven.laid_out()
    driven.go_to(79, 13, 5)
    driven.view.fit((66.0, 2.0, 142.0, 46.0))
    driven.settle()
    assert driven.laid_out() == before


def test_a_scene_that_comes_again_has_the_labels_of_one_placed_anew(driven, make_frame):
    driven.settle()
    first, other = make_frame(), make_frame(areas=())
    placed = driven.laid_out()["labels"]
    driven.show(other)
    assert driven.laid_out()["labels"] != placed
    driven.show(first)
    assert driven.laid_out()["labels"] == placed
    until(driven.view.ready, driven.view.load)
    driven.show(first)
    driven.settle()
    assert driven.laid_out()["labels"] == placed


def test_labels_go_with_the_extent_although_the_scene_is_the_same(driven):
    def boxes():
        driven.settle()
        return {label["key"]: label["box"] for label in driven.laid_out()["labels"]}

    before = boxes()
    driven.go_to(80, 21, 5)
    assert boxes() != before


@pytest.mark.parametrize("width", [280, 198])
def test_in_half_a_window_every_flow_is_named_and_none_lies_under_the_words_of_another(driven, width):
    resize(driven, width, 520)
    driven.view.fit((66.0, 2.0, 142.0, 46.0))
    driven.settle()
    flows = driven.run("return window.atlas.scene.laidOut().flows.map(({ id, points }) => [id, points]);")
    labels = [label for label in driven.laid_out()["labels"] if label["kind"] == "flow"]
    assert {label["id"] for label in labels} == {flow for flow, _ in flows}
    for label in labels:
        left, top, right, bottom = label["box"]
        for flow, points in flows:
            assert not [at for at in points if left < at[0] < right and top < at[1] < bottom], (
                label["id"],
                flow,
            )
