"""Slow work tells how far it has come, in the status bar of the real window, and can be cancelled."""

from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QLabel, QProgressBar, QPushButton
from widgets import settle

from desktop.window.progress import Progress


def bars(window):
    settle()
    return [found for found in window.status.findChildren(Progress) if found.isVisible()]


def show_at_once(progress):
    """Let the half second be over."""
    progress._patience.timeout.emit()


def test_quick_work_shows_nothing(opened):
    window, *_ = opened()
    progress = window.progress.begin("Writing a.png", list)
    assert bars(window) == []
    progress.end()
    assert not progress._patience.isActive()
    assert bars(window) == []
    assert window.status.findChildren(Progress) == []


def test_slow_work_shows_what_it_is_and_how_far(opened):
    window, *_ = opened()
    progress = window.progress.begin("Writing a.gif", list)
    show_at_once(progress)
    assert bars(window) == [progress]
    bar, words = progress.findChild(QProgressBar), progress.findChild(QLabel)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert words.text() == "Writing a.gif"
    progress.tell(3, 21, "2012")
    assert (bar.value(), bar.maximum(), words.text()) == (3, 21, "2012")
    progress.tell(4, 21)
    assert words.text() == "Writing a.gif"
    progress.end()
    assert bars(window) == []


def test_cancel_is_reached_by_keys_and_asks_once(opened):
    window, *_ = opened()
    asked = []
    progress = window.progress.begin("Writing a.gif", lambda: asked.append("cancel"))
    show_at_once(progress)
    button = progress.findChild(QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == ["cancel"]
    progress.tell(5, 21, "2013")
    assert progress.findChild(QLabel).text() == "Cancelling…"
    progress.end()
    progress.end()
    progress.tell(6, 21)


def test_two_works_stand_beside_one_another_and_the_bar_grows_no_higher(opened):
    window, *_ = opened()
    height = window.status.height()
    works = [window.progress.begin(f"Writing {name}", list) for name in ("a.png", "b.png")]
    for work in works:
        show_at_once(work)
    assert len(bars(window)) == 2
    assert window.status.height() <= height + 4
    works[0].end()
    assert bars(window) == [works[1]]
    works[1].end()
