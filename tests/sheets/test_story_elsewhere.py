"""The bundled story in every format, opened in programs that are not ours: they find what its frames say."""

import io
import json
import subprocess
import zipfile
from base64 import b64decode, b64encode
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from chromium import Chromium, Tab
from frame_words import missing_in
from office import saved
from PIL import Image
from stage import dataset

from desktop.asking import deriver
from desktop.services.stories import bundled
from desktop.services.story_sheets import step_atlas, story_requests
from desktop.sheets.binding import Deck, bind
from desktop.sheets.film import Manner, film_of_sheets
from desktop.sheets.filming import write_film
from desktop.sheets.page import write_page

STORY, DERIVE = bundled(), deriver(dataset())
STEPS = range(len(STORY.steps))
SIZE, FILMED = (1920, 1080), (960, 540)
SMALL = (480, 270)
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


def run(*words) -> bytes:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


def small(picture) -> np.ndarray:
    return np.asarray(picture.convert("RGB").resize(SMALL), dtype=float)


def probe(path) -> dict:
    """Ask ffprobe for the one stream of a picture or a film."""
    found = json.loads(run("ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", path))
    (stream,) = found["streams"]
    return stream


def decoded(path, *seek) -> Image.Image:
    """Let ffmpeg decode one picture."""
    png = run(
        "ffmpeg", "-v", "error", *seek, "-i", path, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"
    )
    return Image.open(io.BytesIO(png))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("story")


@pytest.fixture(scope="module")
def made(sheets, folder):
    """Draw each step as PNG, PDF and SVG; gives the files of a format, in the story's order."""

    def make(kind) -> list[Path]:
        paths = [folder / f"step-{number}.{kind}" for number in STEPS]
        for path, request in zip(paths, story_requests(STORY, DERIVE, SIZE, kind=kind), strict=True):
            path.write_bytes(sheets.make(request))
        return paths

    return {kind: make(kind) for kind in ("png", "pdf", "svg")}


@pytest.fixture(scope="module")
def frames():
    return [DERIVE(step_atlas(step, DERIVE)) for step in STORY.steps]


@pytest.fixture(scope="module")
def seen(made):
    """Each step as poppler draws its PDF, for whatever has pixels and no words."""
    drawn = []
    for path in made["pdf"]:
        size = ("-scale-to-x", FILMED[0], "-scale-to-y", FILMED[1])
        drawn.append(small(Image.open(io.BytesIO(run("pdftoppm", "-png", "-singlefile", *size, path)))))
    return drawn


@pytest.fixture(scope="module")
def tab(tmp_path_factory):
    with Chromium(tmp_path_factory.mktemp("chromium")) as browser:
        tab = Tab(browser)
        yield tab
        assert tab.complaints() == []


def is_of(picture, seen) -> int:
    """Say which step a picture shows: the one whose PDF it is most like, and that by far."""
    distances = [float(np.abs(small(picture) - other).mean()) for other in seen]
    best, second, *_ = sorted(distances)
    assert best < 4
    assert 1.5 * best < second
    return distances.index(best)


def test_poppler_reads_in_each_pdf_what_its_frame_says(made, frames):
    for path, frame in zip(made["pdf"], frames, strict=True):
        assert missing_in(run("pdftotext", path, "-").decode(), frame) == set(), path.name
        assert b"Pages:           1\n" in run("pdfinfo", path)
        fonts = run("pdffonts", path).decode().splitlines()[2:]
        assert fonts
        assert all(line.split()[-5] == "yes" for line in fonts), "a font is not embedded"


def test_ffmpeg_and_chromium_see_in_each_png_the_page_that_poppler_draws(made, seen, tab):
    for number, path in enumerate(made["png"]):
        stream = probe(path)
        assert (stream["codec_name"], stream["width"], stream["height"]) == ("png", *SIZE)
        assert is_of(decoded(path), seen) == number
        visit(tab, path)
        assert tab.run("[document.images[0].naturalWidth, document.images[0].naturalHeight]") == list(SIZE)


def test_rsvg_draws_each_svg_as_its_page_and_chromium_reads_its_words(made, seen, frames, tab):
    for number, (path, frame) in enumerate(zip(made["svg"], frames, strict=True)):
        drawn = run("rsvg-convert", "-w", FILMED[0], path)
        distances = [np.abs(small(Image.open(io.BytesIO(drawn))) - other).mean() for other in seen]
        assert distances.index(min(distances)) == number
        visit(tab, path)
        words = tab.run("[...document.querySelectorAll('text')].map(text => text.textContent).join(' ')")
        assert missing_in(words, frame) == set(), path.name


def visit(tab, path):
    """Open a file that is no page of ours."""
    tab.ask("Page.navigate", url=path.as_uri())
    tab.wait(f"location.href === '{path.as_uri()}' && document.readyState === 'complete'")


@pytest.fixture(scope="module")
def office(sheets, folder):
    """Let LibreOffice open the deck and tell what it found: a page of its own format for each slide."""
    requests = tuple(story_requests(STORY, DERIVE, (3840, 2160)))
    deck = Deck(STORY.title, requests, "pptx")
    path = folder / "talk.pptx"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    found = ET.parse(saved(path, folder, "fodp"))
    return list(found.getroot().iter(f"{DRAW}page"))


def test_libreoffice_finds_on_each_slide_what_its_frame_says(office, frames):
    assert len(office) == len(STEPS)
    for step, slide, frame in zip(STORY.steps, office, frames, strict=True):
        words = " ".join(slide.itertext())
        assert missing_in(words, frame) == set(), step.name
        assert step.name in words
        assert len(list(slide.iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table"))) == 1
        assert len(list(slide.iter("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc"))) >= 1


def test_poppler_reads_every_page_of_the_document(sheets, frames, folder):
    deck = Deck(STORY.title, tuple(story_requests(STORY, DERIVE, SIZE)), "pdf")
    path = folder / "talk.pdf"
    path.write_bytes(bind(deck, [sheets.make(request) for request in deck.requests]))
    assert f"Pages:           {len(STEPS)}\n".encode() in run("pdfinfo", path)
    for page, frame in enumerate(frames, 1):
        assert missing_in(run("pdftotext", "-f", page, "-l", page, path, "-").decode(), frame) == set(), page


@pytest.mark.parametrize("number", [0, 4, len(STEPS) - 1])
def test_chromium_reads_in_the_page_what_the_frame_of_its_step_says(tab, frames, folder, number):
    path = folder / f"step-{number}.html"
    write_page(step_atlas(STORY.steps[number], DERIVE), DERIVE, path)
    tab.open(path)
    tab.click_on("document.querySelector('#tab-text')")
    parts = "#years, #figures, #legend, #text"
    words = tab.run(f"[...document.querySelectorAll('{parts}')].map(part => part.textContent).join(' ')")
    assert missing_in(words, frames[number]) == set()
    drawn = tab.run(
        "[...document.querySelectorAll('.flows > g')].map(flow => flow.getAttribute('aria-label'))"
    )
    assert len(drawn) == len(frames[number].flows)


@pytest.fixture(scope="module")
def filmed(engine, folder):
    """Film the story; gives its file, and the film."""

    def make(kind):
        film = film_of_sheets(STORY.title, story_requests(STORY, DERIVE, FILMED), Manner(FILMED))
        path = folder / f"film.{kind}"
        write_film(engine, film, path)
        return path, film

    return make


def test_ffmpeg_sees_each_step_in_the_mp4_for_its_time(filmed, seen):
    path, film = filmed("mp4")
    stream = probe(path)
    assert (stream["width"], stream["height"], stream["pix_fmt"]) == (*FILMED, "yuv420p")
    assert float(stream["duration"]) == pytest.approx(film.length_s)
    ends = accumulate(film.seconds)
    middles = [end - held / 2 for end, held in zip(ends, film.seconds, strict=True)]
    assert [is_of(decoded(path, "-ss", f"{middle:.2f}"), seen) for middle in middles] == list(STEPS)


def test_ffmpeg_sees_each_step_in_the_gif(filmed, seen, tmp_path):
    path, _film = filmed("gif")
    run("ffmpeg", "-v", "error", "-i", path, "-fps_mode", "passthrough", tmp_path / "%02d.png")
    assert [is_of(Image.open(one), seen) for one in sorted(tmp_path.iterdir())] == list(STEPS)


def test_ffmpeg_sees_each_step_in_the_pictures(filmed, seen, tmp_path):
    path, _film = filmed("zip")
    with zipfile.ZipFile(path) as series:
        series.extractall(tmp_path)
    assert [is_of(decoded(one), seen) for one in sorted(tmp_path.rglob("*.png"))] == list(STEPS)


DECODED = """(async data => {
  const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
  const decoder = new ImageDecoder({ type: 'image/webp', data: bytes });
  await decoder.tracks.ready;
  const canvas = document.createElement('canvas'), pictures = [];
  for (let i = 0; i < decoder.tracks.selectedTrack.frameCount; i++) {
    const { image } = await decoder.decode({ frameIndex: i });
    Object.assign(canvas, { width: image.displayWidth, height: image.displayHeight });
    canvas.getContext('2d').drawImage(image, 0, 0);
    pictures.push(canvas.toDataURL('image/png').split(',')[1]);
  }
  return pictures;
})"""


def test_chromium_sees_each_step_in_the_webp(filmed, seen, made, tab):
    path, _film = filmed("webp")
    visit(tab, made["png"][0])
    found = tab.run(f"{DECODED}('{b64encode(path.read_bytes()).decode()}')")
    pictures = [Image.open(io.BytesIO(b64decode(one))) for one in found]
    assert [picture.size for picture in pictures] == [FILMED] * len(STEPS)
    assert [is_of(picture, seen) for picture in pictures] == list(STEPS)
