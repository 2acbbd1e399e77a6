"""Text of the data is text: markup in every text field is shown as it is written, and runs nowhere."""

import json

import pytest
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtGui import QTextDocument
from qtpy.QtWidgets import QAbstractItemView, QWidget

from desktop.commands import go
from desktop.sheets.sheet import SheetRequest
from geodata.checking.layer_files import LAYER_FILES, TABLE_FILES

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
FREE = {
    *("name", "label", "aliases", "from_place", "to_place", "scope", "note", "locator"),
    *("rank_reason", "formula", "title", "publisher", "text", "licence_note"),
}
"""Fields in which anything may stand; whatever stands in another one is checked against what it may be."""
CHECKED = {
    *(
        "id",
        "record",
        "kind",
        "place_basis",
        "from",
        "to",
        "substance",
        "hs",
        "part_of",
        "start",
        "end",
        "region",
    ),
    *("date_precision", "country", "about", "operator", "parties", "flow", "subject", "measure", "question"),
    *("period", "period_type", "status", "made", "rank", "confidence", "source", "known_on", "bound", "unit"),
    *("substance_basis", "word", "conflict", "computed_from", "agreement", "published", "address", "read_on"),
    *("named", "reliability", "retells", "file", "group", "time", "style", "panel", "series"),
}


def poison(fields: dict) -> None:
    texts = {name for name, value in fields.items() if isinstance(value, str)}
    assert texts <= FREE | CHECKED, "a new field: may anything stand in it?"
    fields.update({name: f"{EVIL}{fields[name]}" for name in texts & FREE})


@pytest.fixture
def poisoned(layers):
    """Put markup into every field that is free text."""
    for name in (*LAYER_FILES, *TABLE_FILES):
        table = json.loads((layers / name).read_text(encoding="utf-8"))
        if isinstance(table, list):
            records = table
        elif "features" in table:
            records = [feature["properties"] for feature in table["features"]]
        else:
            records = [*table["rows"], *table["headlines"]]
        for record in records:
            poison(record)
        (layers / name).write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    return layers


def tips_of(window) -> list[str]:
    """Give every tooltip of the window, those of rows in lists and tables too."""
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount() if model else 0):
            tips += [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for column in (0, 1)]
    return [tip for tip in tips if tip]


def shown(text: str) -> str:
    """Give what Qt shows for the text of a tooltip: it takes markup for markup wherever it sees some."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def test_markup_is_text_on_the_map_in_the_panels_and_in_tooltips(open_atlas, poisoned):
    atlas = open_atlas(poisoned)
    assert "onerror=alert(1)>" in eventually(atlas.map_words)
    run = "[...document.scripts].filter(one => one.text.includes('alert')).length"
    assert atlas.evaluate(f"[document.images.length, {run}]") == [0, 0]
    for thing in ("plant.oscom", "flow.in-jp.re", "mine.killiyoor", "actor.irel"):
        go.select(atlas.store, thing)
        assert EVIL in atlas.words("details")
    assert EVIL in atlas.words("agreements")
    go.select(atlas.store, atlas.store.frame.sources[0].id)
    assert EVIL in atlas.words("sources")
    assert atlas.gate.outside == 0
    assert [address for address in atlas.program.engine.answers.not_found if address.endswith("/x")] == []


def test_markup_is_text_in_tooltips(open_atlas, poisoned):
    atlas = open_atlas(poisoned)
    go.select(atlas.store, "plant.oscom")
    tips = [tip for tip in tips_of(atlas.window) if "onerror" in tip]
    assert len(tips) > 10
    assert [tip for tip in tips if EVIL not in shown(tip)] == []


def test_markup_is_text_under_the_pointer(open_atlas, poisoned):
    atlas = open_atlas(poisoned)
    x, y = atlas.spot_of("plant.aluva")
    tip = "document.querySelector('.map-tip')"
    atlas.hover(x - 3, y)
    atlas.hover(x, y)
    eventually(lambda: not atlas.evaluate(f"{tip}.hidden"))
    assert EVIL in atlas.evaluate(f"{tip}.innerText")
    assert atlas.evaluate(f"{tip}.querySelectorAll('img, script').length") == 0


def test_markup_is_text_on_the_sheet(open_atlas, poisoned):
    atlas = open_atlas(poisoned)
    request = SheetRequest(atlas.store.frame, atlas.map_bounds(), format="svg")
    ended: list = []
    atlas.program.files.sheets.make(request, ended.append, ended.append)
    (drawing,) = eventually(lambda: ended)
    assert isinstance(drawing, bytes), drawing
    assert b"&lt;img" in drawing
    assert b"<img" not in drawing
    assert b"<script" not in drawing
