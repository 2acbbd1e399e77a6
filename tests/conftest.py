"""Keep the tests out of the user's own settings and caches, and hear what goes wrong unseen."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("atlas", deadline=None)  # how busy the machine is says nothing of the atlas
settings.load_profile("atlas")

HOME = Path(tempfile.mkdtemp(prefix="irel-atlas-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for variable, folder in (("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "data"), ("STATE", "state")):
    os.environ[f"XDG_{variable}_HOME"] = str(HOME / folder)
os.environ.setdefault("QT_API", "pyside6")


@pytest.fixture(autouse=True)
def _nothing_slips():
    """Fail where something was raised that Qt had called: PySide only prints it, PyQt ends the process."""
    slips, before = [], sys.excepthook

    def hear(kind, error, trace):
        slips.append(error)
        before(kind, error, trace)

    sys.excepthook = hear
    yield
    sys.excepthook = before
    assert slips == []
