"""Films: the slider's steps and a story's, read back with Pillow and ffprobe, and whole or not there."""

import io
import json
import os
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, ImageChops, ImageStat
from qtpy.QtCore import QEventLoop, QTimer
from stage import new_store

from desktop.asking import deriver, opening_atlas
from desktop.commands import years
from desktop.sheets.encoders import ENCODERS, choose_encoder, encoding, find_ffmpeg
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.film import Manner, film_of_sheets, film_of_years, reading_s
from desktop.sheets.film_limits import check_film, kind_of
from desktop.sheets.filming import FilmMaker, write_film
from desktop.sheets.mp4 import holding
from desktop.sheets.reopening import reopen
from desktop.sheets.series import SheetSeries
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.standing import stand_still
from desktop.state.atlas import Clock
from desktop.state.sheet_options import SheetOptions
from desktop.state.telling import alt_text
from geodata.reading import read

SIZE = (960, 540)
YEARS = (2023, 2026)
COUNT = 4
NOTHING = 0.0
PALETTE = 1.0
"""How far 256 colours may lie from the sheet's, on average, of 255."""
CHROMA = 3.0
"""How far MP4 may: colours have half the resolution there."""


@cache
def dataset():
    found = read().dataset
    assert found is not None
    return found


@cache
def derive():
    return deriver(dataset())


@cache
def atlas():
    return opening_atlas(dataset())


def at_year(year):
    return replace(atlas(), clock=replace(atlas().clock, year=year))


def years_film(first=YEARS[0], last=YEARS[1], size_px=SIZE, **manner):
    return film_of_years(atlas(), derive(), first, last, Manner(size_px, **manner))


@cache
def caption():
    return "In April 2025 China put seven rare earths under licence; magnets for India waited for months."


def story_film():
    frames = [derive()(at_year(year)) for year in (1950, 2025)]
    captions = ("", caption())
    sheets = [
        SheetRequest(frame, atlas().view.bounds, SIZE, options=SheetOptions(caption=words))
        for frame, words in zip(frames, captions, strict=True)
    ]
    return film_of_sheets("From sand to magnet", sheets, Manner(SIZE))


def make(sheets, film, path, told=lambda _done, _total: None):
    """Make a film and give its sentence, or what went wrong."""
    maker = FilmMaker(sheets.printer)
    try:
        return sheets.wait(lambda end: maker.make(film, path, told, end, end))
    finally:
        maker.close()


def pictures_of(path):
    with Image.open(path) as film:
        pictures = []
        for number in range(film.n_frames):
            film.seek(number)
            film.load()  # WebP tells its time only then
            pictures.append((film.convert("RGB"), film.info["duration"]))
        return pictures


def distance(picture, other):
    return max(ImageStat.Stat(ImageChops.difference(picture, other)).mean)


def wanted(sheets, film):
    """List the sheets that a film shows: those of its years, with the map at one place."""
    return sheets.wait(lambda end: stand_still(SheetSeries(sheets.printer), film.requests, end, end))


def sheet_of(sheets, request):
    return Image.open(io.BytesIO(sheets.make(request))).convert("RGB")


def probe(path):
    words = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path]
    return json.loads(subprocess.run(words, check=True, capture_output=True).stdout)


def picture_at(path, second):
    words = ["ffmpeg", "-v", "error", "-ss", str(second), "-i", path, "-frames:v", "1", "-f", "image2pipe"]
    png = subprocess.run([*words, "-c:v", "png", "-"], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize(("kind", "tolerance"), [("gif", PALETTE), ("webp", NOTHING)])
def test_a_moving_picture_has_the_sliders_steps_each_as_its_sheet(sheets, tmp_path, kind, tolerance):
    path = tmp_path / f"years.{kind}"
    told = make(sheets, years_film(seconds=0.8), path)
    assert told == f"Wrote {path}: 4 pictures of 960×540, 3.2 s"
    found, requests = pictures_of(path), wanted(sheets, years_film())
    assert [duration for _, duration in found] == [800] * COUNT
    for (picture, _), request in zip(found, requests, strict=True):
        assert distance(picture, sheet_of(sheets, request)) <= tolerance
    assert distance(found[0][0], found[1][0]) > tolerance
    assert list(tmp_path.iterdir()) == [path]


def test_a_moving_picture_says_what_it_shows_and_of_which_data(sheets, tmp_path):
    frame = derive()(atlas())
    make(sheets, years_film(), tmp_path / "years.gif")
    make(sheets, years_film(), tmp_path / "years.webp")
    with Image.open(tmp_path / "years.gif") as film:
        gif = film.info["comment"].decode()
        assert film.info["loop"] == 0
    with Image.open(tmp_path / "years.webp") as film:
        webp = film.info["xmp"].decode()
    for words in (gif, webp):
        assert "2023 to 2026, a picture a year" in words
        assert f"Data of {frame.data_date.isoformat()}, digest {frame.digest}" in words
        assert "First picture: Map of India's rare earths in 2023: " in words
        assert "Last picture: Map of India's rare earths in 2026: " in words
        assert "4 proposed mines" in words
    assert alt_text(derive()(at_year(2026))) in webp
    assert "?" not in gif


def test_flat_colours_of_a_gif_are_the_sheets_own(sheets, tmp_path):
    path = tmp_path / "years.gif"
    make(sheets, years_film(2025, 2026), path)
    sheet = sheet_of(sheets, next(iter(years_film(2025, 2025).requests)))
    common = sorted(sheet.getcolors(1 << 24) or [], reverse=True)[:8]
    found = {colour for _, colour in pictures_of(path)[0][0].getcolors(1 << 24)}
    assert [colour for _, colour in common if colour not in found] == []


def test_mp4_as_ffprobe_reads_it(sheets, tmp_path):
    path = tmp_path / "years.mp4"
    told = make(sheets, years_film(seconds=0.5), path)
    encoder = choose_encoder(find_ffmpeg())
    assert told == f"Wrote {path}: 4 pictures of 960×540, 2 s, {encoder}"
    found = probe(path)
    (stream,), about = found["streams"], found["format"]
    assert (stream["width"], stream["height"], stream["pix_fmt"]) == (*SIZE, "yuv420p")
    assert (stream["nb_read_frames"], stream["avg_frame_rate"]) == ("20", "10/1")
    assert float(about["duration"]) == pytest.approx(2)
    assert encoder.name in stream["tags"]["encoder"]
    assert about["tags"]["title"] == "India's rare earths: who ships what to whom"
    assert "2023 to 2026, a picture a year" in about["tags"]["comment"]
    assert str(encoder) in about["tags"]["comment"]
    assert "creation_time" not in about["tags"]
    head = path.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat"), "players on the web would have to fetch all of it first"


def test_mp4_shows_each_year_for_its_time(sheets, tmp_path):
    path = tmp_path / "years.mp4"
    make(sheets, years_film(seconds=0.5), path)
    for number, request in enumerate(wanted(sheets, years_film())):
        sheet = sheet_of(sheets, request)
        for second in (number * 0.5 + 0.05, number * 0.5 + 0.4):
            assert distance(picture_at(path, second), sheet) <= CHROMA


@pytest.mark.parametrize("kind", ["mp4", "gif", "webp", "zip"])
def test_the_same_film_is_the_same_file(sheets, tmp_path, kind):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        make(sheets, years_film(2024, 2025), tmp_path / folder / f"years.{kind}")
    one, two = ((tmp_path / folder / f"years.{kind}").read_bytes() for folder in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda encoder: encoder.name)
def test_small_text_stays_legible_with_every_encoder_that_there_is(sheets, tmp_path, monkeypatch, encoder):
    listed = subprocess.run(["ffmpeg", "-v", "error", "-encoders"], capture_output=True, check=True).stdout
    if f" {encoder.name} ".encode() not in listed:
        pytest.skip(f"this ffmpeg has no {encoder.name}")
    monkeypatch.setattr("desktop.sheets.encoders.ENCODERS", (encoder,))
    path = tmp_path / "years.mp4"
    make(sheets, years_film(2024, 2025), path)
    sheet = sheet_of(sheets, list(years_film(2024, 2025).requests)[1])
    foot = (0, 490, 960, 540)
    grey = [picture.crop(foot).convert("L") for picture in (picture_at(path, 1.5), sheet)]
    assert distance(*grey) <= CHROMA
    assert str(encoder) in probe(path)["format"]["tags"]["comment"]


def test_pictures_in_a_folder_are_the_exports_of_their_years(sheets, tmp_path):
    path = tmp_path / "years"
    path.mkdir()
    assert make(sheets, years_film(), path) == f"Wrote {path}: 4 pictures of 960×540"
    names = [f"years-000{number}.png" for number in (1, 2, 3, 4)]
    assert sorted(found.name for found in path.iterdir()) == names
    for name, request in zip(names, wanted(sheets, years_film()), strict=True):
        assert (path / name).read_bytes() == sheets.make(request)


def test_each_picture_of_a_zip_brings_its_year_back(sheets, tmp_path):
    make(sheets, years_film(), tmp_path / "years.zip")
    with ZipFile(tmp_path / "years.zip") as archive:
        archive.extractall(tmp_path)
    for number, year in enumerate(range(YEARS[0], YEARS[1] + 1), 1):
        found = reopen(tmp_path / f"years-{number:04d}.png", derive()(atlas()), derive())
        assert found.atlas.clock.year == year


def test_a_stripped_film_brings_nothing_back_and_names_no_digest(sheets, tmp_path):
    make(sheets, years_film(2025, 2025, carrying=False), tmp_path / "bare")
    with pytest.raises(SheetError):
        reopen(tmp_path / "bare" / "bare-0001.png", derive()(atlas()), derive())
    assert "digest" not in years_film(carrying=False).comment()


def test_a_step_of_a_story_is_held_as_long_as_it_takes_to_read(sheets, tmp_path):
    path = tmp_path / "story.gif"
    assert reading_s("") < reading_s(caption()) < 10
    told = make(sheets, story_film(), path)
    assert "2 pictures" in told
    durations = [duration for _, duration in pictures_of(path)]
    assert durations == [2000, round(reading_s(caption()) * 1000)]


def test_each_picture_has_the_frame_that_the_screen_has(words_of, sheets):
    for year, request in zip(range(2009, 2031), years_film(2009, 2030).requests, strict=True):
        frame = derive()(at_year(year))
        assert request.frame is frame
        assert request.bounds == atlas().view.bounds
    target = next(iter(years_film(2030, 2030).requests))
    told = words_of(sheets.svg(target.frame, target.bounds, target.size_px))
    assert "2030" in told
    assert any("nothing is actual yet" in words for words in told)
    assert [entry.text for entry in target.frame.legend if entry.text not in " ".join(told)] == []


@pytest.mark.parametrize(("fiscal", "since"), [(False, None), (True, None), (False, 2005), (True, 2005)])
def test_each_picture_is_a_step_of_the_slider_whatever_the_clock_counts(fiscal, since):
    store = new_store(2008)
    clock = Clock(2008, mode="instant" if since is None else "range", since=since, fiscal=fiscal)
    store.change("Count", replace(store.atlas, clock=clock))
    film = film_of_years(store.atlas, store.frame_of, 2008, 2012, Manner(SIZE))
    for request in film.requests:
        assert request.frame.year_label == store.frame.year_label
        assert request.frame.events == store.frame.events
        years.step(store, 1)
    assert film.shows == ("FY2007-08 to FY2011-12" if fiscal else "2008 to 2012") + ", a picture a year"


def test_progress_is_told_picture_by_picture(sheets, tmp_path):
    told = []
    make(sheets, years_film(), tmp_path / "years.zip", lambda *step: told.append(step))
    assert told == [(done, COUNT) for done in range(COUNT + 1)]


@pytest.mark.parametrize("name", ["years.mp4", "years.gif", "years.webp", "years.zip", "years"])
def test_a_film_cancelled_in_the_middle_leaves_the_old_file(sheets, tmp_path, name):
    path = tmp_path / name
    if path.suffix:
        path.write_bytes(b"old")
    maker = FilmMaker(sheets.printer)

    def told(done, _total):
        if done == 2:
            maker.cancel()

    result = sheets.wait(lambda end: maker.make(years_film(), path, told, end, end))
    assert isinstance(result, SheetCancelledError)
    assert not maker.is_busy
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([b"old"] if path.suffix else [])


def test_a_closed_maker_calls_nobody_and_leaves_nothing(sheets, tmp_path):
    maker, told = FilmMaker(sheets.printer), []
    maker.make(years_film(), tmp_path / "years.mp4", lambda *_: None, told.append, told.append)
    maker.close()
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec_()
    assert told == []
    assert list(tmp_path.iterdir()) == []


def test_one_film_at_a_time(sheets, tmp_path):
    maker, told = FilmMaker(sheets.printer), []

    def both(end):
        maker.make(years_film(), tmp_path / "one.zip", lambda *_: None, end, end)
        maker.make(years_film(), tmp_path / "two.zip", lambda *_: None, told.append, told.append)

    assert sheets.wait(both).startswith("Wrote")
    assert "one is being made" in str(told[0])
    assert [found.name for found in tmp_path.iterdir()] == ["one.zip"]


def test_without_ffmpeg_one_line_says_what_to_install(sheets, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    told = make(sheets, years_film(), tmp_path / "years.mp4")
    assert isinstance(told, SheetError)
    assert "apt install ffmpeg" in str(told)
    assert "\n" not in str(told)
    assert list(tmp_path.iterdir()) == []


def a_program(folder: Path, lines: str) -> None:
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)


def test_an_ffmpeg_without_a_working_encoder_says_so(sheets, tmp_path, monkeypatch):
    a_program(tmp_path, 'case "$*" in *-encoders*) echo " V..... libx264 H.264";; *) exit 1;; esac')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    told = make(sheets, years_film(), tmp_path / "years.mp4")
    assert "none that works" in str(told)


def test_an_ffmpeg_that_stops_in_the_middle_is_quoted(sheets, tmp_path, monkeypatch):
    listing = 'case "$*" in *-encoders*) echo " V..... libx264 H.264"; exit 0;; *lavfi*) exit 0;; esac'
    a_program(tmp_path, f"{listing}\nhead -c 1000 > /dev/null; echo 'No space left on device' >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    told = make(sheets, years_film(), tmp_path / "years.mp4")
    assert str(told) == "ffmpeg could not write the film: No space left on device"
    assert [found.name for found in tmp_path.iterdir()] == ["ffmpeg"]


def test_every_encoder_is_asked_for_colours_and_bytes_that_do_not_vary():
    for encoder in ENCODERS:
        words = " ".join(encoding(encoder))
        assert "yuv420p" in words
        assert "+bitexact" in words


@pytest.mark.parametrize("beats", [(1,), (5, 5, 5), (3, 14, 1, 15), (2, 3) * 150])
def test_each_picture_of_an_mp4_is_held_for_its_time(beats):
    shades = [*range(len(beats)), len(beats) - 1]
    raw = b"".join(bytes([shade % 250, shade // 250, 0]) * 64 for shade in shades)
    taking = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "8x8", "-framerate", "10", "-i", "pipe:0"]
    filters = ",".join(holding([held / 10 for held in beats]))
    words = ["ffmpeg", "-v", "error", *taking, "-vf", filters, "-frames:v", str(sum(beats)), "-f", "rawvideo"]
    pictures = subprocess.run([*words, "-"], input=raw, check=True, capture_output=True).stdout
    shown = [pictures[at] + 250 * pictures[at + 1] for at in range(0, len(pictures), 8 * 8 * 3)]
    assert [shown.count(number) for number in range(len(beats))] == list(beats)
    assert shown == sorted(shown)


@pytest.mark.parametrize(("size_px", "years", "name", "why"), [
    ((3840, 2160), (1950, 2035), "a.gif", "megapixels in all pictures of a gif"),
    ((5000, 4000), (2024, 2025), "a.webp", "at most 4096x2304"),
    ((961, 541), (2024, 2025), "a.mp4", "even numbers"),
    ((960, 540), (2024, 2025), "a.avi", "got 'a.avi'"),
    ((960, 540), (2024, 2025), "no/a.gif", "there is no folder"),
    ((960, 540), (2024, 2025), "full", "files in it"),
])  # fmt: skip
def test_what_cannot_be_made_is_told_before_anything_is_drawn(sheets, tmp_path, size_px, years, name, why):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    told, drawn = [], []
    maker = FilmMaker(sheets.printer)
    film = years_film(*years, size_px=size_px)
    maker.make(film, tmp_path / name, lambda *_: drawn.append(1), told.append, told.append)
    assert why in str(told[0])
    assert "\n" not in str(told[0])
    assert drawn == []


def test_a_film_has_an_end(tmp_path):
    with pytest.raises(SheetError, match="at most 900 seconds"):
        check_film(years_film(2000, 2020, seconds=60), tmp_path / "long.mp4")
    with pytest.raises(SheetError, match=r"got 0\.05"):
        years_film(seconds=0.05)
    with pytest.raises(SheetError, match="earlier one first"):
        years_film(2025, 2024)
    with pytest.raises(SheetError, match="at least one step"):
        film_of_sheets("Nothing", [], Manner())
    sheet = next(iter(years_film(2025, 2025).requests))
    with pytest.raises(SheetError, match="at most 300 pictures"):
        check_film(film_of_sheets("Long", [sheet] * 301, Manner(SIZE)), tmp_path / "long.mp4")


def test_the_name_says_what_a_film_is(tmp_path):
    (tmp_path / "v1.2").mkdir()
    names = {
        "a.MP4": "mp4",
        "a.gif": "gif",
        "a.webp": "webp",
        "a.zip": "zip",
        "a": "folder",
        "v1.2": "folder",
    }
    assert {name: kind_of(tmp_path / name) for name in names} == names


def test_the_command_line_waits_for_its_film(engine, tmp_path):
    path = tmp_path / "years.gif"
    assert write_film(engine, years_film(2024, 2025), path).startswith(f"Wrote {path}")
    assert len(pictures_of(path)) == 2
    with pytest.raises(SheetError, match="there is no folder"):
        write_film(engine, years_film(), tmp_path / "no" / "years.gif")
