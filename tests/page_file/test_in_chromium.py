"""The page in a browser that is not ours, from a disk, without a network: it shows what the frames say."""

import pytest
from chromium import Tab
from stage import dataset

YEARS = (1950, 2012, 2015, 2024, 2025, 2026, 2030)
DRAWN = """[...document.querySelectorAll('.flows > g, .places > g, .areas > g')]
  .map(g => [g.dataset.key, g.getAttribute('aria-label'), JSON.parse(g.drawnFrom).width_px || 0])"""
TEXTS = "(selector => [...document.querySelectorAll(selector)].map(e => e.textContent))"


def go_to(tab, year):
    tab.run(
        f"(slider => {{ slider.value = {year}; slider.dispatchEvent(new Event('input')); }})"
        "(document.querySelector('#year'))"
    )


def drawn_by(frame):
    """List what a frame draws: key, what hovering says, width."""
    things = (*frame.flows, *frame.places, *frame.areas)
    more = {thing.thing: (f"{thing.more} more",) if thing.more else () for thing in things}
    return sorted(
        [
            f"{thing.row}/{thing.thing}",
            ", ".join((*thing.tip, *more[thing.thing])),
            getattr(thing, "width_px", 0),
        ]
        for thing in things
    )


def texts(tab, selector):
    return tab.run(f"{TEXTS}({selector!r})")


def middle_of(tab, selector):
    return tab.run(
        f"(b => [b.left + b.width / 2, b.top + b.height / 2])"
        f"(document.querySelector({selector!r}).getBoundingClientRect())"
    )


def test_it_opens_from_a_disk_and_says_what_must_be_said(tab):
    assert texts(tab, "h1") == ["India's rare earths: who ships what to whom"]
    notice = "Boundaries are indicative; not authenticated by the Survey of India."
    assert notice in tab.run("document.querySelector('.map-notice').innerText")
    assert "DataMeet" in tab.run("document.querySelector('.map-credits').innerText")
    assert tab.run("document.querySelector('.basemap .india').getTotalLength() > 500")


@pytest.mark.parametrize("year", YEARS)
def test_a_year_shows_what_its_frame_says(tab, frame_at, year):
    go_to(tab, year)
    frame = frame_at(year)
    assert sorted(tab.run(DRAWN)) == drawn_by(frame)
    entries = texts(tab, "#legend li > span:not(.letter)")[: len(frame.legend)]
    assert entries == [entry.text for entry in frame.legend]
    assert texts(tab, ".headline .big .amount") == [headline.number for headline in frame.headlines]
    assert texts(tab, "#year-now") == [str(year)]
    assert len(texts(tab, ".events .link")) == len(frame.events)
    letters = {flow.letter for flow in frame.flows if flow.letter}
    assert set(texts(tab, "#legend .letter")) == letters
    assert letters <= set(texts(tab, ".labels text"))


def test_the_keyboard_moves_the_year(tab):
    tab.run("document.querySelector('#year').focus()")
    for key, year in (("ArrowLeft", 2024), ("Home", 1950), ("End", 2035), ("ArrowRight", 2035)):
        tab.press(key)
        assert texts(tab, "#year-now") == [str(year)]
    assert tab.run("document.querySelector('#year').getAttribute('aria-valuetext')").startswith(
        "2035, FY2034-35"
    )


def test_steps_move_the_year_and_the_years_run(tab):
    tab.click_on("document.querySelector('#before')")
    assert texts(tab, "#year-now") == ["2024"]
    tab.click_on("document.querySelector('#after')")
    tab.click_on("document.querySelector('#play')")
    tab.wait("Number(document.querySelector('#year-now').textContent) > 2025")
    tab.click_on("document.querySelector('#play')")
    assert tab.run("document.querySelector('#play').getAttribute('aria-pressed')") == "false"


def test_layers_come_and_go(tab, frame_at):
    on = [row.id for row in dataset().catalog.rows if row.on]
    for row in ("flows_from_china", "proposed_mines", "other_sites"):
        tab.click_on(f"document.querySelector('input[value={row}]')")
        on = [name for name in on if name != row] if row in on else [*on, row]
        frame = frame_at(2025, on)
        assert sorted(tab.run(DRAWN)) == drawn_by(frame)
        assert texts(tab, "#legend li > span:not(.letter)")[: len(frame.legend)] == [
            e.text for e in frame.legend
        ]


def told_of(tab, frame):
    """Hold the details against a frame's: every claim with value, status, certainty, source."""
    detail = frame.detail
    assert texts(tab, "#details h2.title") == [detail.title]
    figures = [figure for rivalry in detail.rivalries for figure in rivalry.figures]
    assert texts(tab, "#details .figure .amount") == [figure.text for figure in figures]
    numbers = {source.id: str(number) for number, source in enumerate(frame.sources, 1)}
    assert texts(tab, "#details .figure .link sup") == [numbers[figure.source] for figure in figures]
    for block, figure in zip(texts(tab, "#details .figure"), figures, strict=True):
        status = "not found" if figure.status == "missing" else figure.status
        assert all(
            words in block for words in (status, figure.confidence, figure.locator, figure.source_short)
        )
    words = " ".join(texts(tab, "#details"))
    assert all(rivalry.reason in words for rivalry in detail.rivalries if len(rivalry.figures) > 1)
    assert all(conflict.text in words for conflict in detail.conflicts)
    assert all(value in words for _, value in detail.facts)


def test_a_click_opens_the_details(tab, frame_at):
    tab.click(*middle_of(tab, "[data-id='plant.aluva'] .symbol"))
    assert tab.run("document.querySelector('#details').checkVisibility()")
    told_of(tab, frame_at(2025, selected="plant.aluva"))


@pytest.mark.parametrize(
    ("thing", "key"), [("flow.in-jp.re", "Enter"), ("flow.cn-in.magnets", " "), ("plant.oscom", "Enter")]
)
def test_the_keyboard_opens_and_leaves_the_details(tab, frame_at, thing, key):
    tab.run(f"document.querySelector('[data-id=\"{thing}\"]').focus()")
    tab.press(key)
    told_of(tab, frame_at(2025, selected=thing))
    assert "Selected: " in texts(tab, "[role=status]")[0]
    tab.press("Escape")
    assert texts(tab, "#details h2.title") == []


def test_an_event_of_the_year_can_be_read(tab, frame_at):
    event = frame_at(2025).events[0]
    tab.click_on("document.querySelector('.events .link')")
    told_of(tab, frame_at(2025, selected=event.thing))


def test_a_number_leads_to_its_source(tab, frame_at):
    frame = frame_at(2025)
    number = int(texts(tab, ".headline .number")[0])
    tab.click_on("document.querySelector('.headline .number')")
    source = frame.sources[number - 1]
    assert source.id in frame.headlines[0].sources
    assert texts(tab, "#sources li.marked .strong") == [source.title]
    assert tab.run("document.activeElement.classList.contains('marked')")
    assert len(texts(tab, "#sources li")) == len(frame.sources)


def test_an_address_is_a_link_that_tells_nobody_from_where(tab, frame_at):
    links = tab.run("[...document.querySelectorAll('a')].map(a => [a.textContent, a.rel, a.target])")
    addresses = [source.address for source in frame_at(2025).sources if source.address]
    assert links == [[address, "noopener noreferrer", "_blank"] for address in addresses]


def test_tabs_answer_to_the_arrow_keys(tab):
    tab.run("document.querySelector('#tab-figures').focus()")
    tab.press("ArrowRight")
    assert tab.run("document.activeElement.id") == "tab-details"
    visible = (
        "[...document.querySelectorAll('[role=tabpanel]')].filter(p => p.checkVisibility()).map(p => p.id)"
    )
    assert tab.run(visible) == ["details"]


def test_it_follows_the_system_until_somebody_chooses(tab, open_page):
    water = "getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor"
    light = tab.run(water)
    tab.prefer("dark")
    tab.wait("document.documentElement.dataset.theme === 'dark'")
    assert tab.run(water) == open_page(dark=True).run(water) != light
    tab.click_on("document.querySelector('#theme')")
    assert tab.run(water) == light
    tab.prefer("light")
    tab.prefer("dark")
    assert tab.run(water) == light


@pytest.mark.parametrize("size", [(1280, 800), (900, 700), (390, 844)])
def test_it_fits_every_screen(open_page, size):
    tab = open_page(size=size)
    assert tab.run("document.documentElement.scrollWidth") <= size[0]
    assert tab.run("document.querySelector('#map').getBoundingClientRect().height") > 300
    go_to(tab, 2030)
    tab.run("document.querySelector('[data-id=\"flow.in-jp.re\"]').focus()")
    tab.press("Enter")
    top, bottom = tab.run(
        "(b => [b.top, b.bottom])(document.querySelector('#details h2.title').getBoundingClientRect())"
    )
    assert 0 < top < bottom < size[1]


def test_its_policy_stops_what_a_script_would_fetch(chromium, page):
    tab = Tab(chromium)
    tab.open(page)
    assert tab.run("fetch('https://example.org/').then(() => 'left', () => 'stopped')") == "stopped"
    tab.run(
        "new Promise(done => Object.assign(new Image(), { onerror: done, src: 'https://example.org/i.png' }))"
    )
    assert all("Content Security Policy" in words for words in tab.complaints())
    assert len(tab.complaints()) >= 2
    tab.close()
