"""Setting up happens once, asks for nothing that is there, and says what it cannot do."""

import importlib
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def set_up(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / ".ci")
    return importlib.import_module("set_up")


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that is the whole PATH, and a way to put programs into it."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name, script):
        (tmp_path / name).write_text(f"#!{os.path.realpath('/bin/sh')}\n{script}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    return put


def test_a_package_counts_as_there_under_either_spelling(set_up, programs):
    programs(
        "dpkg-query",
        'echo "libasound2t64 installed"; echo "libnss3 installed"; echo "xvfb config-files"; exit 1',
    )
    assert set_up.missing_packages(["libasound2", "libnss3", "xvfb"]) == ["xvfb"]


def test_who_may_not_install_is_told_the_one_line_to_type(set_up, programs, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    programs("sudo", "exit 1")
    with pytest.raises(SystemExit, match=r"\n    sudo apt-get install libnss3 xvfb$"):
        set_up.install_packages(["libnss3", "xvfb"])


def test_root_installs_what_is_missing_under_the_spelling_of_this_release(
    set_up, programs, monkeypatch, tmp_path
):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    programs("apt-cache", '[ "$2" = libasound2t64 ] && echo "Package: libasound2t64"')
    programs("apt-get", f'echo "$@" >> {tmp_path}/asked')
    programs("env", 'shift; "$@"')
    set_up.install_packages(["libasound2", "xvfb"])
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines() == [
        "update -qq",
        "install -qq --no-install-recommends libasound2t64 xvfb",
    ]


def test_a_failing_command_ends_the_set_up_in_one_sentence(set_up, programs):
    programs("pip", "exit 3")
    with pytest.raises(SystemExit, match="this command ended with code 3: pip install"):
        set_up.run(["pip", "install"])


def test_an_environment_is_filled_once_and_again_when_its_lock_changes(set_up, tmp_path, monkeypatch):
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    commands = []
    monkeypatch.setattr(set_up, "run", lambda command, **_: commands.append(command))
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "small.lock").write_text("a==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[build-system]\n[project]\nname='a'\n", encoding="utf-8")
    environment = set_up.Environment("env", ("small.lock",))
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()

    set_up.bring_up_to_date(environment)
    once = len(commands)
    assert once == 2
    set_up.bring_up_to_date(environment)
    assert len(commands) == once
    (tmp_path / ".ci" / "small.lock").write_text("a==2\n", encoding="utf-8")
    set_up.bring_up_to_date(environment)
    assert len(commands) == 2 * once
