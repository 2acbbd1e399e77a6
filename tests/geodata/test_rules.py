"""The rules of a year: what is drawn, what is never drawn, which state holds, what counts as one origin."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.claim import FACT_STATUSES, Claim, Source
from geodata.framing.index import make_index, series_of
from geodata.framing.origins import independent, origin, sources_of
from geodata.framing.rules import drawn_claim, is_there, last_known, speaks_of, state_in
from geodata.period import parse_period
from geodata.quantity import Quantity
from geodata.rivals import agree
from geodata.year import Year

FLOW = "flow.in-jp.re"
SERIES = f"{FLOW}/trade_mass/re_product"
YEARS = range(2005, 2036)
general = settings(max_examples=150, deadline=None)


def claim_of(name, key="2024", period_type="calendar", value=1000.0, **changes):
    period = parse_period(key, period_type)
    substance = changes.get("substance", "re_product")
    quantity = Quantity(value, "t", "trade_mass", substance=substance, months=period.months)
    return replace(
        Claim(
            id=name,
            subject=FLOW,
            measure="trade_mass",
            question=f"question-{key}",
            period=period,
            status="actual",
            source="src.reuters-2025-06-13",
            locator="whole",
            quantity=quantity,
            substance=substance,
            start=period.start,
            end=period.end,
            year=period.year,
        ),
        **changes,
    )


@pytest.fixture
def index_of(shipped):
    def made(*claims):
        return make_index(replace(shipped, claims={claim.id: claim for claim in claims}))

    return made


def drawn_years(index, **how):
    return {year for year in YEARS if drawn_claim(index, SERIES, Year(year), **how)}


def every_drawn(index):
    for series in index.series:
        for year in YEARS:
            for plans in (False, True):
                claim = drawn_claim(index, series, Year(year), plans)
                if claim:
                    yield series, year, plans, claim


def test_a_figure_is_drawn_in_its_own_year_and_never_carried_forward(index_of):
    assert drawn_years(index_of(claim_of("a"))) == {2024}
    assert drawn_years(index_of(claim_of("a", "FY2025", "fiscal"))) == {2025}


@pytest.mark.parametrize(
    ("key", "period_type"),
    [("H1 FY2026", "part"), ("Jan-Jul 2025", "part"), ("2009-14", "span"), ("4 Apr 2025", "instant")],
)
def test_parts_spans_and_days_are_never_drawn_as_a_year(index_of, key, period_type):
    assert drawn_years(index_of(claim_of("a", key, period_type))) == set()


def test_what_holds_since_a_year_holds_until_its_end(index_of):
    promise = claim_of("a", "since 2013", "since", status="plan")
    assert drawn_years(index_of(promise), plans=True) == set(range(2013, 2036))
    assert drawn_years(index_of(promise)) == set(), "a promise is drawn in its own row only"
    ended = replace(promise, end=date(2020, 1, 1))
    assert drawn_years(index_of(ended), plans=True) == set(range(2013, 2020))


def test_after_the_day_of_the_data_nothing_is_actual(index_of):
    since = claim_of("a", "since 2013", "since")
    assert max(drawn_years(index_of(since))) == 2026
    assert drawn_years(index_of(replace(since, status="target"))) == set(range(2013, 2036))


def test_a_fact_comes_before_a_target_and_the_target_before_nothing(index_of):
    fact = claim_of("a", value=10.0, question="fact")
    target = claim_of("b", value=450.0, status="target", rank="preferred", question="target")
    assert drawn_claim(index_of(target, fact), SERIES, Year(2024)).id == "a"
    assert drawn_claim(index_of(target), SERIES, Year(2024)).id == "b"


def test_what_is_stated_comes_before_what_we_computed(index_of):
    computed = claim_of("a", made="computed", rank="preferred", question="one")
    stated = claim_of("b", question="two")
    assert drawn_claim(index_of(computed, stated), SERIES, Year(2024)).id == "b"


def test_of_two_questions_the_newest_text_is_drawn(index_of):
    old = claim_of("a", known_on=date(2025, 1, 1), question="one")
    new = claim_of("b", known_on=date(2025, 6, 1), question="two")
    assert drawn_claim(index_of(old, new), SERIES, Year(2024)).id == "b"


def test_of_a_question_the_preferred_claim_is_drawn_and_a_rival_in_no_year(index_of):
    preferred = claim_of("a", value=1000.0, rank="preferred", question="q")
    rival = claim_of("b", "2023", value=900.0, question="q")
    index = index_of(preferred, rival)
    assert drawn_claim(index, SERIES, Year(2024)).id == "a"
    assert drawn_claim(index, SERIES, Year(2023)) is None, "the question is told of 2024"
    assert index.rivals["a"] == (rival,)


def test_a_rival_of_another_substance_stays_with_its_question(index_of):
    metal = claim_of("a", rank="preferred", question="q", substance="nd")
    oxide = claim_of("b", question="q", substance="nd_oxide")
    index = index_of(metal, oxide)
    assert series_of(index, oxide) == series_of(index, metal) == f"{FLOW}/trade_mass/nd"
    assert drawn_claim(index, f"{FLOW}/trade_mass/nd_oxide", Year(2024)) is None


def test_deprecated_claims_are_neither_drawn_nor_rivals(index_of):
    withdrawn = claim_of("a", value=200.0, rank="deprecated", question="q")
    index = index_of(withdrawn, claim_of("b", value=40.0, question="q"))
    assert drawn_claim(index, SERIES, Year(2024)).id == "b"
    assert index.rivals["b"] == ()
    assert drawn_years(index_of(withdrawn)) == set()


def test_the_last_known_figure_is_a_whole_year_before(index_of):
    index = index_of(
        claim_of("a", "2014"),
        claim_of("b", "2018", status="target"),
        claim_of("c", "H1 FY2020", "part"),
        claim_of("d", "2022", rank="deprecated"),
    )
    assert last_known(index, SERIES, Year(2014)) is None
    assert {last_known(index, SERIES, Year(year)).id for year in (2015, 2019, 2024, 2030)} == {"a"}


@general
@given(data=st.data())
def test_whatever_is_drawn_obeys_every_rule(data, made_up):
    index = make_index(data.draw(made_up))
    last = index.dataset.catalog.data_date.year
    for series, year, plans, claim in every_drawn(index):
        assert claim.rank != "deprecated"
        assert claim.quantity is not None
        assert claim.period.type not in ("part", "span", "instant")
        assert claim.year == year or (claim.period.type == "since" and claim.start.year <= year)
        assert claim.status not in FACT_STATUSES or year <= last
        assert (claim.status == "plan") == plans
        assert series == f"{claim.subject}/{claim.measure}/{claim.substance}"
        first = index.rivals_of[claim.question][0]
        assert first is claim or agree(first, claim)


@general
@given(data=st.data())
def test_what_could_be_drawn_better_is_drawn(data, made_up):
    index = make_index(data.draw(made_up))
    last = index.dataset.catalog.data_date.year
    for _series, year, _plans, claim in every_drawn(index):
        alone = [
            other
            for other in index.claims_of[claim.subject]
            if len(index.rivals_of[other.question]) == 1
            and (other.measure, other.substance) == (claim.measure, claim.substance)
            and other.is_fact
            and other.rank != "deprecated"
            and speaks_of(other, Year(year))
        ]
        if alone and year <= last and claim.status != "plan":
            assert claim.is_fact, "a fact was there"


@general
@given(data=st.data())
def test_rivals_are_mutual_answer_one_question_and_contradict(data, made_up):
    index = make_index(data.draw(made_up))
    claims = index.dataset.claims
    for name, found in index.rivals.items():
        for rival in found:
            assert rival.question == claims[name].question
            assert not agree(claims[name], rival)
            assert claims[name].rank == "deprecated" or claims[name] in index.rivals[rival.id]


def test_roles_agree_and_nothing_found_contradicts_nothing():
    found = claim_of("a")
    missing = replace(found, id="b", status="missing", quantity=None)
    assert agree(found, missing)
    mining = replace(missing, measure="role", word="mining", status="actual")
    assert agree(mining, replace(mining, word="refining"))


def test_texts_agree_when_their_intervals_meet_over_one_period():
    over = claim_of("a", quantity=Quantity(1000, "t", "trade_mass", "at_least", substance="re_product"))
    assert agree(over, claim_of("b", value=1144.0))
    assert not agree(over, claim_of("b", value=900.0))
    assert not agree(over, claim_of("b", "2023", value=1144.0))
    assert not agree(over, claim_of("b", value=1144.0, substance="reo"))
    assert not agree(over, replace(over, measure="output"))


def test_days_agree_when_one_names_the_year_of_the_other():
    day = claim_of("a", "16 Nov 2012", "instant", measure="start", quantity=None)
    year = claim_of("b", "2012", "instant", measure="start", quantity=None)
    other = claim_of("c", "2013", "instant", measure="start", quantity=None)
    assert agree(day, year)
    assert not agree(day, other)


def state_of(name, key, word, **changes):
    changes = {"question": f"state-{key}", **changes}
    return claim_of(
        name, key, "instant", measure="state", quantity=None, word=word, subject="mine.x", **changes
    )


def test_a_state_is_the_latest_that_began_by_the_end_of_the_year(index_of):
    index = index_of(
        state_of("a", "11 Jun 2021", "reserved"),
        state_of("b", "31 Dec 2022", "prior_approval"),
        state_of("c", "Jan 2024", "reserved"),
    )
    states = {
        year: getattr(state_in(index, "mine.x", Year(year)), "word", None) for year in range(2020, 2026)
    }
    assert states == {
        2020: None,
        2021: "reserved",
        2022: "prior_approval",
        2023: "prior_approval",
        2024: "reserved",
        2025: "reserved",
    }


def test_of_a_state_told_twice_the_preferred_text_holds(index_of):
    asked = state_of("b", "Jun 2025", "suspension_requested", rank="preferred", question="q")
    told = state_of("a", "Jun 2025", "suspended", question="q")
    old = state_of("c", "1 Jul 2025", "ended", rank="deprecated")
    assert state_in(index_of(told, asked, old), "mine.x", Year(2025)) is asked


def test_a_flow_is_there_from_the_day_something_touches_it(shipped, index_of):
    flow = replace(shipped.things["flow.cn-jp.re"], start=None)
    event = next(thing for thing in shipped.things.values() if flow.id in thing.about)
    index = index_of(claim_of("a", "since 1999", "since", subject=flow.id, status="plan"))
    first = index.first_day[flow.id]
    assert first <= event.start, "events touch a flow; promises do not"
    assert first.year != 1999
    assert not is_there(index, flow, Year(first.year - 1))
    assert is_there(index, flow, Year(first.year))


def test_a_thing_is_there_in_every_year_of_which_it_has_a_day(index_of, shipped):
    index = index_of()
    thing = replace(shipped.things["plant.oscom"], start=date(1984, 12, 31), end=date(1990, 1, 1))
    assert [year for year in range(1980, 1995) if is_there(index, thing, Year(year))] == list(
        range(1984, 1990)
    )


def test_three_articles_on_one_report_are_one_origin(shipped):
    told = [shipped.claims[f"claim.in-jp-2024-{text}"] for text in ("explainer", "reuters", "sangri")]
    assert {origin(shipped, claim.source) for claim in told} == {"src.reuters-2025-06-13"}
    assert independent(shipped, [claim.source for claim in told]) == 1
    assert len(sources_of(shipped, told)) == 3


def test_our_own_search_is_no_origin(shipped):
    missing = [claim for claim in shipped.claims.values() if claim.status == "missing"]
    assert missing
    assert independent(shipped, [claim.source for claim in missing]) == 0


@general
@given(data=st.data())
def test_every_source_of_a_chain_has_the_origin_at_its_end(data, shipped):
    parents = data.draw(st.lists(st.integers(0, 30), min_size=1, max_size=30))
    sources = {"s0": Source("s0", "An agency's report", "Agency", "agency")}
    for number, parent in enumerate(parents, 1):
        retold = f"s{min(parent, number - 1)}"
        sources[f"s{number}"] = Source(f"s{number}", "An article", "Paper", "retelling", retells=retold)
    dataset = replace(shipped, sources=sources)
    assert {origin(dataset, name) for name in sources} == {"s0"}
    assert independent(dataset, sources) == 1
