"""What is only supposed, known earlier, counted or pinned otherwise stands on all that leaves."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from stage import dataset, new_store

from desktop.asking import deriver
from desktop.sheets.contents import contents_of
from desktop.sheets.page import page_of
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import facts_of
from desktop.sheets.slide import slide_of
from desktop.state.sheet_options import SheetOptions
from geodata.bundled import scenarios

CONTENTS = re.compile(r'<script type="application/json" id="atlas">(.*?)</script>', re.DOTALL)
SIZE = (1920, 1080)
SUPPOSED = next(scenario for scenario in scenarios() if scenario.title == "Exports suspended")


@pytest.fixture
def store():
    store = new_store(2025)
    now = store.atlas
    clock = replace(now.clock, fiscal=True, pinned=(("plants", 2012),))
    store.change("Plan", replace(now, clock=clock, scenario=SUPPOSED, known_on=date(2026, 2, 1)))
    return store


CONDITIONS = ("as known on 1 Feb 2026", "scenario, not fact: Exports suspended", "Plants of FY2011-12")


def found_in(words):
    close = "".join(words.split()).casefold()
    return [said for said in CONDITIONS if "".join(said.split()).casefold() in close]


@pytest.mark.parametrize("elements", [None, frozenset()], ids=["all on it", "all switched off"])
def test_a_sheet_says_it_whatever_is_switched_off(sheets, store, elements):
    options = SheetOptions() if elements is None else SheetOptions(elements=elements)
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg", options=options)
    svg = sheets.make(request).decode()
    assert found_in(" ".join(re.findall(r">([^<]*)<", svg))) == list(CONDITIONS)


def test_a_bare_map_keeps_it_among_its_notices(store):
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="png", bare=True)
    assert contents_of(request)["notices"]["conditions"] == list(CONDITIONS)


def test_a_sheet_says_that_a_change_of_its_scenario_was_left_out(sheets, store):
    never = replace(SUPPOSED.changes[0], to="never")
    half = replace(SUPPOSED, changes=(never, *SUPPOSED.changes[1:]))
    store.change("Half", replace(store.atlas, scenario=half))
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg")
    said = " ".join(re.findall(r">([^<]*)<", sheets.make(request).decode()))
    assert "1of2changesdoesnotfit" in "".join(said.split())


def test_a_sheet_is_of_the_fiscal_year(sheets, store):
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg")
    assert "FY2024-25" in facts_of(sheets.make(request).decode(), 1000.0).words()


def test_a_slide_says_it(sheets, store):
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="png")
    slide = slide_of(request, sheets.make(request))
    assert found_in(slide.year_note) == list(CONDITIONS)


def test_every_year_of_a_page_says_it(store):
    html = page_of(store.atlas, deriver(dataset())).decode()
    contents = json.loads(CONTENTS.findall(html)[0])
    years = contents["years"]
    assert years[2025 - contents["first"]]["label"] == "FY2024-25"
    for year in years:
        assert CONDITIONS[1] in contents["values"][year["notes"]]
    badges = " ".join(f"{badge['title']} {badge['words']}" for badge in contents["badges"])
    assert all(words in badges for words in ("As known on 1 Feb 2026", SUPPOSED.title, CONDITIONS[2]))


def test_without_conditions_nothing_is_said(sheets):
    plain = new_store(2025)
    request = SheetRequest(plain.frame, plain.atlas.view.bounds, SIZE, format="svg")
    svg = sheets.make(request).decode()
    assert found_in(" ".join(re.findall(r">([^<]*)<", svg))) == []


def test_the_map_of_a_sheet_carries_the_name_of_its_scenario(sheets, store):
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg")
    svg = sheets.make(request).decode()
    mark = svg[svg.index('id="watermark"') :]
    assert "Exports suspended: supposed, not fact" in " ".join(re.findall(r">([^<]*)<", mark)[:6])
    plain = SheetRequest(new_store(2025).frame, store.atlas.view.bounds, SIZE, format="svg")
    assert 'id="watermark"' not in sheets.make(plain).decode()


def test_each_of_two_maps_carries_the_name_of_its_own_scenario(sheets, store):
    plain = new_store(2025)
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg", other=plain.frame)
    svg = sheets.make(request).decode()
    assert svg.index('id="map-a"') < svg.index('id="map"') < svg.index('id="watermark"')
    assert 'id="watermark-a"' not in svg
    turned = sheets.make(replace(request, frame=plain.frame, other=store.frame)).decode()
    assert turned.index('id="map-a"') < turned.index('id="watermark-a"') < turned.index('id="map"')
    assert 'id="watermark"' not in turned


def test_a_long_name_of_a_scenario_stays_on_a_narrow_map(sheets, store):
    long = replace(SUPPOSED, title=" ".join(["WWWW"] * 12))
    store.change("Long", replace(store.atlas, scenario=long))
    request = SheetRequest(store.frame, store.atlas.view.bounds, SIZE, format="svg", other=store.frame)
    svg = sheets.make(request).decode()
    edge = re.search(r'id="map-edge"><rect width="([\d.]+)"', svg)
    mark = re.search(r'id="watermark"><rect x="([\d.]+)" y="12" width="([\d.]+)" height="([\d.]+)"', svg)
    assert edge
    assert mark
    left, width, height = map(float, mark.groups())
    assert left + width <= float(edge[1]) - left
    assert height > 38, "on two lines"
