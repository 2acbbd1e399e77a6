"""Keep the tests out of the user's own settings and caches."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings

settings.register_profile("atlas", deadline=None)  # how busy the machine is says nothing of the atlas
settings.load_profile("atlas")

HOME = Path(tempfile.mkdtemp(prefix="irel-atlas-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for variable, folder in (("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "data"), ("STATE", "state")):
    os.environ[f"XDG_{variable}_HOME"] = str(HOME / folder)
os.environ.setdefault("QT_API", "pyside6")
