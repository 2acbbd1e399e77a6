"""The document: built by folium, the same each time, kept, and without a word to the outside."""

import json
import os
import re
import subprocess
import sys

import pytest

from desktop.web import kept
from desktop.web.document import MODULES, build_document
from desktop.web.kept import SHIPPED, document, document_key, kept_document
from resources import files

OUTSIDE = re.compile(r"""(?:src|href|url\()\s*=?\s*["']?\s*(?:https?:)?//""")


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    """Where nothing is shipped and nothing was kept yet."""
    monkeypatch.setattr(kept, "user_cache_path", lambda _name: tmp_path / "cache")
    monkeypatch.setattr(kept, "SHIPPED", tmp_path / "document.json")
    return tmp_path / "cache"


def test_the_shipped_document_is_the_one_that_folium_builds():
    shipped = json.loads(SHIPPED.read_bytes())
    due = "the document has changed: .venv/bin/python .ci/ship_document.py writes it anew"
    assert (shipped["key"], shipped["html"]) == (document_key(), build_document()), due


def test_a_first_start_builds_nothing(tmp_path):
    code = (
        "import sys; from desktop.web.kept import document; print(len(document()), 'folium' in sys.modules)"
    )
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=home)
    assert told.stdout.split() == [str(len(build_document())), "False"]
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.usefixtures("empty_cache")
def test_the_kept_document_is_the_one_that_folium_builds():
    fresh = build_document()
    assert document() == fresh
    assert kept_document(document_key()).exists()
    assert document() == fresh
    assert build_document() == fresh


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.parametrize("content", ["", "{", "[]", '{"html": "<p>", "sha256": "0"}', "x" * 300_000])
def test_a_broken_cache_is_made_anew(content):
    path = kept_document(document_key())
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert document() == build_document()
    assert document() == build_document()


@pytest.mark.usefixtures("empty_cache")
def test_the_document_of_other_versions_is_not_taken():
    kept.keep(kept.SHIPPED, "other versions", "<p>old</p>")
    assert document() == build_document()


def test_without_a_place_for_it_the_document_is_built(empty_cache):
    empty_cache.write_text("a file where a folder should be")
    assert document() == build_document()


def test_the_document_names_no_outside_address():
    html = build_document()
    assert "atlas://map/" in html
    assert not OUTSIDE.findall(html)


def test_the_policy_comes_before_everything_it_governs():
    html = build_document()
    head = html.index("<head>") + len("<head>")
    assert html[head:].lstrip().startswith('<meta http-equiv="Content-Security-Policy"')
    assert "unsafe" not in html


def imported(module: str, found: set[str]) -> set[str]:
    """Follow the imports of a module of the page."""
    text = files.read(f"web/{module}.js").decode()
    for name in re.findall(r"from '\./(\w+)\.js'", text):
        if name not in found:
            found = imported(name, found | {name})
    return found


def test_every_module_is_fetched_ahead_and_no_other():
    assert sorted(imported("main", set())) == sorted(MODULES)


def test_the_page_is_imported_without_folium_and_geopandas():
    heavy = "{'folium', 'branca', 'geopandas', 'pandas', 'numpy', 'shapely', 'pyproj'}"
    code = f"import sys, desktop.web.map_view; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
