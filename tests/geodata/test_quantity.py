"""Quantities: what may be added, what may share a scale, and how a figure reads."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geodata.quantity import ABOUT, UNITS, NotComparableError, Quantity, format_number

MASS = Quantity(1000, "t", "trade_mass", substance="re_product", months=12)
VALUES = st.floats(0, 1e9, allow_nan=False)
POSITIVE = st.floats(1e-3, 1e9)


@st.composite
def quantities(draw, unit="t"):
    bound = draw(st.sampled_from(["exact", "about", "at_least", "at_most", "range"]))
    value = draw(VALUES)
    value_max = value + draw(POSITIVE) if bound == "range" else None
    return replace(MASS, value=value, unit=unit, bound=bound, value_max=value_max)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"measure": "output"}, "measures"),
        ({"substance": "re_magnets"}, "substances"),
        ({"unit": "t/y"}, "dimensions"),
        ({"unit": "percent"}, "dimensions"),
        ({"months": 6}, "lengths of period"),
        ({"months": None}, "lengths of period"),
    ],
)
def test_figures_of_different_kinds_neither_add_nor_share_a_scale(change, word):
    other = replace(MASS, **change)
    assert word in MASS.why_no_shared_scale(other)
    with pytest.raises(NotComparableError, match=word):
        _ = MASS + other
    with pytest.raises(NotComparableError, match=word):
        _ = other + MASS


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"bound": "at_least"}, "bound"),
        ({"bound": "at_most"}, "bound"),
        ({"bound": "range", "value_max": 2000}, "bound"),
        ({"is_target": True}, "target"),
    ],
)
def test_figures_may_share_a_scale_and_still_refuse_to_add(change, word):
    other = replace(MASS, **change)
    assert MASS.why_no_shared_scale(other) == ""
    with pytest.raises(NotComparableError, match=word):
        _ = MASS + other


@given(VALUES, VALUES, st.sampled_from(["t", "kg", "Mt"]), st.sampled_from(["t", "kg", "Mt"]))
def test_masses_add_in_tonnes_whatever_their_units(one, other, unit, other_unit):
    first, second = replace(MASS, value=one, unit=unit), replace(MASS, value=other, unit=other_unit)
    total = first + second
    assert total.unit == "t"
    assert total.value == pytest.approx(first.tonnes + second.tonnes)
    assert total.value == (second + first).value
    assert (total.measure, total.substance, total.months) == (MASS.measure, MASS.substance, MASS.months)


def test_a_sum_is_only_as_exact_as_its_parts():
    assert (MASS + MASS).bound == "exact"
    assert (MASS + replace(MASS, bound="about")).bound == "about"


def test_tonnes_are_known_of_masses_only():
    assert replace(MASS, value=3000, unit="kg/y").tonnes == 3
    assert replace(MASS, value=6.9, unit="Mt").tonnes == pytest.approx(6.9e6)
    with pytest.raises(NotComparableError, match="percent is not a mass"):
        _ = replace(MASS, unit="percent").tonnes


@given(quantities())
def test_an_interval_holds_the_value_that_is_printed(quantity):
    low, high = quantity.interval
    assert low <= quantity.value <= high


@given(VALUES)
def test_intervals_are_as_wide_as_their_bounds_say(value):
    assert replace(MASS, value=value).interval == (value, value)
    assert replace(MASS, value=value, bound="at_least").interval == (value, float("inf"))
    assert replace(MASS, value=value, bound="at_most").interval == (0, value)
    assert replace(MASS, value=value, bound="range", value_max=value + 1).interval == (value, value + 1)
    low, high = replace(MASS, value=value, bound="about").interval
    assert (low, high) == (value * (1 - ABOUT), value * (1 + ABOUT))


@given(quantities(), quantities())
def test_meeting_is_mutual_and_means_a_common_value(one, other):
    assert one.meets(one)
    assert one.meets(other) == other.meets(one)
    low = max(one.interval[0], other.interval[0])
    assert one.meets(other) == (low <= one.interval[1] and low <= other.interval[1])


@given(quantities("t"), quantities("kg"))
def test_meeting_looks_through_units(one, other):
    assume(all(x == 0 or x > 1e-6 for x in (one.value, other.value)))
    in_tonnes = replace(
        other,
        value=other.tonnes,
        unit="t",
        value_max=None if other.value_max is None else other.value_max * 1e-3,
    )
    gap = abs(one.value - in_tonnes.value)
    assume(gap > 1e-6 * max(one.value, in_tonnes.value, 1))
    if one.bound == other.bound == "exact":
        assert one.meets(other) == one.meets(in_tonnes)


def test_over_a_thousand_and_1144_can_both_be_true_but_not_with_900():
    over = replace(MASS, bound="at_least")
    assert over.meets(replace(MASS, value=1144))
    assert not over.meets(replace(MASS, value=900))
    assert over.meets(replace(MASS, value=950, bound="about"))
    assert not over.meets(replace(MASS, unit="t/y"))


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (replace(MASS, bound="at_least"), "over 1,000 t"),
        (replace(MASS, value=50000, bound="about"), "about 50,000 t"),
        (replace(MASS, value=4100, unit="t/y", bound="at_most"), "up to 4,100 t/y"),
        (replace(MASS, value=400, value_max=500, bound="range", unit="t/y"), "400 to 500 t/y"),
        (Quantity(90, "percent", "share_refining", "about"), "about 90 %"),
        (Quantity(3, "rank", "world_rank"), "3rd in the world"),
        (Quantity(11, "rank", "world_rank"), "11th in the world"),
        (Quantity(22, "rank", "world_rank"), "22nd in the world"),
        (Quantity(197, "INR crore", "cost"), "197 crore rupees"),
        (Quantity(7.5, "ha", "area"), "7.5 ha"),
    ],
)
def test_a_figure_reads_with_its_bound_and_unit(quantity, text):
    assert quantity.text == text


@given(st.floats(0, 1e12).filter(lambda value: value == 0 or value > 1e-5))
def test_a_written_number_reads_back(value):
    text = format_number(value)
    assert not text.endswith(".")
    assert float(text.replace(",", "")) == pytest.approx(value, rel=0.06, abs=1e-6)


@given(st.integers(0, 10**15), st.integers(1, 999_999))
def test_numbers_have_commas_by_thousands_and_no_needless_zeros(whole, millionths):
    assert format_number(float(whole)) == f"{whole:,}"
    text = format_number(whole % 1000 + millionths / 1e6)
    assert not text.endswith("0") or "." not in text
    assert not text.endswith(".")


@given(st.sampled_from(UNITS))
def test_every_unit_has_a_dimension_and_words(unit):
    quantity = Quantity(5, unit, "output")
    assert quantity.dimension
    assert quantity.text.startswith("5")
    assert quantity.why_no_shared_scale(quantity) == ""
