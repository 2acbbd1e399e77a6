"""Decks out of the window: made while it goes on, cancelled without a trace, opened again, and audited."""

import json

import pytest
from checking import leave_as_it_is, mend
from dialogs import answer, type_path
from patience import eventually
from pptx import Presentation
from pptx.oxml.ns import qn
from qtpy.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from qtpy.QtGui import QDragEnterEvent, QDropEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from desktop.commands import years
from desktop.services.stories import bundled
from desktop.sheets.audit_dialog import AuditDialog
from desktop.sheets.carried import first_in
from desktop.sheets.deck_dialog import DeckDialog
from desktop.sheets.errors import SheetError
from desktop.state.auditing import Finding

MAGNETS = "claim.cn-in-magnets-fy2025"
STEPS = bundled().steps


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    yield
    for dialog in atlas.window.findChildren(AuditDialog):
        dialog.reject()
    atlas.window.problems.hide()
    while atlas.store.undo_name:
        atlas.store.undo()


def export(atlas, path, *keys, looked_over=leave_as_it_is):
    """Ask for a deck by its shortcut, set it up by the letters of its fields, and type where to."""
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Shift+D")
    eventually(lambda: isinstance(QApplication.activeModalWidget(), DeckDialog), "no dialog came")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeckDialog)
    dialog.activateWindow()
    eventually(dialog.isActiveWindow)
    for letter, key in keys:
        QTest.keyClick(dialog, letter, Qt.KeyboardModifier.AltModifier)
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClick(field, key)
    said = dialog.findChild(QLabel, "export-words").text()
    answer(QFileDialog, lambda asked: type_path(asked, path))
    looked_over()
    QTest.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    return said


def says(atlas, words):
    eventually(lambda: words in atlas.window.status.currentMessage(), f"{words} was not said")


@pytest.fixture(scope="module")
def deck(atlas, tmp_path_factory):
    """The bundled story as the window makes it; meanwhile the window moves on to another year."""
    path = tmp_path_factory.mktemp("decks") / "talk.pptx"
    assert export(atlas, path, looked_over=mend).startswith(f"{len(STEPS)} slides. ")
    years.go_to(atlas.store, 1999)
    says(atlas, f"Wrote {path}")
    atlas.store.undo()
    assert list(path.parent.iterdir()) == [path]
    return path


def drop(atlas, path):
    data, at = QMimeData(), QPoint(20, 20)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(atlas.surface, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(atlas.surface, QDropEvent(QPointF(at), copy, data, left, none))


def audited(atlas, path) -> AuditDialog:
    """Ask for an audit by its shortcut, and give the dialog that tells it."""
    atlas.take_keyboard()
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Shift+U")
    found = eventually(lambda: [d for d in atlas.window.findChildren(AuditDialog) if d.isVisible()])
    return found[0]


def rows(dialog):
    """Give heading, state and findings of each picture in the list."""
    tops = (dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount()))
    return [(t.text(0), t.text(1), [t.child(i).text(0) for i in range(t.childCount())]) for t in tops]


def test_the_story_becomes_a_deck_while_the_window_goes_on(deck):
    slides = list(Presentation(str(deck)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [step.name for step in STEPS]
    assert "1999" not in {shape.name for slide in slides for shape in slide.shapes}


def test_a_cancelled_deck_leaves_no_file(atlas, tmp_path):
    pages = (Qt.Key.Key_F, Qt.Key.Key_Down)
    assert export(atlas, tmp_path / "talk.pdf", pages, looked_over=lambda: None).startswith(
        f"{len(STEPS)} pages. "
    )
    button = eventually(lambda: atlas.window.findChild(QPushButton, "cancel"))
    button.click()
    says(atlas, "Cancelled: talk.pdf was not written")
    assert list(tmp_path.iterdir()) == []
    eventually(lambda: atlas.window.findChild(QPushButton, "cancel") is None)


def test_theme_and_what_is_carried_are_chosen_by_keys(atlas, tmp_path):
    path = tmp_path / "talk.pptx"
    keys = [(Qt.Key.Key_F, Qt.Key.Key_Up), (Qt.Key.Key_T, Qt.Key.Key_Down)]
    export(atlas, path, *keys, (Qt.Key.Key_V, Qt.Key.Key_Shift))
    says(atlas, f"Wrote {path}")
    made = Presentation(str(path))
    background = made.slide_master.element.find(f".//{qn('p:clrMap')}").get("bg1")
    assert background == "dk1"
    with pytest.raises(SheetError, match="without what brings its view back"):
        first_in(path)


def test_a_deck_dropped_on_the_map_brings_back_its_first_slide(atlas, deck):
    years.go_to(atlas.store, 1960)
    atlas.painted(lambda: drop(atlas, deck))
    first = STEPS[0].atlas
    assert (atlas.store.atlas.clock.year, atlas.store.atlas.layers) == (first.clock.year, first.layers)
    assert "talk.pptx, slide 1: every figure is as it was" in atlas.said
    assert atlas.store.undo_name == "Open talk.pptx"


def test_a_fresh_deck_is_told_slide_by_slide(atlas, deck):
    dialog = audited(atlas, deck)
    found = rows(dialog)
    assert [heading for heading, _state, _found in found] == [
        f"Slide {number}, {step.year_label}" for number, step in enumerate(STEPS, 1)
    ]
    assert all(state.endswith("as in the data") and not lines for _heading, state, lines in found)


def test_no_line_of_an_audit_is_cut(atlas):
    words = (
        "Permanent magnets, China to India, FY2024-25: about 50,000 t (The Indian Express) → 53,700 t. " * 4
    )
    found = [Finding("changed", words.strip(), None)]
    dialog = AuditDialog(
        atlas.window, "One", [("Slide 1, FY2025-26", "1 of 1 figure out of date", "", found)]
    )
    dialog.show()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    top = dialog.list.topLevelItem(0)
    line = top.child(0) if top is not None else None
    assert line is not None

    def is_whole() -> bool:
        seen = dialog.list.visualItemRect(line)
        room = QRect(0, 0, dialog.list.columnWidth(0) - 2 * dialog.list.indentation(), 1000)
        needed = dialog.list.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words.strip())
        return seen.height() >= needed.height() > 2 * dialog.list.fontMetrics().height()

    eventually(is_whole, "a line is cut")
    dialog.close()


def test_from_a_slide_in_the_list_one_comes_back_to_its_view(atlas, deck):
    dialog = audited(atlas, deck)
    fifth = dialog.list.topLevelItem(4)
    assert fifth is not None
    dialog.list.setFocus()
    dialog.list.setCurrentItem(fifth)
    atlas.painted(lambda: QTest.keyClick(dialog.list, Qt.Key.Key_Return))
    wanted = STEPS[4].atlas
    assert (atlas.store.atlas.clock.year, atlas.store.atlas.layers) == (wanted.clock.year, wanted.layers)
    says(atlas, "talk.pptx, slide 5: every figure is as it was")


def test_what_is_no_deck_is_told_in_one_line(atlas, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("hello", encoding="utf-8")
    atlas.take_keyboard()
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Shift+U")
    eventually(atlas.window.problems.isVisible)
    assert atlas.window.findChildren(AuditDialog) == []


def test_from_a_figure_that_has_changed_one_jumps_to_its_claim(open_atlas, deck, layers):
    path = layers / "trade_flows.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    (claim,) = (one for one in layer["features"] if one["properties"]["id"] == MAGNETS)
    claim["properties"]["value"] = 44000
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    atlas = open_atlas(layers)
    dialog = audited(atlas, deck)
    stale = [(place, lines) for place, (_head, _state, lines) in enumerate(rows(dialog)) if lines]
    assert stale
    place, lines = stale[0]
    assert lines == ["Permanent magnets, China to India, FY2024-25: about 50,000 t → about 44,000 t"]
    dialog.list.setFocus()
    picture = dialog.list.topLevelItem(place)
    assert picture is not None
    dialog.list.setCurrentItem(picture)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert atlas.store.atlas.selection.id == MAGNETS
    assert dialog.isVisible()
    atlas.store.undo()
    assert atlas.store.atlas.selection.id != MAGNETS
    dialog.reject()
