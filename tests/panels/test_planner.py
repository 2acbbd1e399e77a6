"""Balance, promised against delivered, and ladders: what is known, why something is not, and where from."""

from dataclasses import replace
from datetime import date

import pytest
from qtpy.QtCore import QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QLabel
from widgets import settle, words

from desktop.commands import clock, go, knowing, years
from desktop.panels.cards import LinkButton
from desktop.panels.chart import ChartView
from desktop.panels.ladder import RULES
from desktop.panels.ladder_view import LadderView
from geodata.bundled import scenarios
from geodata.ladder import RUNGS
from geodata.scenario import Change

JAPAN = "India-Japan rare-earth supply, 2012"


def suppose(store, name):
    scenario = next(scenario for scenario in scenarios() if scenario.id == name)
    store.change("Scenario", replace(store.atlas, scenario=scenario))
    settle()


def links(widget, words_of_link):
    return [link for link in widget.findChildren(LinkButton) if link.accessibleName() == words_of_link]


# Balance


@pytest.fixture
def balance(panel):
    made, context, port = panel("balance", size=(420, 900))
    return made, context.store, port


def test_arithmetic_is_shown_step_by_step_and_its_operands_are_claims(balance):
    made, store, _ = balance
    told = words(made.widget)
    assert "Balance of 2025" in told
    assert "about 93 %" in told
    (link, *_) = links(made.widget, "53,748 t")
    link.click()
    assert store.atlas.selection.id == "claim.world-in-magnets-fy2025-evmagz"


def test_what_cannot_be_computed_says_why(balance):
    made, store, _ = balance
    assert "Cannot be computed, because “about” leaves more room than the difference is large." in words(
        made.widget
    )
    years.go_to(store, 2024)
    assert "Cannot be computed, because rare-earth oxide and rare earths are different substances" in words(
        made.widget
    )


def test_the_factor_names_its_source_and_leads_to_it(balance):
    made, store, port = balance
    years.go_to(store, 2026)
    settle()
    assert "about 525 t of oxide" in words(made.widget)
    assert "Nd2O3/Nd" in words(made.widget)
    assert "IUPAC" in words(made.widget)
    (link,) = links(made.widget, "1.166")
    link.click()
    assert store.atlas.selection.id == "src.ciaaw-neodymium"
    assert ("show", "sources") in port.calls


def test_a_figure_is_followed_by_enter(balance):
    made, store, _ = balance
    link = links(made.widget, "53,748 t")[0]
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert store.atlas.selection.id == "claim.world-in-magnets-fy2025-evmagz"


def test_a_scenario_stands_above_as_a_banner_and_beside_each_figure(balance):
    made, store, _ = balance
    assert "Scenario:" not in words(made.widget)
    suppose(store, "agreement-continues")
    told = words(made.widget)
    assert "Scenario: Agreement continues. What is marked S is supposed, not fact." in told
    assert "over 1,000 t S" in told
    assert "no scenario is on" not in told
    scenario = store.atlas.scenario
    moon = Change("open", "mine.moon", "2029-01-01", "Why not.")
    store.change("Suppose", replace(store.atlas, scenario=replace(scenario, changes=(moon,))))
    settle()
    assert "is supposed, not fact. 1 of 1 changes does not fit." in words(made.widget)


def test_a_step_that_says_the_same_builds_nothing(balance):
    made, store, _ = balance
    cards = made._column.widget()
    go.select(store, "plant.oscom")
    assert made._column.widget() is cards


# Promised against delivered


@pytest.fixture
def deliveries(panel):
    made, context, _ = panel("deliveries", year=2024, size=(1280, 420))
    return made, context.store


def chart_of(made, title):
    return next(
        view
        for view in made.widget.findChildren(ChartView)
        if view.accessibleName().startswith(f"Chart: {title}")
    )


def test_every_agreement_that_promised_a_mass_has_its_chart(deliveries):
    made, store = deliveries
    named = [view.accessibleName() for view in made.widget.findChildren(ChartView)]
    assert named == [f"Chart: {model.title}" for model in store.frame.desk.deliveries()]
    assert "2024: promised 4,100 t [T]; delivered over 1,000 t" in words(made.widget)
    assert "2024: promised about 2,000 t [T]" in words(made.widget)


def test_a_range_is_tinted_in_the_charts(deliveries):
    made, store = deliveries
    view = chart_of(made, JAPAN)

    def tint(year):
        layout = view._layout_now()
        slots = [slot for slot, _ in layout.model.slots]
        spot = layout.slot(slots.index(year)).topLeft().toPoint() - QPoint(-3, 8)
        return view.grab().toImage().pixelColor(spot).name()

    plain, marked = tint(2022), tint(2024)
    clock.set_since(store, 2021)
    assert len({plain, marked, tint(2022)}) == 3
    assert (tint(2020), tint(2024)) == (plain, marked)


def test_an_agreement_without_a_promised_mass_is_one_gap_from_its_beginning_on(deliveries):
    made, store = deliveries
    charts = [model.subject for model in store.frame.desk.deliveries()]
    assert charts == [row.thing for row in store.frame.agreements], "each has its chart"
    joint, coal = (chart_of(made, title)._layout_now() for title in ("IREL-IDCOL", "Coal India"))
    assert joint.model.slots == coal.model.slots, "one beside the other, on one scale of years"
    assert [round(run.width() / joint.slot_width) for run in joint.gaps()] == [10]
    assert [round(run.width() / coal.slot_width) for run in coal.gaps()] == [2]
    assert "2024: no promise of a yearly mass was found; in force" in words(made.widget)
    assert "2024: no promise of a yearly mass was found; not yet begun" in words(made.widget)
    view = chart_of(made, "IREL-IDCOL")
    spot = joint.slot(0).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert store.atlas.selection.id == "claim.idcol-in-force"
    assert view.height() < chart_of(made, JAPAN).height()


def test_an_agreement_that_nobody_knew_of_has_no_chart(deliveries):
    made, store = deliveries
    knowing.know_on(store, date(2024, 6, 1))
    settle()
    named = [view.accessibleName() for view in made.widget.findChildren(ChartView)]
    assert "Chart: IREL-IDCOL joint venture, 2017: no promise of a yearly mass was found" in named
    assert not [name for name in named if "Coal India" in name]


def test_a_promise_is_one_frame_and_gaps_are_one_gap(deliveries):
    made, _ = deliveries
    layout = chart_of(made, JAPAN)._layout_now()
    promised = [bar for bar in layout.model.bars if bar.evidence == "target"]
    assert [(bar.start, bar.length) for bar in promised] == [(0, 14)]
    assert [round(run.width() / layout.slot_width) for run in layout.gaps()] == [11, 1]
    came = [bar for bar in layout.model.bars if bar.evidence == "actual"]
    assert layout.bar(promised[0]).contains(layout.bar(came[0]))


def test_a_gap_is_seen_inside_the_frame_of_a_promise(deliveries):
    made, _ = deliveries
    view = chart_of(made, JAPAN)
    picture, run = view.grab().toImage(), view._layout_now().gaps()[0]
    share = picture.width() / view.width()

    def colours(y):
        across = range(round(run.left() * share) + 12, round(run.right() * share) - 12)
        return {picture.pixelColor(x, round(y * share)).name() for x in across}

    assert len(colours(run.bottom() - 5)) > 1, "the dotted line is not seen"
    assert len(colours(run.bottom() - 5 - 2 - 8)) > 1, "the words are not seen"


def test_a_click_tells_promise_delivery_and_gap_apart(deliveries):
    made, store = deliveries
    view = chart_of(made, JAPAN)
    layout = view._layout_now()
    foot = layout.plot.bottom() - 4

    def pick(year, y):
        x = layout.slot(year - 2013).center().x()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        return store.atlas.selection.id

    assert pick(2024, foot) == "claim.in-jp-2024-sangri"
    assert pick(2016, foot) == "claim.in-jp-2016-missing"
    assert pick(2016, layout.y(3000)) == "claim.in-jp-promise-2012"
    assert pick(2026, foot) == "claim.in-jp-promise-2012", "nothing is told of deliveries in 2026"


def test_keys_walk_every_bar_once(deliveries):
    made, store = deliveries
    view = chart_of(made, JAPAN)
    view.setFocus()
    go.select(store, "claim.in-jp-promise-2012")
    seen = [store.atlas.selection.id]
    for _ in range(len(view._layout_now().model.bars) - 1):
        QTest.keyClick(view, Qt.Key.Key_Right)
        seen.append(store.atlas.selection.id)
    assert seen == [bar.claim for bar in view._layout_now().model.bars]


def test_what_a_scenario_supposes_is_never_called_delivered(deliveries):
    made, store = deliveries
    suppose(store, "agreement-continues")
    years.go_to(store, 2027)
    assert "2027: promised 4,100 t [T]; supposed over 1,000 t [S]" in words(made.widget)


def test_a_flow_that_a_scenario_ends_delivers_none_and_that_is_not_unknown(deliveries):
    made, store = deliveries
    suppose(store, "exports-suspended")
    years.go_to(store, 2026)
    told = "2026: promised 4,100 t [T]; delivered none: it ends on 1 Jan 2025, in the scenario"
    assert told in words(made.widget)
    row = next(row for row in store.frame.agreements if row.name == JAPAN)
    assert row.delivered_words == "none: it ends on 1 Jan 2025, in the scenario"


# Ladders


@pytest.fixture
def ladder(panel):
    made, context, port = panel("ladder", size=(1280, 700))
    return made, context.store, port


def view_of(made, name):
    return next(v for v in made.widget.findChildren(LadderView) if v.accessibleName() == f"Ladder of {name}")


def test_every_dated_state_stands_with_day_words_and_source(ladder):
    made, store, _ = ladder
    told = words(made.widget)
    assert RULES in told
    for found in store.frame.desk.ladders():
        assert found.name in told
        assert found.named in told
        for rung in found.rungs:
            assert f"{rung.when}: {rung.words}" in told
            assert rung.source_short in told


def test_where_room_is_short_the_source_gives_way_to_the_state(ladder):
    made, *_ = ladder
    made.widget.resize(330, 700)
    settle()
    states = [link for link in made.widget.findChildren(LinkButton) if ": " in link.accessibleName()]
    assert len(states) >= 10
    assert all(link.text() == link.accessibleName() for link in states)


def test_nothing_is_drawn_between_two_states(ladder):
    """Along a rung, right and left of its marks, there is only the line of the rung."""
    made, _, _ = ladder
    view = view_of(made, "Killiyoor")
    image = view.grab().toImage()
    boxes = [view._spot(rung).adjusted(-3, -3, 3, 3) for rung in view._rungs]
    tones = {}
    for height in range(len(RUNGS)):
        y = round(view._y(height))
        tones[height] = {
            image.pixelColor(x, y + 3).name()
            for x in range(round(view._left) + 2, view.width() - 14)
            if not any(box.left() <= x <= box.right() for box in boxes)
        }
    assert max(len(found) for found in tones.values()) <= 4, "ground, the marked year and its edges"


def test_before_anything_was_known_that_is_said_at_the_top(ladder):
    made, store, _ = ladder
    knowing.know_on(store, date(1995, 1, 1))
    settle()
    label = next(found for found in made.widget.findChildren(QLabel) if "No proposed mine" in found.text())
    assert label.mapTo(made.widget, QPoint(0, 0)).y() < 120


def test_a_click_and_keys_select_states(ladder):
    made, store, _ = ladder
    view = view_of(made, "Killiyoor")
    claims = [rung.claim for rung in view._rungs]
    spot = view._spot(view._rungs[0]).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert store.atlas.selection.id == claims[0] == "claim.killiyoor-reserved"
    for claim in (*claims[1:], claims[-1]):
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert store.atlas.selection.id == claim
    assert "reserved" in view.accessibleDescription()


def test_the_years_under_a_ladder_are_counted_as_the_clock_counts(ladder):
    made, store, _ = ladder
    view = view_of(made, "Killiyoor")
    assert view._year_words(range(2021, 2027), 60) == ["2021", "2022", "2023", "2024", "2025", "2026"]
    clock.set_fiscal(store, True)
    settle()
    view = view_of(made, "Killiyoor")
    assert (view._marks.first, view._marks.last) == (2022, 2027)
    assert view._year_words(range(2022, 2025), 90) == ["FY2021-22", "FY2022-23", "FY2023-24"]
    assert view._year_words(range(2024, 2027), 40) == ["23-24", "24-25", "25-26"]
    assert view._year_words(range(2023, 2028), 26) == ["22-23", "", "24-25", "", "26-27"]


def test_a_range_is_tinted_from_its_first_day(ladder):
    made, store, _ = ladder
    view = view_of(made, "Krushnaprasad")
    day = QPoint(round(view._x(date(2023, 7, 2))), 3)

    def tint():
        return view.grab().toImage().pixelColor(day).name()

    plain = tint()
    clock.set_since(store, 2023)
    assert tint() != plain
    clock.set_since(store, 2024)
    assert tint() == plain


def test_the_year_is_told_by_what_was_dated_last(ladder):
    made, store, _ = ladder
    assert "Last told by the end of 2025: clearances applied for, 22 Jul 2025" in words(made.widget)
    years.go_to(store, 2015)
    assert "By the end of 2015: nothing is told" in words(made.widget)


def test_a_source_of_a_state_can_be_shown(ladder):
    made, store, port = ladder
    links(made.widget, "DT Next")[0].click()
    assert ("show", "sources") in port.calls
    assert store.atlas.selection.id.startswith("claim.killiyoor")


def test_a_supposed_state_is_marked(ladder):
    made, store, _ = ladder
    suppose(store, "four-mines-by-2030")
    years.go_to(store, 2030)
    assert words(made.widget).count("1 Jan 2030: operating S") == 4
    assert "Last told by the end of 2030: operating, 1 Jan 2030, as the scenario has it" in words(made.widget)
