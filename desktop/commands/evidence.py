"""Commands on what is known of each year: going to a claim and its year, and taking the matrix along."""

from __future__ import annotations

from desktop.commands import go, years
from desktop.commands.command import Command, Context
from desktop.state.comparing import conditions_of
from desktop.state.evidence_text import matrix_rows
from desktop.state.store import Store
from geodata.frame import Frame


def go_to(store: Store, claim: str | None, year: int) -> None:
    """Select a claim, if there is one, and set the year in which it stands, as one entry of undo."""
    gesture = f"go to {claim} in {year}"
    years.go_to(store, year, gesture)
    if claim is not None:
        go.select(store, claim, gesture)


def copy(context: Context) -> None:
    """Copy the whole matrix, to be pasted into a spreadsheet."""
    context.texts.copy_table(_rows(context.store.frame), "the evidence matrix")


def save(context: Context) -> None:
    """Write the whole matrix to a CSV file."""
    frame = context.store.frame
    context.texts.save_table(_rows(frame), f"irel-atlas-evidence-{frame.data_date}")


def _rows(frame: Frame) -> list[tuple[str, ...]]:
    assert frame.desk is not None
    names = {entry.id: entry.title for entry in frame.index}
    return matrix_rows(frame.desk.matrix(), names, conditions_of(frame))


COPY = Command("figures.copy-matrix", "Copy the evidence matrix", copy, icon="copy")
SAVE = Command("figures.save-matrix", "Export the evidence matrix…", save, icon="table")
COMMANDS = (COPY, SAVE)
