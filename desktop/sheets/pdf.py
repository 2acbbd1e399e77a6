"""The PDF of a sheet: the same bytes for the same sheet, and the pixels that it makes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from threading import Lock

import pikepdf
import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdfium2 import raw

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import POINTS_PER_INCH, Size

_PDFIUM = Lock()
"""pdfium may be used by one thread at a time."""
TEXT_VERSION = "text-version.txt"
"""Name of the attached text."""
PAGE_KEY = "/IRELAtlasPage"
"""Says beside an attached file of which page it is, from 1, in a document of several."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a picture says in words, for those who cannot see it and for programs that list pictures.

    Parameters
    ----------
    title, alt : str
        Its name, and one or two sentences that tell what it shows.
    text : str
        Everything that it shows, as plain text.
    notice : str
        What has to stand by it wherever it goes.
    """

    title: str
    alt: str
    text: str
    notice: str


def settled(printed: bytes, size_pt: Size, said: Said, day: date) -> bytes:
    """Cut a print to its size, take out what differs from print to print, and say what it is.

    Parameters
    ----------
    printed : bytes
        As the web engine printed it: one page.
    size_pt : tuple of int
        Width and height in points of what counts, from the upper left corner of the print.
    said : Said
        Becomes title, description, the figure's alternative text and an attached text.
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
        pdf.docinfo["/Title"], pdf.docinfo["/Subject"] = said.title, said.alt
        pdf.docinfo["/Creator"] = "IREL Atlas"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
        pdf.Root["/Lang"] = pikepdf.String("en")
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        attach(pdf, TEXT_VERSION, said.text.encode(), "What this sheet shows, as text", "Alternative")
        _describe(pdf, said.alt)
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return kept.getvalue()


def attach(
    pdf: pikepdf.Pdf, name: str, data: bytes, words: str, relationship: str, page: int | None = None
) -> None:
    """Attach a file without a clock: the same sheet is the same bytes.

    Parameters
    ----------
    words : str
        What it is, in one line.
    relationship : str
        What it is to the document, as ISO 32000-2 names it: Data, Alternative.
    page : int or None
        Of which page it is, from 1; None where there is but one.
    """
    kind = "application/json" if name.endswith(".json") else "text/plain"
    attached = pikepdf.AttachedFileSpec(
        pdf, data, description=words, filename=name, mime_type=kind, creation_date="", mod_date=""
    )
    attached.relationship = pikepdf.Name(f"/{relationship}")
    if page is not None:
        attached.get_file().obj[PAGE_KEY] = page
    pdf.attachments[name] = attached


def _describe(pdf: pikepdf.Pdf, alt: str) -> None:
    """Tag the page as one figure with its alternative text, where the engine has not tagged it."""
    page = pdf.pages[0]
    page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
    page.contents_add(b"EMC")
    page.obj["/StructParents"] = 0
    name, element = pikepdf.Name, pikepdf.Name.StructElem
    root = pdf.make_indirect(pikepdf.Dictionary(Type=name.StructTreeRoot))
    whole = pdf.make_indirect(pikepdf.Dictionary(Type=element, S=name.Document, P=root))
    figure = pdf.make_indirect(pikepdf.Dictionary(Type=element, S=name.Figure, P=whole, Pg=page.obj, K=0))
    root["/K"], whole["/K"], figure["/Alt"] = whole, figure, pikepdf.String(alt)
    root["/ParentTree"] = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Array([figure])]))
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = root, pikepdf.Dictionary(Marked=True)


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


def png_of(pdf: bytes, size_px: Size, said: Said, dpi: float | None = None) -> bytes:
    """Draw the one page of a PDF as PNG, with its words and its dots per inch.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    said : Said
        Written as text chunks.
    dpi : float or None
        None for those of its size of use.
    """
    image, kept, words = drawn(pdf, size_px), io.BytesIO(), PngInfo()
    for name, text in (("Title", said.title), ("Description", said.alt), ("Disclaimer", said.notice)):
        words.add_itxt(name, text, "en")
    words.add_itxt("Comment", said.text, "en")
    density = dpi or size_px[0] / shape_of(pdf)[0] * POINTS_PER_INCH
    image.save(kept, "PNG", compress_level=1, dpi=(density, density), pnginfo=words)
    return kept.getvalue()
