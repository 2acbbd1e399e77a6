"""Films from the command line: without a display, each error one line, and nothing left of a stopped one."""

import os
import signal
import subprocess
import sys
import time

import pytest
from PIL import Image
from program import PROGRAM, run

from desktop.sheets.carried import carried_in
from desktop.state.sheet_options import AT_FIRST

PATIENCE_S = 60


def lines(ended) -> list[str]:
    """Give what the atlas itself said: not what Qt and Chromium say of this machine."""
    return [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas")]


def test_a_range_of_years_becomes_a_film(tmp_path):
    film = tmp_path / "years.gif"
    ended = run("film", "--years", "2024-2026", "--out", film, "--size", "640x360", "--seconds", "0.5")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == f"Wrote {film}: 3 pictures of 640×360, 1.5 s"
    with Image.open(film) as pictures:
        assert (pictures.n_frames, pictures.size) == (3, (640, 360))


def test_the_story_that_comes_with_the_atlas_becomes_a_film(tmp_path):
    film = tmp_path / "story.mp4"
    ended = run("film", "--story", "bundled", "--out", film, "--size", "640x360", "--theme", "dark")
    assert ended.returncode == 0, ended.stderr
    assert "by lib" in ended.stdout, "which encoder made it"
    asked = ["ffprobe", "-v", "error", "-show_entries", "format_tags=title,comment", "-of", "csv=p=0", film]
    about = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert "of a story" in about
    assert list(tmp_path.iterdir()) == [film]


def test_a_presenters_own_words_stand_on_every_picture_and_in_what_it_carries(tmp_path):
    words = ("--title", "Ours", "--footer", "Room 4", "--hide", "chart,headlines", "--show", "north")
    ended = run("film", "--years", "2024-2025", "--out", tmp_path / "film", "--size", "960x540", *words)
    assert ended.returncode == 0, ended.stderr
    first, second = sorted((tmp_path / "film").iterdir())
    for picture in (first, second):
        (one,) = carried_in(picture)
        options = one.session.options
        assert (options.title, options.footer) == ("Ours", "Room 4")
        assert options.elements == (AT_FIRST | {"north"}) - {"chart", "headlines"}


def test_the_presenter_check_looks_over_films_and_its_warnings_are_kept(tmp_path):
    strict = run("film", "--years", "2029-2030", "--out", tmp_path / "no.webp", "--strict")
    assert strict.returncode == 1
    assert lines(strict)[-1] == "irel-atlas: nothing was written: it was to be without warnings"
    assert list(tmp_path.iterdir()) == []
    film = tmp_path / "years.mp4"
    ended = run("film", "--years", "2029-2030", "--out", film, "--size", "640x360")
    assert ended.returncode == 0, ended.stderr
    told = [line for line in lines(ended) if line.startswith("irel-atlas: warning: ")]
    assert any("sheets 1 (2029), 2 (2030): " in line for line in told), "each once"
    assert len(set(told)) == len(told)
    asked = ["ffprobe", "-v", "error", "-show_entries", "format_tags=comment", "-of", "csv=p=0", film]
    assert "Exported over " in subprocess.run(asked, check=True, capture_output=True, text=True).stdout


ERRORS = {
    "neither years nor story": ((), ("--years", "--story")),
    "both": (("--years", "2024", "--story", "bundled"), ("not allowed with",)),
    "years turned round": (("--years", "2025-2024"), ("earlier one first", "2025-2024")),
    "years outside the clock": (("--years", "1900-2024"), ("1950 to 2035", "1900")),
    "no years": (("--years", "lately"), ("FIRST-LAST", "lately")),
    "held too long": (("--years", "2024", "--seconds", "600"), ("0.1 to 60", "600")),
    "held for no time": (("--years", "2024", "--seconds", "nan"), ("0.1 to 60", "nan")),
    "too large": (("--years", "2024", "--size", "8000x5000"), ("4096x2304", "8000x5000")),
    "no story": (("--story", "no.json"), ("no.json", "No such file")),
    "a title of a story": (("--story", "bundled", "--title", "Ours"), ("title", "of their own")),
    "no year": (("--years", "2024", "--hide", "year"), ("hide", "other than the year")),
    "an element that is none": (("--years", "2024", "--hide", "clouds"), ("hide", "clouds")),
    "a logo that is none": (("--years", "2024", "--logo", "none.png"), ("none.png",)),
    "layers of a story": (("--story", "bundled", "--layers", "plants"), ("story", "of their own")),
}


@pytest.mark.parametrize(("words", "said"), ERRORS.values(), ids=ERRORS)
def test_whatever_is_asked_wrongly_is_one_line_and_leaves_no_file(tmp_path, words, said):
    ended = run("film", "--out", tmp_path / "film.webp", *words)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert all(word in line for word in said), line
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_story_is_told(tmp_path):
    foreign = tmp_path / "other.json"
    foreign.write_text('{"format": "recipe"}')
    ended = run("film", "--out", tmp_path / "film.webp", "--story", foreign)
    assert ended.returncode == 2
    assert "expected JSON of IREL Atlas" in lines(ended)[0]


def test_the_help_has_examples():
    ended = run("film", "--help")
    assert ended.returncode == 0
    assert "irel-atlas film --years 2005-2025 --out years.mp4" in ended.stdout
    assert "--story bundled" in ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_ctrl_c_leaves_nothing(tmp_path):
    words = [PROGRAM, "film", "--years", "1950-2035", "--out", tmp_path / "all.mp4"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + PATIENCE_S
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all that was started from it hears it
    _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2
    assert "irel-atlas: cancelled: nothing was written" in said.splitlines()
    assert list(tmp_path.iterdir()) == []
