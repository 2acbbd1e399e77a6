"""The layers stand in their canonical form, and any GIS opens them."""

from __future__ import annotations

import json
import random
from pathlib import Path

import geopandas
import pytest

from geodata.making import layers

FILES = sorted([*layers.LAYERS.glob("*.geojson"), *layers.LAYERS.glob("*.json")])
GEOMETRIES = {
    "plants.geojson": {"Point"},
    "other_sites.geojson": {"Point"},
    "proposed_mines.geojson": {"Point"},
    "trade_flows.geojson": {"LineString"},
    "volumes.geojson": set(),
    "agreements.geojson": set(),
    "policy_events.geojson": set(),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_layer_is_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert layers.canonical(path.name, json.loads(text)) == text


@pytest.mark.parametrize("path", [p for p in FILES if p.name != "catalog.json"], ids=lambda path: path.name)
def test_the_form_does_not_depend_on_the_order_of_entries_and_fields(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    entries = document["features"] if isinstance(document, dict) else document
    random.Random(7).shuffle(entries)
    if isinstance(document, dict):
        document = {"type": document["type"], "features": document["features"]}
    assert json.loads(layers.canonical(path.name, document)) == json.loads(text)
    assert layers.canonical(path.name, document).count("\n") == text.count("\n")


def test_rewriting_names_the_changed_file_and_nulls_go(tmp_path: Path) -> None:
    path = tmp_path / "conflicts.json"
    written = '[{"text": "t", "id": "conflict.b", "claims": null}, {"id": "conflict.a"}]'
    path.write_text(written, encoding="utf-8")
    assert layers.rewrite(tmp_path) == ["conflicts.json"]
    assert path.read_text(encoding="utf-8") == '[\n{"id":"conflict.a"},\n{"id":"conflict.b","text":"t"}\n]\n'
    assert layers.rewrite(tmp_path) == []
    assert [found.name for found in tmp_path.iterdir()] == ["conflicts.json"]


def test_a_file_that_is_no_layer_is_refused() -> None:
    with pytest.raises(ValueError, match=r"notes\.json: expected a layer"):
        layers.canonical("notes.json", [])


def test_the_order_names_every_field_that_is_used() -> None:
    used: dict[str, set[str]] = {"thing": set(), "claim": set()}
    for path in layers.LAYERS.glob("*.geojson"):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            used[feature["properties"]["record"]] |= feature["properties"].keys()
    assert used["thing"] <= set(layers.THING_FIELDS)
    assert used["claim"] == set(layers.CLAIM_FIELDS)


@pytest.mark.parametrize("name", GEOMETRIES)
def test_geopandas_opens_a_layer_as_it_is(name: str) -> None:
    path = layers.LAYERS / name
    frame = geopandas.read_file(path)
    assert len(frame) == len(json.loads(path.read_text(encoding="utf-8"))["features"])
    found = set(frame.geometry.dropna().geom_type) if "geometry" in frame else set()
    assert found == GEOMETRIES[name]
    assert frame["id"].is_unique
