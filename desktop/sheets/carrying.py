"""What brings a sheet's view back, put into it: as a PNG's text, a PDF's attachment, an SVG's metadata."""

from __future__ import annotations

import io
import zlib
from xml.sax.saxutils import escape

import pikepdf

from desktop.sheets.pdf import attach
from desktop.state.session import Session, text_of

KEY = "irel-atlas"
"""Keyword of the PNG's text and id of the SVG's metadata."""
ATTACHMENT = "irel-atlas.json"

_PNG_HEAD = 33
"""Where the second chunk of a PNG begins: behind the signature (8) and IHDR (25)."""
_SVG_PLACE = "<defs"


def carry(sheet: bytes, kind: str, session: Session) -> bytes:
    """Put a session into a sheet.

    Parameters
    ----------
    sheet : bytes
        A finished file.
    kind : str
        png, pdf or svg.

    Returns
    -------
    bytes
        The file with the session in it; it looks as before, and is the same each time.
    """
    return {"png": _into_png, "pdf": _into_pdf, "svg": _into_svg}[kind](sheet, text_of(session))


def _into_png(sheet: bytes, text: str) -> bytes:
    """Put an international text chunk, not compressed, before the pixels."""
    body = b"iTXt" + KEY.encode() + b"\0\0\0\0\0" + text.encode()
    chunk = (len(body) - 4).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)
    return sheet[:_PNG_HEAD] + chunk + sheet[_PNG_HEAD:]


def _into_pdf(sheet: bytes, text: str) -> bytes:
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        attach(pdf, ATTACHMENT, text.encode(), "Brings the view of this sheet back in IREL Atlas", "Data")
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return kept.getvalue()


def _into_svg(sheet: bytes, text: str) -> bytes:
    metadata = f'<metadata id="{KEY}">{escape(text)}</metadata>'
    return sheet.decode().replace(_SVG_PLACE, metadata + _SVG_PLACE, 1).encode()
