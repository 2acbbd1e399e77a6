"""The clock: calendar and fiscal years, ranges, pinned rows, what accumulates; tested at both edges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.frame import Query, next_event_year
from geodata.frames import framer
from geodata.framing.index import make_index
from geodata.framing.rules import is_there, speaks_of, state_in
from geodata.period import Period, parse_period
from geodata.year import Year, last_day, year_of

general = settings(max_examples=100, deadline=None)
days = st.dates(date(1950, 1, 1), date(2040, 12, 31))
numbers = st.integers(1950, 2035)
JAPAN = "flow.in-jp.re"


@pytest.fixture(scope="module")
def make(shipped):
    return framer(shipped)


@pytest.fixture(scope="module")
def rows(shipped):
    return frozenset(row.id for row in shipped.catalog.rows)


# Years


@given(numbers, st.booleans())
def test_years_follow_one_another_without_a_gap(number, fiscal):
    year, following = Year(number, fiscal), Year(number + 1, fiscal)
    assert year.end == following.start
    assert year.start.month == (4 if fiscal else 1)
    assert not year.holds(year.end)
    assert year.holds(year.start)


@given(days, st.booleans())
def test_every_day_is_in_exactly_one_year(day, fiscal):
    number = year_of(day, fiscal)
    assert [n for n in range(number - 2, number + 3) if Year(n, fiscal).holds(day)] == [number]


@given(days, st.integers(1, 1000), numbers, st.booleans())
def test_a_stretch_overlaps_the_years_of_its_days_and_no_other(start, length, number, fiscal):
    inside = {year_of(start + timedelta(days=n), fiscal) for n in range(length)}
    end = start + timedelta(days=length)
    assert Year(number, fiscal).overlaps(start, end) == (number in inside)


@given(numbers, st.booleans())
def test_both_edges_are_half_open_and_open_ends_are_open(number, fiscal):
    year, day = Year(number, fiscal), timedelta(days=1)
    assert not year.overlaps(None, year.start)
    assert year.overlaps(None, year.start + day)
    assert year.overlaps(year.end - day, None)
    assert not year.overlaps(year.end, None)
    assert year.overlaps(None, None)


@given(numbers, st.integers(0, 40), days, st.integers(1, 400), st.booleans())
def test_a_range_overlaps_what_any_of_its_years_does(number, length, start, days_long, fiscal):
    whole = Year(number, fiscal, number - length)
    end = start + timedelta(days=days_long)
    single = [Year(n, fiscal).overlaps(start, end) for n in range(number - length, number + 1)]
    assert whole.overlaps(start, end) == any(single)


@given(days, st.integers(1, 4000), st.booleans())
def test_a_period_belongs_to_the_year_that_holds_its_last_day(start, length, fiscal):
    period = Period("any", "span", start, start + timedelta(days=length))
    owner = year_of(start + timedelta(days=length - 1), fiscal)
    for number in range(owner - 2, owner + 3):
        year = Year(number, fiscal)
        told = (year.owns(period), year.follows(period), year.precedes(period))
        assert told == (number == owner, number > owner, number < owner)


def test_fy2025_26_is_not_2025():
    period = parse_period("FY2026", "fiscal")
    assert Year(2026).owns(period)
    assert not Year(2025).owns(period)
    assert Year(2026, fiscal=True).owns(period)
    assert not Year(2025, fiscal=True).owns(period)
    assert str(Year(2026, fiscal=True)) == "FY2025-26"


def test_a_calendar_year_belongs_to_the_fiscal_year_it_ends_in():
    period = parse_period("2024", "calendar")
    assert Year(2025, fiscal=True).owns(period)
    assert not Year(2024, fiscal=True).owns(period)


def test_what_is_open_belongs_to_no_year():
    period = parse_period("since 2015", "since")
    assert last_day(period) is None
    assert not any(
        year.owns(period) or year.follows(period) or year.precedes(period)
        for year in map(Year, range(1990, 2030))
    )


def test_a_year_too_far_away_is_still_a_year():
    assert Year(9999).overlaps(date(9999, 12, 30), None)


# Frames of a fiscal clock


def test_a_fiscal_clock_shows_fiscal_years(make, rows):
    frame = make(Query(2025, rows, fiscal=True))
    assert frame.year_label == "FY2024-25"
    assert [(h.period, h.number) for h in frame.headlines] == [
        ("FY2024-25", "53,748"),
        ("2024", "over 1,000"),
        ("FY2024-25", "about 40"),
    ]


def test_a_fiscal_clock_counts_the_events_of_its_own_days(make, rows, shipped):
    for year in range(2010, 2027):
        told = {event.thing for event in make(Query(year, rows, fiscal=True)).events}
        days_of = {t.id: t.start for t in shipped.things.values() if t.kind in ("event", "agreement")}
        assert told == {thing for thing, day in days_of.items() if day and Year(year, fiscal=True).holds(day)}


def test_after_the_data_a_fiscal_year_may_still_run(make, rows):
    assert not make(Query(2027, rows, fiscal=True)).is_after_data, "FY2026-27 began in April 2026"
    assert make(Query(2028, rows, fiscal=True)).is_after_data
    assert make(Query(2027, rows)).is_after_data


@general
@given(number=numbers, fiscal=st.booleans())
def test_a_figure_is_drawn_only_in_the_year_that_owns_it(shipped, make, rows, number, fiscal):
    frame = make(Query(number, rows, fiscal=fiscal))
    for claim in filter(None, [line.claim for line in frame.flows]):
        found = shipped.claims[claim]
        assert Year(number, fiscal).owns(found.period) or found.period.type == "since"


@given(numbers, st.integers(-2, 6), st.booleans())
def test_what_holds_since_a_day_ends_half_open(shipped_index, first, later, fiscal):
    claim = replace(
        next(c for c in shipped_index.dataset.claims.values() if c.period.type == "since" and c.quantity),
        start=date(first, 4, 1),
        end=date(first + 3, 4, 1),
    )
    year = Year(first + later, fiscal)
    assert speaks_of(claim, year) == year.overlaps(date(first, 4, 1), date(first + 3, 4, 1))


@pytest.fixture(scope="module")
def shipped_index(shipped):
    return make_index(shipped)


# Ranges


@general
@given(last=numbers, length=st.integers(1, 40), fiscal=st.booleans())
def test_a_range_has_the_things_and_events_of_all_its_years(make, rows, last, length, fiscal):
    first = max(1950, last - length)
    frame = make(Query(last, rows, since=first, fiscal=fiscal))
    single = [make(Query(year, rows, fiscal=fiscal)) for year in range(first, last + 1)]
    for number, row in enumerate(frame.rows):
        assert row.shown >= max(one.rows[number].shown for one in single)
    assert set(frame.events) == {event for one in single for event in one.events}
    assert frame.agreements == single[-1].agreements, "states are those at its end"
    assert frame.headlines == single[-1].headlines, "figures are those of its last year, never added"


def test_a_range_says_from_when_to_when(make, rows):
    assert make(Query(2025, rows, since=2012)).year_label == "2012 to 2025"
    assert make(Query(2025, rows, since=2012, fiscal=True)).year_label == "FY2011-12 to FY2024-25"
    assert make(Query(2025, rows, since=2025)).year_label == "2025"


def test_what_ended_within_a_range_is_there_and_what_ended_on_its_first_day_is_not(shipped, shipped_index):
    thing = replace(shipped.things["plant.aluva"], start=date(2000, 1, 1), end=date(2012, 1, 1))
    assert is_there(shipped_index, thing, Year(2025, since=2011))
    assert not is_there(shipped_index, thing, Year(2025, since=2012))


def test_the_state_of_a_range_is_the_one_at_its_end(shipped_index):
    assert state_in(shipped_index, "mine.killiyoor", Year(2022, since=2012)).word == "letter_of_intent"


# Pinned rows


def test_a_pinned_row_shows_its_own_year_with_a_badge(make, rows):
    frame = make(Query(2030, rows, pinned=(("flows_from_china", 2025),)))
    plain, at_2025 = make(Query(2030, rows)), make(Query(2025, rows))
    pinned = [line for line in frame.flows if line.row == "flows_from_china"]
    own = [line for line in at_2025.flows if line.row == "flows_from_china"]
    assert [line.pinned_year for line in pinned] == [2025]
    assert [replace(line, pinned_year=None) for line in pinned] == own
    others = [line for line in frame.flows if line.row != "flows_from_china"]
    assert others == [line for line in plain.flows if line.row != "flows_from_china"]
    row = next(row for row in frame.rows if row.id == "flows_from_china")
    assert (row.pinned_year, row.with_figure) == (2025, 1)
    entry = next(entry for entry in frame.legend if entry.pinned_year)
    assert entry.text.endswith("about 50,000 t a year; pinned to 2025")


def test_pinned_places_and_lists_keep_their_year(make, rows):
    frame = make(Query(1955, rows, pinned=(("plants", 2025), ("events", 2010), ("agreements", 2025))))
    assert {place.pinned_year for place in frame.places if place.row == "plants"} == {2025}
    assert {event.year for event in frame.events} == {2010}
    assert frame.agreements == make(Query(2025, rows)).agreements
    assert frame.year == 1955


@general
@given(number=numbers, pinned=numbers)
def test_a_row_pinned_to_the_clocks_own_year_differs_only_by_its_badge(make, rows, number, pinned):
    one = make(Query(number, rows, pinned=(("plants", pinned),)))
    assert [replace(place, pinned_year=None) for place in one.places if place.row == "plants"] == [
        place for place in make(Query(pinned, rows)).places if place.row == "plants"
    ]


# What accumulates


def test_yearly_flows_never_accumulate_and_say_why(make, rows):
    plain, frame = make(Query(2025, rows)), make(Query(2025, rows, cumulative=True))
    assert frame.flows == plain.flows
    refused = {row.id for row in frame.rows if row.refusal}
    assert refused == {row.id for row in frame.rows if row.id.startswith(("flows", "relation"))}
    assert all("tonnes of one year" in row.refusal for row in frame.rows if row.refusal)
    assert not any(row.refusal for row in plain.rows)


def test_agreements_that_were_begun_stay(shipped, rows):
    agreement = replace(shipped.things["agreement.in-jp-2012"], end=date(2015, 1, 1))
    make = framer(replace(shipped, things={**shipped.things, agreement.id: agreement}))

    def shown(**how):
        frame = make(Query(2020, rows, **how))
        return next(row.shown for row in frame.rows if row.id == "agreements")

    assert shown(cumulative=True) == shown() + 1


def test_capacities_add_up_only_where_they_may(make, rows):
    agreements, capacities = make(Query(2025, rows, cumulative=True)).desk.cumulated()
    assert [step.title for step in agreements.steps][1] == "India-Japan rare-earth supply, 2012"
    told = {step.title: step for step in capacities.steps}
    assert told["Monazite capacity"].text == (
        "cannot be computed, because the figures are told of different times: 2009 and since 2022"
    )
    assert told["NdPr oxide capacity, IREL"].text == "400 t/y"
    early = make(Query(2009, rows, cumulative=True)).desk.cumulated()[-1]
    assert [step.text for step in early.steps] == ["4,000 t/y"]


# Steps


def test_the_next_event_is_the_nearest_year_that_has_one(make, rows):
    frame = make(Query(2012, rows))
    with_events = sorted({event.year for event in frame.all_events})
    for year in range(1950, 2036):
        assert next_event_year(frame, year) == next((y for y in with_events if y > year), None)
        before = next((y for y in reversed(with_events) if y < year), None)
        assert next_event_year(frame, year, -1) == before
