"""Keep the tests out of the user's own settings and caches."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="irel-atlas-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for variable, folder in (("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "data"), ("STATE", "state")):
    os.environ[f"XDG_{variable}_HOME"] = str(HOME / folder)
os.environ.setdefault("QT_API", "pyside6")
