"""The balance: told step by step, and refused where substances, measures, periods or bounds forbid it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.claim import SUBSTANCES
from geodata.factor import ND_OXIDE
from geodata.frame import Query
from geodata.frames import framer
from geodata.framing.arithmetic import convert, over_a_year, share, subtract
from geodata.framing.numbers import Numbers
from geodata.quantity import Quantity
from geodata.scenario import Change, Scenario

NUMBERS = Numbers(lakh=False)
bounds = st.sampled_from(["exact", "about", "at_least", "at_most", "range"])
closed = st.sampled_from(["exact", "about", "range"])
values = st.floats(0, 1e6).map(lambda value: round(value, 1))


@st.composite
def quantities(draw):
    value, bound = draw(values), draw(bounds)
    return Quantity(
        value,
        draw(st.sampled_from(["t", "kg", "t/y", "percent"])),
        draw(st.sampled_from(["output", "trade_mass"])),
        bound,
        value + draw(values) if bound == "range" else None,
        draw(st.sampled_from(["reo", "re_product"])),
        draw(st.sampled_from([12.0, 6.0])),
    )


def tonnes(value, **how):
    return Quantity(value, **{"unit": "t", "measure": "output", "substance": "nd", "months": 12.0, **how})


@pytest.fixture(scope="module")
def make(shipped):
    return framer(shipped)


def chapters(make, year, **how):
    return {
        chapter.title: chapter for chapter in make(Query(year, frozenset(), **how)).desk.balance().chapters
    }


def texts(chapter):
    return {step.title: step.text for step in chapter.steps}


# Arithmetic


@given(quantities(), quantities())
def test_only_equals_are_set_against_one_another(one, other):
    outcome = subtract(one, other, NUMBERS)
    alike = (one.substance, one.measure, one.dimension, one.months) == (
        other.substance, other.measure, other.dimension, other.months
    )  # fmt: skip
    have_ends = {one.bound, other.bound} <= {"exact", "about", "range"}
    assert (outcome.quantity is None) == bool(outcome.why_not)
    if not (alike and have_ends):
        assert outcome.quantity is None


@given(
    values,
    values,
    st.sampled_from(["exact", "about", "range"]),
    st.sampled_from(["exact", "about"]),
    st.data(),
)
def test_a_difference_holds_every_value_that_its_figures_allow(value, less, bound, other_bound, data):
    one = tonnes(value, bound=bound, value_max=value + 10 if bound == "range" else None)
    other = tonnes(less, bound=other_bound)
    outcome = subtract(one, other, NUMBERS)
    low, high = (data.draw(st.floats(*sorted(quantity.interval))) for quantity in (one, other))
    if outcome.quantity:
        least, most = sorted(outcome.quantity.interval)
        room = 0.06 + 1e-6 * (abs(value) + abs(less))
        assert least - room <= low - high <= most + room


def test_exact_figures_give_an_exact_difference():
    assert subtract(tonnes(450), tonnes(40), NUMBERS).quantity.text == "410 t"
    assert subtract(tonnes(450), tonnes(40, bound="about"), NUMBERS).quantity.text == "about 410 t"
    assert subtract(tonnes(500, unit="kg"), tonnes(0.5), NUMBERS).quantity.value == 0


def test_over_has_no_upper_end():
    outcome = subtract(tonnes(450), tonnes(40, bound="at_least"), NUMBERS)
    assert outcome.why_not == "“over 40 t” has no upper end"
    assert "no lower end" in subtract(tonnes(450, bound="at_most"), tonnes(40), NUMBERS).why_not


def test_about_may_leave_more_room_than_the_difference():
    outcome = subtract(tonnes(100), tonnes(98, bound="about"), NUMBERS)
    assert outcome.why_not == "“about” leaves more room than the difference is large"


def test_a_share_is_never_more_than_all():
    part, whole = tonnes(50_000, bound="about"), tonnes(53_748)
    assert share(part, whole, NUMBERS).quantity.text == "about 93 %"
    assert share(tonnes(25_600, bound="about"), tonnes(28_700), NUMBERS).quantity.text == "about 89.2 %"
    assert share(tonnes(5), tonnes(0), NUMBERS).why_not == "the whole is nothing"


def test_a_yearly_rate_makes_its_tonnes_in_a_year():
    assert over_a_year(tonnes(2000, unit="t/y", months=None)) == tonnes(2000)
    assert over_a_year(tonnes(2000)) == tonnes(2000)


# The one factor


def test_one_factor_ships_with_its_sources_and_follows_from_atomic_masses(shipped):
    assert (ND_OXIDE.name, ND_OXIDE.value) == ("Nd2O3/Nd", 1.166)
    assert ND_OXIDE.value == pytest.approx((2 * 144.242 + 3 * 15.999) / (2 * 144.242), abs=5e-4)
    assert all(shipped.sources[name].address for name in ND_OXIDE.sources)


@given(st.sampled_from(SUBSTANCES))
def test_nothing_else_is_converted(substance):
    outcome = convert(tonnes(450, substance=substance), ND_OXIDE)
    assert (outcome.quantity is not None) == (substance == "nd")
    if outcome.quantity:
        assert (outcome.quantity.text, outcome.quantity.substance) == ("about 525 t", "nd_oxide")


# The balance of the shipped data


def test_output_in_oxide_less_exports_of_products_cannot_be_computed(make):
    told = texts(chapters(make, 2024)["Exports"])
    why = told["Rare-earth oxide mined, IREL, less Rare earths, India to Japan"]
    assert why.split("; ") == [
        "cannot be computed, because rare-earth oxide and rare earths are different substances",
        "one figure is what is made, the other what is traded",
        "“over 1,000 t” has no upper end",
    ]


def test_the_next_target_stands_beside_what_was_made_and_is_not_subtracted(make):
    steps = chapters(make, 2025)["Neodymium against its target"].steps
    assert [step.text for step in steps] == [
        "no target falls due by 2025",
        "cannot be computed, because FY2025-26 and FY2024-25 are different periods",
    ]
    assert [figure.number for figure in steps[1].operands] == ["450 t", "about 40 t"]
    assert steps[1].operands[0].source == "src.reuters-2025-06-13"
    assert len(chapters(make, 1955)["Neodymium against its target"].steps) == 1


def test_what_is_to_come_is_not_known_yet_and_what_is_past_was_not_found(make):
    def why(year):
        return texts(chapters(make, year)["Output"])["What was made"]

    assert why(2030) == "the output of 2030 is not known yet"
    assert why(1955) == "the output of 1955 was not found"


def test_every_step_names_its_claims_and_sources(shipped, make):
    for year in range(1950, 2036):
        for chapter in make(Query(year, frozenset())).desk.balance().chapters:
            for step in chapter.steps:
                assert step.result or step.why_not or len(step.operands) == 1
                for operand in step.operands:
                    assert operand.source in shipped.sources
                    assert not operand.claim or shipped.claims[operand.claim].source == operand.source
                assert set(step.claims) <= shipped.claims.keys()


def test_neodymium_against_the_target_that_falls_due(make):
    told = texts(chapters(make, 2026)["Neodymium against its target"])
    assert told == {
        "Target": "450 t",
        "The same as oxide": "450 t × 1.166 = about 525 t of oxide",
        "Target less what was made": "cannot be computed, because the neodymium made in 2026 was not found",
    }


def test_imports_and_the_share_of_china(make):
    told = texts(chapters(make, 2024)["Imports of magnets"])
    assert told["Permanent magnets, all origins to India"] == "28,700 t"
    assert told["Share of China"] == "about 25,600 t ÷ 28,700 t = about 89.2 %"
    assert told["From elsewhere"] == "28,700 t − about 25,600 t = 540 to 5,660 t"
    later = texts(chapters(make, 2025)["Imports of magnets"])
    assert "more room than the difference" in later["From elsewhere"]


def test_promised_against_delivered_refuses_over(make):
    told = chapters(make, 2024)["Promised against delivered: India-Japan rare-earth supply, 2012"]
    assert texts(told) == {
        "Promised": "4,100 t/y",
        "Delivered": "over 1,000 t",
        "Promised in a year, less delivered": "cannot be computed, because “over 1,000 t” has no upper end",
    }
    joint = chapters(make, 2024)["Promised against delivered: IREL and Toyota Tsusho, joint production, 2014"]
    assert texts(joint)["Delivered"] == "nothing is told of it in 2024", (
        "what came is told of another agreement"
    )


def test_a_scenario_that_says_exactly_how_much_can_be_computed_and_is_marked(make):
    change = Change("set_value", "claim.in-jp-2024-sangri", "1,100 t", "A planner's guess.")
    scenario = Scenario("guess", "Guess", "A planner", "", (change,))
    told = chapters(make, 2024, scenario=scenario)[
        "Promised against delivered: India-Japan rare-earth supply, 2012"
    ]
    step = told.steps[-1]
    assert (step.text, step.scenario) == ("4,100 t − 1,100 t = 3,000 t", True)
    assert [operand.letter for operand in step.operands] == ["T", "S"]


def test_exports_that_a_scenario_ends_are_told_as_ended(make):
    change = Change("end", "flow.in-jp.re", "2025-01-01", "As asked.")
    told = chapters(make, 2026, scenario=Scenario("x", "X", "A", "", (change,)))["Exports"]
    step = next(step for step in told.steps if step.title == "Rare earths, India to Japan")
    assert (step.text, step.scenario) == ("none: it ends on 1 Jan 2025, in the scenario", True)


def test_nothing_is_taken_from_another_years_figure(shipped, make):
    for year in range(1950, 2036):
        for chapter in make(Query(year, frozenset())).desk.balance().chapters:
            for step in (step for step in chapter.steps if step.result and step.sign == "÷"):
                periods = {shipped.claims[claim].period for claim in step.claims}
                assert len(periods) == 1


def test_lakh_is_written_throughout(make):
    told = texts(chapters(make, 2024, lakh=True)["Output"])
    assert told["Heavy minerals made, IREL"] == "5,31,000 t"


def test_the_desk_is_made_once_for_a_year(make):
    one, other = make(Query(2024, frozenset())), make(Query(2024, frozenset({"plants"})))
    assert one.desk.balance() is other.desk.balance()
    assert replace(one, desk=None) == one, "what is made on demand is no part of what is shown"
