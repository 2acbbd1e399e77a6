"""Scenarios: their text, what they change, and that nothing of them stays or looks like a fact."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from geodata import bundled as bundled_scenarios
from geodata.bundled import scenarios
from geodata.claim import AMOUNT_MEASURES, FACT_STATUSES
from geodata.exporting.citing import clipboard_text
from geodata.exporting.files import export
from geodata.frame import Query
from geodata.frames import framer
from geodata.framing.overlay import apply, as_seen
from geodata.quantity import Quantity, parse_amount
from geodata.scenario import (
    MAX_CHANGES,
    MAX_CHARACTERS,
    MAX_LINE,
    OP_WORDS,
    OPS,
    SCHEMA,
    TARGET_WORDS,
    TO_WORDS,
    Change,
    Scenario,
    ScenarioError,
    read_scenario,
    scenario_text,
)

general = settings(max_examples=60, deadline=None)
WHY = "It might be so."
CLOCK = "from 1950 to 2035, the years of the clock"
lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=60)
told = lines.filter(str.strip)
slugs = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
changes = st.builds(Change, st.sampled_from(OPS), told, told, told, lines, lines)
texts = st.builds(Scenario, slugs, told, told, lines, st.lists(changes, max_size=5).map(tuple))


def one(op, target, to, **more):
    return Scenario("what-if", "What if", "A planner", "", (Change(op, target, to, WHY, **more),))


@pytest.fixture(scope="module")
def make(shipped):
    return framer(shipped)


@pytest.fixture(scope="module")
def rows(shipped):
    return frozenset(row.id for row in shipped.catalog.rows)


@pytest.fixture(scope="module")
def fitting(shipped):
    """Changes that mostly fit the shipped claims, of every kind."""
    figures = sorted(c.id for c in shipped.claims.values() if c.measure in AMOUNT_MEASURES)
    kinds = {}
    for thing in shipped.things.values():
        kinds.setdefault(thing.kind, []).append(thing.id)
    day = st.dates(date(2012, 1, 1), date(2035, 1, 1)).map(date.isoformat)
    amount = st.integers(0, 90_000).map(lambda value: f"{value:,} t")
    target = st.sampled_from
    return st.one_of(
        st.builds(Change, st.just("set_value"), target(figures), amount, st.just(WHY)),
        st.builds(Change, st.just("set_status"), target(figures), target(["forecast", "plan"]), st.just(WHY)),
        st.builds(Change, st.just("shift_year"), target(figures), target(["2027", "FY2028"]), st.just(WHY)),
        st.builds(
            Change,
            st.just("add_value"),
            target(["actor.irel/output/nd", "flow.in-jp.re/trade_mass/re_product"]),
            st.builds(lambda a, y: f"{a} in {y}", amount, st.integers(2012, 2034)),
            st.just(WHY),
        ),
        st.builds(Change, st.just("end"), target(kinds["flow"] + kinds["agreement"]), day, st.just(WHY)),
        st.builds(Change, st.just("open"), target(kinds["mine"]), day, st.just(WHY)),
        st.builds(
            Change,
            st.just("set_state"),
            target(kinds["agreement"]),
            day.map(lambda d: f"ended on {d}"),
            st.just(WHY),
        ),
    )


# Text


@given(texts)
def test_every_scenario_comes_back_whole_from_its_text(scenario):
    text = scenario_text(scenario)
    assert read_scenario(text) == scenario
    assert scenario_text(read_scenario(text)) == text


def test_the_text_can_be_read_and_edited_by_hand():
    document = json.loads(scenario_text(one("end", "flow.in-jp.re", "2025-01-01")))
    assert list(document) == ["format", "schema", "id", "title", "author", "note", "changes"]
    assert list(document["changes"][0]) == ["op", "target", "from", "to", "assumption", "source"]


def test_the_schema_for_editors_says_what_is_read():
    schema = json.loads((Path(bundled_scenarios.__file__).parent / "scenario.schema.json").read_text("utf-8"))
    own, change = schema["properties"], schema["$defs"]["change"]
    document = json.loads(scenario_text(one("end", "flow.in-jp.re", "2025-01-01")))
    assert schema["required"] == list(own) == list(document)
    assert change["required"] == list(change["properties"]) == list(document["changes"][0])
    assert (own["format"]["const"], own["schema"]["const"]) == (document["format"], SCHEMA)
    assert change["properties"]["op"]["enum"] == list(OPS)
    assert (own["changes"]["maxItems"], schema["$defs"]["line"]["maxLength"]) == (MAX_CHANGES, MAX_LINE)
    needed = {name for name, kind in change["properties"].items() if kind.get("$ref") == "#/$defs/words"}
    for name in ("target", "from", "to", "assumption", "source"):
        emptied = json.loads(json.dumps(document))
        emptied["changes"][0][name] = ""
        assert _is_read(emptied) == (name not in needed), name
    for text in ("two\nlines", "turned \u202e round", "plain words"):
        document["note"] = text
        assert _is_read(document) == bool(re.search(schema["$defs"]["line"]["pattern"], text)), text
    for name in ("two-mines", "-two", "Two", "a" * 81):
        document["note"], document["id"] = "", name
        assert _is_read(document) == bool(re.search(own["id"]["pattern"], name)), name


def _is_read(document):
    try:
        read_scenario(json.dumps(document))
    except ScenarioError:
        return False
    return True


WRONG = [
    ("format", "another", 'scenario: expected the format "irel-atlas-scenario"'),
    ("schema", 0, "schema: expected a whole number from 1 on, got 0"),
    ("schema", "1", "schema: expected"),
    ("schema", SCHEMA + 1, f"a newer IREL Atlas made it (version {SCHEMA + 1} of scenarios"),
    ("id", "Not a slug", "id: expected small letters"),
    ("title", "", "title: expected a text of one line"),
    ("title", "two\nlines", "title: expected a text of one line"),
    ("author", 5, "author: expected a text"),
    ("note", "x" * 1001, "note: expected a text"),
    ("changes", {}, "changes: expected a list"),
    ("changes", [{}] * (MAX_CHANGES + 1), "changes: expected a list of at most"),
    ("changes", [{}], "change 1: expected the fields op, target"),
    ("more", 1, "scenario: expected the fields format"),
]


def test_a_field_that_lacks_or_is_unknown_is_named():
    document = json.loads(scenario_text(one("end", "flow.in-jp.re", "2025-01-01")))
    del document["changes"][0]["assumption"]
    document["changes"][0]["because"] = "It might be so."
    with pytest.raises(ScenarioError, match=r"got none called assumption and one called 'because'$"):
        read_scenario(json.dumps(document))


@pytest.mark.parametrize(("field", "value", "why"), WRONG, ids=[f"{f} {str(v)[:15]}" for f, v, _ in WRONG])
def test_a_wrong_value_is_refused_by_name_in_one_line(field, value, why):
    document = json.loads(scenario_text(one("end", "flow.in-jp.re", "2025-01-01")))
    document[field] = value
    with pytest.raises(ScenarioError) as refused:
        read_scenario(json.dumps(document))
    assert str(refused.value).startswith(why)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("field", "value"), [("op", "delete"), ("op", ["end"]), ("to", ""), ("assumption", " "), ("source", None)]
)
def test_a_wrong_change_is_refused_by_its_number(field, value):
    document = json.loads(scenario_text(one("end", "flow.in-jp.re", "2025-01-01")))
    document["changes"][0][field] = value
    with pytest.raises(ScenarioError, match=f"^change 1, {field}: expected"):
        read_scenario(json.dumps(document))


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", "5", "[" * 100_000, " " * (MAX_CHARACTERS + 1)], ids=range(7)
)
def test_what_is_no_scenario_is_refused(text):
    with pytest.raises(ScenarioError, match=r"^scenario: expected"):
        read_scenario(text)


def test_every_kind_of_change_is_explained():
    assert OP_WORDS.keys() == TO_WORDS.keys() == TARGET_WORDS.keys() == set(OPS)


@given(
    st.floats(0, 1e9).map(lambda value: round(value, 3)),
    st.sampled_from(["exact", "about", "at_least", "at_most"]),
    st.sampled_from(["t", "t/y", "percent", "ha", "INR crore"]),
)
def test_a_figure_is_read_as_it_is_written(value, bound, unit):
    assert parse_amount(Quantity(value, unit, "output", bound).text) == (value, None, bound, unit)


@pytest.mark.parametrize("text", ["", "t", "450", "450 tons", "-4 t", "1e3 t", "about over 4 t", "9 to 4 t"])
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(ValueError, match="is not a"):
        parse_amount(text)


# What a scenario does


@general
@given(data=st.data(), year=st.integers(2012, 2034))
def test_removing_a_scenario_restores_the_same_frames(shipped, make, rows, fitting, data, year):
    made = tuple(data.draw(st.lists(fitting, min_size=1, max_size=6)))
    claims, things = dict(shipped.claims), dict(shipped.things)
    plain = make(Query(year, rows))
    make(Query(year, rows, scenario=Scenario("x", "X", "A planner", "", made)))
    assert (shipped.claims, shipped.things) == (claims, things)
    assert make(Query(year, rows)) is plain
    assert framer(shipped)(Query(year, rows)) == plain


@general
@given(data=st.data())
def test_whatever_a_scenario_touches_is_marked_and_never_a_fact(shipped, fitting, data):
    made = tuple(data.draw(st.lists(fitting, min_size=1, max_size=6)))
    overlay = apply(shipped, Scenario("x", "X", "A planner", "", made))
    assert len(overlay.lines) + len(overlay.problems) == len(made)
    for claim in overlay.dataset.claims.values():
        base = shipped.claims.get(claim.id)
        told = (claim.quantity, claim.status, claim.period, claim.word, claim.source)
        if base is None or told != (base.quantity, base.status, base.period, base.word, base.source):
            assert claim.scenario
            assert claim.status not in FACT_STATUSES
            assert claim.source == "src.scenario-x"
            assert claim.base is None or claim.base == base


@general
@given(data=st.data(), year=st.integers(2012, 2034))
def test_no_frame_draws_an_assumption_as_a_figure(make, rows, fitting, data, year):
    made = tuple(data.draw(st.lists(fitting, min_size=1, max_size=6)))
    frame = make(Query(year, rows, scenario=Scenario("x", "X", "A planner", "", made)))
    figures = {figure.claim: figure for figure in frame.figures}
    for line in frame.flows:
        if line.claim and figures[line.claim].scenario:
            assert (line.drawn_as, line.letter, line.scenario) == ("target", "S", True)
    for figure in frame.figures:
        assert (figure.letter == "S") == figure.scenario
    for bar in (bar for chart in frame.charts for bar in chart.bars if bar.scenario):
        assert (bar.evidence, bar.letter) == ("target", "S")
    for headline in frame.headlines:
        assert not headline.claim or (headline.letter == "S") == figures[headline.claim].scenario


def test_a_changed_figure_keeps_what_it_replaces(make, rows):
    what_if = one("set_value", "claim.in-jp-2024-sangri", "500 t", from_="over 1,000 t")
    figure = next(
        figure
        for figure in make(Query(2024, rows, scenario=what_if)).figures
        if figure.claim == "claim.in-jp-2024-sangri"
    )
    assert (figure.text, figure.letter, figure.source_short) == ("500 t", "S", "A planner")
    assert figure.replaces == "Traded over 1,000 t rare earths; 2024, actual (Sangri Times 2025)"


def test_the_other_answers_are_set_aside_with_it(make, rows):
    what_if = one("set_value", "claim.in-jp-2024-sangri", "500 t")
    frame = make(Query(2024, rows, selected="flow.in-jp.re", scenario=what_if))
    told = next(r for r in frame.detail.rivalries if r.figures[0].claim == "claim.in-jp-2024-sangri")
    assert told.standings == ("preferred", "deprecated", "deprecated")


def test_an_assumption_is_drawn_before_the_figure_that_stands_there(make, rows):
    moved = one("shift_year", "claim.cn-in-magnets-fy2024", "FY2025")
    frame = make(Query(2025, rows, scenario=moved))
    line = next(line for line in frame.flows if line.thing == "flow.cn-in.magnets")
    assert (line.claim, line.letter) == ("claim.cn-in-magnets-fy2024", "S")


def test_the_frame_tells_its_scenario(make, rows):
    frame = make(Query(2025, rows, scenario=one("end", "flow.in-jp.re", "2025-01-01")))
    assert (frame.scenario.title, frame.scenario.author) == ("What if", "A planner")
    assert frame.scenario.lines == (f"India → Japan: ends, no end → 2025-01-01. {WHY}",)
    assert any(source.title == "Scenario: What if" for source in frame.sources)
    assert frame.origins == make(Query(2025, rows)).origins, "an assumption confirms nothing"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            ("set_value", "claim.none", "5 t"),
            "target: expected the id of a claim with a figure, got claim.none",
        ),
        (("set_value", "claim.in-jp-2024-sangri", "5 t/y"), "to: expected a figure of mass, got 5 t/y"),
        (("set_value", "claim.in-jp-2024-sangri", "many"), "to: expected a figure such as"),
        (("set_status", "claim.in-jp-2024-sangri", "actual"), "to: expected forecast, target or plan"),
        (("shift_year", "claim.in-jp-2024-sangri", "FY2027"), "to: expected a calendar period, got FY2027"),
        (
            ("add_value", "flow.in-jp.re/trade_mass/re_product", "5 t in 2024"),
            "target: expected a year without",
        ),
        (("add_value", "flow.none/trade_mass/re_product", "5 t in 2024"), "target: expected thing/measure"),
        (("end", "plant.aluva", "2025-01-01"), "target: expected the id of a thing (flow, agreement)"),
        (("end", "agreement.in-jp-2012", "2001-01-01"), "to: expected a day after 2012-11-16, when"),
        (("end", "agreement.in-jp-2012", "2036-01-01"), f"to: expected a day {CLOCK}, got 2036-01-01"),
        (("end", "flow.in-jp.re", "1901-01-01"), f"to: expected a day {CLOCK}, got 1901-01-01"),
        (("end", "flow.in-jp.re", "1960-01-01"), "to: expected a day after 20"),
        (("open", "mine.killiyoor", "2020-01-01"), "to: expected a day from 2021-06-11 on"),
        (("open", "mine.killiyoor", "2099-01-01"), f"to: expected a day {CLOCK}, got 2099-01-01"),
        (("set_state", "agreement.in-jp-2012", "ended on 1949-12-31"), f"to: expected a day {CLOCK}"),
        (("shift_year", "claim.nd-fy2026-reuters", "FY2099"), f"to: expected a period {CLOCK}, got FY2099"),
        (("add_value", "actor.irel/output/nd", "5 t in FY1948-49"), f"to: expected a period {CLOCK}"),
        (("open", "mine.killiyoor", "soon"), "to: expected a day such as 2029-01-01, got soon"),
        (("open", "mine.killiyoor", "2029-02-30"), "to: expected a day"),
        (("set_state", "agreement.in-jp-2012", "operating on 2029-01-01"), "to: expected one of proposed"),
    ],
)
def test_a_change_that_does_not_fit_is_left_out_and_told(shipped, change, why):
    overlay = apply(shipped, one(*change))
    assert overlay.lines == ()
    assert overlay.problems[0].startswith(f"change 1 of What if: {why}")
    assert overlay.dataset.claims == shipped.claims


def test_what_a_scenario_has_said_already_is_not_said_otherwise_in_it(shipped):
    twice = (
        Change("add_value", "actor.irel/output/nd", "450 t in FY2026-27", WHY),
        Change("add_value", "actor.irel/output/nd", "500 t in FY2027", WHY),
        Change("open", "mine.killiyoor", "2029-01-01", WHY),
        Change("open", "mine.killiyoor", "2031-01-01", WHY),
        Change("end", "flow.in-jp.re", "2026-01-01", WHY),
        Change("end", "flow.in-jp.re", "2027-01-01", WHY),
    )
    overlay = apply(shipped, Scenario("twice", "Twice", "A planner", "", twice))
    assert overlay.fits == (True, False) * 3
    made, opened, ended = overlay.problems
    assert made.startswith(
        "change 2 of Twice: target: expected a year without a figure (or set_value), got 450 t"
    )
    assert (
        opened == "change 4 of Twice: target: expected a mine that no other change opens, got mine.killiyoor"
    )
    assert ended == "change 6 of Twice: to: expected a day before 2026-01-01, when it ends, got 2027-01-01"


def test_a_change_whose_base_has_moved_on_is_told(shipped):
    overlay = apply(shipped, one("set_value", "claim.in-jp-2024-sangri", "5 t", from_="over 2,000 t"))
    assert overlay.problems == ("change 1 of What if: from: expected over 1,000 t, got over 2,000 t",)


@pytest.mark.parametrize("space", ["_", " "])
def test_a_state_may_be_written_as_it_is_shown(shipped, space):
    to, before = f"in{space}force on 2025-06-30", f"suspension{space}requested on 2025-06-01"
    overlay = apply(shipped, one("set_state", "agreement.in-jp-2012", to, from_=before))
    told = "Japan supply 2012: another state, suspension requested on 2025-06-01 → in force on 2025-06-30."
    assert overlay.lines == (f"{told} {WHY}",)
    (problem,) = apply(shipped, one("set_state", "agreement.in-jp-2012", to, from_="ended on 2001")).problems
    assert problem.endswith("from: expected suspension requested on 2025-06-01, got ended on 2001")
    (problem,) = apply(shipped, one("set_state", "agreement.in-jp-2012", "stopped")).problems
    assert "in force" in problem
    assert problem.endswith("and its day, such as proposed on 2029-01-01, got stopped")


@pytest.mark.parametrize("before", ["FY2026", "FY2025-26"])
def test_a_fiscal_year_is_told_in_one_way_however_it_is_written(shipped, before):
    overlay = apply(shipped, one("shift_year", "claim.nd-fy2026-reuters", "FY2027", from_=before))
    assert overlay.lines == (f"IREL: another year, FY2025-26 → FY2026-27. {WHY}",)
    later = one("shift_year", "claim.nd-fy2026-reuters", "FY2028", from_="FY2024-25")
    assert apply(shipped, later).problems == ("change 1 of What if: from: expected FY2025-26, got FY2024-25",)
    added = apply(shipped, one("add_value", "actor.irel/output/nd", "450 t in FY2027"))
    assert added.lines == (f"IREL: a figure where there is none, 450 t in FY2026-27. {WHY}",)


# The scenarios of the issue


@pytest.fixture(scope="module")
def bundled():
    return {scenario.title: scenario for scenario in scenarios()}


def test_three_scenarios_come_with_the_atlas_and_fit_its_data(shipped, bundled):
    assert list(bundled) == ["Agreement continues", "All four mines by 2030", "Exports suspended"]
    for scenario in bundled.values():
        overlay = apply(shipped, scenario)
        assert overlay.problems == ()
        assert all(change.source in shipped.sources for change in scenario.changes)


def test_exports_suspended_from_2025(make, rows, bundled):
    query = Query(2025, rows, scenario=bundled["Exports suspended"])
    frame, before = make(query), make(replace(query, year=2024))
    assert not [line for line in frame.flows if line.thing == "flow.in-jp.re"]
    assert next(line for line in before.flows if line.thing == "flow.in-jp.re").drawn_as == "figure"
    row = next(row for row in frame.agreements if row.thing == "agreement.in-jp-2012")
    assert row.state_words == "suspended, in the scenario"
    headline = next(headline for headline in frame.headlines if headline.style == "export")
    assert headline.lines[0][0] == "none: it ends on 1 Jan 2025, in the scenario"
    to_japan = {found.id: found.summary for found in frame.rows}["flows_to_japan"]
    assert to_japan == "ended"


def test_the_agreement_continues(make, rows, bundled):
    for year in range(2025, 2031):
        frame = make(Query(year, rows, scenario=bundled["Agreement continues"]))
        line = next(line for line in frame.flows if line.thing == "flow.in-jp.re" and line.style == "export")
        assert (line.label.title, line.letter) == ("India → Japan: over 1,000 t of rare earths", "S")
        assert line.mark == ""


def mines_at_work(frame):
    return {p.thing: p.scenario for p in (*frame.places, *frame.areas) if p.state == "operating"}


def test_the_legend_says_of_each_thing_that_is_assumed_that_it_is(make, rows, bundled):
    frame = make(Query(2026, rows, scenario=bundled["Agreement continues"]))
    assumed = [entry for entry in frame.legend if entry.scenario]
    assert [entry.symbol.split("/")[0] for entry in assumed] == ["export"]
    assert all(entry.text.endswith("as the scenario has it") for entry in assumed)
    assert not any("scenario" in entry.text for entry in frame.legend if not entry.scenario)


def test_all_four_mines_by_2030(make, rows, bundled):
    scenario = bundled["All four mines by 2030"]
    assert mines_at_work(make(Query(2029, rows, scenario=scenario))) == {}
    assert sorted(mines_at_work(make(Query(2030, rows, scenario=scenario))).values()) == [True] * 4


def test_two_of_the_four_mines_open_in_2029(make, rows):
    two = Scenario(
        "two-mines",
        "Two mines in 2029",
        "A planner",
        "",
        tuple(Change("open", f"mine.{mine}", "2029-01-01", WHY) for mine in ("killiyoor", "krushnaprasad")),
    )
    assert mines_at_work(make(Query(2028, rows, scenario=two))) == {}
    at_work = mines_at_work(make(Query(2029, rows, scenario=two)))
    assert at_work == {"mine.killiyoor": True, "mine.krushnaprasad": True}


def test_a_mine_that_is_at_work_goes_down_no_ladder(make, rows):
    early = one("open", "mine.killiyoor", "2025-06-01")
    frames = [make(Query(year, rows, scenario=early)) for year in range(2025, 2032)]
    assert [mines_at_work(frame) for frame in frames] == [{"mine.killiyoor": True}] * 7
    ladder = next(one for one in frames[-1].desk.ladders() if one.thing == "mine.killiyoor")
    assert ladder.rungs[-1].word == "operating"


def test_the_450_t_target_met_a_year_late(make, rows):
    late = one("add_value", "actor.irel/output/nd", "450 t in FY2027")
    frame = make(Query(2027, rows, scenario=late))
    chapter = next(c for c in frame.desk.balance().chapters if c.title.startswith("Neodymium"))
    assert chapter.steps[-1].text == "450 t − 450 t = 0 t"
    assert [operand.letter for operand in chapter.steps[-1].operands] == ["T", "S"]
    shifted = one("shift_year", "claim.nd-fy2026-reuters", "FY2027", from_="FY2026")
    target = next(f for f in make(Query(2027, rows, scenario=shifted)).figures if f.scenario)
    assert (target.text, target.period, target.letter) == ("450 t", "FY2026-27", "S")


@pytest.mark.parametrize("written", ["FY2027", "FY2026-27"])
def test_a_fiscal_year_may_be_written_as_it_is_shown(make, rows, written):
    late = one("shift_year", "claim.nd-fy2026-reuters", written)
    frame = make(Query(2027, rows, scenario=late))
    assert frame.scenario.problems == ()
    assert [f.period for f in frame.figures if f.scenario] == ["FY2026-27"]
    wrong = make(Query(2027, rows, scenario=one("shift_year", "claim.nd-fy2026-reuters", "FY2026-28")))
    assert "got FY2026-28" in wrong.scenario.problems[0]


def test_a_mine_that_a_scenario_opens_says_so_beside_its_name(make, rows):
    opened = one("open", "mine.killiyoor", "2029-01-01")
    lines = {
        year: _lines_of(make(Query(year, rows, scenario=opened)), "mine.killiyoor") for year in (2028, 2029)
    }
    assert lines == {2028: (), 2029: ("operating [S]",)}
    assert _lines_of(make(Query(2026, rows)), "mine.killiyoor") == ()


def _lines_of(frame, thing):
    return next(place.label.lines for place in frame.places if place.thing == thing)


def test_a_hundred_scenarios_are_read_and_listed(bundled):
    texts = [scenario_text(replace(bundled["Agreement continues"], id=f"s{n}")) for n in range(100)]
    assert len({read_scenario(text).id for text in texts}) == 100


def test_a_scenario_over_what_was_known_on_a_day(make, rows, bundled):
    query = Query(2025, rows, known_on=date(2025, 6, 1), scenario=bundled["Agreement continues"])
    told = make(query).scenario
    assert any("in-jp-2025-missing" in problem for problem in told.problems), "nobody had looked for it"
    assert told.lines


def test_an_exported_assumption_names_its_scenario_and_what_it_replaces(shipped, tmp_path):
    what_if = one("set_value", "claim.in-jp-2024-sangri", "500 t")
    path = tmp_path / "figures.csv"
    export(as_seen(shipped, None, what_if), ["claim.in-jp-2024-sangri", "claim.in-jp-2024-reuters"], path)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        assumed, stated = csv.DictReader(lines)
    assert (assumed["figure"], assumed["scenario"]) == ("500 t", "Scenario: What if")
    assert assumed["replaces"].startswith("Traded over 1,000 t rare earths; 2024")
    assert (stated["figure"], stated["scenario"], stated["rank"]) == ("over 1,000 t", "", "deprecated")


def test_a_copied_assumption_says_that_it_is_one(shipped):
    what_if = one("set_value", "claim.in-jp-2024-sangri", "500 t")
    copied = clipboard_text(as_seen(shipped, None, what_if), ["claim.in-jp-2024-sangri"])
    told = "forecast of the scenario; Scenario: What if, by A planner, change 1; indicative, not to be quoted"
    assert f"({told} alone)" in copied


@pytest.mark.parametrize("ending", [".csv", ".geojson", ".xlsx"])
def test_every_row_that_leaves_under_a_scenario_names_it(shipped, tmp_path, ending):
    ended = one("end", "flow.in-jp.re", "2025-01-01")
    names = ["claim.in-jp-2024-sangri", "claim.nd-fy2026-reuters"]
    path = tmp_path / f"figures{ending}"
    export(as_seen(shipped, None, ended), names, path)
    words = "Scenario: What if; supposed, not fact"
    assert _under(path) == [words, words], "a table is cut up and sent on row by row"
    export(shipped, names, path)
    assert _under(path) == ["", ""]
    pasted = clipboard_text(as_seen(shipped, None, ended), names).splitlines()
    assert [words in line for line in pasted] == [False, True, True]


def _under(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [row["under_scenario"] for row in csv.DictReader(lines)]
    if path.suffix == ".geojson":
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return [feature["properties"]["under_scenario"] or "" for feature in features]
    head, *rows = load_workbook(path)["Figures"].iter_rows(values_only=True)
    return [row[head.index("under_scenario")] or "" for row in rows]
