"""Commands on the text version: what is shown, told in words."""

from __future__ import annotations

from desktop.commands.clock import year_words
from desktop.commands.command import Command, Context
from desktop.state.compared_text import in_words
from desktop.state.comparing import frame_of_a
from desktop.state.text import Text


def copy(context: Context) -> None:
    """Copy the whole text version of what is shown now."""
    context.texts.copy(_told(context).plain(), "the text version")


def save(context: Context) -> None:
    """Write the text version of what is shown now to a file."""
    year = year_words(context.store, context.store.frame.year)
    context.texts.save(_told(context), f"irel-atlas-{year}")


def _told(context: Context) -> Text:
    store = context.store
    return in_words(store.frame, frame_of_a(store.atlas, store.frame_of))


COPY_TEXT = Command("edit.copy-text", "Copy text version", copy, icon="file-text")
SAVE_TEXT = Command("file.export-text", "Export text version…", save, icon="file-text")
