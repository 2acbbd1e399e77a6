"""Write the locks: every dependency by version and by the hashes of all its files, with no address.

uv resolves for all platforms and Pythons at once, so one lock serves Linux, Windows and macOS. Pins stay
as they are unless ``--upgrade`` is given.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"),
]
OTHER_ENGINE = [
    "pyside6",
    "pyside6-addons",
    "pyside6-essentials",
    "pyside6-pdf",
    "pyside6-webengine",
    "shiboken6",
]
LOCKS = {
    "requirements.lock": ["pyproject.toml", "--group", "build"],
    "tools.lock": ["--group", "test", "--group", "check", "--constraint", ".ci/requirements.lock"],
    "pyqt5.lock": [
        *("pyproject.toml", "--extra", "pyqtwebengine", "--group", "build", "--group", "test"),
        *("--constraint", ".ci/requirements.lock", "--constraint", ".ci/tools.lock"),
        *(word for package in OTHER_ENGINE for word in ("--no-emit-package", package)),
    ],
}


def main() -> None:
    """Write all locks, the narrower ones first, since the wider ones follow their versions."""
    for name, what in LOCKS.items():
        command = [sys.executable, "-m", *COMPILE, *what, "--output-file", f".ci/{name}", *sys.argv[1:]]
        subprocess.run(command, cwd=ROOT, check=True)
        print(f"wrote .ci/{name}")


if __name__ == "__main__":
    main()
