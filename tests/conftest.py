"""Keep the tests out of the user's own settings, caches and network."""

import os
import tempfile

_HOME = tempfile.TemporaryDirectory(prefix="irel-atlas-tests-")
for _name, _folder in {"XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data"}.items():
    os.environ[_name] = os.path.join(_HOME.name, _folder)
os.environ.setdefault("QT_API", "pyside6")
