"""Charts: bars of their own length, on a scale of one substance, and words where there is no number."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.claim import Claim
from geodata.drawn import STATUS_LETTERS
from geodata.framing.charts import charts
from geodata.framing.index import make_index, series_of
from geodata.period import parse_period
from geodata.quantity import Quantity

general = settings(max_examples=150, deadline=None)
SUBJECT = "actor.irel"
DIVISORS = {"million tonnes": 1e6, "thousand tonnes": 1e3, "tonnes": 1.0}


def claim_of(name, key, period_type, value=100.0, unit="t", **changes):
    period = parse_period(key, period_type)
    quantity = Quantity(value, unit, "output", substance="nd", months=period.months)
    return replace(
        Claim(
            id=name,
            subject=SUBJECT,
            measure="output",
            question=name,
            period=period,
            status="actual",
            source="src.reuters-2025-06-13",
            locator="whole",
            quantity=quantity,
            substance="nd",
            start=period.start,
            end=period.end,
            year=period.year,
        ),
        **changes,
    )


def missing_of(name, key, period_type, **changes):
    return claim_of(name, key, period_type, quantity=None, status="missing", **changes)


@pytest.fixture
def chart_of(shipped):
    def made(*claims, lakh=False):
        dataset = replace(shipped, claims={claim.id: claim for claim in claims})
        models = charts(make_index(dataset, lakh))
        assert len(models) <= 1
        return models[0] if models else None

    return made


@pytest.fixture(scope="module")
def models(shipped):
    return {model.series: model for model in charts(make_index(shipped))}


def spans(model):
    return {bar.claim: (bar.start, bar.length) for bar in model.bars}


def test_a_half_year_is_half_a_slot_at_its_place(chart_of):
    model = chart_of(
        claim_of("whole", "FY2024", "fiscal"),
        claim_of("first", "H1 FY2025", "part"),
        claim_of("second", "H2 FY2025", "part"),
        claim_of("quarter", "Q4 FY2026", "part"),
    )
    assert [label for _, label in model.slots] == ["23-24", "24-25", "part of 25-26"]
    assert spans(model) == {
        "whole": (0.0, 1.0),
        "first": (1.0, 0.5),
        "second": (1.5, 0.5),
        "quarter": (2.75, 0.25),
    }


def test_the_half_year_of_magnets_stands_in_a_slot_of_its_own_year(models):
    model = models["flow.world-in.magnets/trade_mass/metal_magnets"]
    half = next(bar for bar in model.bars if bar.claim == "claim.world-in-magnets-h1-fy2026")
    assert (half.length, half.text) == (0.5, "16.3")
    assert model.slots[int(half.start)] == (2026, "half 25-26")


def test_what_was_not_found_has_words_and_no_value(models):
    model = models["flow.in-jp.re/trade_mass/re_product"]
    bars = {bar.year: bar for bar in model.bars}
    assert list(bars) == list(range(2012, 2026))
    for year in (*range(2012, 2024), 2025):
        assert (bars[year].value, bars[year].text, bars[year].evidence) == (None, "not found", "missing")
    assert (bars[2024].value, bars[2024].evidence, bars[2024].open_bound) == (1000.0, "actual", True)


def test_a_part_stands_in_for_what_was_not_found_and_a_target_does_not(chart_of):
    missing = missing_of("missing", "FY2026", "fiscal")
    whole = claim_of("whole", "FY2025", "fiscal")
    part = chart_of(whole, missing, claim_of("part", "H1 FY2026", "part"))
    assert set(spans(part)) == {"whole", "part"}
    target = chart_of(whole, missing, claim_of("target", "FY2026", "fiscal", status="target"))
    assert spans(target) == {"whole": (0.0, 1.0), "missing": (1.0, 0.5), "target": (1.5, 0.5)}


def test_a_whole_year_stands_for_its_parts(chart_of, models):
    both = chart_of(
        claim_of("before", "FY2024", "fiscal"),
        claim_of("whole", "FY2025", "fiscal"),
        claim_of("half", "H1 FY2025", "part"),
    )
    assert set(spans(both)) == {"before", "whole"}
    magnets = models["flow.world-in.magnets/trade_mass/metal_magnets"]
    assert [bar.text for bar in magnets.bars] == ["12.4", "not found", "not found", "28.7", "53.7", "16.3"]


def test_target_450_and_actual_not_found_stand_side_by_side(models):
    bars = [bar for bar in models["actor.irel/output/nd"].bars if bar.label == "FY2025-26"]
    assert [(bar.text, bar.evidence, bar.letter) for bar in bars] == [
        ("not found", "missing", ""),
        ("450", "target", "T"),
    ]
    assert bars[0].start + bars[0].length == bars[1].start


def test_a_span_covers_its_years(models):
    model = models["actor.irel/output/re_product"]
    span = next(bar for bar in model.bars if bar.label == "2009-14")
    assert span.length == 5.0
    covered = [year for year, _ in model.slots][int(span.start) : int(span.start + span.length)]
    assert covered == [2010, 2011, 2012, 2013, 2014]


def test_a_deadline_is_named_so(models):
    model = models["actor.irel/output/nd"]
    assert model.slots[-1] == (2030, "by 2030")
    assert (model.bars[-1].evidence, model.bars[-1].letter) == ("target", "T")


def test_a_range_shows_both_ends_and_reaches_the_upper(chart_of):
    quantity = Quantity(2000, "t", "output", "range", 2300, "nd", 12)
    model = chart_of(claim_of("a", "2020", "calendar"), claim_of("b", "2021", "calendar", quantity=quantity))
    assert (model.bars[1].text, model.bars[1].value) == ("2,000–2,300", 2300)
    assert model.top >= 2300


def test_tonnes_a_year_are_tonnes_over_a_whole_year_only(chart_of):
    year = claim_of("a", "2022", "calendar", 4000.0, "t/y")
    assert chart_of(year, claim_of("b", "2023", "calendar", 5000.0)).bars[0].value == 4000
    assert chart_of(year, claim_of("b", "H1 FY2023", "part", 5000.0, "t/y")) is None
    assert chart_of(year, claim_of("b", "Oct 2025", "instant", 500.0)) is None


def test_one_bar_or_none_with_a_value_is_no_chart(chart_of):
    assert chart_of(claim_of("a", "2022", "calendar")) is None
    assert chart_of(missing_of("a", "2022", "calendar"), missing_of("b", "2023", "calendar")) is None


def test_deprecated_claims_and_rivals_have_no_bar(chart_of):
    preferred = claim_of("a", "2022", "calendar", question="q", rank="preferred")
    rival = claim_of("b", "2023", "calendar", question="q", value=200.0)
    withdrawn = claim_of("c", "2024", "calendar", rank="deprecated")
    model = chart_of(preferred, rival, withdrawn, claim_of("d", "2025", "calendar"))
    assert set(spans(model)) == {"a", "d"}
    assert {bar.claim: bar.rivals for bar in model.bars} == {"a": 1, "d": 0}


def test_numbers_of_a_chart_can_be_grouped_in_lakh(chart_of):
    claims = [claim_of(f"c{year}", str(year), "calendar", 1e12 + year) for year in (2021, 2022)]
    assert chart_of(*claims).bars[0].text == "1,000,000.0"
    grouped = chart_of(*claims, lakh=True)
    assert (grouped.bars[0].text, grouped.ticks[-1][1]) == ("10,00,000.0", "15,00,000")


def test_money_of_two_currencies_is_never_one_series(models):
    money = {name: model.unit for name, model in models.items() if "/trade_value/" in name}
    assert money
    assert all(name.endswith(f"/{unit}") for name, unit in money.items())


def test_flows_into_india_take_the_imports_colour(models):
    assert models["flow.cn-in.magnets/trade_mass/metal_magnets"].style == "import"
    assert models["flow.in-jp.re/trade_mass/re_product"].style == "export"
    assert models["actor.irel/output/nd"].style == "plant"


def assert_sound(dataset, model):
    claims = [dataset.claims[bar.claim] for bar in model.bars]
    index = make_index(dataset)
    assert {series_of(index, claim) for claim in claims} == {model.series}
    assert len({claim.substance for claim in claims if claim.measure != "trade_value"}) <= 1
    assert not any(claim.rank == "deprecated" for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    for bar, claim in zip(model.bars, claims, strict=True):
        assert bar.start >= 0
        assert bar.length > 0
        assert bar.start + bar.length <= len(model.slots) + 1e-9
        assert bar.letter == STATUS_LETTERS[claim.status]
        assert (bar.evidence == "target") == (claim.status in ("target", "plan", "forecast"))
        assert (bar.value is None) == (bar.text == "not found") == (bar.evidence == "missing")
        assert bar.value is None or 0 <= bar.value <= model.top
    years = [year for year, _ in model.slots]
    assert years == list(range(years[0], years[-1] + 1))
    assert model.ticks[0][0] == 0
    assert model.ticks[-1][0] == model.top
    assert 2 <= len(model.ticks) <= 7


def test_every_chart_of_the_shipped_data_is_sound(models, shipped):
    assert len(models) > 5
    for model in models.values():
        assert_sound(shipped, model)


def test_every_number_on_a_bar_is_its_claims(models, shipped):
    for model in models.values():
        divisor = DIVISORS.get(model.unit, 1.0)
        for bar in model.bars:
            quantity = shipped.claims[bar.claim].quantity
            if quantity is None:
                continue
            value = quantity.value if model.unit not in DIVISORS else quantity.tonnes
            assert bar.text.startswith("≈") == (quantity.bound == "about")
            printed = float(re.split("–", bar.text)[0].strip("≈").replace(",", ""))
            assert printed == pytest.approx(value / divisor, abs=0.05)


@general
@given(data=st.data())
def test_every_chart_of_made_up_data_is_sound(data, made_up):
    dataset = data.draw(made_up)
    for model in charts(make_index(dataset)):
        assert_sound(dataset, model)


@general
@given(data=st.data())
def test_bars_of_whole_years_never_cover_each_other(data, made_up):
    for model in charts(make_index(data.draw(made_up))):
        whole = [bar for bar in model.bars if bar.length <= 1 and not re.match("[HQ]", bar.label)]
        ordered = sorted(whole, key=lambda bar: bar.start)
        for one, other in pairwise(ordered):
            assert one.start + one.length <= other.start + 1e-9
