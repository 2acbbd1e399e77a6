"""A story as a file: it comes back whole, what is wrong in it is refused, and ours says what is shown."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import dataset, new_store

from desktop.asking import deriver
from desktop.services.stories import BUNDLED, bundled, read_file
from desktop.services.story_sheets import story_requests
from desktop.state.atlas import Clock, Compare, Layers, Selection
from desktop.state.checked import MAX_WORDS, SessionError
from desktop.state.fitting import fitted, lost
from desktop.state.story import Story, StoryStep
from desktop.state.story_file import MAX_CHARACTERS, MAX_STEPS, SCHEMA, read_story, sound, story_text
from geodata.bundled import scenarios
from resources import files

letters = st.characters(exclude_categories=("Cc", "Cs"))
words = st.text(letters, max_size=60)
ATLAS = new_store(2024).atlas
years = st.integers(1950, 2035).map(lambda year: replace(ATLAS, clock=Clock(year)))
stories = st.builds(Story, words, st.lists(st.builds(StoryStep, words, words, years), max_size=4).map(tuple))
STEPS = list(enumerate(bundled().steps))
NAMES = [step.name for _, step in STEPS]


@given(stories)
def test_every_story_comes_back_whole(story):
    text = story_text(story)
    assert read_story(text) == story
    assert story_text(read_story(text)) == text


def test_a_step_keeps_scenario_day_comparison_range_and_pins():
    scenario = scenarios()[0]
    atlas = replace(
        ATLAS,
        clock=Clock(2025, mode="range", since=2012, cumulative=True, fiscal=True, pinned=(("plants", 2020),)),
        scenario=scenario,
        known_on=date(2025, 6, 1),
        compare=Compare(2024, None, date(2024, 6, 1), "side"),
    )
    story = Story("", (StoryStep("All", "", atlas),))
    (step,) = read_story(story_text(story)).steps
    assert step.atlas == atlas
    assert step.year_label == "FY2011-12 to FY2024-25"
    (request,) = story_requests(story, deriver(dataset()))
    frame = request.frame
    assert (frame.fiscal, frame.since, frame.known_on, frame.cumulative) == (
        True,
        2012,
        date(2025, 6, 1),
        True,
    )
    assert frame.scenario
    assert frame.scenario.title == scenario.title
    assert request.other
    assert request.other.known_on == date(2024, 6, 1)


def test_markup_in_names_and_captions_is_text():
    step = StoryStep("<b>2024</b>", "<script>alert(1)</script> & more", ATLAS)
    assert read_story(story_text(Story("<h1>", (step,)))).steps == (step,)


def test_a_file_can_be_read_by_eye_and_may_leave_out_what_is_as_at_the_start():
    text = story_text(Story("Ein Märchen", (StoryStep("वर्ष", "", ATLAS),)))
    assert "Ein Märchen" in text
    assert "वर्ष" in text
    document = json.loads(text)
    for part in ("selection", "filter", "look"):
        del document["steps"][0]["atlas"][part]
    assert read_story(json.dumps(document)).steps[0].atlas == ATLAS


def test_what_was_running_is_kept_at_rest():
    running = replace(ATLAS, clock=Clock(2024, playing=True))
    assert (
        read_story(story_text(Story("", (StoryStep("", "", running),)))).steps[0].atlas.clock.playing is False
    )


WRONG = [
    ("title", 5, "title: expected at most 1,000 characters on one line, got 5"),
    ("title", "a\nb", "title: expected"),
    ("steps", {}, "steps: expected a list of at most 200"),
    ("steps", [None] * (MAX_STEPS + 1), "steps: expected a list of at most 200"),
    ("steps.1", None, "step 2: expected the fields name, caption, atlas, got None"),
    ("steps.1.caption", "a" * (MAX_WORDS + 1), "step 2, caption: expected"),
    ("steps.0.name", None, "step 1, name: expected"),
    ("steps.0.extra", 1, "step 1: expected the fields name, caption, atlas"),
    ("steps.1.atlas.clock.year", "2024", "step 2, clock.year: expected a year of four digits, got '2024'"),
    ("steps.0.atlas.view.bounds", [98, 6, 68, 37], "step 1, view.bounds: expected west, south, east, north"),
    ("steps.0.atlas.layers.visible", [1], "step 1, layers.visible"),
    ("schema", SCHEMA + 1, "a newer IREL Atlas made it"),
    ("schema", True, "schema: expected a whole number from 1 on"),
    ("format", "irel-atlas-session", "expected JSON of IREL Atlas, got something else"),
]


@pytest.mark.parametrize(("field", "value", "why"), WRONG, ids=[f"{f} {str(v)[:20]}" for f, v, _ in WRONG])
def test_a_wrong_value_is_refused_by_step_and_field_in_one_line(field, value, why):
    document = inside = json.loads(story_text(Story("T", (StoryStep("a", "b", ATLAS),) * 2)))
    *way, last = [int(part) if part.isdigit() else part for part in field.split(".")]
    for name in way:
        inside = inside[name]
    inside[last] = value
    with pytest.raises(SessionError) as told:
        read_story(json.dumps(document))
    assert str(told.value).startswith(why)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "[" * 100_000, " " * (MAX_CHARACTERS + 1)], ids=range(6)
)
def test_what_is_no_story_is_refused(text):
    with pytest.raises(SessionError, match="expected"):
        read_story(text)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "story.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    with pytest.raises(SessionError, match="got something else"):
        read_file(path)


def test_what_is_typed_becomes_fit_for_a_file():
    assert sound(" two\nlines\t and \x07 more ") == "two lines and more"
    assert len(sound("a" * 5000)) == MAX_WORDS


def test_what_other_data_lack_is_left_out_and_named():
    store = new_store(2024)
    asked = replace(
        ATLAS,
        layers=Layers(frozenset({"plants", "gone"})),
        clock=Clock(2090),
        selection=Selection("plant.gone"),
    )
    found = fitted(asked, store.frame, store.frame_of)
    assert found.layers.visible == {"plants"}
    assert found.clock.year == store.frame.last_year
    assert found.selection.id is None
    assert lost(asked, found) == ("layer gone", "the year 2090", "plant.gone")
    assert lost(ATLAS, fitted(ATLAS, store.frame, store.frame_of)) == ()


# The story that comes with the atlas


def frame_of(step):
    return deriver(dataset())(step.atlas)


def numbers(text: str) -> set[str]:
    return {found.rstrip(".,") for found in re.findall(r"\d[\d,.]*", text)}


def figures_of(frame):
    of_selection = frame.detail.rivalries if frame.detail else ()
    return [*frame.shown, *(figure for rivalry in of_selection for figure in rivalry.figures)]


def test_it_tells_the_whole_chain_in_eight_to_ten_steps():
    assert 8 <= len(STEPS) <= 10
    years = [step.atlas.clock.year for _, step in STEPS]
    assert {1950, 2010, 2012, 2024, 2025, 2026, 2030} == set(years)
    assert read_story(files.read(BUNDLED).decode()) == bundled()
    told = " ".join(f"{step.name} {step.caption}" for _, step in STEPS)
    for subject in ("reserves", "plants", "licence", "asked", "clearances", "target"):
        assert subject in told.lower()


@pytest.mark.parametrize(("place", "step"), STEPS, ids=NAMES)
def test_its_steps_name_only_what_the_data_have(place, step):
    store = new_store(step.atlas.clock.year)
    assert lost(step.atlas, fitted(step.atlas, store.frame, store.frame_of)) == ()
    assert store.frame_of(step.atlas).detail is not None
    assert place < 10


@pytest.mark.parametrize(("place", "step"), STEPS, ids=NAMES)
def test_every_number_of_a_caption_is_a_figure_or_a_date_of_its_step(place, step):
    frame = frame_of(step)
    backed = {str(frame.year)}
    for figure in figures_of(frame):
        backed |= numbers(figure.text) | numbers(figure.period)
    for event in frame.events:
        backed |= numbers(event.day) | {str(event.year)}
    assert numbers(f"{step.name} {step.caption}") - backed == set(), place


@pytest.mark.parametrize(("place", "step"), STEPS, ids=NAMES)
def test_a_target_is_called_one_and_an_estimate_too(place, step):
    said = numbers(step.caption)
    known = figures_of(frame_of(step))
    actual = {figure.number.split()[-1] for figure in known if figure.status == "actual"}
    for figure in known:
        value = figure.number.split()[-1]
        if value not in said or value in actual:
            continue
        if figure.letter == "T":
            assert re.search(r"\b(target|plan)\b", step.caption), (place, figure.claim)
        if figure.letter == "E":
            assert re.search(r"\b(estimated|put at|about)\b", step.caption), (place, figure.claim)


def test_a_share_of_what_is_measured_otherwise_is_left_to_whoever_says_so():
    for place, step in STEPS:
        for sentence in re.split(r"(?<=\.) ", step.caption):
            if re.search(r"\b(third|half|quarter|share|per cent)\b|%", sentence):
                assert re.search(r"\bReuters calls\b|\bno share can be computed\b", sentence), place


def test_what_is_agreed_or_reported_is_not_told_as_done():
    told = " ".join(step.caption for _, step in STEPS)
    assert "rare earths are to go to Japan" in told
    assert "Toyotsu is reported to ship" in told
    assert "never announced" in told


def test_asked_is_never_done():
    told = " ".join(step.caption for _, step in STEPS)
    assert re.search(r"asks IREL to suspend", told)
    assert not re.search(r"\b(has|was|is) (suspended|halted|stopped)\b", told)


def test_there_is_a_sheet_for_every_step_with_its_caption():
    requests = story_requests(bundled(), deriver(dataset()))
    assert [request.options.caption for request in requests] == [step.caption for _, step in STEPS]
    assert [request.frame.year for request in requests] == [step.atlas.clock.year for _, step in STEPS]
    assert all(request.carry for request in requests)
    assert not any(request.carry for request in story_requests(bundled(), deriver(dataset()), carrying=False))


def test_a_sheet_has_no_chart_of_later_years():
    requests = story_requests(bundled(), deriver(dataset()))
    charted = [request.frame.year for request in requests if "chart" in request.options.elements]
    assert set(charted) == {2012, 2024, 2025, 2026, 2030}
