"""The command line asks for views, scenarios, days of knowledge, fiscal years, ranges and comparisons."""

import csv
from datetime import date

import pytest
from program import run
from sessions import session_in

from desktop.app import Opening
from desktop.asked import granted
from desktop.errors import AskedError
from desktop.state.atlas import Compare
from desktop.state.views import view_of, views_text
from desktop.wanted import Wanted
from geodata.scenario import Change, Scenario, scenario_text


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Give the state that words ask for; own scenarios and views are in the fixture's folder."""
    from stage import dataset, new_store

    home = tmp_path_factory.mktemp("home")
    store = new_store(2012)
    (home / "scenarios").mkdir()
    (home / "scenarios" / "own.json").write_text(scenario_text(Scenario("own", "Mine: all", "Me")))
    (home / "views.json").write_text(views_text([view_of("Then", store.atlas, store.frame, ["clock"])]))

    def make(**words):
        return granted(dataset(), Wanted(**words), home).atlas

    return make


def test_a_view_comes_first_and_what_else_is_asked_changes_it(ask):
    atlas = ask(view="magnet dependence fy2025")
    assert (atlas.clock.year, atlas.clock.fiscal) == (2025, True)
    assert ask(view="Then").clock.year == 2012
    atlas = ask(view="Magnet dependence FY2025", year=2026, layers="plants")
    assert (atlas.clock.year, atlas.clock.fiscal, atlas.layers.visible) == (2026, True, {"plants"})


def test_the_clock_counts_as_asked(ask):
    clock = ask(year=2026, since=2020, fiscal=True, cumulative=True).clock
    assert (clock.first, clock.year, clock.fiscal, clock.cumulative) == (2020, 2026, True, True)
    assert ask().clock.first is None


@pytest.mark.parametrize("name", ["exports-suspended", "Exports suspended", "EXPORTS SUSPENDED "])
def test_a_scenario_is_found_by_id_or_title(ask, name):
    assert ask(scenario=name).scenario.id == "exports-suspended"


def test_a_scenario_of_ones_own_is_found_by_name_and_by_file(ask, tmp_path):
    assert ask(scenario="mine: all").scenario.id == "own"
    (tmp_path / "x.json").write_text(scenario_text(Scenario("x", "X", "Me")))
    assert ask(scenario=str(tmp_path / "x.json")).scenario.title == "X"


def test_a_day_is_that_of_the_data_or_before(ask):
    assert ask(known_on="1 Jun 2025").known_on == date(2025, 6, 1)
    assert ask(known_on="2040-01-01").known_on is None


def test_years_days_and_scenarios_are_compared(ask):
    atlas = ask(compare="2024:2030")
    assert (atlas.compare, atlas.clock.year) == (Compare(2024, manner="side"), 2030)
    atlas = ask(compare="2025-06-01:now", year=2024)
    assert atlas.compare == Compare(2024, known_on=date(2025, 6, 1), manner="side")
    assert (atlas.clock.year, atlas.known_on) == (2024, None)
    atlas = ask(compare="2025-06-01:2025-07-01")
    assert (atlas.compare.known_on, atlas.known_on) == (date(2025, 6, 1), date(2025, 7, 1))
    atlas = ask(compare="none:Mine: all", year=2030)
    assert (atlas.compare.scenario, atlas.scenario.id, atlas.compare.year) == (None, "own", 2030)
    atlas = ask(compare="agreement-continues:exports-suspended")
    assert (atlas.compare.scenario.id, atlas.scenario.id) == ("agreement-continues", "exports-suspended")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"view": "Trade 1066"}, "view: expected one of Plants and mines, .*, Then, got 'Trade 1066'"),
        ({"scenario": "nothing"}, "scenario: expected a file or one of .*, own, got 'nothing'"),
        ({"scenario": "none.json"}, "scenario: cannot open none.json: No such file"),
        ({"known_on": "soon"}, "known-on: expected a day such as .*, got 'soon'"),
        ({"since": 2030, "year": 2025}, "since: expected a year up to 2025, .*, got 2030"),
        ({"since": 1900}, "since: expected 1950 to 2035, got 1900"),
        ({"compare": "2024"}, "compare: expected two years, days or scenarios such as .*, got '2024'"),
        ({"compare": "2024:later"}, "compare: expected two years, .* got 'later'"),
        ({"compare": "2024:2025", "year": 2024}, "two years to compare or one year to show, got both"),
        ({"compare": "none:own", "scenario": "own"}, "two scenarios to compare or one scenario to show"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(ask, words, said):
    with pytest.raises(AskedError, match=said):
        ask(**words)


def test_a_sheet_is_drawn_as_asked_and_brings_it_back(tmp_path):
    sheet = tmp_path / "what-if.svg"
    words = ("--scenario", "exports-suspended", "--known-on", "2026-01-01", "--view", "Trade 2024")
    ended = run("snapshot", *words, "--fiscal", "--year", 2026, "--since", 2020, "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    drawing = sheet.read_text(encoding="utf-8")
    assert "Exports suspended: supposed, not fact" in drawing
    atlas = session_in(sheet).atlas
    assert (atlas.scenario.id, atlas.known_on) == ("exports-suspended", date(2026, 1, 1))
    assert (atlas.clock.first, atlas.clock.year, atlas.clock.fiscal) == (2020, 2026, True)
    assert "proposed_mines" not in atlas.layers.visible, "the view has trade alone"


def test_two_scenarios_are_compared_on_one_sheet(tmp_path):
    sheet = tmp_path / "two.svg"
    ended = run("snapshot", "--compare", "none:agreement-continues", "--year", 2030, "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    drawing = sheet.read_text(encoding="utf-8")
    assert "scenario: Agreement continues" in drawing
    assert session_in(sheet).atlas.compare == Compare(2030, manner="side")


def test_a_page_of_a_scenario_says_so(tmp_path):
    page = tmp_path / "atlas.html"
    ended = run("page", "--scenario", "exports-suspended", "--out", page)
    assert ended.returncode == 0, ended.stderr
    assert "scenario, not fact: Exports suspended" in page.read_text(encoding="utf-8")


def test_a_change_that_does_not_fit_is_told_and_left_out(tmp_path):
    odd = Scenario("odd", "Odd", "Me", changes=(Change("open", "mine.moon", "2029-01-01", "Why not."),))
    (tmp_path / "odd.json").write_text(scenario_text(odd))
    ended = run("snapshot", "--scenario", tmp_path / "odd.json", "--out", tmp_path / "map.svg")
    assert ended.returncode == 0, ended.stderr
    assert "irel-atlas: left out, change 1 of Odd: target: expected" in ended.stderr


def test_the_help_of_each_command_has_examples_of_it():
    for command in ("open", "snapshot", "film"):
        said = run(command, "--help").stdout
        assert "--scenario NAME|FILE" in said
        assert said.count(f"irel-atlas {command} ") >= 4


def test_the_window_opens_on_what_is_asked(tmp_path):
    from driver import Driver

    wanted = Wanted(view="Targets 2030", compare="none:agreement-continues", since=2020)
    atlas = Driver(tmp_path / "window.json", Opening(wanted=wanted))
    try:
        atlas.open()
        now = atlas.store.atlas
        assert (now.clock.year, now.clock.first) == (2030, 2020)
        assert now.scenario.id == "agreement-continues"
        assert now.compare.scenario is None
        assert atlas.store.undo_name is None
        assert atlas.complaints == []
    finally:
        atlas.close()


def test_the_window_opens_on_a_file_or_on_what_is_asked_but_not_on_both(tmp_path):
    (tmp_path / "plan.atlas").write_text("{}")
    ended = run("open", tmp_path / "plan.atlas", "--fiscal", DISPLAY=":0")
    assert ended.returncode == 2
    assert "expected an exported sheet or what is to be seen, got both" in ended.stderr


def test_figures_leave_as_known_on_a_day_and_as_a_scenario_supposes(tmp_path):
    def rows(*words):
        path = tmp_path / "figures.csv"
        ended = run("export", *words, "--out", path)
        assert ended.returncode == 0, ended.stderr
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    everything, then = rows(), rows("--known-on", "2025-06-01")
    assert {row["id"] for row in then} < {row["id"] for row in everything}
    assert "claim.in-jp-2024-sangri" not in {row["id"] for row in then}
    supposed = [row for row in rows("--scenario", "agreement-continues") if row["scenario"]]
    assert supposed
    assert not [row for row in everything if row["scenario"]]


def test_check_lists_scenarios_and_says_what_in_them_does_not_fit(tmp_path):
    ended = run("check", XDG_DATA_HOME=str(tmp_path))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "exports-suspended.json: Exports suspended, 2 changes, by IREL Atlas.\n" in ended.stdout
    odd = Scenario("odd", "Odd", "Me", changes=(Change("open", "mine.moon", "2029-01-01", "Why not."),))
    own = tmp_path / "irel-atlas" / "scenarios"
    own.mkdir(parents=True)
    (own / "odd.json").write_text(scenario_text(odd))
    (own / "torn.json").write_text("{")
    for words in ((), ("--scenario", own / "odd.json", "--scenario", own / "torn.json")):
        ended = run("check", *words, XDG_DATA_HOME=str(tmp_path))
        assert ended.returncode == 1
        told = ended.stdout.splitlines()
        assert "odd.json: Odd, 1 change, by Me." in told
        assert any(line.startswith("odd.json: change 1 of Odd: target: expected") for line in told)
        assert "torn.json: scenario: expected JSON, got a text that is damaged." in told


def test_check_holds_every_scenario_at_hand_against_layers_that_are_named(tmp_path, layers):
    own = tmp_path / "irel-atlas" / "scenarios"
    own.mkdir(parents=True)
    (own / "torn.json").write_text("{")
    ended = run("check", "--data", layers, XDG_DATA_HOME=str(tmp_path / "nobody"))
    assert ended.returncode == 0
    assert "four-mines-by-2030.json: All four mines by 2030, 4 changes, by IREL Atlas.\n" in ended.stdout
    for path in layers.iterdir():
        path.write_text(
            path.read_text(encoding="utf-8").replace("flow.in-jp.re", "flow.in-jp.mixed"), "utf-8"
        )
    ended = run("check", "--data", layers, XDG_DATA_HOME=str(tmp_path))
    assert ended.returncode == 1
    unfit = "exports-suspended.json: change 1 of Exports suspended: target: expected the id of a thing"
    told = ended.stdout.splitlines()
    assert any(line.startswith(unfit) for line in told), ended.stdout
    assert "torn.json: scenario: expected JSON, got a text that is damaged." in told


def test_check_reads_scenarios_beside_layers_that_are_broken(tmp_path, layers):
    (layers / "plants.geojson").unlink()
    torn = tmp_path / "torn.json"
    torn.write_text("{")
    ended = run("check", "--data", layers, "--scenario", torn)
    assert ended.returncode == 1
    assert "torn.json: scenario: expected JSON, got a text that is damaged." in ended.stdout.splitlines()
