"""Details: everything about a selection, with rivals, conflicts, history, origins and exactness."""

from datetime import date

import pytest

from geodata.framing.details import agreements, bounds_of, detail, events, sources
from geodata.framing.index import make_index
from geodata.year import Year


@pytest.fixture(scope="module")
def index(shipped):
    return make_index(shipped)


def rivalry(found, question):
    return next(rivalry for rivalry in found.rivalries if rivalry.question == question)


def test_every_claim_about_a_thing_is_told_once(index, shipped):
    for thing in shipped.things:
        told = detail(index, thing)
        listed = [figure.claim for rivalry in told.rivalries for figure in rivalry.figures]
        listed += [change.claim for change in told.history]
        about = [claim for claim in shipped.claims.values() if claim.subject == thing]
        assert set(listed) >= {claim.id for claim in about if claim.measure != "state"}
        assert len(listed) == len(set(listed))


def test_every_claim_can_be_selected(index, shipped):
    for claim in shipped.claims.values():
        told = detail(index, claim.id)
        assert (told.thing, told.claim) == (claim.subject, claim.id)


@pytest.mark.parametrize("nothing", [None, "", "no-such-thing"])
def test_nothing_selected_tells_nothing(index, nothing):
    assert detail(index, nothing) is None


def test_rivals_stand_side_by_side_the_preferred_first_with_the_reason(index):
    told = detail(index, "claim.nd-fy2026-oxides")
    found = rivalry(told, "actor.irel/output/nd/FY2026-target")
    assert found.figures[0].rank == "preferred"
    assert not found.agree
    assert "oxides" in found.reason
    assert {figure.substance for figure in found.figures} == {"nd", "nd_oxide"}
    assert found.figures[0].rivals == 1


def test_only_what_cannot_be_true_beside_the_first_is_called_a_rival(index):
    found = rivalry(detail(index, "actor.irel"), "actor.irel/output/nd/FY2026-target")
    standing = dict(zip((figure.claim for figure in found.figures), found.standings, strict=True))
    assert standing["claim.nd-fy2026-reuters"] == "preferred"
    assert standing["claim.nd-fy2026-oxides"] == "rival"
    assert standing["claim.nd-fy2026-sangri"] == "agrees"
    assert [one for claim, one in standing.items() if "missing" in claim] == [""]
    assert list(standing.values()).count("rival") == 1
    assert found.summary.startswith("1 rival, ")


def test_texts_that_agree_say_so_and_count_their_origins(index):
    found = rivalry(detail(index, "flow.in-jp.re"), "flow.in-jp.re/trade_mass/re/2024")
    assert found.agree
    assert (len(found.figures), found.origins) == (3, 1)


def test_what_is_withdrawn_contradicts_nobody_and_keeps_its_place(index):
    told = detail(index, "actor.irel")
    found = rivalry(told, "actor.irel/output/nd/FY2027")
    assert {figure.rank for figure in found.figures} == {"deprecated"}
    assert found.agree
    assert found.reason.startswith("Withdrawn")


def test_a_computed_figure_says_how(index):
    found = rivalry(detail(index, "flow.cn-in.magnets"), "flow.cn-in.magnets/trade_mass/magnets/FY2024")
    assert found.computed.startswith("Computed by us: 50,000 t / 1.95")


def test_conflicts_are_told_with_all_their_claims(index, shipped):
    told = detail(index, "flow.in-jp.re").conflicts
    conflict = next(found for found in told if found.id == "conflict.japan-1000-or-18")
    assert [figure.text for figure in conflict.figures] == ["over 1,000 t", "18 t"]
    for conflict in shipped.conflicts.values():
        for name in conflict.claims:
            assert conflict.id in {found.id for found in detail(index, name).conflicts}, name


def test_the_history_of_an_agreement_runs_from_old_to_new(index):
    history = detail(index, "agreement.in-jp-2012").history
    assert [(change.word, change.when) for change in history] == [
        ("memorandum", "16 Nov 2012"),
        ("in_force", "2024"),
        ("suspension_requested", "Jun 2025"),
    ]
    assert all(change.source_short for change in history)


def test_places_say_how_exact_they_are(index, shipped):
    facts = dict(detail(index, "mine.killiyoor").facts)
    assert facts["Place"] == "good to 5 km; inferred from texts"
    assert "no public text names them" in facts["One of the four"]
    assert dict(detail(index, "mine.andhra").facts)["Place"] == "known only by its state"
    flow = dict(detail(index, "flow.in-jp.re").facts)
    assert flow["From"] == "India, Visakhapatnam port (representative)"
    site = next(thing for thing in shipped.things.values() if thing.kind == "site")
    assert dict(detail(index, site.id).facts)["Operator"] == shipped.things[site.operator].name


def test_bounds_hold_the_uncertainty(shipped):
    killiyoor = shipped.things["mine.killiyoor"]
    bounds = bounds_of(killiyoor)
    assert bounds is not None
    west, south, east, north = bounds
    (lon, lat), radius = killiyoor.positions[0], killiyoor.precision_m / 111_320
    assert west < lon - radius
    assert lon + radius < east
    assert south < lat - radius
    assert lat + radius < north
    andhra = bounds_of(shipped.things["mine.andhra"])  # no text places it: anywhere in its state
    assert andhra is not None
    assert andhra[0] < 78.5 < andhra[2]
    assert andhra[1] < 15.5 < andhra[3]


def test_promised_stands_beside_delivered(index):
    row = {row.thing: row for row in agreements(index, Year(2024))}["agreement.in-jp-2012"]
    assert [figure.text for figure in row.promised] == ["4,100 t/y"]
    assert [(figure.text, figure.year) for figure in row.delivered] == [("over 1,000 t", 2024)]
    assert row.delivered_words == ""
    row = {row.thing: row for row in agreements(index, Year(2027))}["agreement.in-jp-2012"]
    assert (row.delivered, row.delivered_words) == ((), "2027: not known yet")


def test_a_promise_is_told_once_however_many_repeat_it(index):
    rows = {row.thing: row for row in agreements(index, Year(2020))}
    for row in rows.values():
        measures = [(figure.subject, figure.measure, figure.period) for figure in row.promised]
        assert len(measures) == len(set(measures))


def test_an_agreement_is_not_yet_begun_before_its_first_day(index):
    for row in agreements(index, Year(2009)):
        assert (row.state, row.state_words) == ("", "not yet begun")


def test_events_are_in_order_of_time_and_dated_no_finer_than_known(index):
    found = events(index)
    assert [event.start for event in found] == sorted(event.start for event in found)
    days = {event.thing: event.day for event in found}
    assert days["agreement.in-jp-2012"] == "16 Nov 2012"
    assert days["event.cn-licensing-2025"] == "4 Apr 2025"
    assert all(event.start >= date(1900, 1, 1) for event in found)


def test_sources_stand_under_the_text_that_they_retell(index, shipped):
    rows = sources(index)
    reuters = [row for row in rows if row.origin == "src.reuters-2025-06-13"]
    assert reuters[0].id == "src.reuters-2025-06-13"
    assert {"src.explainer-2025-06", "src.sangri-2025-06-14", "src.techpress-2025-06"} <= {
        row.id for row in reuters
    }
    assert {row.origin_title for row in reuters} == {shipped.sources["src.reuters-2025-06-13"].title}
    assert sum(row.claims for row in rows) == len(shipped.claims)
    assert len({row.id for row in rows}) == len(rows) == len(shipped.sources)
