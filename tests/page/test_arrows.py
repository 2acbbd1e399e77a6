"""An arrow is one shape: body and head cannot be styled apart, and its body is as wide as the figure says."""

import math

import pytest

ARROW = """
const { arrowOutline, drawFlow, smooth } = await import('atlas://map/web/arrows.js');
const { element, pathOf } = await import('atlas://map/web/svg.js');
"""
CURVE = [[40 + 12 * i, 300 - 9 * i + 0.25 * i * i] for i in range(33)]


@pytest.mark.parametrize("width", [2.0, 5.5, 12.0, 24.0])
def test_body_is_as_wide_as_the_figure_and_the_head_wider(driven, width):
    ring = driven.run(ARROW + "return arrowOutline(points, width);", points=CURVE, width=width)
    half = len(ring) // 2
    assert math.dist(ring[0], ring[-1]) == pytest.approx(width, abs=0.05)
    tip = ring[half]
    assert tip == pytest.approx(CURVE[-1])
    head = math.dist(ring[half - 1], ring[half + 1])
    assert head >= max(1.9 * width, 10)
    for left, right in zip(ring[: half - 1], reversed(ring[half + 2 :]), strict=True):
        assert math.dist(left, right) == pytest.approx(width, abs=0.05)


def test_body_and_head_are_one_closed_path(driven):
    d = driven.evaluate("document.querySelector('.flows path.arrow').getAttribute('d')")
    assert d.count("M") == 1
    assert d.endswith("Z")
    assert driven.evaluate("document.querySelectorAll('.flows path.arrow').length") == 1


def test_a_flow_without_a_figure_has_no_body(driven):
    dotted = driven.run(
        "return [...document.querySelectorAll('.flows > g')].map(group => [group.dataset.id,"
        " group.querySelectorAll('path.arrow').length,"
        " group.querySelectorAll('path[stroke-linecap=round]').length]);"
    )
    assert {thing: (filled, lines > 0) for thing, filled, lines in dotted} == {
        "flow.cn-in.magnets": (1, False),
        "flow.in-jp.re": (0, True),
        "flow.cn-jp.re": (0, True),
    }


def test_a_target_is_dashed_light_and_lettered(driven, make_frame):
    from dataclasses import replace

    flow = make_frame().flows[0]
    target = replace(flow, drawn_as="target", letter="T", width_px=8.0)
    driven.show(make_frame(flows=(target,)))
    dash, lightness = driven.run(
        "const arrow = document.querySelector('.flows path.arrow');"
        "return [arrow.getAttribute('stroke-dasharray'), Number(arrow.getAttribute('fill-opacity'))];"
    )
    assert dash
    assert lightness < 1
    letters = [label for label in driven.laid_out()["labels"] if label["kind"] == "letter"]
    assert [row["text"] for label in letters for row in label["rows"]] == ["T"]


def test_only_the_stretch_in_view_is_drawn(driven):
    driven.go_to(83.3, 17.7, 12)
    longest = driven.evaluate(
        "Math.max(...[...document.querySelectorAll('.flows path')].map(path => path.getTotalLength()))"
    )
    assert longest < 20_000
