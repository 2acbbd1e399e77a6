"""What is supposed, known earlier, kept or pinned stands over its map, clear of labels."""

from dataclasses import replace
from datetime import date

import pytest
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets.page import write_page
from desktop.state.atlas import Clock, Compare
from geodata.bundled import scenarios

SUPPOSED = next(scenario for scenario in scenarios() if scenario.title == "Exports suspended")
PINNED = "Plants of FY2011-12 pinned"
SAID = [
    "Exports suspended supposed, not fact",
    "As known on 1 Feb 2026",
    "Agreements and capacities of earlier years stay",
    "One half of a comparison the other, FY2011-12, is not on this page",
    PINNED,
]
BADGES = """[...document.querySelectorAll('.badge')].filter(badge => badge.checkVisibility())
  .map(badge => [...badge.children].map(part => part.textContent).join(' '))"""
BOXES = """(selector => [...document.querySelectorAll(selector)].map(part => part.getBoundingClientRect())
  .map(box => [box.left, box.top, box.right, box.bottom]))"""


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """Write the page of a desk with everything on that a year can be seen under."""
    clock = Clock(2030, fiscal=True, cumulative=True, pinned=(("plants", 2012), ("other_sites", 2020)))
    atlas = replace(
        opening_atlas(dataset(), 2030),
        clock=clock,
        scenario=SUPPOSED,
        known_on=date(2026, 2, 1),
        compare=Compare(2012),
    )
    path = tmp_path_factory.mktemp("planned") / "atlas.html"
    write_page(atlas, deriver(dataset()), path)
    return path


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (390, 844)])
def test_the_map_says_under_what_it_is_right_and_no_word_lies_under_it(open_page, planned, size):
    tab = open_page(planned, size)
    assert tab.run(BADGES) == SAID
    badges, words = (tab.run(f"{BOXES}('{part}')") for part in (".badge:not([hidden])", ".labels > g"))
    assert words
    assert not [(one, other) for one in badges for other in words if overlap(one, other)]
    room = tab.run(f"{BOXES}('#map')")[0]
    assert all(room[0] <= left and right <= room[2] for left, _, right, _ in badges)


def test_it_says_so_in_every_year_and_beside_the_year_too(open_page, planned):
    tab = open_page(planned)
    for key in ("Home", "End"):
        tab.run("document.querySelector('#year').focus()")
        tab.press(key)
        assert tab.run(BADGES) == SAID
        assert "scenario, not fact: Exports suspended" in tab.run(
            "document.querySelector('#year-notes').textContent"
        )


def test_a_pin_is_told_while_its_row_is_on(open_page, planned):
    tab = open_page(planned)
    tab.click_on("document.querySelector('input[value=plants]')")
    assert tab.run(BADGES) == [said for said in SAID if said != PINNED]
    tab.click_on("document.querySelector('input[value=other_sites]')")
    assert "Other sites of FY2019-20 pinned" in tab.run(BADGES)


def test_a_page_without_conditions_has_no_badge(tab):
    assert tab.run("document.querySelector('.badges').checkVisibility()") is False


def test_its_text_is_of_the_fiscal_year_and_tells_the_conditions(open_page, planned):
    tab = open_page(planned)
    tab.click_on("document.querySelector('#tab-text')")
    words = tab.run("document.querySelector('#text').textContent")
    assert words.startswith("India's rare earths in FY2029-30")
    for told in ("Only what was known on 1 Feb 2026", "“Exports suspended”", "What the scenario assumes"):
        assert told in words
