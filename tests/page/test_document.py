"""The document: built by folium, the same each time, kept, and without a word to the outside."""

import re
import subprocess
import sys

import pytest

from desktop.web import document as web_document
from desktop.web.document import MODULES, build_document, document, kept_document
from resources import files

OUTSIDE = re.compile(r"""(?:src|href|url\()\s*=?\s*["']?\s*(?:https?:)?//""")


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(web_document, "user_cache_path", lambda _name: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.mark.usefixtures("empty_cache")
def test_the_kept_document_is_the_one_that_folium_builds():
    fresh = build_document()
    assert document() == fresh
    assert kept_document().exists()
    assert document() == fresh
    assert build_document() == fresh


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.parametrize("content", ["", "{", "[]", '{"html": "<p>", "sha256": "0"}', "x" * 300_000])
def test_a_broken_cache_is_made_anew(content):
    kept_document().parent.mkdir(parents=True)
    kept_document().write_text(content)
    assert document() == build_document()
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
