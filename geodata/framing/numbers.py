"""How numbers are written: in thousands, or in lakh and crore. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.quantity import Quantity, format_number


@dataclass(frozen=True, slots=True)
class Numbers:
    """One way to group the digits of everything that a frame shows.

    Parameters
    ----------
    lakh : bool
        12,34,567 instead of 1,234,567.
    """

    lakh: bool = False

    def plain(self, value: float) -> str:
        """Write a number without unit."""
        return format_number(value, self.lakh)

    def tenths(self, value: float) -> str:
        """Write a number with one decimal, whether it needs it or not."""
        text = self.plain(round(value, 1))
        return text if "." in text else f"{text}.0"

    def number(self, quantity: Quantity) -> str:
        """Write a figure without its unit: ``over 1,000``."""
        return quantity.number_in(self.lakh)

    def text(self, quantity: Quantity) -> str:
        """Write a figure with its unit: ``over 1,000 t``."""
        return self.number(quantity) + quantity.unit_text
