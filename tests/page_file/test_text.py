"""The text version in the page: every year and every choice of layers, in the words of the frame."""

import re

import pytest
from stage import dataset

from desktop.state.citing import Citing
from desktop.state.telling import alt_parts, alt_text, text_version

OWN = ("sources",)
WRITTEN = """[...document.querySelectorAll('#text h2, #text h3, #text li')].map(part => [
  part.tagName,
  [...part.childNodes].map(one => one.nodeType === 3 ? one.textContent : `<${one.textContent}>`).join('')])"""
MARKS = re.compile(r" ?\(sources? ([\d, ]+)\)")


def go_to(tab, year):
    tab.run(
        f"(slider => {{ slider.value = {year}; slider.dispatchEvent(new Event('input')); }})"
        "(document.querySelector('#year'))"
    )


def as_written(frame):
    """Write what the text version of a frame says, as a page does: numbers of its own list of sources."""
    numbers = {row.id: number for number, row in enumerate(frame.sources, 1)}
    text = text_version(frame, Citing(frame, numbers))
    lines = [["H2", text.title]]
    for section in text.sections:
        if section.id not in OWN:
            lines.append(["H3", section.heading])
            lines += [["LI", MARKS.sub(_buttons, line)] for line in section.lines]
    return lines


def _buttons(found):
    return "".join(f"<{number}>" for number in found[1].split(", "))


@pytest.fixture
def reading(tab):
    tab.click_on("document.querySelector('#tab-text')")
    return tab


@pytest.mark.parametrize("year", [1950, 2012, 2024, 2025, 2030])
def test_a_year_is_told_as_its_frame_tells_it(reading, frame_at, year):
    go_to(reading, year)
    assert reading.run(WRITTEN) == as_written(frame_at(year))


def test_what_is_switched_off_is_not_told_as_drawn(reading, frame_at):
    on = [row.id for row in dataset().catalog.rows if row.on]
    for row in ("flows_from_china", "plants", "flows_japan_promised"):
        reading.click_on(f"document.querySelector('input[value={row}]')")
        on = [name for name in on if name != row] if row in on else [*on, row]
        frame = frame_at(2025, on)
        told, expected = reading.run(WRITTEN), as_written(frame)
        for section in ("On the map", "Legend", "Switched off"):
            assert _section(told, section) == _section(expected, section)
        assert all(part in told[_place(told, "In short") + 1][1] for part in alt_parts(frame))


def _place(lines, heading):
    return next((i for i, (_, words) in enumerate(lines) if words.startswith(heading)), len(lines))


def _section(lines, heading):
    """Give the lines under every heading that begins so."""
    found, is_in = [], False
    for kind, words in lines:
        is_in = words.startswith(heading) if kind == "H3" else is_in
        found += [words] if is_in else []
    return found


def test_the_map_says_in_a_sentence_what_it_shows(tab, frame_at):
    for year in (2024, 2030):
        go_to(tab, year)
        assert tab.run("document.querySelector('#map').getAttribute('aria-label')") == alt_text(
            frame_at(year)
        )


def test_the_first_key_leads_to_the_text_and_a_number_to_its_source(tab):
    tab.run("document.activeElement.blur()")
    tab.press("Tab")
    assert tab.run("document.activeElement.textContent") == "Read as text"
    tab.press("Enter")
    assert tab.run("document.activeElement.id") == "text"
    number = tab.run("document.querySelector('#text .number').textContent")
    tab.click_on("document.querySelector('#text .number')")
    marked = "[...document.querySelectorAll('#sources li')].findIndex(item => item.matches('.marked'))"
    assert tab.run(marked) == int(number) - 1
