"""The atlas's layers of one year as a plain folium document, built as anybody would build it.

It is spared what would slow it down: no jQuery, no Bootstrap, no popups, its Leaflet is a file beside it.
"""

import sys
from pathlib import Path
from typing import ClassVar

import folium
import geopandas
from two_frames import two_frames

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ROOT / "geodata" / "layers"
LEAFLET = ROOT / "resources" / "vendor" / "leaflet"
GROUND = ("world_mid", "region_hi", "rivers_lakes_50m", "india_states")
"""What the atlas draws under its own layers in the view that it opens with."""

STYLES = {
    "world_mid": {"color": "#aaa", "weight": 0.5, "fillColor": "#f4f1ea", "fillOpacity": 1},
    "region_hi": {"color": "#aaa", "weight": 0.5, "fillColor": "#f4f1ea", "fillOpacity": 1},
    "rivers_lakes_50m": {"color": "#8ab", "weight": 0.5, "fillOpacity": 0.6},
    "india_states": {"color": "#bbb", "weight": 0.5, "fillOpacity": 0},
}


class PlainMap(folium.Map):
    default_js: ClassVar = [("leaflet", (LEAFLET / "leaflet.js").as_uri())]
    default_css: ClassVar = [("leaflet_css", (LEAFLET / "leaflet.css").as_uri())]


def prepare_ground(folder):
    """Write the basemap as GeoJSON, once and before anything is measured."""
    for name in GROUND:
        source = ROOT / "geodata" / "basemap" / f"{name}.topojson"
        layers = geopandas.list_layers(source)["name"]
        parts = [geopandas.read_file(source, layer=layer)[["geometry"]] for layer in layers]
        for part, layer in zip(parts, layers, strict=True):
            part.set_crs(4326, allow_override=True).to_file(
                folder / f"{name}-{layer}.geojson", driver="GeoJSON", RFC7946="YES"
            )


def things(name, year):
    """Read the things of a layer that exist in a year and have a place."""
    table = geopandas.read_file(LAYERS / f"{name}.geojson", columns=["label", "name", "record", "start"])
    table = table[(table["record"] == "thing") & ~table.geometry.is_empty & table.geometry.notna()]
    has_begun = table["start"].isna() | (table["start"].astype(str).str[:4] <= str(year))
    return table[has_begun].drop(columns="start")


def build(folder, year):
    """Build the document of a year and write it; gives its path."""
    chart = PlainMap(location=[22, 95], zoom_start=4, tiles=None, zoom_control=False)
    for name in GROUND:
        for path in sorted(folder.glob(f"{name}-*.geojson")):
            folium.GeoJson(
                path.read_text(encoding="utf-8"),
                style_function=lambda _feature, style=STYLES[name]: style,
                embed=True,
            ).add_to(chart)
    for name in ("plants", "proposed_mines", "trade_flows"):
        folium.GeoJson(
            things(name, year),
            marker=folium.CircleMarker(radius=6, color="#124", fill=True),
            style_function=lambda _feature: {"color": "#c52", "weight": 6},
            tooltip=folium.GeoJsonTooltip(["label", "name"]),
        ).add_to(chart)
    chart.get_root().script.add_child(folium.Element(two_frames("painted")))
    path = folder / f"folium-{year}.html"
    chart.save(path)
    return path


if __name__ == "__main__":
    prepare_ground(Path(sys.argv[1]))
    print("written")
