"""Details, Agreements and Sources tell what the frame holds, as text."""

from dataclasses import replace

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QLabel, QPushButton, QTreeWidget
from stage import dataset
from widgets import settle, words

from desktop.commands import go, years
from desktop.panels.cards import Card, LinkButton

MARKUP = '<img src="https://example.org/x.png"><b>bold</b> & more'


@pytest.fixture
def details(panel):
    made, context, port = panel("details")
    return made, context.store, port


def test_with_nothing_selected_it_says_what_to_do(details):
    made, *_ = details
    assert "Select something" in words(made.widget)


@pytest.mark.parametrize("thing", sorted(dataset().things))
def test_every_claim_of_every_thing_is_told_in_full(details, thing):
    made, store, _ = details
    go.select(store, thing)
    made._build(None)
    told, detail = words(made.widget), store.frame.detail
    assert detail.title in told
    for rivalry in detail.rivalries:
        assert rivalry.title in told
        for figure in rivalry.figures:
            assert figure.text in told
            assert f"{figure.source_short}, {figure.locator}" in told
            assert figure.confidence in told
    for conflict in detail.conflicts:
        assert conflict.title in told
        assert conflict.text in told
    for change in detail.history:
        assert f"{change.when}: {change.words}" in told


def test_rivals_stand_side_by_side_with_the_reason(details):
    made, store, _ = details
    go.select(store, "flow.cn-in.magnets")
    rivalry = next(r for r in store.frame.detail.rivalries if len(r.figures) == 2 and not r.agree)
    card = made._card_of(rivalry.figures[0].claim)
    assert card is made._card_of(rivalry.figures[1].claim)
    settle()
    numbers = [b for b in card.findChildren(LinkButton) if b.objectName() == "number"]
    assert {b.accessibleName() for b in numbers} == {figure.text for figure in rivalry.figures}
    assert len({b.mapTo(card, b.rect().topLeft()).y() for b in numbers}) == 1
    assert "preferred" in words(card)
    assert "rival" in words(card)
    assert rivalry.reason in words(card)
    assert f"{rivalry.origins} independent origin" in words(card)


def test_claims_that_agree_are_not_called_rivals(details):
    made, store, _ = details
    go.select(store, "flow.world-in.magnets")
    rivalry = next(r for r in store.frame.detail.rivalries if len(r.figures) > 1 and r.agree)
    said = words(made._card_of(rivalry.figures[0].claim)).split("\n")
    assert f"{len(rivalry.figures)} claims agree" in said
    assert "agrees" in said
    assert "rival" not in said


def test_another_claim_of_the_same_thing_only_moves_the_mark(details):
    made, store, _ = details
    go.select(store, "flow.cn-in.magnets")
    before = made.widget.widget()
    for rivalry in store.frame.detail.rivalries[:3]:
        claim = rivalry.figures[0].claim
        go.select(store, claim)
        marked = [card for card in made.widget.findChildren(Card) if card.property("marked")]
        assert marked == [made._card_of(claim)]
    assert made.widget.widget() is before


def test_a_number_selects_its_claim_and_a_source_is_shown(details):
    made, store, port = details
    go.select(store, "flow.cn-in.magnets")
    figure = store.frame.detail.rivalries[0].figures[0]
    buttons = made._card_of(figure.claim).findChildren(LinkButton)
    next(b for b in buttons if b.accessibleName() == figure.text).click()
    assert store.atlas.selection.id == figure.claim
    next(b for b in buttons if b.objectName() == "link").click()
    assert port.calls == [("show", "sources")]


def test_many_questions_are_shown_on_request(details):
    made, store, _ = details
    go.select(store, "actor.irel")
    count = len(store.frame.detail.rivalries)
    more = next(b for b in made.widget.findChildren(QPushButton) if b.text().startswith("Show "))
    assert more.text() == f"Show {count - 12} more"
    more.click()
    settle()
    assert len(made._cards) == count


def test_a_claim_far_down_is_shown_without_asking(details):
    made, store, _ = details
    go.select(store, "actor.irel")
    claim = store.frame.detail.rivalries[-1].figures[0].claim
    go.select(store, claim)
    assert made._card_of(claim).property("marked")


def test_nothing_sticks_out_of_a_narrow_panel(panel):
    made, context, _ = panel("details", size=(328, 420))
    for thing in dataset().things:
        go.select(context.store, thing)
        made._build(None)
        settle()
        assert made.widget.widget().width() <= made.widget.viewport().width(), thing


def test_markup_in_any_field_is_shown_as_text(panel):
    made, context, _ = panel("details", follow=False)
    go.select(context.store, "flow.in-jp.re")
    detail = context.store.frame.detail
    rivalry = detail.rivalries[0]
    figure = replace(
        rivalry.figures[0], number=MARKUP, scope=MARKUP, note=MARKUP, source_short=MARKUP, locator=MARKUP
    )
    rivalry = replace(
        rivalry,
        title=MARKUP,
        figures=(figure, figure),
        standings=("agrees", "rival"),
        reason=MARKUP,
        computed=MARKUP,
    )
    conflict = replace(detail.conflicts[0], title=MARKUP, text=MARKUP)
    made.show(
        replace(detail, title=MARKUP, facts=((MARKUP, MARKUP),), rivalries=(rivalry,), conflicts=(conflict,))
    )
    labels = made.widget.findChildren(QLabel)
    assert sum(MARKUP in label.text() for label in labels) >= 9
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.fixture
def agreements(panel):
    made, context, _ = panel("agreements")
    return made, context.store


def card_of(made, thing):
    return made._cards[thing].frame


@pytest.mark.parametrize("year", [2010, 2012, 2024, 2025, 2026, 2030])
def test_every_agreement_stands_as_it_is_in_the_year(agreements, year):
    made, store = agreements
    years.go_to(store, year)
    settle()
    for agreement in store.frame.agreements:
        told = words(card_of(made, agreement.thing))
        for expected in (agreement.name, agreement.parties, agreement.begun, agreement.state_words):
            assert expected in told
        for change in agreement.history:
            assert f"{change.when}: {change.words}" in told
        for figure in (*agreement.promised, *agreement.delivered):
            assert figure.text in told
        assert agreement.delivered_words in told


def test_suspension_is_requested_from_2025_on_and_never_more_than_that(agreements):
    made, store = agreements
    assert "suspension requested" in words(card_of(made, "agreement.in-jp-2012"))
    for year in (2024, 2025, 2026, 2030):
        years.go_to(store, year)
        said = words(card_of(made, "agreement.in-jp-2012")).split("\n")
        assert "suspended" not in said
        assert "ended" not in said


def test_promised_stands_beside_delivered(agreements):
    made, _ = agreements
    card = card_of(made, "agreement.in-jp-2012")
    settle()
    heads = {
        label.text(): label
        for label in card.findChildren(QLabel)
        if label.text() in ("Promised", "Delivered")
    }
    tops = {label.mapTo(card, label.rect().topLeft()).y() for label in heads.values()}
    assert set(heads) == {"Promised", "Delivered"}
    assert len(tops) == 1


def test_its_name_selects_an_agreement_and_a_selected_one_stands_out(agreements):
    made, store = agreements
    card = card_of(made, "agreement.in-jp-2012")
    next(b for b in card.findChildren(LinkButton) if b.objectName() == "card-title").click()
    assert store.atlas.selection.id == "agreement.in-jp-2012"
    assert [c for c in made.widget.findChildren(Card) if c.property("marked")] == [card]


def test_no_agreement_is_no_empty_panel(agreements):
    from desktop.panels.agreements import Agreements

    made, _ = agreements
    made.show(Agreements((), 2025, None))
    assert "no agreement" in words(made.widget)


@pytest.fixture
def sources(panel):
    made, context, port = panel("sources")
    return made, context.store, port, made.widget.findChild(QTreeWidget)


def all_items(tree):
    above = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    while above:
        found = above.pop()
        yield found
        above += [found.child(place) for place in range(found.childCount())]


def test_all_sources_are_there_and_origins_are_counted(sources):
    made, store, _, tree = sources
    ids = {found.data(0, Qt.ItemDataRole.UserRole) for found in all_items(tree)}
    assert ids == {row.id for row in store.frame.sources}
    assert f"{len(ids)} sources, {store.frame.origins} independent origins" in words(made.widget)
    above = {tree.topLevelItem(n).data(0, Qt.ItemDataRole.UserRole) for n in range(tree.topLevelItemCount())}
    own = {row.id for row in store.frame.sources if row.reliability == "our own search"}
    assert len(above - own) == store.frame.origins


def test_a_retelling_stands_under_what_it_retells(sources):
    _, store, _, tree = sources
    items = {found.data(0, Qt.ItemDataRole.UserRole): found for found in all_items(tree)}
    retellings = [row for row in store.frame.sources if row.retells]
    assert retellings
    for row in retellings:
        assert items[row.id].parent() is items[row.retells]


def test_opening_an_address_asks_first_and_only_where_there_is_one(sources):
    made, store, port, tree = sources
    button = next(b for b in made.widget.findChildren(QPushButton) if "address" in b.text())
    items = {found.data(0, Qt.ItemDataRole.UserRole): found for found in all_items(tree)}
    row = next(row for row in store.frame.sources if row.address)
    tree.setCurrentItem(items[row.id])
    button.click()
    assert port.calls == [("open_address", row.address)]
    without = next((row for row in store.frame.sources if not row.address), None)
    if without:
        tree.setCurrentItem(items[without.id])
        assert not button.isEnabled()
        tree.setFocus()
        QTest.keyClick(tree, Qt.Key.Key_Return)
        assert len(port.calls) == 1


def test_the_source_of_the_selected_claim_is_marked(sources):
    made, store, _, tree = sources
    go.select(store, "claim.cn-in-magnets-fy2025")
    source = dataset().claims["claim.cn-in-magnets-fy2025"].source
    assert tree.currentItem().data(0, Qt.ItemDataRole.UserRole) == source
    go.select(store, next(row.id for row in store.frame.sources if row.retells))
    assert "Retells:" in words(made.widget)
