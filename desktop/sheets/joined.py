"""Sheets as the pages of one PDF, each with what it carries, under the name of its step."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

import pikepdf

from desktop.sheets.pdf import attach


def joined(sheets: Sequence[bytes], names: Sequence[str], title: str, day: date) -> bytes:
    """Join sheets to one document.

    Parameters
    ----------
    sheets : sequence of bytes
        PDFs of one page each, as `SheetPrinter` makes them.
    names : sequence of str
        What the outline calls each page.
    title : str
        The document's title.
    day : datetime.date
        The day that the data speak for: stands for the time of making.

    Returns
    -------
    bytes
        The same for the same sheets.
    """
    with pikepdf.new() as whole:
        alts = [_take(whole, sheet, page) for page, sheet in enumerate(sheets, 1)]
        _tag(whole, alts)
        with whole.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(name, page) for page, name in enumerate(names))
        whole.docinfo["/Title"], whole.docinfo["/Creator"] = title, "IREL Atlas"
        whole.docinfo["/CreationDate"] = whole.docinfo["/ModDate"] = f"D:{day:%Y%m%d}000000Z"
        whole.Root["/Lang"] = pikepdf.String("en")
        whole.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        kept = io.BytesIO()
        whole.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return kept.getvalue()


def _take(whole: pikepdf.Pdf, sheet: bytes, page: int) -> str:
    """Take over a sheet's page and its attachments, and give the words that stand for it."""
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        whole.pages.append(pdf.pages[0])
        for name in sorted(pdf.attachments):
            attached = pdf.attachments[name]
            words = f"{attached.description} (page {page})"
            relationship = str(attached.relationship or "/Data").removeprefix("/")
            attach(whole, _numbered(name, page), attached.get_file().read_bytes(), words, relationship, page)
        return str(pdf.docinfo.get("/Subject", ""))


def _numbered(name: str, page: int) -> str:
    """Name an attachment by its page; the first page's keep their names, so that one sheet opens alike."""
    path = PurePosixPath(name)
    return name if page == 1 else f"{path.stem}-{page}{path.suffix}"


def _tag(whole: pikepdf.Pdf, alts: Sequence[str]) -> None:
    """Tag each page as one figure with its alternative text, as it was in its own document."""
    root = whole.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    figures, parents = pikepdf.Array(), pikepdf.Array()
    for number, (page, alt) in enumerate(zip(whole.pages, alts, strict=True)):
        page.obj["/StructParents"] = number
        figure = pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Figure,
            P=root,
            Pg=page.obj,
            K=0,
            Alt=pikepdf.String(alt),
        )
        figures.append(whole.make_indirect(figure))
        parents.append(number)
        parents.append(pikepdf.Array([figures[-1]]))
    root["/K"], root["/ParentTree"] = figures, pikepdf.Dictionary(Nums=parents)
    whole.Root["/StructTreeRoot"], whole.Root["/MarkInfo"] = root, pikepdf.Dictionary(Marked=True)
