"""Commands on the text version: what is shown, told in words."""

from __future__ import annotations

from desktop.commands.command import Command, Context
from desktop.state.telling import text_version


def copy(context: Context) -> None:
    """Copy the whole text version of what is shown now."""
    context.texts.copy(text_version(context.store.frame).plain(), "the text version")


def save(context: Context) -> None:
    """Write the text version of what is shown now to a file."""
    frame = context.store.frame
    context.texts.save(text_version(frame), f"irel-atlas-{frame.year}")


COPY_TEXT = Command("edit.copy-text", "Copy text version", copy, icon="file-text")
SAVE_TEXT = Command("file.export-text", "Export text version…", save, icon="file-text")
