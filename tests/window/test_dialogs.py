"""What asks and explains: addresses are asked about, problems told by file and field, words explained."""

import pytest
from qtpy.QtCore import Qt, QUrl
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
)
from widgets import settle, words

from desktop.window import dialogs
from desktop.window.glossary import terms
from desktop.window.mnemonics import plain


@pytest.fixture
def browser(monkeypatch):
    """Stand in for the browser of the system."""
    went = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: went.append(url.toString())))
    return went


def dialog_of(window, kind=QDialog):
    settle()
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_buttons_of_a_dialog_have_no_pictures_of_another_style(opened):
    window, *_ = opened()
    choice = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(choice.Ok | choice.Cancel | choice.Close, window)
    assert [button.text().replace("&", "") for button in box.buttons() if not button.icon().isNull()] == []
    assert len(box.buttons()) == 3


def test_an_address_is_opened_only_when_the_user_says_so(opened, browser):
    window, *_ = opened()
    window.context.dialogs.open_address("https://example.org/a?b=<b>")
    box = dialog_of(window, QMessageBox)
    assert "https://example.org/a" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert browser == []
    window.context.dialogs.open_address("https://example.org/a")
    yes = next(button for button in dialog_of(window, QMessageBox).buttons() if "browser" in button.text())
    yes.click()
    assert browser == ["https://example.org/a"]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "", "not an address", "ftp://x.org"]
)
def test_only_web_addresses_can_be_opened(opened, browser, address):
    window, *_ = opened()
    window.context.dialogs.open_address(address)
    settle()
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert browser == []


def test_the_question_shows_the_address_as_text(opened):
    box = dialogs.address_question(opened()[0], QUrl("https://example.org"))
    assert box.textFormat() == Qt.TextFormat.PlainText


TERMS = (
    "REO NdPr FY over about preferred rival target estimate conflict origin representative provisional"
    " pinned known scenario balance ladder promised cumulative range evidence view session"
    " digest comparison story"
)


@pytest.mark.parametrize("term", TERMS.split())
def test_the_glossary_explains(term):
    assert any(term.casefold() in name.casefold() for name in terms())


def test_the_glossary_is_looked_up_by_letters(opened):
    window, *_ = opened()
    window.context.dialogs.show_glossary()
    dialog = dialog_of(window)
    dialog.findChild(QLineEdit).setText("ndpr")
    assert "Neodymium and praseodymium" in words(dialog)
    assert "Survey of India" not in words(dialog)
    dialog.findChild(QLineEdit).setText("zzz")
    assert "No such word here." in words(dialog)
    dialog.close()


def rows_of(tree):
    """Give what a list in groups shows now: what is done by which keys, by the title of the group."""
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return {
        group.text(0): {
            row.text(0): row.text(1)
            for row in map(group.child, range(group.childCount()))
            if not row.isHidden()
        }
        for group in groups
        if not group.isHidden()
    }


def test_the_shortcuts_are_those_of_the_commands_by_menu_and_the_keys_of_each_place(opened):
    window, *_ = opened()
    window.context.dialogs.show_shortcuts()
    shown = rows_of(dialog_of(window).findChild(QTreeWidget))
    menus = [plain(title.text()) for title in window.menuBar().actions()]
    told = [title for menu in menus for title in shown[menu]]
    assert sorted(told) == sorted(command.title for command in window.commands() if command.shortcut)
    assert shown["File"]["Reload data"] == "Ctrl+R"
    assert shown["While presenting"]["Black screen"] == "B"
    dialog_of(window).close()


def test_a_shortcut_is_looked_up_by_command_or_by_key(opened):
    window, *_ = opened()
    window.context.dialogs.show_shortcuts()
    dialog = dialog_of(window)
    line, tree = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
    line.setText("reload")
    assert rows_of(tree) == {"File": {"Reload data": "Ctrl+R"}}
    line.setText("ctrl+r")
    assert "Reload data" in rows_of(tree)["File"]
    line.setText("")
    assert len(rows_of(tree)) > 10
    dialog.close()


def test_about_tells_data_versions_and_notices(opened):
    window, store, *_ = opened()
    window.context.dialogs.show_about()
    dialog = dialog_of(window)
    said = words(dialog)
    assert "21 November 2026" in said
    assert store.frame.digest[:12] in said
    assert "Leaflet 1.9.4" in said
    assert "not affiliated" in said.casefold()
    assert "DataMeet" in dialog.findChild(QTextBrowser).toPlainText()
    dialog.close()


def test_problems_are_told_by_file_and_field_and_can_be_dismissed(opened):
    window, _, port, _ = opened()
    lines = ["plants.geojson, plant.aluva, name: expected text, got 7", "volumes.geojson: <b>bold</b>"]
    window.problems.report("2 problems in the data; the last good data stay.", lines)
    assert window.problems.isVisible()
    assert "2 problems in the data" in words(window.problems)
    buttons = {button.text(): button for button in window.problems.findChildren(QPushButton)}
    shown = window.problems.findChild(QPlainTextEdit)
    assert not shown.isVisible()
    buttons["Show all 2"].click()
    assert shown.isVisible()
    assert shown.toPlainText() == "\n".join(lines)
    buttons["Reload data"].click()
    assert port.calls == [("reload",)]
    buttons["Dismiss"].click()
    assert not window.problems.isVisible()


def test_every_label_of_the_window_shows_text_and_never_markup(opened):
    window, store, *_ = opened()
    from desktop.commands import go

    go.select(store, "flow.in-jp.re")
    settle()
    rich = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()
    ]
    assert rich == []
