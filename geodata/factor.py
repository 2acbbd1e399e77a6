"""Factors from one substance to another: each named, with its own sources. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass

NEODYMIUM_U, OXYGEN_U = 144.242, 15.999
"""Standard atomic weights (IUPAC commission CIAAW); of oxygen the conventional one."""


@dataclass(frozen=True, slots=True)
class Factor:
    """How many tonnes of one substance hold a tonne of another.

    Parameters
    ----------
    name : str
        As it is written: "Nd2O3/Nd".
    from_, to : str
        Substances of `geodata.claim.SUBSTANCES`.
    value : float
        Tonnes of `to` for each tonne of `from_`, as it is used.
    formula : str
        How it was computed.
    sources : tuple of str
        Ids.
    """

    name: str
    from_: str
    to: str
    value: float
    formula: str
    sources: tuple[str, ...]


ND_OXIDE = Factor(
    name="Nd2O3/Nd",
    from_="nd",
    to="nd_oxide",
    value=round((2 * NEODYMIUM_U + 3 * OXYGEN_U) / (2 * NEODYMIUM_U), 3),
    formula=f"(2 × {NEODYMIUM_U} + 3 × {OXYGEN_U}) / (2 × {NEODYMIUM_U})",
    sources=("src.ciaaw-neodymium", "src.iupac-atomic-weights-2013"),
)
"""The one conversion that the atlas makes: there is none between other substances."""
