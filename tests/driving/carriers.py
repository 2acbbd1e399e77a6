"""Small files of every format that re-opens, carrying a session and little else."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from desktop.sheets.carrying import KEY, carry
from desktop.state.session import Session, text_of

KINDS = ("png", "pdf", "svg", "html", "pptx")
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><title>Sheet</title><defs/></svg>'


def carrier(kind: str, session: Session) -> bytes:
    """Make a file of a format that carries a session."""
    if kind == "svg":
        return carry(_SVG, "svg", session)
    if kind == "html":
        block = text_of(session).replace("<", "\\u003c")
        return f'<!doctype html>\n<script type="application/json" id="{KEY}">{block}</script>'.encode()
    made = io.BytesIO()
    if kind == "pdf":
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(made)
        return carry(made.getvalue(), "pdf", session)
    Image.new("RGB", (9, 9)).save(made, "PNG")
    png = carry(made.getvalue(), "png", session)
    if kind == "png":
        return png
    deck, packed = Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(png), Pt(0), Pt(0))
    deck.save(packed)
    return packed.getvalue()
