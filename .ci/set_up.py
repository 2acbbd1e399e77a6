"""Make the environments that the Makefile runs in, once.

``set_up.py run`` makes ``.venv`` with what the atlas needs, ``set_up.py check`` adds the tools, and
``set_up.py test`` adds the second environment with PyQt5 and PyQtWebEngine. Each environment keeps a
stamp: while the locks and the project's own table stand unchanged, nothing is run and nothing is asked
of the network. Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / ".ci"

QT_LIBRARIES = """
    libegl1 libgl1 libnss3 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libasound2 libxcomposite1
    libxdamage1 libxrandr2 libxtst6 libxkbfile1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1
    libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xinerama0 libxcb-xkb1 libfontconfig1
    libglib2.0-0
""".split()
TEST_PACKAGES = ["xvfb", "fonts-noto-core"]


@dataclass(frozen=True)
class Environment:
    """One virtual environment and the locks that fill it."""

    folder: str
    locks: tuple[str, ...]

    @property
    def python(self) -> Path:
        """Path of the environment's interpreter."""
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return ROOT / self.folder / inside


ATLAS = Environment(".venv", ("requirements.lock",))
TOOLS = Environment(".venv", ("requirements.lock", "tools.lock"))
SECOND_ENGINE = Environment(".venv-pyqt5", ("pyqt5.lock",))

WANTED = {
    "run": ([ATLAS], QT_LIBRARIES),
    "check": ([TOOLS], []),
    "test": ([TOOLS, SECOND_ENGINE], QT_LIBRARIES + TEST_PACKAGES),
}


def fingerprint(environment: Environment) -> str:
    """Return a hash of everything that decides what the environment holds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [json.dumps({name: project.get(name) for name in ("build-system", "project")}, sort_keys=True)]
    parts += [(LOCKS / lock).read_text(encoding="utf-8") for lock in environment.locks]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def stamp_of(environment: Environment) -> Path:
    """Return the file that remembers with what the environment was filled."""
    return ROOT / environment.folder / f"{environment.locks[-1]}.stamp"


def is_ready(environment: Environment) -> bool:
    """Tell whether the environment already holds what its locks say."""
    stamp = stamp_of(environment)
    return (
        environment.python.exists()
        and stamp.exists()
        and stamp.read_text(encoding="utf-8") == fingerprint(environment)
    )


def fill(environment: Environment) -> None:
    """Create the environment where missing, and install the locks and the project into it."""
    print(f"Setting up {environment.folder} (once; Qt is large) …", flush=True)
    if not environment.python.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", ROOT / environment.folder], check=True)
    pip = [environment.python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    for lock in environment.locks:
        subprocess.run([*pip, "--require-hashes", "-r", LOCKS / lock], check=True)
    subprocess.run([*pip, "--no-index", "--no-build-isolation", "--editable", ROOT], check=True)
    stamp_of(environment).write_text(fingerprint(environment), encoding="utf-8")


def is_known(package: str, command: list[str]) -> bool:
    """Tell whether a Debian tool answers for this package name."""
    answer = subprocess.run([*command, package], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and "not-installed" not in answer.stdout and bool(answer.stdout)


def missing_packages(wanted: list[str]) -> list[str]:
    """Return the Debian packages that are not installed, either as named or under the 2038 name (t64)."""
    installed = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}\n"]
    return [name for name in wanted if not any(is_known(n, installed) for n in (name, f"{name}t64"))]


def install_packages(names: list[str]) -> None:
    """Install Debian packages, or print the one line with which the user can."""
    become_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    may = not become_root or (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    )
    if not may:
        print("Qt needs libraries that are not there. Type this, then run make again:")
        print(f"    sudo apt-get install {' '.join(names)}")
        raise SystemExit(1)
    print(f"Installing system libraries: {' '.join(names)}", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    subprocess.run([*become_root, "apt-get", "update", "-qq"], **quiet)
    named = [f"{n}t64" if is_known(f"{n}t64", ["apt-cache", "show"]) else n for n in names]
    subprocess.run(
        [
            *become_root,
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "--yes",
            "-qq",
            "--no-install-recommends",
            *named,
        ],
        **quiet,
    )


def main() -> None:
    """Bring the environments of one Makefile target up to date."""
    environments, packages = WANTED[sys.argv[1]]
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        missing = missing_packages(packages)
        if missing:
            install_packages(missing)
    for environment in environments:
        if not is_ready(environment):
            fill(environment)


if __name__ == "__main__":
    main()
