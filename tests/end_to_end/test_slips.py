"""A slip of the program itself is told in the window, by whichever thread it came, and ends nothing."""

import sys

import pytest
from patience import eventually
from qtpy.QtCore import QRunnable, QThreadPool, QTimer
from qtpy.QtWidgets import QLabel, QPlainTextEdit

from desktop.slips import WORDS, Slips


def slip():
    raise LookupError("nobody thought of this")


class Slipping(QRunnable):
    def run(self):
        slip()


@pytest.fixture
def heard(atlas, monkeypatch, capsys):
    """The atlas, listening for slips as it does once it is open; what it told is taken away again."""
    slips = Slips(atlas.window.problems)
    monkeypatch.setattr(sys, "excepthook", slips.hear)
    yield atlas
    assert "LookupError: nobody thought of this" in capsys.readouterr().err
    atlas.window.problems.hide()


def look_at_report(atlas) -> None:
    bar = atlas.window.problems
    eventually(bar.isVisible, "nobody told that something slipped")
    assert bar.findChildren(QLabel)[0].text() == WORDS
    lines = atlas.widget(QPlainTextEdit, "Where it went wrong").toPlainText().splitlines()
    assert lines[-1] == "LookupError: nobody thought of this"
    assert any("test_slips.py" in line for line in lines)


def test_what_a_slot_raises_is_told_and_the_years_go_on(heard):
    QTimer.singleShot(0, slip)
    look_at_report(heard)
    year = heard.store.frame.year
    heard.painted(lambda: heard.shortcut("Alt+Right"))
    assert heard.store.frame.year == year + 1
    heard.do("edit.undo")


def test_what_another_thread_raises_is_told_as_well(heard):
    work = Slipping()
    QThreadPool.globalInstance().start(work)
    look_at_report(heard)
