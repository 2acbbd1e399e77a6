"""Build the map page's document anew and write it where the atlas ships it; a test says when that is due."""

from __future__ import annotations

from desktop.web.document import build_document
from desktop.web.kept import SHIPPED, document_key, keep

if __name__ == "__main__":
    keep(SHIPPED, document_key(), build_document())
    SHIPPED.chmod(0o644)
