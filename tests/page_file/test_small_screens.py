"""The page where there is little room: everything is a tap away, and the map keeps what it shows."""

import pytest

PHONE = (390, 844)
TOP = "(selector => document.querySelector(selector).getBoundingClientRect().top)"
BELOW_YEARS = "document.querySelector('#years').getBoundingClientRect().bottom"
SEEN = """[...document.querySelectorAll('.places > g')].every(place => {
  const box = place.getBoundingClientRect(), map = document.querySelector('#map').getBoundingClientRect();
  const isWithin = box.top >= map.top && box.bottom <= map.bottom;
  return isWithin && box.left >= map.left && box.right <= map.right; })"""
SPOTS = """[...document.querySelectorAll('.places > g')].map(place => {
  const box = place.getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top)]; })"""


@pytest.fixture
def phone(open_page):
    return open_page(size=PHONE)


def test_the_years_stay_in_sight_and_hide_nothing_that_was_asked_for(phone):
    phone.click_on("document.querySelector('#to-layers')")
    phone.wait(f"{TOP}('#key') >= {BELOW_YEARS} - 1")
    assert phone.run(f"{TOP}('#key')") < PHONE[1] / 3
    assert phone.run("document.activeElement.closest('#layers') !== null")
    phone.run("document.querySelector('[data-id=\"flow.in-jp.re\"]').focus()")
    phone.press("Enter")
    assert phone.run(f"{TOP}('#tab-details') >= {BELOW_YEARS} - 1")


def test_zooming_to_what_is_read_of_brings_the_map_into_sight(phone):
    phone.run("document.querySelector('[data-id=\"plant.aluva\"]').focus()")
    phone.press("Enter")
    phone.click_on("document.querySelector('#details .plain')")
    phone.wait("document.querySelector('[data-id=\"plant.aluva\"]').checkVisibility()")
    top, bottom = phone.run(
        "(box => [box.top, box.bottom])(document.querySelector('#map').getBoundingClientRect())"
    )
    assert top >= 0
    assert bottom <= PHONE[1]


def test_the_button_for_layers_is_there_only_where_they_are_out_of_sight(tab):
    assert tab.run("document.querySelector('#to-layers').checkVisibility()") is False


def test_the_map_keeps_what_it_shows_when_notices_take_its_room(tab):
    spots = tab.run(SPOTS)
    tab.click_on("document.querySelector('#notices summary')")
    tab.wait("document.querySelector('#map').getBoundingClientRect().height < 450")
    tab.wait(SEEN)
    tab.click_on("document.querySelector('#notices summary')")
    tab.wait("document.querySelector('#map').getBoundingClientRect().height > 600")
    tab.wait(f"JSON.stringify({SPOTS}) === JSON.stringify({spots})")
