"""Run a command on an X display of its own: ``with_display.py COMMAND [ARGUMENT …]``.

Xvfb picks a free display number itself and is ended by its process id when the command has ended.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys


def start_display() -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb and return its process and the name of its display."""
    told, tell = os.pipe()
    screen = ["-screen", "0", "3840x2160x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), *screen], pass_fds=[tell], stderr=subprocess.DEVNULL
    )
    os.close(tell)
    with os.fdopen(told) as answer:
        number = answer.readline().strip()
    if not number:
        raise SystemExit("Xvfb did not start: is it installed (apt-get install xvfb)?")
    return server, f":{number}"


def main() -> int:
    """Run the command and return its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the display ends with this process
    server, display = start_display()
    try:
        surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        surroundings.pop("WAYLAND_DISPLAY", None)
        return subprocess.run(sys.argv[1:], env=surroundings, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    raise SystemExit(main())
