"""What the check refuses: each rule once, on a copy of sound layers in which one thing is broken."""

import subprocess
import sys
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.checking.check import check
from geodata.checking.layer_files import LAYERS
from geodata.checking.problem import Problem

PLANTS, MINES, FLOWS = "plants.geojson", "proposed_mines.geojson", "trade_flows.geojson"
VOLUMES, AGREEMENTS, EVENTS = "volumes.geojson", "agreements.geojson", "policy_events.geojson"
CATALOG, SOURCES, CONFLICTS = "catalog.json", "sources.json", "conflicts.json"

ALUVA, FLOW, ANDHRA = "plant.aluva", "flow.in-jp.re", "mine.andhra"
CAPACITY, SHIPPED, RETOLD = "claim.aluva-capacity", "claim.in-jp-2024-report", "claim.in-jp-2024-retold"
TARGET, STATE, COMPUTED = "claim.nd-fy2026", "claim.in-jp-suspension", "claim.cn-in-magnets-fy2025"
MISSING, RANGE, RANK = "claim.in-jp-2012-missing", "claim.ndpr", "claim.reserves-rank"
LICENCES, REPORT, RETELLING = "event.cn-licensing-2025", "src.report-2025-06-13", "src.retelling-2025-06-14"
CONFLICT, QUESTION = "conflict.japan-1000-or-18", "flow.in-jp.re/trade_mass/re/2024"

A_TEXT = "a text of one line, up to 2,000 characters"
UNITS = "one of t, Mt, kg, t/y, Mt/y, kg/y, percent, rank, ha, sites, makers, INR crore, USD million"
AGREEMENT_STATES = "one of proposed, memorandum, in_force, suspension_requested, suspended, ended, unknown"
SUBSTANCES = (
    "one of reo, re_product, re_minerals, re_chloride, nd, nd_oxide, ndpr_oxide, re_magnets, metal_magnets, "
    "monazite, heavy_minerals, ore"
)
LAYER_NAMES = (
    "one of plants.geojson, other_sites.geojson, proposed_mines.geojson, trade_flows.geojson, "
    "volumes.geojson, agreements.geojson, policy_events.geojson"
)
ANY_WORD = (
    f"{AGREEMENT_STATES}, reserved, prior_approval, letter_of_intent, clearances_applied, hearing, "
    "hearing_cancelled, granted, operating, dropped, mining, separation, monazite_processing, refining, "
    "magnets, research, park, port"
)
GONE = "(taken away)"


def point(*position):
    return {"type": "Point", "coordinates": list(position)}


def line(*positions):
    return {"type": "LineString", "coordinates": [list(position) for position in positions]}


TYPES_AND_WORDS = [
    (PLANTS, CAPACITY, {"colour": "red"}, "colour", "no field of this name", '"red"'),
    (PLANTS, CAPACITY, {"named": "stated"}, "named", "no field of this name", '"stated"'),
    (PLANTS, CAPACITY, {"value": "5500"}, "value", "a number", '"5500"'),
    (PLANTS, CAPACITY, {"value": True}, "value", "a number", "true"),
    (PLANTS, CAPACITY, {"value": [5500]}, "value", "a number", "[5500]"),
    (PLANTS, CAPACITY, {"value": 1e16}, "value", "a number", "1e+16"),
    (PLANTS, CAPACITY, {"unit": "tonnes"}, "unit", UNITS, '"tonnes"'),
    (PLANTS, CAPACITY, {"start": "2015-3-12"}, "start", "a day as YYYY-MM-DD", '"2015-3-12"'),
    (PLANTS, CAPACITY, {"start": "20150312"}, "start", "a day as YYYY-MM-DD", '"20150312"'),
    (PLANTS, CAPACITY, {"start": "2015-02-30"}, "start", "a day as YYYY-MM-DD", '"2015-02-30"'),
    (PLANTS, CAPACITY, {"confidence": "sure"}, "confidence", "one of stated, reported, indicative", '"sure"'),
    (PLANTS, CAPACITY, {"rank": "best"}, "rank", "one of preferred, normal, deprecated", '"best"'),
    (PLANTS, CAPACITY, {"made": "guessed"}, "made", "one of stated, computed", '"guessed"'),
    (FLOWS, SHIPPED, {"year": 2024.0}, "year", "a year, as a whole number", "2024.0"),
    (FLOWS, SHIPPED, {"bound": "over"}, "bound", "one of exact, about, at_least, at_most, range", '"over"'),
    (PLANTS, ALUVA, {"precision_m": "2000"}, "precision_m", "a number", '"2000"'),
    (PLANTS, ALUVA, {"precision_m": 0}, "precision_m", "more than zero metres", "0"),
    (PLANTS, ALUVA, {"kind": "site"}, "kind", "plant", '"site"'),
    (PLANTS, ALUVA, {"record": "thong"}, "record", "thing", '"thong"'),
    (PLANTS, CAPACITY, {"record": "thing"}, "record", "claim", '"thing"'),
    (PLANTS, ALUVA, {"name": None}, "name", A_TEXT, "nothing"),
    (PLANTS, ALUVA, {"name": " "}, "name", A_TEXT, '" "'),
    (PLANTS, ALUVA, {"name": "two\nlines"}, "name", A_TEXT, r'"two\nlines"'),
    (PLANTS, ALUVA, {"name": "\u202eavulA"}, "name", A_TEXT, r'"\u202eavulA"'),
    (PLANTS, ALUVA, {"name": "x" * 2001}, "name", A_TEXT, f'"{"x" * 60}" and 1941 characters more'),
    (PLANTS, ALUVA, {"name": {"en": "Aluva"}}, "name", A_TEXT, '{"en": "Aluva"}'),
    (PLANTS, ALUVA, {"aliases": "RED; RED"}, "aliases", "names, each once, joined by '; '", '"RED; RED"'),
    (PLANTS, ALUVA, {"country": "IND"}, "country", "an ISO 3166-1 code of two letters", '"IND"'),
    (PLANTS, ALUVA, {"region": "Kerala"}, "region", "an ISO 3166-2 code such as IN-KL", '"Kerala"'),
    (PLANTS, ALUVA, {"region": "JP-23"}, "region", "a region of IN", '"JP-23"'),
    (FLOWS, FLOW, {"hs": "28"}, "hs", "HS codes such as 8505.11, each once, joined by '; '", '"28"'),
    (MINES, ANDHRA, {"named": GONE}, "named", "one of stated, inferred, guess, none", "nothing"),
    (PLANTS, CAPACITY, {"id": "claim.Aluva"}, "id", "an id such as claim.slug", '"claim.Aluva"'),
    (SOURCES, RETELLING, {"address": "example.org"}, "address",
     "an address that begins with https:// or http://",
     '"example.org"'),
    (SOURCES, RETELLING, {"address": "javascript:alert(1)"}, "address",
     "an address that begins with https:// or http://", '"javascript:alert(1)"'),
    (SOURCES, RETELLING, {"publisher": GONE}, "publisher", A_TEXT, "nothing"),
    (SOURCES, RETELLING, {"reliability": "good"}, "reliability",
     "one of official, company, agency, press, retelling, dataset, own_search", '"good"'),
    (SOURCES, RETELLING, {"pages": 3}, "pages", "no field of this name", "3"),
    (CONFLICTS, CONFLICT, {"title": GONE}, "title", A_TEXT, "nothing"),
    (CATALOG, "plants", {"on": "yes"}, "on", "true or false", '"yes"'),
    (CATALOG, "plants", {"style": "star"}, "style",
     "one of plant, mine, site, export, import, relation, promise, none", '"star"'),
]  # fmt: skip

WHAT_MUST_BE_THERE = [
    (PLANTS, CAPACITY, {"source": GONE}, "source", "an id such as src.slug", "nothing"),
    (PLANTS, CAPACITY, {"question": GONE}, "question", "a slug such as plant.aluva/start", "nothing"),
    (PLANTS, CAPACITY, {"period": GONE}, "period", A_TEXT, "nothing"),
    (PLANTS, CAPACITY, {"status": GONE}, "status",
     "one of actual, provisional, estimate, forecast, target, plan, missing", "nothing"),
    (PLANTS, CAPACITY, {"locator": None}, "locator", A_TEXT, "nothing"),
    (PLANTS, CAPACITY, {"value": GONE}, "value", "a number, or the status missing", "nothing"),
    (PLANTS, CAPACITY, {"unit": GONE}, "unit", "a unit", "nothing"),
    (PLANTS, CAPACITY, {"bound": None}, "bound", "a bound", "nothing"),
    (PLANTS, CAPACITY, {"substance": GONE}, "substance", "a substance, for it is a mass", "nothing"),
    (PLANTS, CAPACITY, {"substance_basis": GONE}, "substance_basis", "stated or inferred", "nothing"),
    (PLANTS, CAPACITY, {"known_on": GONE}, "known_on", "the day its source made it public", "nothing"),
    (PLANTS, ALUVA, {"operator": GONE}, "operator", "an id such as actor.slug", "nothing"),
    (PLANTS, ALUVA, {"precision_m": GONE}, "precision_m", "the radius of uncertainty in metres", "nothing"),
    (PLANTS, ALUVA, {"date_precision": GONE}, "date_precision", "day, month or year", "nothing"),
    (FLOWS, FLOW, {"to_place": GONE}, "to_place", "a field that says what the line's ends stand for",
     "nothing"),
    (FLOWS, FLOW, {"substance": GONE}, "substance",
     SUBSTANCES, "nothing"),
    (AGREEMENTS, "agreement.in-jp-2012", {"parties": GONE}, "parties",
     "ids of actors, each once, joined by '; '", "nothing"),
]  # fmt: skip

AMOUNTS_AND_WORDS = [
    (PLANTS, CAPACITY, {"unit": "t"}, "unit", "t/y or Mt/y or kg/y for capacity", '"t"'),
    (PLANTS, CAPACITY, {"value": -1}, "value", "zero or more", "-1"),
    (PLANTS, CAPACITY, {"value_max": 6000}, "value_max", "nothing, for the bound is no range", "6000"),
    (VOLUMES, RANGE, {"value_max": GONE}, "value_max", "the upper end of the range", "nothing"),
    (VOLUMES, RANGE, {"value_max": 400}, "value_max", "more than the value 400", "400"),
    (VOLUMES, RANK, {"value": 2.5}, "value", "an exact whole rank", "exact 2.5"),
    (VOLUMES, RANK, {"bound": "about"}, "value", "an exact whole rank", "about 3"),
    (VOLUMES, "claim.refining-share", {"value": 101}, "value", "100 percent at most", "101"),
    (VOLUMES, RANK, {"substance_basis": "stated"}, "substance_basis", "nothing without a substance",
     '"stated"'),
    (FLOWS, MISSING, {"value": 0}, "value", "nothing, for what was not found has no figure", "0"),
    (AGREEMENTS, STATE, {"value": 1}, "value", "nothing, for what is a state has no figure", "1"),
    (AGREEMENTS, STATE, {"substance": "reo"}, "substance", "nothing for state", '"reo"'),
    (AGREEMENTS, STATE, {"word": "granted"}, "word", AGREEMENT_STATES, '"granted"'),
    (AGREEMENTS, STATE, {"word": "paused"}, "word", ANY_WORD, '"paused"'),
    (AGREEMENTS, STATE, {"word": GONE}, "word", AGREEMENT_STATES, "nothing"),
    (AGREEMENTS, STATE, {"status": "missing"}, "word", "nothing, for what was not found has no word",
     '"suspension_requested"'),
    (PLANTS, CAPACITY, {"word": "mining"}, "word", "nothing for capacity", '"mining"'),
    (PLANTS, "claim.aluva-refines", {"measure": "state", "known_on": "2025-06-13"}, "measure",
     "no state for a plant", "state"),
    (FLOWS, COMPUTED, {"computed_from": GONE}, "computed_from", "the claims it is computed from", "nothing"),
    (FLOWS, COMPUTED, {"formula": GONE}, "formula", "how it is computed", "nothing"),
    (FLOWS, COMPUTED, {"confidence": "reported"}, "confidence", "indicative, for it is computed",
     '"reported"'),
    (PLANTS, CAPACITY, {"formula": "11 × 500"}, "formula", "nothing, for the source states it", '"11 × 500"'),
]  # fmt: skip

PERIODS = [
    (FLOWS, SHIPPED, {"year": 2023}, "year", "2024, the year of its last day", "2023"),
    (FLOWS, SHIPPED, {"year": GONE}, "year", "2024, the year of its last day", "nothing"),
    (FLOWS, SHIPPED, {"start": "2024-02-01"}, "start", "2024-01-01, as the period 2024 says", '"2024-02-01"'),
    (FLOWS, SHIPPED, {"end": "2024-12-31"}, "end", "2025-01-01, as the period 2024 says", '"2024-12-31"'),
    (FLOWS, SHIPPED, {"end": GONE}, "end", "2025-01-01, as the period 2024 says", "nothing"),
    (FLOWS, SHIPPED, {"period_type": "fiscal"}, "period", "a key of a fiscal period", '"2024"'),
    (FLOWS, COMPUTED, {"period": "FY25"}, "period", "a key of a fiscal period", '"FY25"'),
    (PLANTS, CAPACITY, {"start": "2016-01-01"}, "start", "a day from 2015-01-01, before 2016-01-01",
     '"2016-01-01"'),
    (PLANTS, CAPACITY, {"start": GONE}, "start", "a day from 2015-01-01, before 2016-01-01", "nothing"),
    (PLANTS, CAPACITY, {"year": 2015}, "year", "nothing, for it is open", "2015"),
    (PLANTS, CAPACITY, {"end": "2015-01-01", "year": 2014}, "end", "a day after 2015-03-12, or nothing",
     "2015-01-01"),
    (VOLUMES, TARGET, {"start": "2025-03-31"}, "start", "a day of FY2026, from 2025-04-01 to 2026-04-01",
     "2025-03-31"),
    (AGREEMENTS, STATE, {"end": "2025-07-02"}, "end", "a day of June 2025, from 2025-06-01 to 2025-07-01",
     "2025-07-02"),
    (AGREEMENTS, STATE, {"start": "2025-06-13", "end": "2025-06-13"}, "end",
     "a day after the start 2025-06-13",
     "2025-06-13"),
]  # fmt: skip

QUESTIONS = [
    (FLOWS, SHIPPED, {"rank": "normal"}, "rank", f"one preferred among the rivals for {QUESTION}",
     f"none among {SHIPPED}, {RETOLD}"),
    (FLOWS, RETOLD, {"rank": "preferred", "rank_reason": "Later."}, "rank",
     f"one preferred claim for {QUESTION}, which is {SHIPPED}", "preferred"),
    (FLOWS, SHIPPED, {"rank_reason": GONE}, "rank_reason",
     f"why it is preferred among the rivals for {QUESTION}",
     "nothing"),
    (FLOWS, RETOLD, {"question": "another"}, "question",
     f"{QUESTION}, as {SHIPPED} of equal subject, measure, substance and period has", "another"),
    (EVENTS, "claim.cn-licensing-start-retold", {"rank_reason": GONE}, "rank_reason", "why it is deprecated",
     "nothing"),
]  # fmt: skip

LINKS = [
    (PLANTS, CAPACITY, {"subject": "plant.nowhere"}, "subject", "an id that stands in plants.geojson",
     '"plant.nowhere"'),
    (PLANTS, CAPACITY, {"subject": "agreement.in-jp-2012"}, "subject", "a thing of plants.geojson",
     '"agreement.in-jp-2012" of agreements.geojson'),
    (PLANTS, CAPACITY, {"source": "src.nowhere"}, "source", "an id that stands in sources.json",
     '"src.nowhere"'),
    (FLOWS, SHIPPED, {"agreement": "agreement.nowhere"}, "agreement",
     "an id that stands in agreements.geojson",
     '"agreement.nowhere"'),
    (FLOWS, COMPUTED, {"computed_from": "claim.nowhere"}, "computed_from",
     "an id that stands in one of the layers",
     '"claim.nowhere"'),
    (FLOWS, COMPUTED, {"computed_from": COMPUTED}, "computed_from", "ids that do not lead back to itself",
     f'"{COMPUTED}"'),
    (PLANTS, ALUVA, {"operator": "actor.nobody"}, "operator", "an id that stands in volumes.geojson",
     '"actor.nobody"'),
    (EVENTS, LICENCES, {"about": "flow.cn-in.magnets; flow.nowhere"}, "about",
     "an id that stands in trade_flows.geojson", '"flow.nowhere"'),
    (EVENTS, LICENCES, {"about": LICENCES}, "about", "ids that do not lead back to itself", f'"{LICENCES}"'),
    (SOURCES, RETELLING, {"retells": "src.nowhere"}, "retells", "an id that stands in sources.json",
     '"src.nowhere"'),
    (SOURCES, RETELLING, {"retells": RETELLING}, "retells", "ids that do not lead back to itself",
     f'"{RETELLING}"'),
    (FLOWS, SHIPPED, {"conflict": GONE}, "conflict", f'"{CONFLICT}", which lists it', "nothing"),
    (FLOWS, RETOLD, {"conflict": CONFLICT}, "conflict", "a conflict that lists it", f'"{CONFLICT}"'),
    (FLOWS, SHIPPED, {"conflict": "conflict.nowhere"}, "conflict", "an id that stands in conflicts.json",
     '"conflict.nowhere"'),
    (CONFLICTS, CONFLICT, {"claims": [SHIPPED]}, "claims", "an array of two or more claim ids, each once",
     f'["{SHIPPED}"]'),
    (CONFLICTS, CONFLICT, {"claims": [SHIPPED, "claim.in-world-minerals", "claim.nowhere"]}, "claims",
     "an id that stands in one of the layers", '"claim.nowhere"'),
    (CATALOG, "plants", {"file": "towns.geojson"}, "file",
     LAYER_NAMES, '"towns.geojson"'),
    (CATALOG, "plants", {"where": {"kind": "mine"}}, "where",
     "what at least one thing of plants.geojson meets",
     "what none meets"),
    (CATALOG, "plants", {"where": {"colour": "red"}}, "where", "fields that a thing has, not colour",
     '{"colour": "red"}'),
    (CATALOG, "plants", {"where": {}}, "where", "an object of fields of a thing and their values", "{}"),
    (CATALOG, "plants", {"where": {"kind": "town"}}, "where",
     "kind to be one of plant, site, mine, flow, actor, agreement, event", '{"kind": "town"}'),
    (CATALOG, "plants", {"group": "Towns"}, "group", "one of IREL, Trade", '"Towns"'),
    (CATALOG, "mines", {"id": "plants"}, "id", "an id of its own",
     '"plants", which catalog.json has already'),
]  # fmt: skip

DAYS = [
    (FLOWS, SHIPPED, {"known_on": "2025-06-12"}, "known_on",
     f"2025-06-13 or later, when {REPORT} was published",
     "2025-06-12"),
    (FLOWS, SHIPPED, {"known_on": "2026-11-21"}, "known_on", "2026-11-20 or earlier, the data's day",
     "2026-11-21"),
    (SOURCES, "src.encyclopaedia", {"read_on": "2026-11-21"}, "read_on",
     "2026-11-20 or earlier, the data's day",
     "2026-11-21"),
    (VOLUMES, RANK, {"period": "2027", "start": "2027-01-01", "end": "2028-01-01", "year": 2027}, "status",
     "forecast, target or plan, for it begins after the data's day 2026-11-20", '"actual"'),
    (PLANTS, "claim.aluva-start", {"source": REPORT, "confidence": "stated"}, "confidence",
     "reported or indicative, unless a primary text was read",
     "stated, beside a source of the reliability agency"),
    (PLANTS, ALUVA, {"start": "1953-01-01"}, "start", "1952-01-01, as claim.aluva-start says",
     '"1953-01-01"'),
    (PLANTS, ALUVA, {"date_precision": "day"}, "date_precision", "year, as claim.aluva-start says", '"day"'),
    (MINES, ANDHRA, {"date_precision": "year"}, "date_precision", "nothing without a start or end", '"year"'),
    (MINES, ANDHRA, {"start": "2025-01-01", "date_precision": "year"}, "start",
     "nothing, for no claim tells its start",
     '"2025-01-01"'),
    (MINES, "mine.killiyoor", {"start": "2021-06-12"}, "start",
     "2021-06-11, as claim.killiyoor-reserved says",
     '"2021-06-12"'),
    (AGREEMENTS, "agreement.in-jp-2012", {"start": "2012-01-01"}, "start",
     "2012-11-16, as claim.in-jp-start says",
     '"2012-01-01"'),
    (EVENTS, LICENCES, {"end": "2025-12-31"}, "end", "2026-01-01, as claim.cn-licensing-end says",
     '"2025-12-31"'),
]  # fmt: skip

GEOMETRIES = [
    (PLANTS, ALUVA, {"geometry": None}, "geometry", "a Point", "null"),
    (PLANTS, ALUVA, {"geometry": GONE}, "geometry", "a geometry or null", "no such member"),
    (PLANTS, ALUVA, {"geometry": {"type": "Polygon", "coordinates": []}}, "geometry",
     "a Point, a LineString of two positions, or null", '"Polygon"'),
    (PLANTS, ALUVA, {"geometry": point(76.12345678, 10.07)}, "geometry", "7 decimals at most",
     "[76.12345678, 10.07]"),
    (PLANTS, ALUVA, {"geometry": point("76.31", 10.07)}, "geometry",
     "a position of longitude and latitude, two numbers", '["76.31", 10.07]'),
    (PLANTS, ALUVA, {"geometry": point(76.31, 10.07, 5)}, "geometry",
     "a position of longitude and latitude, two numbers", "[76.31, 10.07, 5]"),
    (PLANTS, ALUVA, {"geometry": point(7631, 1007)}, "geometry",
     "a longitude from -180 to 180 and a latitude from -90 to 90", "[7631, 1007]"),
    (MINES, ANDHRA, {"geometry": point(83, 17.7)}, "geometry", "null, for only its state is known",
     "a Point"),
    (MINES, ANDHRA, {"place_basis": "town"}, "geometry", "a Point", "null"),
    (FLOWS, "flow.world-in.magnets", {"geometry": point(72.8, 19)}, "geometry",
     "a LineString from one end to the other, or null", "a Point"),
    (FLOWS, "flow.world-in.magnets", {"geometry": line((72.8, 19), (72.9, 19), (73, 19))}, "geometry",
     "2 positions", "a list"),
    (VOLUMES, "actor.irel", {"geometry": point(77, 20)}, "geometry",
     "null, for only plants, sites, mines and flows have a place", "a Point"),
    (FLOWS, SHIPPED, {"geometry": line((83.3, 17.6833), (136.8667, 35.0668))}, "geometry",
     f"the line of {FLOW}",
     "another line"),
    (FLOWS, SHIPPED, {"geometry": None}, "geometry", f"the line of {FLOW}", "null"),
    (PLANTS, CAPACITY, {"geometry": point(76.31, 10.07)}, "geometry", "null", "a Point"),
    (PLANTS, ALUVA, {"feature_id": "plant.aluva"}, "id", "the id among the properties only", '"plant.aluva"'),
    (PLANTS, ALUVA, {"type": "feature"}, "type", '"Feature"', '"feature"'),
    (PLANTS, "", {"crs": {"type": "name"}}, "crs", "no crs, for GeoJSON is in longitude and latitude, WGS84",
     '{"type": "name"}'),
]  # fmt: skip

ALL = [
    *TYPES_AND_WORDS, *WHAT_MUST_BE_THERE, *AMOUNTS_AND_WORDS, *PERIODS, *QUESTIONS, *LINKS, *DAYS,
    *GEOMETRIES,
]  # fmt: skip


def shorten(case):
    _file, name, changes, *_rest = case
    return f"{name} {changes}"[:70]


@pytest.mark.parametrize("case", ALL, ids=shorten)
def test_one_broken_field_is_one_problem_with_its_place(small, gone, case):
    file, name, changes, field, expected, got = case
    small.edit(file, name, **{key: gone if value == GONE else value for key, value in changes.items()})
    named = changes.get("id", name) if expected != "an id of its own" else changes["id"]
    assert small.problems() == [Problem(file, named, field, expected, got)]


def test_the_cases_touch_every_rule():
    fields = {field for *_start, field, _expected, _got in ALL}
    assert fields >= {
        "subject",
        "source",
        "question",
        "period",
        "status",
        "unit",
        "substance",
        "year",
        "rank",
        "retells",
    }
    assert len({(case[3], case[4]) for case in ALL}) > 100


@pytest.mark.parametrize(
    ("feature", "got"),
    [(5, "5"), ([], "[]"), (None, "nothing"), ({"type": "Feature", "geometry": None}, "one without")],
    ids=str,
)
def test_what_is_no_feature_is_told_by_its_place(small, feature, got):
    document = small.load(PLANTS)
    document["features"].append(feature)
    small.save(PLANTS, document)
    assert small.problems() == [Problem(PLANTS, "feature 5", "", "a feature with properties", got)]


def test_a_feature_without_an_id_is_told_by_its_place(small, gone):
    small.edit("other_sites.geojson", "site.bhopal", id=gone)
    expected = Problem("other_sites.geojson", "feature 1", "id", "an id such as site.slug", "nothing")
    assert small.problems() == [expected]


def test_a_subject_is_required(small, gone):
    small.edit(PLANTS, CAPACITY, subject=gone)
    (problem,) = small.problems()
    assert (problem.feature, problem.field, problem.got) == (CAPACITY, "subject", "nothing")
    assert problem.expected.startswith("an id such as plant.slug or site.slug")


def test_every_problem_of_every_file_is_reported_in_the_order_of_the_files(small):
    small.edit(SOURCES, RETELLING, reliability="good")
    small.edit(FLOWS, SHIPPED, value="1000", year=2023, colour="red")
    small.edit(PLANTS, ALUVA, region="Kerala")
    assert [(problem.file, problem.feature, problem.field) for problem in small.problems()] == [
        (PLANTS, ALUVA, "region"),
        (FLOWS, SHIPPED, "colour"),
        (FLOWS, SHIPPED, "value"),
        (FLOWS, SHIPPED, "year"),
        (SOURCES, RETELLING, "reliability"),
    ]


def test_an_id_stands_once_over_all_files(small):
    small.add(PLANTS, CAPACITY, id="claim.killiyoor-reserved", question="another", start="2015-03-13")
    (problem,) = small.problems()
    assert problem.field == "id"
    assert problem.file in (PLANTS, MINES)
    assert problem.got in (
        f'"claim.killiyoor-reserved", which {file} has already' for file in (PLANTS, MINES)
    )


def test_circles_of_several_are_told_at_each_of_them(small):
    small.edit(SOURCES, REPORT, retells=RETELLING)
    expected = "ids that do not lead back to itself"
    assert small.problems() == [
        Problem(SOURCES, REPORT, "retells", expected, f'"{RETELLING}"'),
        Problem(SOURCES, RETELLING, "retells", expected, f'"{REPORT}"'),
    ]


def test_flows_that_contain_each_other_are_refused(small):
    small.edit(FLOWS, "flow.world-in.magnets", part_of="flow.cn-in.magnets")
    assert [(problem.feature, problem.field) for problem in small.problems()] == [
        ("flow.cn-in.magnets", "part_of"),
        ("flow.world-in.magnets", "part_of"),
    ]


def test_a_thing_does_not_end_before_it_starts(small):
    ended = {"start": "2024-01-01", "end": "2025-01-01", "period": "2024", "year": 2024}
    small.edit(EVENTS, "claim.cn-licensing-end", **ended)
    small.edit(EVENTS, LICENCES, end="2025-01-01")
    expected = "a day after the start 2025-04-04"
    assert small.problems() == [Problem(EVENTS, LICENCES, "end", expected, '"2025-01-01"')]


def test_a_claim_never_comes_before_its_source_but_may_be_known_on_its_day(small):
    small.edit(FLOWS, SHIPPED, known_on="2025-06-13")
    assert small.problems() == []


def test_claims_that_can_all_be_true_need_no_preferred_one(small, gone):
    small.edit(FLOWS, RETOLD, value=1144)
    small.edit(FLOWS, SHIPPED, rank="normal", rank_reason=gone)
    assert small.problems() == []


def test_of_claims_that_agree_only_one_may_be_preferred(small):
    small.edit(FLOWS, RETOLD, value=1144, rank="preferred")
    (problem,) = small.problems()
    assert (problem.feature, problem.field, problem.got) == (RETOLD, "rank", "preferred")


@pytest.mark.parametrize(
    "changes",
    [
        {"substance": "reo"},
        {"period": "H1 2024", "period_type": "part", "end": "2024-07-01"},
        {"measure": "output"},
        {"unit": "t/y"},
    ],
    ids=str,
)
def test_claims_of_one_question_that_differ_in_what_they_count_are_rivals(small, gone, changes):
    small.edit(FLOWS, RETOLD, value=1144, **changes)
    if changes.get("measure") == "output":
        small.edit(FLOWS, RETOLD, geometry=None)
    small.edit(FLOWS, SHIPPED, rank="normal", rank_reason=gone)
    (problem,) = small.problems()
    assert (problem.field, problem.expected) == ("rank", f"one preferred among the rivals for {QUESTION}")


def test_dates_of_which_one_lies_in_the_other_agree(small):
    small.edit(
        AGREEMENTS, "claim.in-jp-start-year", period="2013", start="2013-01-01", end="2014-01-01", year=2013
    )
    expected = "one preferred among the rivals for agreement.in-jp-2012/start"
    got = "none among claim.in-jp-start, claim.in-jp-start-year"
    assert small.problems() == [Problem(AGREEMENTS, "claim.in-jp-start", "rank", expected, got)]


def test_roles_are_never_rivals(small):
    small.add(
        PLANTS,
        "claim.aluva-refines",
        id="claim.aluva-separates",
        word="separation",
        question="plant.aluva/role/refining",
    )
    assert small.problems() == []


def test_what_was_not_found_is_no_rival(small):
    small.add(
        FLOWS,
        SHIPPED,
        id="claim.in-jp-2012-found",
        question="flow.in-jp.re/trade_mass/re/2012",
        rank="normal",
    )
    small.edit(
        FLOWS,
        "claim.in-jp-2012-found",
        period="2012",
        start="2012-01-01",
        end="2013-01-01",
        year=2012,
        conflict=None,
    )
    assert small.problems() == []


def test_what_is_computed_is_not_preferred_over_what_is_stated(small):
    small.edit(
        FLOWS,
        SHIPPED,
        made="computed",
        computed_from=RETOLD,
        formula="a guess",
        confidence="indicative",
    )
    expected = f"a stated claim preferred, such as {RETOLD}"
    assert small.problems() == [Problem(FLOWS, SHIPPED, "rank", expected, "preferred, though computed")]


def test_a_conflict_stands_between_different_questions(small):
    small.edit(CONFLICTS, CONFLICT, claims=[SHIPPED, RETOLD])
    small.edit(FLOWS, RETOLD, conflict=CONFLICT)
    small.edit(FLOWS, "claim.in-world-minerals", conflict=None)
    expected, got = "claims of different questions", f"all of {QUESTION}"
    assert small.problems() == [Problem(CONFLICTS, CONFLICT, "claims", expected, got)]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("data_date", "2026", "a day as YYYY-MM-DD"),
        ("clock", {"start": 2030, "end": 2020, "open": 2025}, "an object of the years start, open and end"),
        ("clock", {"start": 1950, "end": 2035}, "an object of the years start, open and end"),
        ("clock", 1950, "an object of the years start, open and end"),
        ("groups", "IREL", "an array that is not empty"),
        ("groups", ["IREL", 5, "Trade"], "an array of texts"),
        ("rows", [], "an array that is not empty"),
        ("rows", {}, "an array that is not empty"),
        ("tables", 5, "no field of this name"),
    ],
)
def test_the_catalogue_itself_is_checked(small, field, value, expected):
    small.save(CATALOG, small.load(CATALOG) | {field: value})
    (problem,) = small.problems()
    assert (problem.file, problem.feature, problem.field) == (CATALOG, "", field)
    assert problem.expected.startswith(expected)


def test_a_headline_tells_a_series_that_some_claim_has(small):
    catalog = small.load(CATALOG)
    catalog["headlines"][0]["series"] = "flow.in-jp.re/trade_mass/ore"
    small.save(CATALOG, catalog)
    expected = "subject, measure and substance of some claim"
    assert small.problems() == [
        Problem(CATALOG, "headline 1", "series", expected, '"flow.in-jp.re/trade_mass/ore"')
    ]


def test_what_stands_in_an_unreadable_file_is_not_missed(small):
    (small.path / SOURCES).write_text("[", encoding="utf-8")
    assert [problem.file for problem in small.problems()] == [SOURCES]


def test_the_small_layers_and_the_shipped_ones_have_no_problem(small):
    assert small.problems() == []
    assert [str(problem) for problem in check(LAYERS)] == []


def test_the_program_says_in_one_line_how_much_there_is(small, capsys):
    assert main(["--data", str(small.path)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["12 things, 20 claims, 6 sources from 4 origins; data of 2026-11-20."]


def test_the_program_prints_each_problem_and_fails(small, capsys):
    small.edit(PLANTS, ALUVA, region="Kerala", colour="red")
    assert main(["--data", str(small.path)]) == 1
    *problems, count = capsys.readouterr().out.splitlines()
    assert problems == [
        'plants.geojson, plant.aluva, colour: expected no field of this name, got "red".',
        'plants.geojson, plant.aluva, region: expected an ISO 3166-2 code such as IN-KL, got "Kerala".',
    ]
    assert count == f"2 problems in {small.path}."


def test_the_check_runs_as_a_module(small):
    root = Path(__file__).parents[2]
    small.edit(PLANTS, ALUVA, region="Kerala")
    ran = subprocess.run(
        [sys.executable, "-m", "geodata", "--data", small.path],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stdout.startswith("plants.geojson, plant.aluva, region: expected")
    assert ran.stderr == ""


def test_who_reads_only_the_beginning_is_not_told_of_broken_pipes():
    with subprocess.Popen(
        [sys.executable, "-m", "geodata"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
