"""The balance of a year: figures set against one another, step by step, or why they cannot be.

Plain values; standard library only, so that everyone may import it.
"""

from __future__ import annotations

from dataclasses import dataclass

CANNOT = "cannot be computed, because "


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure, a factor or an earlier result that a step works with.

    Parameters
    ----------
    words : str
        Number, unit, substance, period and status.
    claim : str
        Id of the claim; empty for a factor, and where none was found.
    source : str
        Id of the source; empty where there is none.
    letter : str
        Of its status, or S where a scenario assumes it.
    """

    words: str
    number: str
    claim: str = ""
    source: str = ""
    letter: str = ""
    scenario: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic.

    Parameters
    ----------
    title : str
        The question that it answers.
    sign : str
        −, +, ÷ or × between the operands; empty where a figure is only told.
    result : str
        With its bound and unit; empty where a figure is only told, and where there is none.
    why_not : str
        Why it cannot be computed, or told; empty where it can.
    """

    title: str
    operands: tuple[Operand, ...]
    sign: str = ""
    result: str = ""
    why_not: str = ""

    @property
    def text(self) -> str:
        """The step in one line: "450 t × 1.166 = about 525 t", or why there is none."""
        if self.why_not:
            return CANNOT + self.why_not if self.sign else self.why_not
        numbers = f" {self.sign} ".join(operand.number for operand in self.operands)
        return f"{numbers} = {self.result}" if self.sign else numbers

    @property
    def scenario(self) -> bool:
        """Whether anything in it is assumed by a scenario."""
        return any(operand.scenario for operand in self.operands)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that it rests on."""
        return tuple(operand.claim for operand in self.operands if operand.claim)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The steps about one matter: output, exports, neodymium, imports, an agreement."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """All that can be set against one another in a year.

    Parameters
    ----------
    year_label : str
        As `geodata.frame.Frame.year_label` writes the last year.
    """

    year: int
    year_label: str
    chapters: tuple[Chapter, ...]
