"""Presenting on a second screen: the window goes there, and comes back as it was."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qtpy import API_NAME

DRIVING = Path(__file__).parents[1] / "driving"
SCREEN = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = [
    {**SCREEN, "name": "desk", "x": 0, "width": 1600, "height": 1000},
    {**SCREEN, "name": "projector", "x": 1600, "width": 1920, "height": 1080},
]


def walk(folder, screens) -> list[dict]:
    """Run the window on pretended screens; say where it was before, while and after."""
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    line = [sys.executable, str(DRIVING / "two_screens.py"), str(folder / "window.json")]
    paths = os.pathsep.join([str(DRIVING), str(DRIVING.parents[1]), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": paths}
    done = subprocess.run(line, env=env, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(API_NAME == "PyQt5", reason="Qt 5 pretends one screen only")
@pytest.mark.parametrize("count", [1, 2])
def test_it_fills_the_other_screen_and_comes_back_as_it_was(tmp_path, count):
    before, full, after = walk(tmp_path, SCREENS[:count])
    assert before["screen"] == "desk"
    assert full["is_full"]
    assert full["docks"] == {}
    assert (full["screen"], full["size"]) == (
        SCREENS[count - 1]["name"], [SCREENS[count - 1]["width"], SCREENS[count - 1]["height"]],
    )  # fmt: skip
    assert after == before
