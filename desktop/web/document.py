"""The page's document: built by folium, and kept, so that a start need not import folium."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from platformdirs import user_cache_path

from desktop.web.ground import MAP_OPTIONS, policy_hash
from desktop.web.scheme import address

MAP_DOCUMENT = "index.html"
LARGEST_DOCUMENT = 200_000
MODULES = (
    "arrows", "atlas_map", "basemap", "bridge", "controls", "cost_field", "credits", "declutter", "drawing",
    "extent", "ground", "ground_files", "ground_paths", "hit", "label_spots", "labels", "lettering",
    "measuring", "names", "names_on_map", "path_text", "pointer", "regions", "scene_layer", "svg", "symbols",
    "topology",
)  # fmt: skip
"""What main.js comes to import: fetched while the document is still being read."""
DECIDING_PACKAGES = ("folium", "branca", "jinja2")
"""Packages whose version decides what the document is."""

_SCRIPTS = {
    "leaflet": "vendor/leaflet/leaflet.js",
    "qwebchannel": "vendor/qwebchannel.js",
    "boot": "web/boot.js",
}
_STYLES = {
    "leaflet_css": "vendor/leaflet/leaflet.css",
    "fonts_css": "fonts/noto-sans.css",
    "basemap_css": "web/basemap.css",
    "map_css": "web/map.css",
}


def build_document() -> str:
    """Build the document of the map page with folium; the same each time.

    Returns
    -------
    str
        HTML whose policy lets in only our own scheme, and folium's few inline blocks by their hashes.
    """
    import folium  # half a second, and not needed where a document is kept
    from branca.element import MacroElement
    from folium.template import Template

    class AtlasMap(folium.Map):
        default_js: ClassVar = [(name, address(path).toString()) for name, path in _SCRIPTS.items()]
        default_css: ClassVar = [(name, address(path).toString()) for name, path in _STYLES.items()]

    class Adopt(MacroElement):
        """Hand folium's map to our modules."""

        _template = Template(
            "{% macro header(this, kwargs) %}{% for name in this.modules %}"
            '<link rel="modulepreload" href="{{ this.root }}web/{{ name }}.js">{% endfor %}'
            '<script type="module" src="{{ this.root }}web/main.js"></script>{% endmacro %}'
            "{% macro script(this, kwargs) %}window.atlas.adopt({{ this._parent.get_name() }});{% endmacro %}"
        )

        def __init__(self) -> None:
            super().__init__()
            self.root = address("").toString()
            self.modules = MODULES

    chart = AtlasMap(location=[20, 83], zoom_start=4, tiles=None, **MAP_OPTIONS)
    chart._id = "atlas"  # noqa: SLF001  (folium has no other way to a document that is the same each time)
    chart.add_child(Adopt())
    return with_policy(chart.get_root().render())


def with_policy(html: str) -> str:
    """Put a Content-Security-Policy at the head of a document, with the hashes of its own inline blocks."""
    inline: dict[str, list[str]] = {"script": [], "style": []}
    for kind, body in re.findall(r"<(script|style)>(.*?)</\1>", html, re.DOTALL):
        inline[kind].append(policy_hash(body))
    policy = (
        f"default-src 'none'; script-src 'self' {' '.join(inline['script'])}; "
        f"style-src 'self' {' '.join(inline['style'])}; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>\n{meta}", 1)


def document_key() -> str:
    """Name everything that decides what the document is, without importing any of it."""
    own = [Path(__file__), *(Path(__file__).with_name(name) for name in ("ground.py", "scheme.py"))]
    versions = [file for package in DECIDING_PACKAGES for file in _version_files(package)]
    contents = b"\0".join(file.read_bytes() for file in (*own, *versions))
    return hashlib.sha256(contents).hexdigest()[:20]


def _version_files(package: str) -> list[Path]:
    """Find the small files in which a package keeps its version; asking importlib.metadata costs more."""
    found = find_spec(package)
    if found is None or found.origin is None:
        return []
    start = Path(found.origin)
    return [file for file in (start, start.with_name("_version.py")) if file.is_file()]


def kept_document() -> Path:
    """Give the path under which the document of this version is kept."""
    return user_cache_path("irel-atlas") / f"map-{document_key()}.json"


def document() -> str:
    """Give the document: the kept one, or a new one that is kept from now on."""
    path = kept_document()
    kept = _read(path)
    if kept is None:
        kept = build_document()
        _keep(path, kept)
    return kept


def _read(path: Path) -> str | None:
    """Read the kept document; None where there is none or where it is not whole."""
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            return None
        kept = json.loads(path.read_bytes())
        html, digest = kept["html"], kept["sha256"]
        return html if hashlib.sha256(html.encode()).hexdigest() == digest else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _keep(path: Path, html: str) -> None:
    """Write beside and move into place; without a cache each start costs half a second more, no more."""
    import tempfile  # slow to import, and needed only where nothing is kept yet

    content = json.dumps({"html": html, "sha256": hashlib.sha256(html.encode()).hexdigest()})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as beside:
            beside.write(content)
        Path(beside.name).replace(path)
    except OSError:
        return
