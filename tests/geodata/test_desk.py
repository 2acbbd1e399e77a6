"""The planner's models: the evidence matrix, ladders of mines, promised against delivered, differences."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.bundled import scenarios
from geodata.claim import AMOUNT_MEASURES, FACT_STATUSES, MINE_STATES
from geodata.difference import KINDS as DIFFERENCES
from geodata.difference import difference
from geodata.evidence import KINDS
from geodata.frame import Query
from geodata.frames import framer
from geodata.ladder import OFF, RUNGS
from geodata.year import Year

general = settings(max_examples=40, deadline=None)
numbers = st.integers(1950, 2035)
JAPAN = "agreement.in-jp-2012"


@pytest.fixture(scope="module")
def make(shipped):
    return framer(shipped)


@pytest.fixture(scope="module")
def rows(shipped):
    return frozenset(row.id for row in shipped.catalog.rows)


@pytest.fixture(scope="module")
def bundled():
    return {scenario.id: scenario for scenario in scenarios()}


def line_of(matrix, series):
    return next(line for line in matrix.lines if line.series == series)


def kinds(line):
    return {cell.year: cell.kind for cell in line.cells if cell.kind != "nothing"}


# The evidence matrix


def test_every_figure_is_in_the_cell_of_its_year(shipped, make):
    for fiscal in (False, True):
        matrix = make(Query(2025, frozenset(), fiscal=fiscal)).desk.matrix()
        found = {name: {} for name in shipped.claims}
        for line in matrix.lines:
            assert [cell.year for cell in line.cells] == [year for year, _ in matrix.years]
            for cell in line.cells:
                assert cell.kind in KINDS
                assert (cell.kind == "nothing") == (cell.claims == ())
                for name in cell.claims:
                    found[name][cell.year] = line.series
        for claim in shipped.claims.values():
            if claim.measure not in AMOUNT_MEASURES or claim.rank == "deprecated":
                assert found[claim.id] == {}
            elif claim.period.type != "since":
                assert [Year(year, fiscal).owns(claim.period) for year in found[claim.id]] == [True]
            else:
                assert min(found[claim.id]) <= 2026, claim.id
            assert len(set(found[claim.id].values())) <= 1, "a claim is in one line"


def test_the_matrix_shows_where_the_data_end(make):
    matrix = make(Query(2025, frozenset())).desk.matrix()
    magnets = kinds(line_of(matrix, "flow.world-in.magnets/trade_mass/metal_magnets"))
    assert magnets == {
        2021: "actual", 2022: "missing", 2023: "missing", 2024: "actual", 2025: "actual", 2026: "missing",
    }  # fmt: skip
    japan = kinds(line_of(matrix, "flow.in-jp.re/trade_mass/re_product"))
    assert japan == {year: "actual" if year == 2024 else "missing" for year in range(2012, 2026)}
    neodymium = line_of(matrix, "actor.irel/output/nd")
    assert kinds(neodymium) == {2025: "actual", 2026: "target", 2030: "target"}
    cell = next(cell for cell in neodymium.cells if cell.year == 2026)
    assert (cell.missing, cell.text) == (True, "450 t, FY2025-26")
    assert cell.rivals == 1, "one text says oxide"


def test_no_fact_stands_after_the_data_and_no_estimate_looks_actual(shipped, make):
    for line in make(Query(2025, frozenset())).desk.matrix().lines:
        for cell in line.cells:
            statuses = {shipped.claims[name].status for name in cell.claims}
            if cell.kind in ("actual", "estimate"):
                assert cell.year <= shipped.catalog.data_date.year
                assert statuses & set(FACT_STATUSES)
            if cell.kind == "actual":
                assert "actual" in statuses
            if cell.kind == "missing":
                assert statuses == {"missing"}


def test_a_scenario_is_a_kind_of_its_own(make, bundled):
    query = Query(2025, frozenset(), scenario=bundled["agreement-continues"])
    japan = line_of(make(query).desk.matrix(), "flow.in-jp.re/trade_mass/re_product")
    assert {year for year, kind in kinds(japan).items() if kind == "scenario"} == set(range(2025, 2031))


def test_the_matrix_is_the_same_object_in_every_year(make):
    assert make(Query(1950, frozenset())).desk.matrix() is make(Query(2025, frozenset())).desk.matrix()


# Ladders


def test_every_state_of_a_mine_has_its_height():
    assert set(RUNGS) | set(OFF) == set(MINE_STATES)
    assert set(OFF.values()) <= set(RUNGS)


def test_the_ladders_hold_the_dated_states_and_nothing_between(shipped, make):
    ladders = {ladder.thing: ladder for ladder in make(Query(2025, frozenset())).desk.ladders()}
    assert len(ladders) == 4
    for thing, ladder in ladders.items():
        told = {c.id for c in shipped.claims.values() if (c.subject, c.measure) == (thing, "state")}
        assert {rung.claim for rung in ladder.rungs} <= told
        assert [rung.start for rung in ladder.rungs] == sorted(rung.start for rung in ladder.rungs)
        assert all(rung.source in shipped.sources for rung in ladder.rungs)
    killiyoor = [(rung.word, rung.when) for rung in ladders["mine.killiyoor"].rungs]
    assert killiyoor[0] == ("reserved", "11 Jun 2021")
    assert killiyoor[-1] == ("reserved", "10 Jun 2026"), "a lower state may follow a higher one"
    assert ("hearing_cancelled", "1 Oct 2024") in killiyoor


def test_a_mine_carries_the_word_of_its_state_and_none_that_nobody_can_know(make, rows):
    def state(year):
        places = {place.thing: place.state for place in make(Query(year, rows)).places}
        return places.get("mine.killiyoor")

    assert [state(year) for year in (2020, 2021, 2022, 2024, 2026, 2027)] == [
        None, "reserved", "letter_of_intent", "hearing_cancelled", "reserved", "",
    ]  # fmt: skip


# Promised against delivered


def charts(frame):
    return {model.subject: model for model in frame.desk.deliveries()}


def test_promised_stands_beside_delivered_and_gaps_are_gaps(make):
    model = charts(make(Query(2025, frozenset())))[JAPAN]
    assert (model.slots[0], model.slots[-1]) == ((2013, "2013"), (2026, "2026"))
    promised = [bar for bar in model.bars if bar.start % 1 == 0]
    delivered = [bar for bar in model.bars if bar.start % 1]
    assert {(bar.value, bar.evidence, bar.letter) for bar in promised} == {(4100, "target", "T")}
    figures = {model.slots[int(bar.start)][0]: bar for bar in delivered}
    assert (figures[2024].value, figures[2024].text, figures[2024].open_bound) == (1000, "1,000", True)
    assert {figures[year].evidence for year in range(2013, 2024)} == {"missing"}
    assert 2026 not in figures, "nobody has looked for it yet"
    assert model.top >= 4100


def test_what_came_is_told_of_the_agreement_that_it_came_under(make):
    model = charts(make(Query(2025, frozenset())))["agreement.irel-toyotsu-2014"]
    assert not [bar for bar in model.bars if bar.evidence == "actual"]


def test_a_scenario_stands_beside_the_promise_as_one(make, bundled):
    model = charts(make(Query(2025, frozenset(), scenario=bundled["agreement-continues"])))[JAPAN]
    assumed = [bar for bar in model.bars if bar.scenario]
    assert [model.slots[int(bar.start)][0] for bar in assumed] == list(range(2025, 2031))
    assert {(bar.letter, bar.evidence) for bar in assumed} == {("S", "target")}


def test_what_a_scenario_supposes_is_delivered_once_under_the_agreement_in_force(make, bundled):
    desk = make(Query(2029, frozenset(), scenario=bundled["agreement-continues"])).desk
    supposed = {model.subject for model in desk.deliveries() if any(bar.scenario for bar in model.bars)}
    assert supposed == {JAPAN}
    promises = [chapter for chapter in desk.balance().chapters if chapter.title.startswith("Promised")]
    assert len([c for c in promises if any(step.scenario for step in c.steps)]) == 1


def test_what_was_promised_stays_promised_when_a_scenario_ends_the_flow(make, bundled):
    desk = make(Query(2026, frozenset(), scenario=bundled["exports-suspended"])).desk
    chapter = next(
        c for c in desk.balance().chapters if c.title.endswith("India-Japan rare-earth supply, 2012")
    )
    assert [(step.title, step.text) for step in chapter.steps] == [
        ("Promised", "4,100 t/y"),
        ("Delivered", "none: it ends on 1 Jan 2025, in the scenario"),
    ]
    model = next(model for model in desk.deliveries() if model.subject == JAPAN)
    promised = {model.slots[int(bar.start)][0] for bar in model.bars if bar.start % 1 == 0}
    assert {2024, 2025, 2026} <= promised
    assert max(model.slots[int(bar.start)][0] for bar in model.bars if bar.start % 1) == 2024


# Differences


def told(rows_of, group):
    return {
        row.what: (row.kind, row.before, row.after, row.by or row.why_not)
        for row in rows_of
        if row.group == group
    }


def test_what_differs_between_two_years(make, rows):
    found = difference(make(Query(2024, rows)), make(Query(2025, rows)))
    assert (found.before, found.after) == ("2024", "2025")
    assert told(found.rows, "Figures") == {
        "Permanent magnets, all origins to India": (
            "changed", "28,700 t, FY2023-24", "53,748 t, FY2024-25", "+25,048 t",
        ),
        "Permanent magnets, China to India": (
            "changed", "about 25,600 t [E], FY2023-24", "about 50,000 t, FY2024-25", "+16,840 to +31,960 t",
        ),
        "Rare earths, India to Japan": ("ended", "over 1,000 t, 2024", "", ""),
        "Neodymium made, IREL": ("appeared", "", "about 40 t, FY2024-25", ""),
    }  # fmt: skip
    back = told(difference(make(Query(2025, rows)), make(Query(2024, rows))).rows, "Figures")
    assert back["Permanent magnets, all origins to India"][3] == "−25,048 t"
    assert back["Permanent magnets, China to India"][3] == "−31,960 to −16,840 t"
    japan = "India-Japan rare-earth supply, 2012"
    assert told(found.rows, "States")[japan][1:3] == ("in force", "suspension requested")
    assert "Andhra Pradesh, unnamed" in told(found.rows, "Things")


@pytest.mark.parametrize("before", [2024, 2025])
def test_a_target_of_one_side_is_told_and_never_set_against_what_came(make, rows, before):
    found = difference(make(Query(before, rows)), make(Query(2030, rows)))
    target = [row for row in found.rows if row.after == "900 t [T], by 2030"]
    assert [(row.what, row.kind, row.before, row.by) for row in target] == [
        ("Neodymium made, IREL", "appeared", "", "")
    ]
    came = {row.before: row.kind for row in found.rows if row.thing == target[0].thing and row.before}
    assert came == ({"about 40 t, FY2024-25": "ended"} if before == 2025 else {})


def test_what_differs_between_two_days_of_knowing(make, rows):
    found = difference(make(Query(2024, rows, known_on=date(2025, 6, 1))), make(Query(2024, rows)))
    assert found.before == "2024, as known on 1 Jun 2025"
    assert told(found.rows, "Figures")["Rare earths, India to Japan"][0] == "appeared"
    assert "changed" not in {row.kind for row in found.rows if row.group == "Figures"}


def test_what_differs_with_a_scenario_is_marked(make, rows, bundled):
    mines = difference(
        make(Query(2030, rows)), make(Query(2030, rows, scenario=bundled["four-mines-by-2030"]))
    )
    assert mines.after == "2030, All four mines by 2030"
    assert [row.before for row in mines.rows] == ["not known yet"] * 4
    assert {(row.after, row.scenario) for row in mines.rows} == {("operating", True)}


@general
@given(one=numbers, other=numbers)
def test_differences_turn_round_and_nothing_differs_from_itself(make, rows, one, other):
    before, after = make(Query(one, rows)), make(Query(other, rows))
    assert difference(before, before).rows == ()
    there, back = difference(before, after).rows, difference(after, before).rows
    turned = {"appeared": "ended", "ended": "appeared", "changed": "changed"}
    assert {(turned[row.kind], row.group, row.thing, row.after, row.before) for row in there} == {
        (row.kind, row.group, row.thing, row.before, row.after) for row in back
    }
    assert {row.kind for row in there} <= set(DIFFERENCES)


@general
@given(one=numbers, other=numbers)
def test_no_difference_is_taken_across_substances(shipped, make, rows, one, other):
    for row in difference(make(Query(one, rows)), make(Query(other, rows))).rows:
        assert set(row.claims) <= shipped.claims.keys()
        if row.by:
            claims = [shipped.claims[name] for name in row.claims]
            assert len({(claim.substance, claim.measure) for claim in claims}) == 1
            assert {claim.quantity.bound for claim in claims} <= {
                "exact",
                "about",
                "range",
            } or row.by == "the same"
