"""Make the environments that the Makefile runs in, once.

``set_up.py run`` makes ``.venv`` with what the atlas needs, ``set_up.py check`` adds the tools, and
``set_up.py test`` adds the second environment with PyQt5 and PyQtWebEngine. Beside each lock that was
installed stands a stamp: while locks and project stand unchanged, neither pip nor the network is asked.
Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a bare Debian lacks for both web engines (each may carry the ending t64 on newer releases).
QT_LIBRARIES = [
    *("libasound2", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libnss3"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1", "libxcomposite1", "libxdamage1", "libxfixes3"),
    *("libxkbcommon-x11-0", "libxkbcommon0", "libxkbfile1", "libxrandr2", "libxtst6"),
]
TEST_PACKAGES = [
    "chromium",
    "ffmpeg",
    "fonts-noto-core",
    "libreoffice-impress",
    "librsvg2-bin",
    "poppler-utils",
    "xvfb",
]


@dataclass(frozen=True)
class Environment:
    """One virtual environment and the locks that fill it, in order."""

    folder: str
    locks: tuple[str, ...]

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return ROOT / self.folder / "bin" / "python"

    def stamp(self, lock: str) -> Path:
        """Return the file that remembers what of this lock was installed."""
        return ROOT / self.folder / f"{lock}.stamp"


TOOLS = Environment(".venv", ("requirements.lock", "tools.lock"))
WANTED = {
    "run": ([Environment(".venv", ("requirements.lock",))], QT_LIBRARIES),
    "check": ([TOOLS], []),
    "test": ([TOOLS, Environment(".venv-pyqt5", ("pyqt5.lock",))], QT_LIBRARIES + TEST_PACKAGES),
}


def run(command: Sequence[str | Path], **how: bool) -> None:
    """Run a command to its end, or stop the set-up with one sentence."""
    answer = subprocess.run(command, check=False, stdout=subprocess.DEVNULL if how.get("quiet") else None)
    if answer.returncode:
        words = " ".join(str(word) for word in command)
        raise SystemExit(f"Set-up stopped: this command ended with code {answer.returncode}: {words}")


def fingerprint(lock: str) -> str:
    """Return a hash of everything that decides what installing this lock gives."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    about = {table: project[table] for table in ("build-system", "project")}
    text = json.dumps(about, sort_keys=True) + (ROOT / ".ci" / lock).read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def is_installed(environment: Environment, lock: str) -> bool:
    """Tell whether the environment already holds what this lock says."""
    stamp = environment.stamp(lock)
    return (
        environment.python.exists()
        and stamp.exists()
        and stamp.read_text(encoding="utf-8") == fingerprint(lock)
    )


def bring_up_to_date(environment: Environment) -> None:
    """Install those locks of the environment, and the project, that are not in it yet."""
    missing = [lock for lock in environment.locks if not is_installed(environment, lock)]
    if not missing:
        return
    print(f"Setting up {environment.folder}, once (Qt is large) …", flush=True)
    if not environment.python.exists():
        run([sys.executable, "-m", "venv", "--clear", ROOT / environment.folder])
    pip = [environment.python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    for lock in missing:
        run([*pip, "--require-hashes", "--requirement", ROOT / ".ci" / lock])
    run([*pip, "--no-index", "--no-build-isolation", "--editable", ROOT])
    for lock in missing:
        environment.stamp(lock).write_text(fingerprint(lock), encoding="utf-8")


def answers(*command: str) -> str:
    """Return what a command prints, or nothing where it fails."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout if answer.returncode == 0 else ""


def missing_packages(wanted: list[str]) -> list[str]:
    """Return those Debian packages that are installed neither by this name nor by its newer one."""
    spellings = [spelling for name in wanted for spelling in (name, f"{name}t64")]
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *spellings],
        capture_output=True,
        text=True,
        check=False,
    )
    there = {line.split()[0] for line in listing.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if not {name, f"{name}t64"} & there]


def install_packages(names: list[str]) -> None:
    """Install Debian packages, or print the one line with which the user can."""
    become_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if become_root and not (shutil.which("sudo") and answers("sudo", "--non-interactive", "echo", "yes")):
        line = f"sudo apt-get install {' '.join(names)}"
        raise SystemExit(f"System libraries are missing. Type this line, then call make again:\n    {line}")
    print(f"Installing system packages, once: {' '.join(names)}", flush=True)
    run([*become_root, "apt-get", "update", "-qq"], quiet=True)
    spelled = [f"{name}t64" if answers("apt-cache", "show", f"{name}t64") else name for name in names]
    install = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-qq",
        "--no-install-recommends",
    ]
    run([*become_root, *install, *spelled], quiet=True)


def main() -> None:
    """Bring up to date what one target of the Makefile needs."""
    environments, packages = WANTED[sys.argv[1]]
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        needs_venv = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
        missing = missing_packages(packages + needs_venv)
        if missing:
            install_packages(missing)
    for environment in environments:
        bring_up_to_date(environment)


if __name__ == "__main__":
    main()
