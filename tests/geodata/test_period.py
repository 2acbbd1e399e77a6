"""Periods: what a key covers, the year it belongs to, the words shown for it."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.period import Period, fiscal_label, parse_period

YEARS = st.integers(1901, 2098)
DAYS = st.dates(date(1900, 1, 1), date(2098, 12, 31))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize(
    ("key", "kind", "start", "end", "year", "label"),
    [
        ("2024", "calendar", "2024-01-01", "2025-01-01", 2024, "2024"),
        ("FY2025", "fiscal", "2024-04-01", "2025-04-01", 2025, "FY2024-25"),
        ("FY2000", "fiscal", "1999-04-01", "2000-04-01", 2000, "FY1999-00"),
        ("H1 FY2026", "part", "2025-04-01", "2025-10-01", 2025, "H1 FY2025-26"),
        ("H2 FY2026", "part", "2025-10-01", "2026-04-01", 2026, "H2 FY2025-26"),
        ("Q3 2024", "part", "2024-07-01", "2024-10-01", 2024, "Q3 2024"),
        ("Q4 FY2026", "part", "2026-01-01", "2026-04-01", 2026, "Q4 FY2025-26"),
        ("Jan-Jul 2025", "part", "2025-01-01", "2025-08-01", 2025, "Jan-Jul 2025"),
        ("2009-14", "span", "2009-04-01", "2014-04-01", 2014, "2009-14"),
        ("Aug 2015 to Jul 2025", "span", "2015-08-01", "2025-08-01", 2025, "Aug 2015 to Jul 2025"),
        ("FY2019 to FY2021", "span", "2018-04-01", "2021-04-01", 2021, "FY2018-19 to FY2020-21"),
        ("since 2015", "since", "2015-01-01", None, None, "since 2015"),
        ("since 12 Mar 2015", "since", "2015-03-12", None, None, "since 12 Mar 2015"),
        ("by 2030", "by", "2030-01-01", "2031-01-01", 2030, "by 2030"),
        ("FY2026", "by", "2025-04-01", "2026-04-01", 2026, "FY2025-26"),
        ("4 Apr 2025", "instant", "2025-04-04", "2025-04-05", 2025, "4 Apr 2025"),
        ("31 December 2024", "instant", "2024-12-31", "2025-01-01", 2024, "31 December 2024"),
        ("June 2025", "instant", "2025-06-01", "2025-07-01", 2025, "June 2025"),
        ("May 2025", "instant", "2025-05-01", "2025-06-01", 2025, "May 2025"),
        ("2010", "instant", "2010-01-01", "2011-01-01", 2010, "2010"),
    ],
)
def test_a_key_covers_its_days_and_belongs_to_the_year_of_the_last(key, kind, start, end, year, label):
    period = parse_period(key, kind)
    assert period.start == date.fromisoformat(start)
    assert period.end == (date.fromisoformat(end) if end else None)
    assert period.year == year
    assert period.label == label


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("2024", "fiscal"), ("FY2025", "calendar"), ("FY25", "fiscal"), ("24", "calendar"),
        ("2024 ", "calendar"), ("H3 2024", "part"), ("Q5 2024", "part"), ("Jul-Jan 2025", "part"),
        ("Foo-Bar 2025", "part"), ("2014-09", "span"), ("2014 to 2009", "span"), ("2014", "span"),
        ("2015", "since"), ("since", "since"), ("since soon", "since"), ("by soon", "by"),
        ("31 Feb 2025", "instant"), ("0 Apr 2025", "instant"), ("4 Foo 2025", "instant"), ("", "instant"),
        ("4 April 3025", "instant"), ("\u0968\u0966\u0968\u096a", "calendar"), ("20\u0968\u096a", "calendar"),
        ("2024", "year"), ("2024", ""),
    ],
)  # fmt: skip
def test_a_key_that_does_not_fit_its_type_is_refused_with_both_named(key, kind):
    with pytest.raises(ValueError, match="is not a") as refused:
        parse_period(key, kind)
    assert repr(key) in str(refused.value)
    assert kind in str(refused.value)


@given(YEARS)
def test_a_fiscal_year_is_the_twelve_months_that_end_in_its_march(year):
    period = parse_period(f"FY{year}", "fiscal")
    assert (period.start, period.end) == (date(year - 1, 4, 1), date(year, 4, 1))
    assert period.year == year
    assert period.months == 12
    assert period.label == fiscal_label(year)
    assert period.label[2:6] == str(year - 1)
    assert period.label[-2:] == str(year)[-2:]


@given(YEARS)
def test_the_parts_of_a_year_follow_one_another_without_gap_or_overlap(year):
    for whole, kind in ((str(year), "calendar"), (f"FY{year}", "fiscal")):
        halves = [parse_period(f"H{number} {whole}", "part") for number in (1, 2)]
        quarters = [parse_period(f"Q{number} {whole}", "part") for number in (1, 2, 3, 4)]
        for parts in (halves, quarters):
            assert [part.end for part in parts[:-1]] == [part.start for part in parts[1:]]
            assert parts[0].start == parse_period(whole, kind).start
            assert parts[-1].end == parse_period(whole, kind).end
            assert sum(part.months or 0 for part in parts) == 12
        assert not any(part.is_whole_year for part in halves + quarters)


@given(DAYS)
def test_a_written_day_reads_back_as_that_day_and_no_other(day):
    period = parse_period(f"{day.day} {MONTHS[day.month - 1]} {day.year}", "instant")
    assert (period.start, period.end) == (day, day + timedelta(days=1))
    assert period.year == day.year


@given(DAYS, st.integers(1, 4000))
def test_a_period_belongs_to_the_year_of_its_last_day_inside(start, days):
    period = Period("any", "span", start, start + timedelta(days=days))
    assert period.year == (start + timedelta(days=days - 1)).year


@given(YEARS)
def test_an_open_period_belongs_to_no_year(first):
    period = parse_period(f"since {first}", "since")
    assert period.year is None
    assert period.months is None


@given(st.integers(1901, 1999), st.integers(1, 60))
def test_a_short_span_counts_fiscal_years_of_one_century(first, length):
    last = first + length
    key = f"{first}-{last % 100:02d}"
    if last // 100 == first // 100:
        period = parse_period(key, "span")
        assert (period.start, period.end, period.months) == (date(first, 4, 1), date(last, 4, 1), 12 * length)
    elif last % 100 <= first % 100:
        with pytest.raises(ValueError, match="span"):
            parse_period(key, "span")


@given(st.text(max_size=30), st.text(max_size=12))
def test_any_other_text_is_refused_and_nothing_worse(key, kind):
    with suppress(ValueError):
        assert parse_period(key, kind).start is not None


@pytest.mark.parametrize(
    ("key", "kind", "whole"),
    [
        ("2024", "calendar", True), ("FY2025", "fiscal", True), ("by 2030", "by", True),
        ("H1 2024", "part", False), ("2009-14", "span", False), ("since 2015", "since", False),
        ("2024", "instant", False),
    ],
)  # fmt: skip
def test_only_whole_years_and_deadlines_may_be_drawn_for_a_year(key, kind, whole):
    assert parse_period(key, kind).is_whole_year is whole
