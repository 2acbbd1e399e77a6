"""Decks from the command line: bound from a story, and audited when the data have moved on."""

import json
import os
import subprocess

import pikepdf
import pytest
from pptx import Presentation
from program import PROGRAM, run

from desktop.services.stories import bundled
from desktop.sheets.carried import carried_in
from desktop.state.story import Story
from desktop.state.story_file import story_text

MAGNETS, ALL_MAGNETS = "claim.cn-in-magnets-fy2025", "claim.world-in-magnets-fy2025-evmagz"
NEODYMIUM, JAPAN = "claim.nd-fy2025", "claim.in-jp-2024-sangri"


def lines(ended) -> list[str]:
    """Give what the atlas itself said: not what Qt and Chromium say of this machine."""
    return [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas")]


def edit(folder, file, claim, **fields):
    """Change a claim in a copy of the layers."""
    path = folder / f"{file}.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    (found,) = (one for one in layer["features"] if one["properties"]["id"] == claim)
    found["properties"].update(fields)
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")


def rename(folder, claim, other):
    """Give a claim another id wherever the layers name it."""
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(claim, other), encoding="utf-8")


def step_of(year):
    """Give the bundled story's first step of a year that shows trade."""
    steps = (step for step in bundled().steps if step.atlas.clock.year == year)
    return next(step for step in steps if "flows_from_china" in step.atlas.layers.visible)


@pytest.fixture
def story(tmp_path):
    """A story of two steps: one of 2024, and one of 2025."""
    path = tmp_path / "two.irel-story.json"
    path.write_text(story_text(Story("Two steps", (step_of(2024), step_of(2025)))), encoding="utf-8")
    return path


@pytest.fixture
def old(layers):
    """The layers as they may have been: another value, a target, a claim and a source that are gone now."""
    edit(layers, "trade_flows", MAGNETS, value=48000)
    edit(layers, "trade_flows", ALL_MAGNETS, source="src.indian-express-2025-06")
    edit(layers, "volumes", NEODYMIUM, value=60, status="target")
    rename(layers, JAPAN, "claim.in-jp-2024-first")
    return layers


def test_a_deck_of_older_data_is_audited_figure_by_figure(tmp_path, old, story):
    deck = tmp_path / "talk.pptx"
    ended = run("deck", "--data", old, "--story", story, "--out", deck)
    assert (ended.returncode, ended.stdout) == (0, f"Wrote {deck}: 2 slides\n"), ended.stderr
    ended = run("audit", deck)
    assert ended.returncode == 1, ended.stderr
    head, *told = ended.stdout.splitlines()
    assert head.startswith("talk.pptx: 2 pictures made by the atlas, 2 out of date. Of ")
    second = told.index("Slide 2, 2025")
    assert told[0] == "Slide 1, 2024"
    gone = "  Rare earths, India to Japan, 2024: over 1,000 t → no longer in the data"
    assert gone in told[:second]
    assert gone in told[second:]
    assert "  Permanent magnets, China to India, FY2024-25: about 48,000 t → about 50,000 t" in told[second:]
    known = "  Neodymium made, IREL, FY2024-25: about 60 t (target) → about 40 t (actual, "
    assert any(line.startswith(known) for line in told[second:])
    source = "  Permanent magnets, all origins to India, FY2024-25: The Indian Express → EVMagz"
    assert any(line.startswith(source) for line in told[second:])


def test_a_deck_of_these_data_is_fresh_and_stale_over_others(tmp_path, old, story):
    deck = tmp_path / "talk.pdf"
    assert run("deck", "--story", story, "--out", deck, "--size", "1920x1080").returncode == 0
    with pikepdf.open(deck) as pdf:
        assert len(pdf.pages) == 2
    ended = run("audit", deck)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[1::2] == ["Page 1, 2024", "Page 2, 2025"]
    assert run("audit", deck, "--data", old).returncode == 1


def test_theme_and_strip_are_obeyed_and_the_same_deck_is_the_same_bytes(tmp_path, story):
    first, again, bare = (tmp_path / f"{name}.pptx" for name in ("first", "again", "bare"))
    for path in (first, again):
        assert run("deck", "--story", story, "--out", path, "--theme", "dark").returncode == 0
    assert first.read_bytes() == again.read_bytes()
    assert run("deck", "--story", story, "--out", bare, "--strip").returncode == 0
    assert len(Presentation(bare).slides) == 2
    ended = run("audit", bare)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert "without what brings its view back" in line


@pytest.mark.skipif(os.environ.get("QT_API") == "pyqt5", reason="Qt 5's engine needs a screen")
def test_a_deck_is_made_where_there_is_no_display(tmp_path, story):
    deck = tmp_path / "talk.pptx"
    gone = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    ended = run("deck", "--story", story, "--out", deck, **gone)
    assert ended.returncode == 0, ended.stderr
    assert len(Presentation(deck).slides) == 2


def test_a_deck_is_looked_over_and_refused_where_it_is_to_be_without_warnings(tmp_path, story):
    deck = tmp_path / "talk.pptx"
    ended = run("deck", "--story", story, "--out", deck, "--strict")
    assert ended.returncode == 1
    assert lines(ended)[-1] == "irel-atlas: nothing was written: it was to be without warnings"
    assert not deck.exists()
    ended = run("deck", "--story", story, "--out", deck, "--footer", "Room 4")
    assert ended.returncode == 0
    assert all(line.startswith("irel-atlas: warning: sheet") for line in lines(ended))
    overridden = [one.session.overridden for one in carried_in(deck)]
    assert sum(map(len, overridden)) >= len(lines(ended)) > 0
    for slide in Presentation(deck).slides:
        assert "Room 4" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


ERRORS = {
    "another ending": (("--out", "talk.key"), ("format", ".pptx or .pdf", "talk.key")),
    "no slide": (("--out", "talk.pptx", "--size", "1000x1000"), ("size", "16:9", "1000x1000")),
    "no story": (("--out", "talk.pptx", "--story", "none.json"), ("cannot open none.json",)),
    "a folder that is not there": (("--out", "none/talk.pptx"), ("cannot write", "there is no folder")),
}


@pytest.mark.parametrize(("words", "said"), ERRORS.values(), ids=ERRORS)
def test_what_is_asked_wrongly_is_one_line_and_leaves_no_file(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ended = run("deck", "--story", "bundled", *words)
    assert ended.returncode == 2
    (line,) = lines(ended)
    assert all(word in line for word in said), line
    assert list(tmp_path.iterdir()) == []


def test_a_story_that_is_none_is_one_line(tmp_path):
    path = tmp_path / "story.json"
    path.write_text("{}", encoding="utf-8")
    ended = run("deck", "--story", path, "--out", tmp_path / "talk.pptx")
    assert ended.returncode == 2
    assert len(lines(ended)) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_who_reads_only_the_beginning_of_an_audit_is_not_told_of_broken_pipes(tmp_path, story):
    deck = tmp_path / "talk.pptx"
    assert run("deck", "--story", story, "--out", deck).returncode == 0
    words = [PROGRAM, "audit", deck]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


def test_what_cannot_be_audited_is_one_line(tmp_path, layers):
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "talk.pptx").write_bytes(b"PK\x03\x04 ppt/presentation.xml and then nothing")
    for name, said in (
        ("none.pptx", "No such file"),
        ("notes.txt", "a file of another kind"),
        ("talk.pptx", "expected a PPTX, got one that is damaged"),
    ):
        ended = run("audit", tmp_path / name)
        assert (ended.returncode, ended.stdout) == (2, "")
        (line,) = lines(ended)
        assert said in line
    (layers / "catalog.json").write_text("{", encoding="utf-8")
    assert run("audit", tmp_path / "talk.pptx", "--data", layers).returncode == 2


@pytest.mark.parametrize("command", ["deck", "audit"])
def test_help_has_examples(command):
    told = run(command, "--help").stdout
    assert told.count(f"irel-atlas {command} ") >= 3
