"""The text version: what is shown, in order, with numbers, and nothing that is not."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.state.telling import LONGEST_ALT, alt_text, text_version
from desktop.state.text import Section, Text
from geodata.frame import Query
from geodata.frames import framer
from geodata.reading import read
from geodata.scenario import Change, Scenario

DATASET = read().dataset
assert DATASET is not None
FRAME, OTHER_FRAME = framer(DATASET), framer(DATASET)
ROWS = frozenset(row.id for row in DATASET.catalog.rows)
OPENING = frozenset(row.id for row in DATASET.catalog.rows if row.on)
SERIES = [model.series for model in FRAME(Query(2025, ROWS)).charts]
QUERIES = st.builds(
    Query,
    year=st.integers(DATASET.catalog.first_year, DATASET.catalog.last_year),
    rows=st.frozensets(st.sampled_from(sorted(ROWS))),
    series=st.sampled_from([None, *SERIES]),
    lakh=st.booleans(),
    statuses=st.sampled_from([frozenset(), frozenset({"target"})]),
)
POINTED = re.compile(r"\(sources? ([\d, ]+)\)")
NUMBERED = re.compile(r"^(\d+)\. ")


def section(text, name):
    return next((found for found in text.sections if found.id == name), Section(name, "", ()))


def lines_of(text):
    return [line for found in text.sections for line in found.lines]


@settings(max_examples=80, deadline=None)
@given(QUERIES)
def test_every_figure_that_is_shown_is_told_with_its_source(query):
    frame = FRAME(query)
    text = text_version(frame)
    told = [line for found in text.sections if found.id != "sources" for line in found.lines]
    sources = "\n".join(section(text, "sources").lines)
    titles = {row.id: row.title for row in frame.sources}
    for figure in frame.shown:
        assert any(figure.text in line for line in told), figure
        assert titles[figure.source] in sources


@settings(max_examples=80, deadline=None)
@given(QUERIES)
def test_what_is_wanted_is_never_told_as_a_fact(query):
    text = text_version(FRAME(query))
    told = [line for found in text.sections if found.id != "sources" for line in found.lines]
    for figure in FRAME(query).shown:
        if figure.letter == "T":
            lines = [line for line in told if figure.text in line]
            assert any(word in line.lower() for line in lines for word in ("target", "plan")), figure
    assert not any(re.search(r"\[[A-Z]\]", line) for line in told)


@settings(max_examples=80, deadline=None)
@given(QUERIES)
def test_the_map_is_told_thing_by_thing_and_nothing_else_is_said_to_be_on_it(query):
    frame, text = FRAME(query), text_version(FRAME(query))
    on = [found for found in text.sections if found.id.startswith("map/")]
    visible = [row for row in frame.rows if row.visible and row.style != "none"]
    assert [found.id for found in on] == [f"map/{row.id}" for row in visible]
    for found, row in zip(on, visible, strict=True):
        drawn = [thing for thing in (*frame.places, *frame.areas, *frame.flows) if thing.row == row.id]
        names = [thing.label.title.split(":")[0] for thing in drawn]
        assert [line for line in found.lines if line.startswith("Nothing")] == (
            [] if drawn else [f"Nothing in {frame.year}."]
        )
        told = [line for line in found.lines if not line.startswith("Nothing")]
        assert all(line.startswith(name) for line, name in zip(told, names, strict=True))


@settings(max_examples=80, deadline=None)
@given(QUERIES)
def test_every_mark_points_to_a_source_and_every_source_is_pointed_to(query):
    text = text_version(FRAME(query))
    told = "\n".join(line for found in text.sections if found.id != "sources" for line in found.lines)
    pointed = {number for found in POINTED.findall(told) for number in found.split(", ")}
    listed = [found[1] for line in section(text, "sources").lines if (found := NUMBERED.match(line))]
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert pointed == set(listed)


@settings(max_examples=80, deadline=None)
@given(QUERIES)
def test_the_sentence_beside_a_picture_is_short_and_names_the_year(query):
    frame = FRAME(query)
    words = alt_text(frame)
    assert len(words) <= LONGEST_ALT
    assert str(query.year) in words
    assert "\n" not in words
    assert words.endswith(".")
    assert ("can be actual yet" in words) == frame.is_after_data


def test_the_flows_of_2024_are_told_with_figure_period_status_and_source():
    text = text_version(FRAME(Query(2024, OPENING)))
    (japan,) = section(text, "map/flows_to_japan").lines
    assert japan.startswith("India → Japan: over 1,000 t of rare earths (source")
    assert "2024, actual" in japan
    (china,) = section(text, "map/flows_from_china").lines
    assert "FY2023-24, estimate" in china
    assert section(text, "map/relation_china_japan").lines == (
        "China → Japan. Trade known, volume not found.",
    )


def test_an_agreement_in_force_without_a_figure_says_that_none_was_found():
    text = text_version(FRAME(Query(2025, OPENING)))
    (japan,) = section(text, "map/flows_to_japan").lines
    assert "Agreement in force, volume not found" in japan
    assert "Suspension requested Jun 2025, outcome not confirmed" in japan
    assert "suspension requested" in alt_text(FRAME(Query(2025, OPENING)))
    agreed = section(text, "agreements").lines
    assert any("suspension requested since Jun 2025" in line and "not found" in line for line in agreed)


def test_a_state_that_is_told_for_a_year_is_not_said_to_begin_in_it():
    agreed = section(text_version(FRAME(Query(2024, OPENING))), "agreements").lines
    assert any("supply, 2012" in line and ": in force in 2024." in line for line in agreed)
    assert not any("since 2024" in line for line in agreed)


def test_a_year_after_the_data_has_only_targets_and_last_known_figures():
    text = text_version(FRAME(Query(2030, OPENING)))
    assert "After the data: nothing is actual yet." in section(text, "year").lines
    neodymium = section(text, "figures").lines[2]
    assert "not known yet" in neodymium
    assert "Last known: about 40 t in FY2024-25" in neodymium
    assert "Target for 2030: 900 t" in neodymium


def test_rivals_stand_against_each_other_with_what_they_speak_of():
    told = section(text_version(FRAME(Query(2025, OPENING))), "rivals").lines
    (rival,) = [line for line in told if " against " in line]
    assert rival.startswith("Neodymium made, IREL: 450 t")
    assert ", against Neodymium oxide made, IREL: 450 t" in rival
    assert any(line.startswith("Forty tonnes of neodymium") for line in told)


def test_what_a_scenario_assumes_is_called_so_wherever_its_figure_stands():
    change = Change("add_value", "flow.in-jp.re/trade_mass/re_product", "500 t in 2028", "Supply goes on.")
    frame = FRAME(Query(2028, OPENING, scenario=Scenario("what-if", "Supply", "A planner", "", (change,))))
    (japan,) = section(text_version(frame), "map/flows_to_japan").lines
    assert "500 t of rare earths" in japan
    assert "2028, assumed by the scenario" in japan
    assert "500 t of rare earths (assumed by the scenario)" in alt_text(frame)


def test_the_clock_is_told_as_it_counts():
    fiscal = FRAME(Query(2025, OPENING, fiscal=True))
    assert text_version(fiscal).title == "India's rare earths in FY2024-25"
    assert "in FY2024-25" in alt_text(fiscal)
    known = FRAME(Query(2025, OPENING, known_on=date(2025, 6, 14)))
    assert "Only what was known on 14 Jun 2025 is shown." in section(text_version(known), "year").lines
    ranged = FRAME(Query(2025, OPENING, since=2020))
    (heading,) = [part.heading for part in text_version(ranged).sections if part.id == "year"]
    assert heading == "The years 2020 to 2025"
    pinned = text_version(FRAME(Query(2025, OPENING, pinned=(("plants", 2012),))))
    (plants,) = [part for part in pinned.sections if part.id == "map/plants"]
    assert plants.heading.endswith("pinned to 2012")
    pinned = text_version(FRAME(Query(2025, OPENING, fiscal=True, pinned=(("plants", 2012),))))
    assert any(part.heading.endswith("pinned to FY2011-12") for part in pinned.sections)


def test_a_scenario_is_named_and_what_it_assumes_is_told():
    change = Change("end", "flow.in-jp.re", "2025-01-01", "The supply ends.")
    frame = FRAME(Query(2025, OPENING, scenario=Scenario("what-if", "No supply", "A planner", "", (change,))))
    text = text_version(frame)
    assert "A scenario is laid over the claims: “No supply”, by A planner." in section(text, "year").lines
    assert section(text, "scenario").lines == frame.scenario.lines != ()
    assert "in the scenario “No supply”" in alt_text(frame)
    moon = Change("open", "mine.moon", "2029-01-01", "Why not.")
    both = FRAME(
        Query(2025, OPENING, scenario=Scenario("what-if", "No supply", "A planner", "", (change, moon)))
    )
    made, left_out = section(text_version(both), "scenario").lines
    assert made == frame.scenario.lines[0]
    assert left_out.startswith("Left out, change 2 of No supply: target: expected the id of a thing (mine)")


def test_a_year_without_figures_is_not_told_in_zeros():
    text = text_version(FRAME(Query(1960, OPENING)))
    assert section(text, "figures").lines[0] == "Magnets from all origins: not found."
    assert not any(re.search(r"\b0 t\b", line) for line in lines_of(text))


def test_markdown_has_the_same_words_and_takes_none_of_them_for_markup():
    text = Text("A *title*", (Section("one", "1. Heading_", ("1. first [T] <b>", "- second #")),))
    assert text.plain() == "A *title*\n\n1. Heading_\n1. first [T] <b>\n- second #\n"
    assert text.markdown() == (
        "# A \\*title\\*\n\n## 1\\. Heading\\_\n\n- 1\\. first \\[T\\] \\<b\\>\n- \\- second \\#\n"
    )


@pytest.mark.parametrize("year", [1950, 2024, 2030])
def test_the_same_frame_gives_the_same_text(year):
    one, other = (text_version(fresh(Query(year, ROWS))) for fresh in (FRAME, OTHER_FRAME))
    assert one.plain() == other.plain()
