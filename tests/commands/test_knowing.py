"""The day on which the data were known: typed, stepped, taken back; and what is pinned."""

from datetime import date

import pytest
from stage import new_context, new_store

from desktop.commands import edit, knowing, pinning, years


@pytest.fixture
def store():
    return new_store(2024)


@pytest.mark.parametrize("text", ["1 Jun 2025", "2025-06-01", " 1 june 2025 ", "01 JUN 2025"])
def test_a_day_is_typed_in_words_or_digits(text):
    assert knowing.parse_day(text) == date(2025, 6, 1)


@pytest.mark.parametrize("text", ["", "June 2025", "31 Feb 2025", "2025-13-01", "1 Foo 2025", "<b>1</b>"])
def test_what_is_no_day_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="expected a day such as 1 Jun 2025 or 2025-06-01") as refused:
        knowing.parse_day(text)
    assert text in str(refused.value)


def test_on_the_first_of_june_2025_the_figure_for_japan_was_not_known(store):
    def japan():
        return next(flow for flow in store.frame.flows if flow.thing == "flow.in-jp.re").label.title

    today = japan()
    knowing.know_on(store, date(2025, 6, 1))
    assert japan() != today
    assert store.undo_name == "As known on 1 Jun 2025"
    edit.undo(store)
    assert japan() == today


def test_report_days_are_the_stops_before_and_after(store):
    days = store.frame.desk.report_days
    knowing.know_on(store, date(2025, 6, 1))
    knowing.step(store, -1)
    assert store.atlas.known_on == max(day for day in days if day < date(2025, 6, 1))
    knowing.step(store, 1)
    assert store.atlas.known_on == min(day for day in days if day > date(2025, 5, 1))
    for _ in days:
        knowing.step(store, 1)
    assert store.atlas.known_on is None
    assert not knowing.LATER.enabled(new_context(2024)[0])


def test_the_day_of_the_data_or_a_later_one_is_no_restriction(store):
    knowing.know_on(store, date(2025, 6, 1))
    knowing.know_on(store, date(2030, 1, 1))
    assert (store.atlas.known_on, store.undo_name) == (None, "All that is known")


def test_a_pinned_row_stays_while_the_clock_moves(store):
    shown = next(row for row in store.frame.rows if row.id == "plants")
    pinning.pin(store, "plants", 1960)
    pinned = next(row for row in store.frame.rows if row.id == "plants")
    assert (pinned.pinned_year, store.undo_name) == (1960, "Pin Plants to 1960")
    assert pinned.summary != shown.summary
    years.go_to(store, 2030)
    assert next(row for row in store.frame.rows if row.id == "plants").summary == pinned.summary
    pinning.toggle(store, "plants")
    assert next(row for row in store.frame.rows if row.id == "plants").pinned_year is None
