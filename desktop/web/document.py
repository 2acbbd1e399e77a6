"""The page's document, as folium builds it; `desktop.web.kept` spares a start the building."""

from __future__ import annotations

import re
from typing import ClassVar

from desktop.web.ground import MAP_OPTIONS, policy_hash
from desktop.web.scheme import address

MAP_DOCUMENT = "index.html"
MODULES = (
    "arrows", "atlas_map", "basemap", "bridge", "controls", "cost_field", "credits", "declutter", "drawing",
    "extent", "ground", "ground_files", "ground_paths", "hit", "label_spots", "labels", "lettering",
    "measuring", "names", "names_on_map", "path_text", "plane", "pointer", "regions", "scene_layer", "svg",
    "symbols", "topology",
)  # fmt: skip
"""What main.js comes to import: fetched while the document is still being read."""

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
