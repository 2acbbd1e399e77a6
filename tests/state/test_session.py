"""A state as text: it comes back whole, and what is not what it should be is refused in one line."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import new_store

from desktop.state.atlas import (
    MANNERS,
    MODES,
    THEMES,
    Atlas,
    Clock,
    Compare,
    Filter,
    Layers,
    Look,
    Selection,
    View,
)
from desktop.state.changes import changes
from desktop.state.checked import MAX_WORDS, SessionError
from desktop.state.session import (
    MAX_CHARACTERS,
    SCHEMA,
    Session,
    ShownFigure,
    read_session,
    session_of,
    text_of,
)
from desktop.state.sheet_options import ELEMENTS, SheetOptions
from geodata.claim import STATUSES, SUBSTANCES
from geodata.scenario import OPS, Change, Scenario

letters = st.characters(exclude_categories=("Cc", "Cs"))
words = st.text(letters, max_size=40)
ids = st.frozensets(words, max_size=4)
edges = st.tuples(st.floats(-360, 359), st.floats(-90, 89), st.floats(0.5, 1), st.floats(0.5, 1))
bounds = edges.map(lambda box: (box[0], box[1], box[0] + box[2], box[1] + box[3]))
shares = st.lists(st.tuples(words, st.floats(0, 1)), max_size=3).map(tuple)
some = st.booleans()
years = st.integers(1000, 9999)
lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=40)
told = lines.filter(str.strip)
changed = st.builds(Change, st.sampled_from(OPS), told, told, told, lines, lines)
slugs = st.text("abc-019", min_size=1, max_size=20).filter(lambda slug: slug.strip("-") == slug)
scenarios = st.builds(Scenario, slugs, told, told, lines, st.lists(changed, max_size=3).map(tuple))
compared = st.builds(
    Compare,
    years,
    st.none() | scenarios,
    st.none() | st.dates(date(1000, 1, 1)),
    st.sampled_from(MANNERS),
    st.floats(0, 1),
)
atlases = st.builds(
    Atlas,
    st.builds(View, bounds),
    st.builds(Layers, ids, shares, st.none() | ids, some),
    st.builds(
        Clock,
        years,
        some,
        st.sampled_from(MODES),
        st.none() | years,
        some,
        some,
        st.lists(st.tuples(words, years), max_size=3).map(tuple),
    ),
    st.builds(Selection, st.none() | words),
    st.builds(
        Filter,
        st.frozensets(st.sampled_from(STATUSES)),
        st.frozensets(st.sampled_from(SUBSTANCES)),
        st.none() | words,
    ),
    st.builds(Look, st.sampled_from(THEMES), some),
    st.none() | scenarios,
    st.none() | st.dates(date(1000, 1, 1)),
    st.none() | compared,
)
figures = st.builds(ShownFigure, words, words, words, words, words, st.sampled_from(STATUSES))
digests = st.text("0123456789abcdef", min_size=8, max_size=64)
days = st.dates(date(1000, 1, 1))
warnings = st.lists(words, max_size=3).map(tuple)
options = st.builds(
    SheetOptions,
    st.none() | words,
    st.none() | words,
    words,
    words,
    st.none(),
    st.frozensets(st.sampled_from(ELEMENTS)),
)
sessions = st.builds(
    Session, atlases, digests, days, st.lists(figures, max_size=3).map(tuple), warnings, st.none() | options
)


@given(sessions)
def test_every_session_comes_back_whole(session):
    text = text_of(session)
    assert read_session(text) == session
    assert text.isascii()
    assert text_of(read_session(text)) == text


@pytest.fixture(scope="module")
def session():
    store = new_store(2024)
    return session_of(store.atlas, store.frame)


def test_it_holds_the_view_the_version_of_the_data_and_every_figure_shown(session):
    store = new_store(2024)
    assert session.atlas == store.atlas
    assert (session.digest, session.data_date) == (store.frame.digest, store.frame.data_date)
    shown = [(figure.claim, figure.number + figure.unit) for figure in session.figures]
    assert shown == [(figure.claim, figure.text) for figure in store.frame.shown]
    assert len(shown) > 10


def test_what_was_running_comes_back_at_rest():
    store = new_store(2024)
    running = replace(store.atlas, clock=Clock(2024, playing=True))
    assert session_of(running, store.frame).atlas.clock == Clock(2024)


def test_a_file_of_the_first_version_opens_as_it_was(session):
    text = Path(__file__).with_name("versions").joinpath("session-1.json").read_text(encoding="utf-8")
    old = read_session(text)
    assert old.atlas.clock == Clock(2024)
    assert (old.atlas.scenario, old.atlas.known_on) == (None, None)
    assert old.atlas.selection == Selection("flow.in-jp.re")
    assert old.atlas.look == Look("dark", lakh=True)
    assert old.atlas.layers == session.atlas.layers
    assert len(old.figures) > 10
    assert read_session(text_of(old)) == old, "it is written as the newest version"
    assert json.loads(text_of(old))["schema"] == SCHEMA > 1


def test_a_file_of_the_second_version_opens_as_it_was(session):
    text = Path(__file__).with_name("versions").joinpath("session-2.json").read_text(encoding="utf-8")
    old = read_session(text)
    pinned = (("plants", 2012),)
    assert old.atlas.clock == Clock(2026, False, "range", 2020, True, True, pinned)
    assert old.atlas.scenario is not None
    assert (old.atlas.scenario.id, old.atlas.known_on) == ("exports-suspended", date(2026, 6, 1))
    assert old.atlas.look == Look("dark", lakh=True)
    assert old.atlas.layers == session.atlas.layers
    assert old.figures
    assert read_session(text_of(old)) == old


def test_every_version_there_was_has_a_file_that_is_read_and_written_as_the_newest():
    kept = {path.stem: path for path in Path(__file__).with_name("versions").glob("session-*.json")}
    assert set(kept) == {f"session-{version}" for version in range(1, SCHEMA + 1)}, "one file a version"
    for name, path in kept.items():
        text = path.read_text(encoding="utf-8")
        assert json.loads(text)["schema"] == int(name.removeprefix("session-"))
        assert json.loads(text_of(read_session(text)))["schema"] == SCHEMA


OPTIONS = {"title": None, "subtitle": None, "footer": "", "caption": "", "elements": []}
WRONG = [
    ("atlas.clock.year", "2024", "clock.year: expected a year of four digits, got '2024'"),
    ("atlas.clock.year", True, "clock.year"),
    ("atlas.clock.year", 10**400, "clock.year"),
    ("atlas.clock.playing", 0, "clock.playing: expected true or false"),
    ("atlas.clock", {"year": 2024}, "clock: expected the fields year, playing"),
    ("atlas.clock.mode", "year", "clock.mode: expected one of instant, range, got 'year'"),
    ("atlas.clock.since", "2012", "clock.since: expected a year of four digits"),
    ("atlas.clock.pinned", [["plants", 2012.5]], "clock.pinned: expected a year of four digits"),
    ("atlas.clock.pinned", [["plants"]], "clock.pinned: expected a row and its year"),
    ("atlas.known_on", "1 June 2025", "known_on: expected a day such as 2026-11-21"),
    ("atlas.scenario", "suspended", "scenario, scenario: expected the format"),
    ("atlas.view.bounds", [68, 6, 98], "view.bounds: expected west, south, east, north"),
    ("atlas.view.bounds", [98, 6, 68, 37], "view.bounds"),
    ("atlas.view.bounds", [68, 6, float("nan"), 37], "view.bounds"),
    ("atlas.view.bounds", [68, 6, float("inf"), 37], "view.bounds"),
    ("atlas.view.bounds", [68, 6, 10**400, 37], "view.bounds"),
    ("atlas.view.bounds", [68, 6, "98", 37], "view.bounds"),
    ("atlas.view.bounds", [False, 6, 98, 37], "view.bounds"),
    ("atlas.layers.visible", "plants", "layers.visible: expected a list"),
    ("atlas.layers.visible", [1], "layers.visible: expected at most"),
    ("atlas.layers.visible", ["a\nb"], "layers.visible: expected at most"),
    ("atlas.layers.visible", ["\ud800"], "layers.visible: expected at most"),
    ("atlas.layers.visible", ["a" * (MAX_WORDS + 1)], "layers.visible: expected at most"),
    ("atlas.layers.visible", ["a"] * 10_001, "layers.visible: expected a list of at most 10,000"),
    ("atlas.layers.opacity", [["plants", 2]], "layers.opacity: expected a share from 0 to 1, got 2"),
    ("atlas.layers.opacity", [["plants", True]], "layers.opacity"),
    ("atlas.layers.opacity", [["plants"]], "layers.opacity: expected a row and its share"),
    ("atlas.layers.opacity", [[["plants"], 1]], "layers.opacity"),
    ("atlas.filter.statuses", ["certain"], "filter.statuses: expected one of actual"),
    ("atlas.filter.statuses", [["actual"]], "filter.statuses"),
    ("atlas.look.theme", "blue", "look.theme: expected one of system, light, dark, got 'blue'"),
    ("atlas.selection.id", 5, "selection.id"),
    ("atlas.more", 1, "atlas: expected the fields view, layers"),
    ("atlas", [], "atlas: expected the fields"),
    ("data.digest", "XYZ", "data.digest: expected 8 to 128 hexadecimal digits"),
    ("data.date", "2026-13-01", "data.date: expected a day such as 2026-11-21, got '2026-13-01'"),
    ("data.date", 2026, "data.date"),
    ("figures", {}, "figures: expected a list"),
    ("figures", [{"claim": "c"}], "figures: expected the fields claim, what"),
    ("figures", [None] * 20_001, "figures: expected a list of at most 20,000"),
    ("schema", 0, "schema: expected a whole number from 1 on, got 0"),
    ("schema", "1", "schema"),
    ("schema", SCHEMA + 1, "a newer IREL Atlas made it"),
    ("format", "another", "expected JSON of IREL Atlas, got something else"),
    ("extra", 1, "document: expected the fields"),
    ("options", [], "options: expected the fields title, subtitle"),
    ("options", {**OPTIONS, "elements": ["notice"]}, "options.elements: expected one of title, subtitle"),
    ("options", {**OPTIONS, "title": "a\nb"}, "options.title: expected at most 1,000 characters on one line"),
    ("options", {**OPTIONS, "caption": None}, "options.caption: expected at most"),
]


@pytest.mark.parametrize(("field", "value", "why"), WRONG, ids=[f"{f} {str(v)[:20]}" for f, v, _ in WRONG])
def test_a_wrong_value_is_refused_by_name_in_one_line(session, field, value, why):
    document = json.loads(text_of(session))
    *way, last = field.split(".")
    inside = document
    for name in way:
        inside = inside[name]
    inside[last] = value
    with pytest.raises(SessionError) as told:
        read_session(json.dumps(document))
    assert str(told.value).startswith(why)
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 300


def test_a_field_that_lacks_or_is_unknown_is_named(session):
    document = json.loads(text_of(session))
    document["atlas"]["watch"] = document["atlas"].pop("clock")
    with pytest.raises(SessionError, match=r"got none called clock and one called .watch.$"):
        read_session(json.dumps(document))


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "{}", "5", '"atlas"', "[" * 100_000, '{"a":' * 100_000, "\x00", "NaN"],
    ids=range(11),
)
def test_what_is_no_session_is_refused(text):
    with pytest.raises(SessionError, match="expected JSON of IREL Atlas"):
        read_session(text)


@pytest.mark.parametrize("deep", [20, 900])
def test_nothing_nested_gets_past_the_fields(session, deep):
    document = json.loads(text_of(session))
    document["figures"] = json.loads("[" * deep + "]" * deep)
    with pytest.raises(SessionError):
        read_session(json.dumps(document))


def test_what_is_too_long_is_refused_unread():
    with pytest.raises(SessionError, match="at most 8,388,608 characters"):
        read_session(" " * (MAX_CHARACTERS + 1))


@given(st.data())
def test_a_text_cut_anywhere_is_refused(data):
    store = new_store(2024)
    text = text_of(session_of(store.atlas, store.frame))
    end = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(SessionError):
        read_session(text[:end])


def test_figures_that_stand_are_no_change(session):
    assert changes(session.figures, new_store(2030).frame.figures) == ()


def test_changed_and_lost_figures_are_told_by_name_old_to_new(session):
    before = {figure.claim: figure for figure in new_store().frame.figures}
    claim = session.figures[0].claim
    other = session.figures[1].claim
    lost = session.figures[2].claim
    now = {
        **before,
        claim: replace(before[claim], number="44,000"),
        other: replace(before[other], status="forecast", period="FY2019-20"),
    }
    del now[lost]
    told = [change.words for change in changes(session.figures, now.values())]
    one, two, gone = (before[name] for name in (claim, other, lost))
    was = f"{two.text} ({two.period}, {two.status})"
    assert told == [
        f"{one.what}, {one.period}: {one.text} → 44,000{one.unit}",
        f"{two.what}, {two.period}: {was} → {two.text} (FY2019-20, forecast)",
        f"{gone.what}, {gone.period}: {gone.text} → no longer in the data",
    ]
