"""The table that the benchmark prints."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """What the rows below belong to."""

    what: str
    asked = figure = verdict = ""


@dataclass(frozen=True)
class Line:
    """One row: what was measured, and what it may be at most or must be at least; no limit if only told."""

    what: str
    measured: float | None
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def figure(self):
        """Write the figure, to three digits at least."""
        if self.measured is None:
            return "-"
        digits = 0 if abs(self.measured) >= 100 else 1 if abs(self.measured) >= 10 else 2
        return f"{self.measured:.{digits}f} {self.unit}"

    @property
    def asked(self):
        """Write the limit."""
        if self.at_most is not None:
            return f"at most {self.at_most:g} {self.unit}"
        return "" if self.at_least is None else f"at least {self.at_least:g} {self.unit}"

    @property
    def verdict(self):
        """Tell whether the figure keeps its limit."""
        if self.measured is None:
            return "not measured"
        if not self.asked:
            return ""
        low = float("-inf") if self.at_least is None else self.at_least
        high = float("inf") if self.at_most is None else self.at_most
        return "yes" if low <= self.measured <= high else "NO"


def written(lines):
    """Write lines under one another, columns aligned."""
    rows = [("", "asked", "measured", "reached"), *((x.what, x.asked, x.figure, x.verdict) for x in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"{what:<{widths[0]}}  {asked:<{widths[1]}}  {figure:>{widths[2]}}  {verdict}".rstrip()
        for what, asked, figure, verdict in rows
    )
