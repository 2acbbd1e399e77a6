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
POINTS_PER_INCH = 72


def settled(printed: bytes, size_pt: Size, title: str, day: date) -> bytes:
    """Cut a print to its size, take out what differs from print to print, and say what it is.

    Parameters
    ----------
    printed : bytes
        As the web engine printed it: one page.
    size_pt : tuple of int
        Width and height in points of what counts, from the upper left corner of the print.
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
        (width, height), top = size_pt, pdf.pages[0].mediabox[3]
        pdf.pages[0].mediabox = pikepdf.Array([0, top - height, width, top])
        for key in list(pdf.docinfo.keys()):
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


def shape_of(pdf: bytes) -> Size:
    """Give width and height of the one page of a PDF in points."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        left, bottom, right, top = (round(float(edge)) for edge in document.pages[0].mediabox)
    return right - left, top - bottom


def png_of(pdf: bytes, size_px: Size) -> bytes:
    """Draw the one page of a PDF as PNG, with the dots per inch of its size of use.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    """
    image, kept, density = drawn(pdf, size_px), io.BytesIO(), size_px[0] / shape_of(pdf)[0] * POINTS_PER_INCH
    image.save(kept, "PNG", compress_level=1, dpi=(density, density))
    return kept.getvalue()
