"""The wheel, as someone gets it who never sees this checkout."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop", "geodata", "resources")
KEPT_OUT = ("geodata/making/", "resources/pictures/")


def run(*command, cwd):
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    answer = subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, text=True, timeout=170, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A new environment with the wheel in it, whose dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder), cwd=folder)
    python = folder / "bin" / "python"
    where = Path(
        run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    # A path file adds one folder and does not read the path files inside it: this checkout stays unseen.
    (where / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    run(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps",
        str(wheel), cwd=folder)  # fmt: skip
    return folder


def test_every_file_of_the_program_is_inside_and_no_other(wheel):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert inside == {name for name in on_disk if not name.startswith(KEPT_OUT)}


def test_licence_and_notices_travel_along(wheel):
    names = {name.partition(".dist-info/")[2] for name in zipfile.ZipFile(wheel).namelist()}
    assert {"licenses/LICENSE", "licenses/NOTICE.md"} <= names


def test_the_installed_program_knows_its_version(installed):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in run(str(installed / "bin" / "irel-atlas"), "--version", cwd=installed)


def test_the_installed_program_reads_its_own_files(installed):
    code = "import desktop, geodata, resources.files as f; print(desktop.__file__, geodata.__file__, f.ROOT)"
    for place in run(str(installed / "bin" / "python"), "-c", code, cwd=installed).split():
        assert Path(place).is_relative_to(installed.resolve())
