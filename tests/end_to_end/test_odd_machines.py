"""What a machine lacks, such as a display, a console, letters or layers, is told in one clear line."""

import subprocess
import sys

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from program import run

from desktop.sheets.carrying import KEY

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only X has displays with numbers")


def lines(ended) -> list[str]:
    """Give what the atlas itself said."""
    return [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas")]


@ON_LINUX
@pytest.mark.parametrize("words", [("open",), ("snapshot", "--out", "map.png")], ids=["open", "snapshot"])
def test_a_display_that_does_not_answer_is_one_line_and_no_crash(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    ended = run(*words, DISPLAY=":987", WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    (line,) = lines(ended)
    assert ended.returncode == 2
    assert "Qt cannot start here: could not connect to display :987" in line
    assert "irel-atlas snapshot" in line
    assert list(tmp_path.iterdir()) == []


def test_letters_that_a_pipe_does_not_have_are_told_as_codes(tmp_path):
    ended = run("check", "--scenario", tmp_path / "2024 → 2030.json", PYTHONIOENCODING="ascii")
    assert ended.returncode == 1
    assert "2024 \\u2192 2030.json" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_binding_that_is_none_of_ours_is_one_line():
    ended = run("check", QT_API="tk")
    assert ended.returncode == 2
    assert lines(ended) == ["irel-atlas: QT_API: expected pyside6 or pyqt5, got 'tk'"]


WITHOUT_CONSOLE = """
import sys
sys.stdout = sys.stderr = None
from desktop.cli import main
sys.exit(main(["check"]))
"""


def test_a_program_without_a_console_ends_well():
    ended = subprocess.run([sys.executable, "-c", WITHOUT_CONSOLE], check=False)
    assert ended.returncode == 0


@ON_LINUX
def test_a_sheet_drawn_without_a_display_says_nothing_of_the_screen_that_is_not_there(tmp_path):
    nothing: dict[str, str | None] = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    ended = run("snapshot", "--out", tmp_path / "map.svg", **nothing)
    assert not [word for word in ("QRhi", "RHI", "ERROR:", "Sandboxing") if word in ended.stderr]


def test_a_folder_without_any_layer_is_one_line(tmp_path):
    ended = run("export", "--data", tmp_path, "--out", tmp_path / "figures.csv")
    assert ended.returncode == 1
    (line,) = ended.stderr.splitlines()
    assert line.startswith(f"{tmp_path}: expected a folder of layers, got none of plants.geojson")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("snapshot", "--out", "map.png", "--year", "soon"), "expected a year such as 2024, got 'soon'"),
        (("snapshot", "--out", "map.png", "--dpi", "fine"), "expected a number, got 'fine'"),
        (("snapshot", "--out", "map.png", "--foo"), "unrecognized arguments: --foo"),
        (("snapshot", "--out", "map.png", "--show", "north", "--hide", "north"), "shown or hidden, got both"),
        (("snapshot", "--out", "map.png", "--bare", "--title", "x"), "the map alone, got --title with it"),
        (("snapshot", "--out", "map.png", "--compare", "2024:now"), "two years, two days or two scenarios"),
        (
            ("snapshot", "--out", "map.png", "--compare", "2024:2024"),
            "two sides that differ, got",
        ),
        (("export", "--out", "figures.csv", "--year", "1960"), "expected one that has figures, got 1960"),
    ],
)
def test_what_contradicts_itself_or_is_no_number_is_one_line(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ended = run(*words)
    (line,) = lines(ended)
    assert ended.returncode == 2
    assert said in line
    assert list(tmp_path.iterdir()) == []


@ON_LINUX
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("snapshot", "--out"), "cannot write"),
        (("page", "--out"), "cannot write"),
        (("export", "--out"), "could not be written"),
        (("check", "--data"), "cannot open"),
        (("snapshot", "--out", "map.png", "--scenario"), "cannot open"),
        (("audit",), "cannot open"),
    ],
)
def test_a_name_that_no_file_can_have_is_one_line(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ending = {"page": ".html", "export": ".csv"}.get(words[0], ".png")
    ended = run(*words, "y" * 300 + ending)
    (line,) = lines(ended)
    assert ended.returncode == 2
    assert said in line
    assert line.endswith(("File name too long", "File name too long."))
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_is_damaged_cannot_be_audited(tmp_path):
    sheet, about = tmp_path / "sheet.png", PngInfo()
    about.add_itxt(KEY, "{", zip=False)
    Image.new("RGB", (8, 8)).save(sheet, pnginfo=about)
    ended = run("audit", sheet)
    assert (ended.returncode, ended.stdout) == (2, "")
    (line,) = lines(ended)
    assert line.startswith(f"irel-atlas: cannot audit {sheet}: ")
