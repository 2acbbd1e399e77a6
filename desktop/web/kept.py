"""The page's document without folium: the one that is shipped, or one that was built here before.

The atlas comes with the document that its own versions of folium and of what folium needs build. With other
versions it is built once, and kept.
"""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_cache_path

from desktop.web.document import build_document

SHIPPED = Path(__file__).with_name("document.json")
LARGEST_DOCUMENT = 200_000
DECIDING_PACKAGES = ("folium", "branca", "jinja2")
"""Packages whose version decides what the document is."""


def document() -> str:
    """Give the document: the shipped one, the kept one, or a new one that is kept from now on."""
    key = document_key()
    path = kept_document(key)
    there = _read(SHIPPED, key) or _read(path, key)
    if there is None:
        there = build_document()
        keep(path, key, there)
    return there


def document_key() -> str:
    """Name everything that decides what the document is, without importing any of it."""
    own = [Path(__file__).with_name(name) for name in ("document.py", "ground.py", "scheme.py")]
    versions = [file for package in DECIDING_PACKAGES for file in _version_files(package)]
    contents = b"\0".join(file.read_bytes() for file in (*own, *versions))
    return hashlib.sha256(contents).hexdigest()[:20]


def kept_document(key: str) -> Path:
    """Give the path under which the document of these versions is kept."""
    return user_cache_path("irel-atlas") / f"map-{key}.json"


def keep(path: Path, key: str, html: str) -> None:
    """Write beside and move into place; without a cache each start costs half a second more, no more."""
    import tempfile  # slow to import, and needed only where nothing is kept yet

    content = {"key": key, "sha256": hashlib.sha256(html.encode()).hexdigest(), "html": html}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as beside:
            json.dump(content, beside, indent=1)
        Path(beside.name).replace(path)
    except OSError:
        return


def _read(path: Path, key: str) -> str | None:
    """Read a document; None where there is none, where it is not whole, or where it is of other versions."""
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            return None
        kept = json.loads(path.read_bytes())
        html, digest = kept["html"], kept["sha256"]
        is_right = kept["key"] == key and hashlib.sha256(html.encode()).hexdigest() == digest
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return html if is_right else None


def _version_files(package: str) -> list[Path]:
    """Find the small files in which a package keeps its version; asking importlib.metadata costs more."""
    found = find_spec(package)
    if found is None or found.origin is None:
        return []
    start = Path(found.origin)
    return [file for file in (start, start.with_name("_version.py")) if file.is_file()]
