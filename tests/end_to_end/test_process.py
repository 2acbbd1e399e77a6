"""The program as a process of its own, in a new home: it opens, is closed, and ends with nothing to say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from driver import application
from patience import eventually
from program import PROGRAM, run
from qtpy.QtGui import QGuiApplication
from screen import Screen

ON_X = pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs an X display")
BAD = re.compile(
    r"Traceback|Warning|Fatal|Segmentation|Exception|QObject|QWidget|QPainter|QLayout|QTimer|QThread"
    r"|Release of profile|still not deleted|js:|Uncaught|destroyed",
)
"""What neither Python nor Qt may say; what Chromium says of the graphics of this machine is not ours."""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Start the atlas for the first time: nothing is kept, nothing remembered."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def screen():
    application()
    found = Screen()
    yield found
    found.close()


TITLE = "IREL Atlas"


def is_painted(window: int) -> bool:
    """Tell whether the map of a window is there, by how many colours a row of points through it has."""
    picture = QGuiApplication.primaryScreen().grabWindow(window).toImage()
    y = picture.height() // 2
    return len({picture.pixel(x, y) for x in range(300, picture.width() - 400, 3)}) > 8


@ON_X
@pytest.mark.parametrize("when", ["at once", "when the map is there", "when all is ready"])
def test_it_opens_closes_and_ends_with_nothing_to_say(home, screen, when):
    words = [str(PROGRAM), "open", "--year", "2024"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    try:
        eventually(lambda: screen.windows(TITLE))
        if when != "at once":
            eventually(lambda: any(map(is_painted, screen.windows(TITLE))), "the map was not painted")
        if when == "when all is ready":
            libraries = Path(f"/proc/{process.pid}/maps")
            eventually(lambda: "pyogrio" in libraries.read_text(), "what exports need was not made ready")
        eventually(lambda: is_closed(process, screen), "it does not end when it is closed")
    finally:
        process.kill()
        said = process.communicate()[1]
    assert process.returncode == 0, said
    assert [line for line in said.splitlines() if BAD.search(line)] == []
    assert (home / ".config" / "irel-atlas" / "window.json").is_file()


def is_closed(process, screen) -> bool:
    """Ask a program to close its windows, one of which Qt may be replacing by another; tell if it ended."""
    for window in screen.windows(TITLE):
        screen.ask_to_close(window)
    return process.poll() is not None


FORGETFUL = """
import sys
from desktop.app import Opening, Program, prepare_application
from qtpy.QtCore import QEventLoop, QTimer
application = prepare_application()
program, loop = Program(Opening()), QEventLoop()
program.map.painted.connect({when_painted})
look = QTimer(interval=1)
look.timeout.connect(lambda: "pandas.core.series" in sys.modules and loop.quit())
look.start()
program.window.show()
loop.exec_()
sys.exit(0)
"""


@ON_X
@pytest.mark.parametrize("when_painted", ["loop.quit", "print"], ids=["when painted", "while it imports"])
def test_a_script_that_does_not_close_it_ends_with_nothing_to_say(when_painted):
    script = FORGETFUL.format(when_painted=when_painted)
    done = subprocess.run([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0
    assert not BAD.search(done.stderr), done.stderr


@ON_X
def test_broken_data_are_told_and_no_window_opens(layers):
    (layers / "volumes.geojson").write_text("{", encoding="utf-8")
    ended = run("open", "--data", str(layers))
    assert ended.returncode == 1
    assert "volumes.geojson" in ended.stderr
    assert [line for line in ended.stderr.splitlines() if BAD.search(line)] == []


@ON_X
def test_a_year_outside_the_clock_is_told_in_one_sentence():
    ended = run("open", "--year", "1949")
    assert ended.returncode == 2
    assert "irel-atlas: year: expected 1950 to 2035, got 1949" in ended.stderr
    assert [line for line in ended.stderr.splitlines() if BAD.search(line)] == []


NO_DISPLAY: dict[str, str | None] = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


def test_without_a_display_it_says_what_to_do_instead():
    ended = run("open", **NO_DISPLAY)
    assert ended.returncode == 2
    assert ended.stderr.strip().count("\n") == 0
    assert "there is no display" in ended.stderr
    assert "snapshot" in ended.stderr


def test_without_a_display_a_sheet_is_drawn_or_the_engine_says_why_not(tmp_path):
    sheet = tmp_path / "sheet.svg"
    ended = run("snapshot", "--out", sheet, **NO_DISPLAY)
    if os.environ["QT_API"] == "pyqt5":
        assert ended.returncode == 2
        assert "PyQt5 draws only on a screen" in ended.stderr
        assert not sheet.exists()
    else:
        assert ended.returncode == 0, ended.stderr
        assert sheet.read_text(encoding="utf-8").startswith("<svg")
