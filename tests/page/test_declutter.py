"""No symbol covers another by more than a third, at any zoom; a symbol that moved has a line to its place."""

import math
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

APART = "const { standApart } = await import('atlas://map/web/declutter.js'); return standApart(symbols);"


def covered_share(a, b) -> float:
    """Give the share of the smaller of two discs that the other covers."""
    d, r, s = math.dist(a["spot"], b["spot"]), a["r"], b["r"]
    if d >= r + s:
        return 0.0
    if d <= abs(r - s):
        return 1.0
    angle = math.acos((d * d + r * r - s * s) / (2 * d * r)), math.acos((d * d + s * s - r * r) / (2 * d * s))
    lens = r * r * (angle[0] - math.sin(2 * angle[0]) / 2) + s * s * (angle[1] - math.sin(2 * angle[1]) / 2)
    return lens / (math.pi * min(r, s) ** 2)


def test_symbols_stand_apart_at_every_zoom(driven, make_frame, make_place):
    sites = (
        make_place("manavalakurichi", "site", (77.3055, 8.1478), 1000, "Manavalakurichi"),
        make_place("odisha-3", "mine", (85.33, 19.6), 10000, "Odisha"),
        make_place("magnets", "site", (83.02, 17.5), 8000, "Magnets"),
        make_place("toyotsu", "site", (83.02, 17.5), 10000, "Toyotsu"),
    )
    driven.show(make_frame(places=(*make_frame().places, *sites)))
    for step in range(8, 49):
        driven.go_to(81, 14, step / 4)
        for a, b in combinations(driven.laid_out()["places"], 2):
            assert covered_share(a, b) <= 1 / 3, (step / 4, a, b)


def test_a_symbol_that_moved_far_has_a_leader(driven):
    moved = [place["id"] for place in driven.laid_out()["places"] if place["moved"]]
    assert moved
    leaders = driven.evaluate(
        "[...document.querySelectorAll('.places > g')].filter(g => g.querySelector('path[fill=none]')"
        " && g.querySelector(':scope > circle')).map(g => g.dataset.id)"
    )
    assert set(moved) <= set(leaders)
    for place in driven.laid_out()["places"]:
        assert place["moved"] or math.dist(place["at"], place["spot"]) <= 4


spots = st.tuples(st.floats(0, 300), st.floats(0, 300)).map(list)
symbols = st.lists(st.fixed_dictionaries({"at": spots, "r": st.sampled_from([6.5, 8.5, 10.5])}), max_size=24)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_symbols=symbols)
def test_any_symbols_stand_apart_and_always_alike(driven, given_symbols):
    apart = driven.run(APART, symbols=given_symbols)
    assert all(covered_share(a, b) == 0 for a, b in combinations(apart, 2))
    assert driven.run(APART, symbols=given_symbols) == apart
    if given_symbols:
        assert apart[0]["spot"] == given_symbols[0]["at"]
