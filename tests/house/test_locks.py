import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / ".ci").glob("*.lock"))


def requirements(lock):
    """Split a lock into its requirements, each with the hashes that follow it."""
    text = re.sub(r"(?m)^ *#.*\n", "", lock.read_text(encoding="utf-8")).replace("\\\n", " ")
    return [line.split(" --hash=") for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_pins_everything_and_names_no_address(lock):
    entries = requirements(lock)
    assert len(entries) > 20
    assert all(re.fullmatch(r"[a-z0-9._-]+==\S+( ; .+)?", name.strip()) for name, *_ in entries)
    assert all(
        hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64} *", h) for h in hashes) for _, *hashes in entries
    )
    assert "://" not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize(("python", "version"), [("3.11", "6.11"), ("3.12", "6.1"), ("3.13", "6.1")])
def test_the_release_that_aborts_old_interpreters_is_not_installed_there(python, version):
    pinned = [Requirement(name) for name, *_ in requirements(ROOT / ".ci" / "requirements.lock")]
    surroundings = {"python_full_version": f"{python}.7", "python_version": python}
    chosen = [
        str(r.specifier)
        for r in pinned
        if r.name == "pyside6" and (r.marker is None or r.marker.evaluate(surroundings))
    ]
    assert len(chosen) == 1
    assert chosen[0].startswith(f"=={version}")


def test_the_second_engine_comes_without_the_first():
    names = {name.split("==")[0].strip() for name, *_ in requirements(ROOT / ".ci" / "pyqt5.lock")}
    assert {"pyqt5", "pyqtwebengine"} <= names
    assert not {name for name in names if name.startswith(("pyside", "shiboken"))}
