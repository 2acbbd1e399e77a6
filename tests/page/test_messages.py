"""Only our own messages are understood, with values that are what they should be."""

import json

import pytest
from patience import until

from desktop.web.messages import (
    Failed,
    Measured,
    Painted,
    Picked,
    Pointed,
    Ready,
    Refused,
    UnknownMessageError,
    Viewed,
    understand,
)  # fmt: skip

GOOD = [
    ({"kind": "ready"}, Ready()),
    ({"kind": "painted", "seq": 3}, Painted(3)),
    ({"kind": "picked", "id": None}, Picked(None)),
    ({"kind": "picked", "id": "plant.aluva"}, Picked("plant.aluva")),
    (
        {"kind": "viewed", "bounds": [1, 2, 3, 4], "zoom": 4.25, "by": "user"},
        Viewed((1, 2, 3, 4), 4.25, "user"),
    ),
    ({"kind": "pointed", "at": [76.3, 10]}, Pointed((76.3, 10))),
    ({"kind": "pointed", "at": None}, Pointed(None)),
    ({"kind": "measured", "points": [[1, 2], [3, 4]]}, Measured(((1, 2), (3, 4)))),
    ({"kind": "refused", "directive": "img-src", "address": "x"}, Refused("img-src", "x")),
    ({"kind": "failed", "message": "so"}, Failed("so")),
]
BAD = [
    "", "[]", "null", "3", "{", '{"kind": 3}', '{"kind": "else"}', '{"kind": "painted"}',
    '{"kind": "painted", "seq": true}', '{"kind": "painted", "seq": NaN}', '{"kind": "picked", "id": 3}',
    '{"kind": "viewed", "bounds": [1, 2, 3], "zoom": 4, "by": "user"}',
    '{"kind": "viewed", "bounds": [3, 2, 1, 4], "zoom": 4, "by": "user"}',
    '{"kind": "viewed", "bounds": [1, 2, 3, 4], "zoom": 4, "by": "nobody"}',
    '{"kind": "pointed", "at": [1, "2"]}', '{"kind": "measured", "points": [[1]]}',
    '{"kind": "measured", "points": ' + json.dumps([[1, 2]] * 1001) + "}",
    '{"kind": "failed", "message": "' + "x" * 200_000 + '"}',
]  # fmt: skip


@pytest.mark.parametrize(("message", "meaning"), GOOD)
def test_our_messages_are_understood(message, meaning):
    assert understand(json.dumps(message)) == meaning


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_not(text):
    with pytest.raises(UnknownMessageError):
        understand(text)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("scene", {"seq": 1, "scene": {"places": [{}], "areas": [], "flows": []}}),
        ("scene", {"seq": "1", "scene": {"places": [], "areas": [], "flows": []}}),
        ("view", {"bounds": [1, 2, 3], "animate": False}),
        ("look", {"theme": "blue", "graticule": False, "opacity": {}, "motion": True}),
        ("look", {"theme": "dark", "graticule": False, "opacity": {"row": "half"}, "motion": True}),
        ("select", {"id": 4}),
        ("dance", {}),
    ],
)
def test_the_page_refuses_what_it_does_not_expect(driven, kind, fields):
    (complaint,) = until(driven.view.complained, lambda: driven.view._bridge.say(kind, **fields))
    assert kind in complaint or "expected" in complaint
    driven.complaints.clear()
    assert len(driven.laid_out()["places"]) == 6
