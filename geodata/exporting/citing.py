"""Figures with their citations, as text to paste. Standard library only: the window needs nothing more."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from geodata import wording
from geodata.claim import Claim, Dataset, Source
from geodata.exporting.columns import COLUMNS
from geodata.exporting.spreadsheet import neutral, plain
from geodata.framing.figures import figure_text, source_short, status_words, when
from geodata.framing.index import Index, make_index

_PASTED = (
    "what", "figure", "value", "value_max", "unit", "substance", "scope", "period", "status", "scenario",
    "under_scenario", "confidence",
    "source_title", "publisher", "published", "address", "locator", "licence",
)  # fmt: skip


def clipboard_text(dataset: Dataset, claims: Sequence[str], lakh: bool = False) -> str:
    """Write claims to paste: one as a sentence, several as a table with a citation for each.

    Parameters
    ----------
    claims : sequence of str
        Ids, in the order wanted.
    lakh : bool
        Whether figures in words are grouped in lakh and crore.

    Returns
    -------
    str
        Tab-separated under a line of headings where there are several; nothing in it reads as a formula.
    """
    index = make_index(dataset, lakh)
    found = [dataset.claims[name] for name in claims]
    return neutral(_citation(index, found[0])) if len(found) == 1 else _table(index, found)


def citation(dataset: Dataset, claim: str, lakh: bool = False) -> str:
    """Write a figure with its citation, in one line.

    Parameters
    ----------
    claim : str
        Its id.
    lakh : bool
        Whether the figure is grouped in lakh and crore.

    Returns
    -------
    str
        Such as "about 50,000 t of magnets, China to India, FY2024-25 (actual; The Indian Express 2025;
        reported), https://…".
    """
    return _citation(make_index(dataset, lakh), dataset.claims[claim])


def _table(index: Index, claims: list[Claim]) -> str:
    columns = [column for column in COLUMNS if column.name in _PASTED]
    written = io.StringIO()
    table = csv.writer(written, dialect="excel-tab", lineterminator="\n")
    if claims:
        table.writerow([*(column.name for column in columns), "citation"])
    for claim in claims:
        cells = (plain(column.cell(index, claim)) for column in columns)
        table.writerow([*cells, neutral(_citation(index, claim))])
    return written.getvalue()


def _citation(index: Index, claim: Claim) -> str:
    source = index.dataset.sources[claim.source]
    address = source.address or f"address {wording.NOT_FOUND}"
    return f"{_figure(index, claim)} ({'; '.join(_how_sure(index, claim, source))}), {address}"


def _figure(index: Index, claim: Claim) -> str:
    """Say what was claimed, of what and whom, and for when."""
    parts = [_amount(index, claim), _measured(claim), _of_whom(index, claim)]
    if claim.quantity is not None or claim.status == "missing":
        parts.append(claim.period.label)
    elif claim.word:
        parts.append(when(claim))
    return ", ".join(part for part in (*parts, claim.scope) if part)


def _amount(index: Index, claim: Claim) -> str:
    """Say how much of what: masses are of a substance, and what is made or mined is."""
    words = figure_text(index, claim)
    substance = wording.SUBSTANCES.get(claim.substance or "")
    if claim.status == "missing" and substance:
        words += f": {substance}"
    elif claim.quantity and substance and claim.quantity.dimension.startswith("mass"):
        words += f" of {substance}"
    made = "mined" if claim.substance in wording.MINED else "made"
    return f"{words} {made}" if claim.measure == "output" else words


def _measured(claim: Claim) -> str:
    """Name the measure where the rest does not tell it; ranks and shares are of a substance."""
    if claim.measure == "trade_mass":
        return "promised" if claim.status == "plan" else ""
    if claim.measure in ("state", "role", "output"):
        return ""
    is_mass = claim.quantity is None or claim.quantity.dimension.startswith("mass")
    substance = None if is_mass else wording.SUBSTANCES.get(claim.substance or "")
    return wording.MEASURES[claim.measure] + (f" of {substance}" if substance else "")


def _of_whom(index: Index, claim: Claim) -> str:
    thing = index.dataset.things[claim.subject]
    ends = [wording.COUNTRIES.get(end or "", end) for end in (thing.from_, thing.to)]
    return f"{ends[0]} to {ends[1]}" if all(ends) else thing.name


def _how_sure(index: Index, claim: Claim, source: Source) -> list[str]:
    words = [status_words(claim)]
    if claim.made == "computed":
        words.append(f"computed by us: {claim.formula}" if claim.formula else "computed by us")
    words.append(_source(index, source) + ("" if claim.locator == "whole" else f", {claim.locator}"))
    words.append(
        "indicative, not to be quoted alone" if claim.confidence == "indicative" else claim.confidence
    )
    rivals = len(index.rivals[claim.id])
    if rivals:
        words.append(f"disputed by {rivals} other claim{'s' if rivals > 1 else ''}")
    return words


def _source(index: Index, source: Source) -> str:
    is_known = source.publisher != wording.NOT_FOUND
    words = source_short(index, source.id) if is_known else source.title
    if source.reliability == "assumption":
        return f"{source.title}, by {words}"
    return f"{words}, retelling {source_short(index, source.retells)}" if source.retells else words
