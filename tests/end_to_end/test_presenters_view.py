"""With a second screen, the audience has one, and the presenter the other: step, next step, sources, time."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qtpy import API_NAME

from desktop.services.stories import bundled

DRIVING = Path(__file__).parents[1] / "driving"
SCREEN = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = [
    {**SCREEN, "name": "desk", "x": 0, "width": 1600, "height": 1000},
    {**SCREEN, "name": "projector", "x": 1600, "width": 1920, "height": 1080},
]
STEPS = bundled().steps


def presented(folder, count) -> list[dict]:
    """Present on pretended screens: at the first step, black, a key later, at the last, and afterwards."""
    (folder / "screens.json").write_text(json.dumps({"screens": SCREENS[:count]}), encoding="utf-8")
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    paths = os.pathsep.join([str(DRIVING), str(DRIVING.parents[1]), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": paths}
    line = [sys.executable, str(DRIVING / "two_presented.py"), str(folder)]
    done = subprocess.run(line, env=env, capture_output=True, text=True, timeout=150, check=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(API_NAME == "PyQt5", reason="Qt 5 pretends one screen only")
def test_the_presenter_sees_this_step_the_next_sources_and_the_time_on_the_own_screen(tmp_path):
    first, black, second, last, after = presented(tmp_path, 2)
    assert [state["screen"] for state in (first, second, last)] == ["projector"] * 3
    assert [state["own"] for state in (first, second, last)] == ["desk"] * 3
    assert {"1 / 10", STEPS[0].name, STEPS[0].caption, STEPS[1].name, STEPS[1].caption} <= set(first["words"])
    assert "The screen is black" in black["words"]
    assert "The screen is black" not in first["words"] + second["words"]
    assert {"2 / 10", STEPS[1].name, STEPS[2].name} <= set(second["words"])
    assert {"10 / 10", STEPS[9].name, "This is the last step."} <= set(last["words"])
    assert any(re.fullmatch(r"\d:\d\d", words) for words in first["words"])
    assert any(re.fullmatch(r"\d\d:\d\d", words) for words in first["words"])
    assert second["told"].startswith("India's rare earths in 1950")
    assert "Sources" in second["told"]
    assert (after["screen"], after["own"]) == ("desk", None)


@pytest.mark.skipif(API_NAME == "PyQt5", reason="Qt 5 cannot start a page on pretended screens")
def test_on_the_only_screen_there_is_no_second_window(tmp_path):
    assert [state["own"] for state in presented(tmp_path, 1)] == [None] * 4
