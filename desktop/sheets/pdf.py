"""The PDF of a sheet: the same bytes for the same sheet, and the pixels that it makes."""

from __future__ import annotations

import io
from datetime import date
from threading import Lock

import pikepdf
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import Size

_PDFIUM = Lock()
"""pdfium may be used by one thread at a time."""
_INCH_M = 0.0254


def settled(printed: bytes, title: str, day: date) -> bytes:
    """Take what differs from print to print out of a PDF, and say what it is.

    Parameters
    ----------
    printed : bytes
        As the web engine printed it: one page.
    title : str
        The document's title.
    day : datetime.date
        The day that the data speak for: stands for the time of making.

    Raises
    ------
    SheetError
        Where the engine printed no page or more than one.
    """
    stamp = f"D:{day:%Y%m%d}000000Z"
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        if len(pdf.pages) != 1:
            raise SheetError(f"PDF: expected the engine to print one page, got {len(pdf.pages)}")
        for key in list(pdf.docinfo):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/Creator"] = "IREL Atlas"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
        pdf.Root["/Lang"] = pikepdf.String("en")
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return kept.getvalue()


def drawn(pdf: bytes, size_px: Size) -> Image.Image:
    """Draw the one page of a PDF into so many pixels.

    Parameters
    ----------
    size_px : tuple of int
        Width and height; the page is stretched to fill them.
    """
    width, height = size_px
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        page = document[0]
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR, rev_byteorder=True)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        flags = raw.FPDF_REVERSE_BYTE_ORDER | raw.FPDF_ANNOT
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        image = bitmap.to_pil().copy()
        bitmap.close()
        page.close()
        document.close()
    return image


def png_of(pdf: bytes, size_px: Size) -> bytes:
    """Draw the one page of a PDF as PNG, with the dots per inch of its size of use.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    """
    image, kept = drawn(pdf, size_px), io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        width_pt = float(document.pages[0].mediabox[2])
    density = size_px[0] / (width_pt / 72)
    image.save(kept, "PNG", compress_level=1, dpi=(density, density))
    return kept.getvalue()
