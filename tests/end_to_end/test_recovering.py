"""The atlas is killed: the next start offers what was seen, until it is taken or dismissed."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from driver import application
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtWidgets import QLabel, QPushButton

from desktop.services.autosaved import left_behind

DOOMED = Path(__file__).parents[1] / "driving" / "doomed.py"
OFFER = re.compile(
    r"The atlas ended without being closed\. Recover the session of \d{1,2} [A-Z][a-z]{2}, \d\d:\d\d\?"
)


@pytest.fixture(scope="module", autouse=True)
def _display():
    """Stay connected to the display: one that nobody is connected to any more begins anew."""
    application()


def killed(tmp_path, year: int, title: str = "") -> None:
    """Let a process of its own work until that is kept, and kill it."""
    words = [sys.executable, str(DOOMED), str(tmp_path / "window.json"), str(year), title]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(DOOMED.parent), str(DOOMED.parents[2])])}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    said = process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert said == "kept\n"


def kept(tmp_path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "recovery").glob("*.atlas"))


def texts(tmp_path) -> list[str]:
    return [path.read_text() for path in (tmp_path / "recovery").glob("*.atlas")]


def offered(atlas) -> str:
    bar = atlas.window.offers
    return bar.findChildren(QLabel)[0].text() if bar.isVisible() else ""


def button(atlas, words):
    return next(one for one in atlas.window.offers.findChildren(QPushButton) if one.text() == words)


def test_enter_brings_back_what_was_seen_and_undo_takes_it_back(open_atlas, tmp_path):
    killed(tmp_path, 2012, "Told and lost")
    assert len(kept(tmp_path)) == 1
    atlas = open_atlas()
    assert OFFER.fullmatch(eventually(lambda: offered(atlas)))
    eventually(button(atlas, "Recover").hasFocus)
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.atlas.clock.year == 2012
    assert "other_sites" in atlas.store.atlas.layers.visible
    assert atlas.store.undo_name is not None
    assert atlas.store.undo_name.startswith("Recover the session of ")
    told = atlas.window.context.stories.book.telling
    assert (told.story.title, told.is_unsaved, told.place) == ("Told and lost", True, "")
    assert not atlas.window.offers.isVisible()
    assert atlas.window.focusWidget() is not None
    assert not atlas.action("file.recover-session").isEnabled()
    eventually(
        lambda: '"year": 2012' in "".join(map(Path.read_text, (tmp_path / "recovery").glob("*.atlas")))
    )
    atlas.do("edit.undo")
    assert atlas.store.atlas.clock.year == 2025
    atlas.window.context.stories.book.open(told.kept)
    atlas = open_atlas()
    assert kept(tmp_path) == []


def test_what_is_dismissed_is_gone_and_what_is_left_unanswered_is_offered_again(open_atlas, tmp_path):
    killed(tmp_path, 2010)
    atlas = open_atlas()
    eventually(lambda: offered(atlas))
    atlas = open_atlas()
    eventually(lambda: offered(atlas))
    atlas.key(Qt.Key.Key_Escape)
    assert not offered(atlas)
    assert atlas.store.atlas.clock.year == 2025
    assert kept(tmp_path) == []


def test_two_windows_killed_are_offered_one_after_the_other(open_atlas, tmp_path):
    killed(tmp_path, 2010)
    first = kept(tmp_path)
    killed(tmp_path, 2012)
    os.utime(tmp_path / "recovery" / first[0], (1e9, 1e9))
    atlas = open_atlas()
    assert len(kept(tmp_path)) == 2
    eventually(lambda: offered(atlas))
    atlas.do("file.recover-session")
    assert atlas.store.atlas.clock.year == 2012
    assert "Recover the session of 9 Sep" in eventually(lambda: offered(atlas))
    atlas.do("file.recover-session")
    assert atlas.store.atlas.clock.year == 2010
    assert not offered(atlas)


def test_a_window_that_lives_is_left_alone(open_atlas, tmp_path):
    killed(tmp_path, 2010)
    atlas = open_atlas()
    eventually(lambda: offered(atlas))
    recovery = atlas.window.context.recovery
    assert list(left_behind(tmp_path / "recovery")) == [], "it is on offer in a window already"
    atlas.do("view.graticule")
    recovery.autosave.write()
    eventually(lambda: len(kept(tmp_path)) == 2)
    assert list(left_behind(tmp_path / "recovery")) == []


@pytest.mark.parametrize("is_first", [True, False], ids=["only one", "with one before"])
def test_what_is_damaged_is_told_in_one_line_and_the_one_before_is_offered(open_atlas, tmp_path, is_first):
    killed(tmp_path, 2010)
    (path,) = (tmp_path / "recovery").glob("*.atlas")
    if not is_first:
        path.with_name(path.name + "~").write_bytes(path.read_bytes())
    else:
        path.with_name(path.name + "~").unlink(missing_ok=True)
    path.write_text(path.read_text()[:700])
    atlas = open_atlas()
    if is_first:
        bar = atlas.window.problems
        eventually(bar.isVisible)
        words = bar.findChildren(QLabel)[0].text()
        assert words.startswith("A session that was kept cannot be recovered (cannot open ")
        assert "\n" not in words
        assert atlas.store.atlas.clock.year == 2025
        assert kept(tmp_path) == ["damaged.atlas"]
    else:
        eventually(lambda: offered(atlas))
        atlas.do("file.recover-session")
        assert atlas.store.atlas.clock.year == 2010


def test_looking_without_touching_keeps_nothing_and_closing_leaves_nothing(open_atlas, tmp_path):
    atlas = open_atlas()
    autosave = atlas.window.context.recovery.autosave
    autosave.write()
    assert kept(tmp_path) == []
    atlas.do("view.graticule")
    eventually(lambda: kept(tmp_path))
    open_atlas()
    assert list((tmp_path / "recovery").iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told_once_and_stops_nothing(open_atlas, tmp_path):
    (tmp_path / "recovery").write_text("in the way")
    atlas = open_atlas()
    bar = atlas.window.problems
    atlas.do("view.graticule")
    eventually(bar.isVisible)
    assert (
        bar.findChildren(QLabel)[0].text().startswith("What you see is not kept against a sudden end: cannot")
    )
    bar.hide()
    atlas.do("view.graticule")
    atlas.window.context.recovery.autosave.write()
    atlas.painted(lambda: atlas.shortcut("Alt+Left"))
    assert not bar.isVisible()
