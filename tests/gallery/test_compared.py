"""Two states in one window: what a half says is neither hidden nor cut off by what else it says."""

from itertools import combinations

import pytest
from draw import settled, show
from patience import eventually
from pictures import COMPARED

LABELS = "{}.laidOut().labels.map(label => label.box)"
BADGES = (
    "[...document.querySelectorAll('.compare-badge')].map(badge => {"
    " const host = badge.closest('.leaflet-container').getBoundingClientRect(),"
    "  box = badge.getBoundingClientRect();"
    " return [box.left - host.left, box.top - host.top, box.right - host.left, box.bottom - host.top]; })"
)


def overlap(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.fixture(scope="module", params=COMPARED, ids=lambda picture: picture.name)
def halves(request, driver):
    """Bring the window into the state of a picture: the driver, and what it shows."""
    show(driver, request.param)
    eventually(lambda: len(driver.evaluate(BADGES)) == 2, "the halves do not say what they are")
    settled(driver)
    yield driver, request.param
    driver.store.undo()


def labels_of(driver):
    layers = "window.atlas.comparison.layer()", "window.atlas.scene"
    return [driver.evaluate(LABELS.format(layer)) for layer in layers]


def test_no_two_labels_of_a_half_overlap(halves):
    for labels in labels_of(halves[0]):
        assert len(labels) >= 3
        assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]


def test_no_label_lies_under_a_badge(halves):
    driver, picture = halves
    badges = driver.evaluate(BADGES)
    for labels, own in zip(labels_of(driver), badges, strict=True):
        over = badges if picture.compare.manner == "swipe" else [own]
        assert not [(box, badge) for box in labels for badge in over if overlap(box, badge)]


def test_both_badges_lie_within_their_half(halves):
    driver, picture = halves
    whole = driver.evaluate("document.body.getBoundingClientRect().width")
    room = whole if picture.compare.manner == "swipe" else whole / 2
    for left, top, right, bottom in driver.evaluate(BADGES):
        assert 0 <= left < right <= room
        assert 0 <= top < bottom
