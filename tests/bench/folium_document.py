"""The atlas's layers of one year as a plain folium document, written as folium's own guide writes maps.

The document is what folium makes by default: all its scripts and styles, each from a file beside it instead
of an address, markers with icons, tooltips that stay, popups with a table of what is claimed. It is spared
two small style sheets (glyphicons, turned icons), which no package carries, and converting the basemap.

There are two, because folium has no levels of detail: ``opening`` holds what the atlas draws in the view that
it opens with, no more; ``all_zooms`` holds the ground that one can zoom into, except for the finest coasts.
"""

import html
import json
import sys
from pathlib import Path
from typing import ClassVar

import folium
import geopandas
import pandas as pd
from two_frames import two_frames

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ROOT / "geodata" / "layers"
BASEMAP = ROOT / "geodata" / "basemap"
ASSETS = {path.name: path.as_uri() for path in (Path(__file__).parent / "assets").rglob("*.*")}

OPENING_ZOOM = 3.5
OPENING_BOUNDS = [[1, 60], [49, 148]]
"""South-west and north-east corner that the atlas opens with at 1280 x 800, degrees."""

STYLES = {
    "countries": {"color": "#c9c3b5", "weight": 0.8, "fillColor": "#f4f1ea", "fillOpacity": 1},
    "lakes": {"color": "#c9c3b5", "weight": 0.5, "fillColor": "#dbe6ec", "fillOpacity": 1},
    "lagoons": {"color": "#c9c3b5", "weight": 0.5, "fillColor": "#dbe6ec", "fillOpacity": 1},
    "rivers": {"color": "#b7c9d2", "weight": 0.7},
    "states": {"color": "#d9d1bf", "weight": 0.9, "fillOpacity": 0},
}
HATCHED = {"color": "#8a5300", "weight": 1, "fillColor": "#8a5300", "fillOpacity": 0.2}
FLOW = {"color": "#b23c17", "weight": 8, "opacity": 0.9}
ICONS = {"plants": ("darkgreen", "industry"), "proposed_mines": ("orange", "gem")}
TOLD = ["measure", "value", "unit", "period", "status", "source"]
STATES = "states.geojson"
REGION = "iso_3166_2"
"""The column of a state's code in the basemap."""


def beside(links):
    """Give the files beside the document for the addresses that folium names, those that there are."""
    files = [(name, ASSETS.get(url.rpartition("/")[2])) for name, url in links]
    return [(name, file) for name, file in files if file]


class PlainMap(folium.Map):
    default_js: ClassVar = beside(folium.Map.default_js)
    default_css: ClassVar = beside(folium.Map.default_css)


def prepare_ground(folder):
    """Write the basemap as GeoJSON for both documents, once and before anything is measured."""
    zooms = json.loads((BASEMAP / "zooms.json").read_text(encoding="utf-8"))
    whole = [row for row in zooms["land"] if "box" not in row]
    for name, rows in (
        ("opening", [row for row in whole + zooms["over"] if row["from"] <= OPENING_ZOOM < row["to"]]),
        ("all_zooms", [whole[-1], *zooms["over"]]),
    ):
        (folder / name).mkdir()
        for number, row in enumerate(rows):
            write(row["file"], row["object"], folder / name / f"{number}-{row['object']}.geojson")
    write("india_states.topojson", "states", folder / STATES)


def write(file, layer, path):
    """Write a layer of the basemap as GeoJSON."""
    part = geopandas.read_file(BASEMAP / file, layer=layer).set_crs(4326, allow_override=True)
    part.to_file(path, driver="GeoJSON", RFC7946="YES")


def names():
    """Give the names that the ground bears in that view: text, longitude, latitude."""
    table = json.loads((BASEMAP / "names.json").read_text(encoding="utf-8"))
    rows = [dict(zip(table["cols"], row, strict=True)) for row in table["rows"]]
    (south, west), (north, east) = OPENING_BOUNDS
    return [
        (row["text"], row["lon"], row["lat"])
        for row in rows
        if row["first"] <= OPENING_ZOOM < row["last"]
        and west < row["lon"] < east
        and south < row["lat"] < north
    ]


def things(name, year):
    """Read the things of a layer that exist in a year, each with a table of what is claimed of it."""
    table = geopandas.read_file(LAYERS / f"{name}.geojson")
    has_begun = table["start"].isna() | (table["start"].astype(str).str[:4] <= str(year))
    claims = table[(table["record"] == "claim") & (table["year"] == year)]
    for thing in table[(table["record"] == "thing") & has_begun].itertuples():
        told = pd.DataFrame(claims[claims["subject"] == thing.id]).reindex(TOLD, axis="columns")
        yield (
            thing,
            f"<b>{html.escape(thing.name)}</b>{told.dropna(axis='columns', how='all').to_html(index=False)}",
        )


def painted(style):
    """Make a style for every feature alike, as folium wants it."""
    return lambda _feature: style


def draw_ground(chart, folder):
    """Draw the ground, and its names over it."""
    for path in sorted(folder.glob("*.geojson")):
        style = STYLES[path.stem.partition("-")[2]]
        folium.GeoJson(path.read_text(encoding="utf-8"), style_function=painted(style)).add_to(chart)
    for name, lon, lat in names():
        icon = folium.DivIcon(icon_size=(150, 20), html=f"<div>{html.escape(name)}</div>")
        folium.Marker([lat, lon], icon=icon).add_to(chart)


def draw_things(chart, name, year, states):
    """Draw the things of a layer: a marker, a line, or the state that is all that is known of a place."""
    for thing, told in things(name, year):
        tooltip, popup = folium.Tooltip(thing.label, permanent=True), folium.Popup(told, max_width=500)
        if thing.geometry is None and getattr(thing, "region", None) in states.index:
            area = states.loc[[thing.region]]
            style = painted(HATCHED)
            drawn = folium.GeoJson(area, style_function=style, tooltip=tooltip).add_to(chart)
            drawn.add_child(popup)
        elif thing.geometry is not None and thing.geometry.geom_type == "Point":
            (colour, symbol), at = ICONS[name], [thing.geometry.y, thing.geometry.x]
            icon = folium.Icon(color=colour, icon=symbol, prefix="fa")
            folium.Marker(at, popup=popup, tooltip=tooltip, icon=icon).add_to(chart)
        elif thing.geometry is not None:
            line = [[lat, lon] for lon, lat in thing.geometry.coords]
            folium.PolyLine(line, popup=popup, tooltip=tooltip, **FLOW).add_to(chart)


def build(folder, year):
    """Build the document of a year over the ground of a folder, and write it there; gives its path."""
    chart = PlainMap(tiles=None, zoom_control=True)
    chart.fit_bounds(OPENING_BOUNDS)
    states = geopandas.read_file(folder.parent / STATES).set_index(REGION)
    draw_ground(chart, folder)
    for name in ("plants", "proposed_mines", "trade_flows"):
        draw_things(chart, name, year, states)
    chart.get_root().script.add_child(folium.Element(two_frames("painted")))
    path = folder / f"folium-{year}.html"
    chart.save(path)
    return path


if __name__ == "__main__":
    prepare_ground(Path(sys.argv[1]))
    print("written")
