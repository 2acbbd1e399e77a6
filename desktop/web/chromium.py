"""Tell Chromium how to run, before it starts: once the application exists it is too late."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
SANDBOX_SWITCH = "QTWEBENGINE_DISABLE_SANDBOX"

# V8 in QtWebEngine collects no garbage on allocation: the limit holds a thousand year steps in bounds. A
# comma joins the two, because after an unquoted space the second is silently lost.
JS_FLAGS = "--js-flags=--expose-gc,--max-heap-size=256"
SOFTWARE_FLAGS = "--disable-gpu"
FATAL_ONLY = "--log-level=3"

DEVICES = Path("/dev")
GRAPHICS_CARDS = ("dri", "nvidia*", "dxg", "mali*", "kgsl*")
"""What Linux calls the devices of graphics cards."""


def chromium_flags(existing: str, software: bool) -> str:
    """Add our flags to the user's; where both speak of one thing, the user's stay.

    Parameters
    ----------
    existing : str
        What the user's environment says.
    software : bool
        Draw without the graphics card.

    Examples
    --------
    >>> chromium_flags("--js-flags=--lite-mode", software=True)
    '--js-flags=--lite-mode --disable-gpu'
    """
    flags = [existing] if existing else []
    if "--js-flags" not in existing:
        flags.append(JS_FLAGS)
    if software and SOFTWARE_FLAGS not in existing:
        flags.append(SOFTWARE_FLAGS)
    return " ".join(flags)


def lacks_graphics_card(platform: str = sys.platform, devices: Path = DEVICES) -> bool:
    """Tell whether this is a Linux without any graphics card, such as most virtual machines and servers.

    There OpenGL is computed by the processor, which takes several times as long as to draw at once.
    """
    if platform != "linux":
        return False
    return not any(next(devices.glob(pattern), None) for pattern in GRAPHICS_CARDS)


def hush_without_screen() -> None:
    """Keep Qt and Chromium from complaining of a screen, a card and a bus that are not there.

    For sheets drawn where there is no display; whoever set Qt's logging rules keeps them.
    """
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;default.info=false")
    existing = os.environ.get(FLAGS, "")
    if "--log-level" not in existing:
        os.environ[FLAGS] = f"{existing} {FATAL_ONLY}".strip()


def prepare_chromium(software: bool = False) -> None:
    """Set the environment that Chromium reads when it starts.

    As root Chromium refuses its sandbox: then, and only then, it is switched off, and a line says so.

    Parameters
    ----------
    software : bool
        Draw without the graphics card, for screens that stay blank; done anyway where there is none.
    """
    software = software or lacks_graphics_card()
    os.environ[FLAGS] = chromium_flags(os.environ.get(FLAGS, ""), software)
    if software:
        os.environ["QT_QUICK_BACKEND"] = "software"
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and SANDBOX_SWITCH not in os.environ and "--no-sandbox" not in os.environ[FLAGS]:
        os.environ[SANDBOX_SWITCH] = "1"
        print(
            "Running as root: Chromium's sandbox is off. Start as an ordinary user to have it.",
            file=sys.stderr,
        )
