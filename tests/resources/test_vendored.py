import hashlib
import json
import re

import pytest

from resources import files

MANIFESTS = sorted(files.ROOT.rglob("manifest.json"))
OUR_OWN = {"manifest.json", "README.md", "noto-sans.css"}
LOADS_FROM_OUTSIDE = re.compile(
    rb"""url\(\s*['"]?(?:https?:)?//            # CSS
       | @import\s+['"](?:https?:)?//           # CSS that asks for more CSS
       | \b(?:src|href)\s*=\s*['"](?:https?:)?//(?!leafletjs\.com)  # markup; Leaflet's link is switched off
       | \b(?:fetch|importScripts|import|open|Worker|EventSource|WebSocket)\(\s*['"](?:\w+:)?//
    """,
    re.VERBOSE,
)


def folders():
    return [pytest.param(m.parent, json.loads(m.read_bytes()), id=m.parent.name) for m in MANIFESTS]


def test_all_that_is_not_ours_has_a_manifest():
    assert [m.parent.relative_to(files.ROOT).as_posix() for m in MANIFESTS] == [
        "fonts",
        "icons",
        "vendor/leaflet",
    ]


@pytest.mark.parametrize(("folder", "manifest"), folders())
def test_files_are_as_published(folder, manifest):
    found = {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file() and p.name not in OUR_OWN
    }
    assert found == manifest["files"]


@pytest.mark.parametrize(("folder", "manifest"), folders())
def test_the_licence_travels_with_the_files(folder, manifest):
    assert {"name", "version", "licence", "origin"} <= manifest.keys()
    assert len((folder / "LICENSE").read_text(encoding="utf-8")) > 500


@pytest.mark.parametrize(
    "file",
    [p for p in sorted(files.ROOT.rglob("*")) if p.suffix in {".css", ".js", ".svg"}],
    ids=lambda p: p.name,
)
def test_nothing_is_loaded_from_outside(file):
    assert LOADS_FROM_OUTSIDE.findall(file.read_bytes()) == []


@pytest.mark.parametrize(
    "line",
    [
        b"src: url(//cdn.example/x.woff)",
        b'@import "//x.example/a.css"',
        b'<img src="//x.example/a.png">',
        b"fetch('https://x.example')",
    ],
)
def test_the_scan_sees_what_it_is_there_for(line):
    assert LOADS_FROM_OUTSIDE.search(line)


def test_every_font_file_is_named_in_the_style_sheet_and_the_other_way_round():
    named = set(re.findall(r'url\("([^"]+)"\)', files.read("fonts/noto-sans.css").decode()))
    assert named == {p.name for p in files.path("fonts").glob("*.woff2")}


def test_icons_take_the_colour_of_their_surroundings():
    for icon in files.path("icons").glob("*.svg"):
        assert 'stroke="currentColor"' in icon.read_text(encoding="utf-8"), icon.name
