"""Who cannot see the map is told what is on it, and reads the same in the text."""

from qtpy.QtWidgets import QTextEdit

from desktop.commands import layers, years
from desktop.state.telling import alt_text, text_version


def test_the_map_tells_a_screen_reader_what_it_shows_now(atlas):
    years.go_to(atlas.store, 2024)
    assert atlas.map.accessibleDescription() == alt_text(atlas.store.frame)
    assert "over 1,000 t of rare earths" in atlas.map.accessibleDescription()
    layers.set_visible(atlas.store, "flows_to_japan", False)
    assert "over 1,000 t of rare earths" not in atlas.map.accessibleDescription()
    layers.set_visible(atlas.store, "flows_to_japan", True)


def test_the_text_follows_the_year_from_its_pane(atlas):
    atlas.do("go.pane.text")
    page = atlas.widget(QTextEdit, "Text version")
    for year in (2025, 2030):
        years.go_to(atlas.store, year)
        told = [line for line in page.toPlainText().split("\n") if line]
        assert told == [line for line in text_version(atlas.store.frame).plain().split("\n") if line]
    atlas.do("view.pane.text")
