"""As known on a day: what came to light later is nowhere, and what was known is all there."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.frame import Query
from geodata.frames import framer
from geodata.framing.known import as_known_on

general = settings(max_examples=40, deadline=None)
days = st.dates(date(1995, 1, 1), date(2026, 11, 21))
years = st.integers(1950, 2035)
JUNE = date(2025, 6, 1)


@pytest.fixture(scope="module")
def make(shipped):
    return framer(shipped)


@pytest.fixture(scope="module")
def rows(shipped):
    return frozenset(row.id for row in shipped.catalog.rows)


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("desk", "digest"):
                yield from texts(getattr(value, field.name))


def everything(frame):
    """Give every text of a frame and of the planner's models behind it."""
    desk = frame.desk
    yield from texts(frame)
    yield from texts((desk.balance(), desk.cumulated(), desk.matrix(), desk.ladders(), desk.deliveries()))


def later_ids(dataset, day):
    return {claim.id for claim in dataset.claims.values() if claim.known_on and claim.known_on > day}


@general
@given(day=days, year=years, data=st.data())
def test_no_claim_known_later_is_told_anywhere(shipped, make, rows, day, year, data):
    selected = data.draw(st.sampled_from([*shipped.things, *shipped.claims]))
    frame = make(Query(year, rows, selected=selected, known_on=day))
    assert later_ids(shipped, day).isdisjoint(everything(frame))


@general
@given(day=days, earlier=st.integers(0, 4000))
def test_moving_it_back_never_shows_a_claim_more(shipped, day, earlier):
    before = as_known_on(shipped, day - timedelta(days=earlier))
    after = as_known_on(shipped, day)
    assert before.claims.keys() <= after.claims.keys() <= shipped.claims.keys()
    assert before.things.keys() <= after.things.keys()


@general
@given(day=days)
def test_every_claim_of_a_known_thing_known_by_then_is_there(shipped, day):
    known = as_known_on(shipped, day)
    absent = [
        claim
        for claim in shipped.claims.values()
        if claim.known_on and claim.known_on <= day and claim.subject in known.things
        if claim.id not in known.claims and not claim.computed_from
    ]
    assert absent == []


def test_each_claim_is_absent_the_day_before_it_was_known_and_there_on_the_day(shipped):
    dated = [claim for claim in shipped.claims.values() if claim.known_on]
    assert len(dated) > len(shipped.claims) / 2
    for claim in dated:
        assert claim.id not in as_known_on(shipped, claim.known_on - timedelta(days=1)).claims
        known = as_known_on(shipped, claim.known_on)
        assert (claim.id in known.claims) == (claim.subject in known.things), claim.id


@general
@given(day=days)
def test_nothing_known_had_yet_to_begin_and_every_reference_leads_somewhere(shipped, day):
    known = as_known_on(shipped, day)
    if known is shipped:
        return
    assert all(thing.start is None or thing.start <= day for thing in known.things.values())
    ends = [thing.end for thing in known.things.values() if thing.end]
    assert all(end - timedelta(days=1) <= day for end in ends), "its last day has come"
    for claim in known.claims.values():
        assert claim.subject in known.things
        assert claim.source in known.sources
        assert claim.conflict is None or claim.conflict in known.conflicts
        assert set(claim.computed_from) <= known.claims.keys()
    for conflict in known.conflicts.values():
        assert set(conflict.claims) <= known.claims.keys()


@pytest.mark.parametrize("year", [1950, 2012, 2024, 2025, 2026, 2030, 2035])
@pytest.mark.parametrize("later", [0, 1, 400])
def test_known_today_is_all_there_is(shipped, make, rows, year, later):
    today = shipped.catalog.data_date + timedelta(days=later)
    assert make(Query(year, rows, known_on=today)) == make(Query(year, rows))


def test_the_claims_themselves_stay_as_they_are(shipped, make, rows):
    plain = make(Query(2024, rows))
    make(Query(2024, rows, known_on=JUNE))
    assert make(Query(2024, rows)) is plain
    assert framer(shipped)(Query(2024, rows)) == plain


def test_on_1_june_2025_japan_2024_and_the_four_mines_are_not_known_and_usgs_is(make, rows):
    frame = make(Query(2024, rows, known_on=JUNE))
    known = {figure.claim: figure for figure in frame.figures}
    assert not [
        figure for figure in known.values() if figure.subject == "flow.in-jp.re" and figure.year == 2024
    ]
    assert not [figure for figure in known.values() if figure.measure == "count"]
    assert known["claim.in-output-2024-usgs"].text == "2,900 t"
    japan = next(line for line in frame.flows if line.thing == "flow.in-jp.re" and line.style == "export")
    assert (japan.claim, japan.drawn_as, japan.mark) == (None, "in_force", "")
    today = {figure.claim for figure in make(Query(2024, rows)).figures}
    assert {"claim.in-jp-2024-sangri", "claim.mines-count-reuters", "claim.in-output-2024-usgs"} <= today


def test_a_mine_begins_with_the_first_state_that_was_known(shipped):
    before = as_known_on(shipped, date(2022, 5, 21))
    assert "mine.killiyoor" not in before.things
    known = as_known_on(shipped, date(2022, 5, 22))
    assert known.things["mine.killiyoor"].start == date(2021, 6, 11)


def test_rivals_and_the_preferred_are_counted_among_what_was_known(make, rows):
    frame = make(Query(2024, rows, selected="flow.in-jp.re", known_on=date(2025, 6, 13)))
    told = next(rivalry for rivalry in frame.detail.rivalries if "trade_mass/re/2024" in rivalry.question)
    assert [figure.claim for figure in told.figures] == [
        "claim.in-jp-2024-explainer",
        "claim.in-jp-2024-reuters",
    ], "the preferred one came a day later"


def test_after_the_day_nothing_is_known_yet(make, rows):
    frame = make(Query(2026, rows, known_on=JUNE))
    assert frame.is_after_data
    assert frame.known_on == JUNE
    assert frame.headlines[0].number == "not known yet"
    assert not make(Query(2025, rows, known_on=JUNE)).is_after_data


def test_an_end_to_come_was_not_known(shipped):
    during = as_known_on(shipped, date(2010, 10, 15))
    assert during.things["event.cn-jp-halt-2010"].end is None
    ends = {claim.id for claim in during.claims.values() if claim.measure == "end"}
    assert ends == set()
    after = as_known_on(shipped, date(2010, 11, 19))
    assert after.things["event.cn-jp-halt-2010"].end == shipped.things["event.cn-jp-halt-2010"].end
    assert "claim.cn-jp-halt-end" in after.claims


def test_what_is_known_later_leaves_room_in_the_scale_of_widths(shipped, rows):
    later = {
        name: replace(claim, known_on=date(2026, 1, 1)) if claim.subject == "flow.world-in.magnets" else claim
        for name, claim in shipped.claims.items()
    }
    make = framer(replace(shipped, claims=later))
    widths = [
        line.width_px
        for day in (None, date(2025, 12, 31))
        for line in make(Query(2025, rows, known_on=day)).flows
        if line.thing == "flow.cn-in.magnets"
    ]
    assert len(widths) == 2
    assert widths[0] == widths[1] > 0


def test_widths_do_not_change_with_the_day(make, rows):
    day = date(2025, 7, 1)
    now = {line.thing: line.width_px for line in make(Query(2024, rows)).flows if line.claim}
    then = {line.thing: line.width_px for line in make(Query(2024, rows, known_on=day)).flows if line.claim}
    assert then
    assert all(now[thing] == width for thing, width in then.items())


def test_what_was_computed_from_what_came_later_was_not_known(shipped):
    claims = {
        name: replace(claim, known_on=date(2020, 1, 1)) if claim.computed_from else claim
        for name, claim in shipped.claims.items()
    }
    computed = [claim for claim in claims.values() if claim.computed_from]
    known = as_known_on(replace(shipped, claims=claims), date(2020, 1, 2))
    assert computed
    assert not [claim.id for claim in computed if claim.id in known.claims]
