"""Badges over the map: no label lies under one, and each of them says what the map is right under."""

from datetime import date

from patience import eventually
from qtpy.QtWidgets import QFrame

from desktop.commands import knowing, scenarios
from geodata.bundled import scenarios as bundled


def boxes(atlas):
    frames = [frame for frame in atlas.window.badges.findChildren(QFrame, "badge") if frame.isVisible()]
    corners = [(frame.mapTo(atlas.window, frame.rect().topLeft()), frame.size()) for frame in frames]
    origin = atlas.map.mapTo(atlas.window, atlas.map.rect().topLeft())
    return [
        (
            at.x() - origin.x(),
            at.y() - origin.y(),
            at.x() - origin.x() + s.width(),
            at.y() - origin.y() + s.height(),
        )
        for at, s in corners
    ]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_no_label_lies_under_a_badge(atlas):
    scenarios.choose(atlas.store, bundled()[0])
    knowing.know_on(atlas.store, date(2025, 12, 1))
    atlas.rest()

    def is_free():
        found = boxes(atlas)
        labels = atlas.laid_out()["labels"]
        return (
            len(found) == 2
            and labels
            and not [label["key"] for label in labels if any(overlap(label["box"], box) for box in found)]
        )

    eventually(is_free, "a label lies under a badge")
