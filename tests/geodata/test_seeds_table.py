"""The table of what the three first articles say: complete, and true to the claims that it names."""

from __future__ import annotations

import json

import pytest

from geodata.making.layers import LAYERS

SOURCES = {"S0": "src.explainer-2025-06", "S1": "src.sangri-2025-06-14", "S2": "src.techpress-2025-06"}
TABLE = json.loads((LAYERS / "seeds.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def claims() -> dict[str, dict]:
    """Give the properties of every claim of every layer by id."""
    features = [
        feature["properties"]
        for path in LAYERS.glob("*.geojson")
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
    ]
    return {fields["id"]: fields for fields in features if fields["record"] == "claim"}


def test_all_forty_two_statements_stand_in_the_table_once() -> None:
    assert [entry["number"] for entry in TABLE] == list(range(1, 43))


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: f"{entry['number']}")
def test_a_statement_is_a_claim_or_says_why_it_stands_nowhere(entry: dict) -> None:
    assert bool(entry.get("claims")) != bool(entry.get("reason"))
    assert entry["substance"]
    assert entry["seed"] in SOURCES


@pytest.mark.parametrize("entry", [e for e in TABLE if "claims" in e], ids=lambda entry: f"{entry['number']}")
def test_its_claims_cite_that_article_and_paragraph(entry: dict, claims: dict[str, dict]) -> None:
    assert set(entry["claims"]) <= claims.keys()
    named = [claims[name] for name in entry["claims"]]
    assert {claim["source"] for claim in named} == {SOURCES[entry["seed"]]}
    assert {claim["locator"] for claim in named} == set(entry["locator"].split("; "))


def test_every_claim_of_the_articles_stands_in_the_table(claims: dict[str, dict]) -> None:
    told = {name for entry in TABLE for name in entry.get("claims", [])}
    ours = {
        name
        for name, claim in claims.items()
        if claim["source"] in SOURCES.values() and claim["made"] == "stated"
    }
    # Beyond the 42: the same article telling the request as done, and what Toyotsu does with IREL's supply.
    beyond = {
        "claim.in-jp-halted-explainer",
        "claim.in-jp-suspension-sangri",
        "claim.in-jp-suspension-techpress",
        "claim.toyotsu-role-techpress",
    }
    assert ours - told == beyond


def test_the_three_articles_retell_one_report() -> None:
    table = json.loads((LAYERS / "sources.json").read_text(encoding="utf-8"))
    sources = {source["id"]: source for source in table}
    assert {sources[name].get("retells") for name in SOURCES.values()} == {"src.reuters-2025-06-13"}
