"""Words of data are words: markup in any field is shown as it is written, and runs nowhere."""

from dataclasses import fields, replace

import pytest
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets.page import write_page

MARKUP = '<img src=x onerror="window.hit=1"></script><script>window.hit=1</script>&amp;'
SHORT = "<b>x</b>"
WORDS = {
    "things": ("name", "note"),
    "claims": ("note", "scope", "locator", "rank_reason"),
    "sources": ("title", "publisher"),
    "conflicts": ("title", "text"),
}


def marked(value, names):
    """Put markup behind the words of every field that has any."""
    known = {field.name for field in fields(value)}
    return replace(
        value, **{name: f"{getattr(value, name) or ''} {MARKUP}" for name in names if name in known}
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    data = dataset()
    changed: dict = {
        kind: {key: marked(value, names) for key, value in getattr(data, kind).items()}
        for kind, names in WORDS.items()
    }
    changed["things"] = {
        key: replace(thing, label=f"{thing.short} {SHORT}") for key, thing in changed["things"].items()
    }
    changed["sources"] = {
        key: replace(source, address="javascript:window.hit=1") for key, source in changed["sources"].items()
    }
    rows = tuple(replace(row, title=f"{row.title} {MARKUP}") for row in data.catalog.rows)
    changed["catalog"] = replace(data.catalog, rows=rows)
    path = tmp_path_factory.mktemp("hostile") / "atlas.html"
    data = replace(data, **changed)
    write_page(opening_atlas(data, 2025), deriver(data), path)
    return path


def test_markup_is_shown_as_text_and_runs_nowhere(open_page, hostile):
    tab = open_page(hostile)
    for thing in ("flow.in-jp.re", "plant.oscom"):
        tab.run(f"document.querySelector('[data-id=\"{thing}\"]').focus()")
        tab.press("Enter")
        for part in ("h2.title", ".figure"):
            assert MARKUP in tab.run(f"document.querySelector('#details {part}').textContent")
    for part in ("#layers", "#figures", "#sources", ".map-tip"):
        assert MARKUP in tab.run(f"document.querySelector('{part}').textContent"), part
    assert SHORT in tab.run("document.querySelector('.labels').textContent")
    assert tab.run("window.hit") is None
    assert tab.run("document.querySelectorAll('img, iframe, object, b, [onerror]').length") == 0


def test_an_address_that_is_none_of_the_web_is_no_link(open_page, hostile):
    tab = open_page(hostile)
    assert tab.run("document.querySelectorAll('a').length") == 0
    assert "javascript:window.hit=1" in tab.run("document.querySelector('#sources').textContent")
