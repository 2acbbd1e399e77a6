"""The Text version: what is shown, to be read, listened to, copied and kept."""

from dataclasses import replace

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QComboBox, QPushButton, QTextEdit
from widgets import open_window, settle

from desktop.commands import compare, telling, years
from desktop.services.texts import write_text
from desktop.state.compared_text import in_words
from desktop.state.comparing import frame_of_a
from desktop.state.telling import text_version


@pytest.fixture
def shown(panel):
    made, context, port = panel("text_version")
    return made, context, port, made.widget.findChild(QTextEdit)


def headings(page):
    """Give the blocks that a screen reader takes for headings: level and words."""
    found, block = [], page.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append((block.blockFormat().headingLevel(), block.text()))
        block = block.next()
    return found


def words_of(page):
    return [line for line in page.toPlainText().split("\n") if line]


def test_the_page_reads_what_the_frame_tells_under_headings(shown):
    _, context, _, page = shown
    for year in (2025, 2030, 1955):
        years.go_to(context.store, year)
        text = text_version(context.store.frame)
        assert words_of(page) == [line for line in text.plain().split("\n") if line]
        assert headings(page) == [(1, text.title), *((2, part.heading) for part in text.sections)]


def test_of_two_halves_the_differences_are_read_first(shown):
    _, context, port, page = shown
    compare.with_year(context.store, 2012)
    frame = context.store.frame
    other = frame_of_a(context.store.atlas, context.store.frame_of)
    first = headings(page)[1][1]
    assert first == "A: 2012 · B: 2025"
    assert words_of(page)[2] == in_words(frame, other).sections[0].lines[0]
    telling.copy(context)
    assert port.calls[-1] == ("copy", in_words(frame, other).plain(), "the text version")
    context.store.undo()
    assert headings(page)[1][1] == "The year 2025"


def test_what_a_source_says_is_words_and_not_markup(panel):
    made, context, _ = panel("text_version", follow=False)
    frame = context.store.frame
    first = replace(frame.headlines[0], what="<b>bold</b> & <img src=x>")
    made.show((replace(frame, headlines=(first, *frame.headlines[1:])), None))
    page = made.widget.findChild(QTextEdit)
    assert "<b>bold</b> & <img src=x>" in page.toPlainText()


def test_a_closed_page_is_not_written_until_it_is_seen(shown):
    made, context, _, page = shown
    before = page.toPlainText()
    made.widget.hide()
    years.go_to(context.store, 2012)
    assert page.toPlainText() == before
    made.widget.show()
    settle()
    assert page.toPlainText().startswith("India's rare earths in 2012")


def test_the_keys_go_from_heading_to_heading_and_a_year_step_keeps_the_section(shown):
    made, context, _, page = shown
    sections = made.widget.findChild(QComboBox)
    page.setFocus()
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    here = page.textCursor().block().text()
    assert here == text_version(context.store.frame).sections[3].heading
    assert sections.currentText() == here
    years.go_to(context.store, 2024)
    assert page.textCursor().block().text() == here
    QTest.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.textCursor().block().text() == text_version(context.store.frame).sections[2].heading


def test_nothing_of_it_can_be_changed_by_typing(shown):
    _, _, _, page = shown
    before = page.toPlainText()
    QTest.keyClicks(page, "zero")
    assert page.toPlainText() == before


def test_it_is_copied_whole_or_by_section_and_saved(shown):
    made, context, port, _ = shown
    buttons = {button.text(): button for button in made.widget.findChildren(QPushButton)}
    text = text_version(context.store.frame)
    made.widget.findChild(QComboBox).activated.emit(1)
    for button in buttons.values():
        button.click()
    (_, whole, _), (_, part, what), (_, saved, name) = port.calls
    assert whole == text.plain()
    assert part == text.sections[1].plain()
    assert text.sections[1].heading in what
    assert (saved, name) == (text, "irel-atlas-2025")


def test_a_file_gets_plain_text_or_markdown_by_its_name(shown, tmp_path):
    text = text_version(shown[1].store.frame)
    write_text(text, tmp_path / "a.txt")
    write_text(text, tmp_path / "a.md")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == text.plain()
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# India's rare earths in 2025\n\n## ")


def test_a_screen_reader_is_told_what_each_part_is(shown):
    made, _, _, page = shown
    assert page.accessibleName() == "Text version"
    assert "heading to heading" in page.accessibleDescription()
    assert made.widget.findChild(QComboBox).accessibleName() == "Section"


def test_the_pane_is_closed_at_first_and_opens_from_the_keyboard(tmp_path):
    window, _, _, _ = open_window(tmp_path / "settings.json")
    try:
        assert not window.docks.is_open("text")
        go_there = next(command for command in window.commands() if command.id == "go.pane.text")
        assert go_there.shortcut
        window.doing.of(go_there).trigger()
        settle()
        assert window.docks.is_open("text")
        window.docks.arrange()
        assert not window.docks.is_open("text")
    finally:
        window.close()
        settle()
