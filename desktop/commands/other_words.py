"""What newcomers call commands: the words of other programs, which find ours as well."""

from __future__ import annotations

_OTHER_WORDS = {
    "edit.copy": "clipboard citation cite quote",
    "edit.copy-table": "clipboard excel",
    "edit.copy-text": "clipboard alt text accessibility screen reader",
    "file.audit-deck": "check powerpoint pptx slides out of date",
    "file.export-film": "mp4 gif webp video animation movie",
    "file.export-page": "html web browser website interactive",
    "file.export-sheet": "pdf png svg picture image screenshot save map",
    "file.export-table": "excel xlsx csv geojson geopackage gpkg qgis spreadsheet data download table",
    "file.export-text": "txt html alt text accessibility screen reader",
    "file.open-data-folder": "layers geojson",
    "file.open-sheet": "pdf png svg pptx powerpoint html drop",
    "file.print-sheet": "printer paper pdf",
    "file.quit": "exit close",
    "file.reload": "refresh update",
    "go.find": "search help",
    "help.about": "help version licence update",
    "help.glossary": "help meaning terms ree reo explain",
    "help.shortcuts": "help keys hotkeys",
    "known.ask": "date back then",
    "layers.show-all-again": "unhide",
    "story.export-deck": "powerpoint pptx ppt slides presentation pdf",
    "story.present": "fullscreen full screen slideshow slides presentation projector",
    "view.fit": "home zoom reset",
    "view.graticule": "grid latitude longitude lines",
    "view.lakh": "settings preferences format",
    "view.measure": "ruler length kilometres",
    "view.reset-layout": "settings preferences panels default",
    "view.theme.dark": "settings preferences appearance night mode",
    "view.theme.light": "settings preferences appearance mode",
    "view.theme.system": "settings preferences appearance mode",
    "years.fiscal": "fy financial calendar april march",
    "years.play": "animate animation pause",
    "years.range": "span period from to",
}


def of_command(name: str) -> str:
    """Give what else a command is called, by its id; empty where nothing else is known."""
    return _OTHER_WORDS.get(name, "")
