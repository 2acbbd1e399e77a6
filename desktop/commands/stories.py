"""Commands on the open story and its steps."""

from __future__ import annotations

from collections.abc import Callable

from desktop.commands import steps
from desktop.commands.command import Command, Context, Menu
from desktop.state.story_file import MAX_STEPS
from desktop.state.story_store import StoryStore


def _save(context: Context) -> None:
    context.stories.save()


def _save_as(context: Context) -> None:
    context.stories.save_as()


def _book(context: Context) -> StoryStore:
    return context.stories.book


def _current(context: Context) -> int:
    return _book(context).telling.current or 0


def _at_step(act: Callable[[Context, int], None]) -> Callable[[Context], None]:
    return lambda context: act(context, _current(context))


def _has_steps(context: Context) -> bool:
    return bool(_book(context).telling.story.steps)


def _has_current(context: Context) -> bool:
    return _book(context).telling.current is not None


def _has_neighbour(direction: int) -> Callable[[Context], bool]:
    def has(context: Context) -> bool:
        telling = _book(context).telling
        return telling.current is not None and 0 <= telling.current + direction < len(telling.story.steps)

    return has


def _record(context: Context) -> None:
    """Record the view, and show the steps: behind another pane nothing would tell that it was done."""
    steps.record(_book(context), context.store)
    context.panes.toggle("story", True)


def _new(context: Context) -> None:
    context.stories.new()
    context.panes.toggle("story", True)


PRESENT = Command(
    "story.present", "Present", lambda context: context.stories.present(0), "F5", "presentation", _has_steps
)
PRESENT_FROM_HERE = Command(
    "story.present-from-here",
    "Present from this step",
    _at_step(lambda context, place: context.stories.present(place)),
    "Shift+F5",
    "player-play",
    enabled=_has_current,
)
RECORD = Command(
    "story.record",
    "Record the view as a step",
    _record,
    "Ctrl+Shift+N",
    "current-location",
    lambda context: len(_book(context).telling.story.steps) < MAX_STEPS,
)
REPLACE = Command(
    "story.replace",
    "Replace the step by the view",
    _at_step(lambda context, place: steps.replace_view(_book(context), context.store, place)),
    icon="refresh",
    enabled=_has_current,
)
RENAME = Command(
    "story.rename",
    "Rename the step…",
    _at_step(lambda context, place: context.stories.ask_name(place)),
    icon="pencil",
    enabled=_has_current,
)
CAPTION = Command(
    "story.caption",
    "Edit the caption of the step…",
    _at_step(lambda context, place: context.stories.ask_caption(place)),
    icon="quote",
    enabled=_has_current,
)
NEXT = Command(
    "story.next",
    "Next step",
    _at_step(lambda context, place: steps.go_to(context, place + 1)),
    "Ctrl+PgDown",
    "chevron-right",
    _has_neighbour(1),
)
PREVIOUS = Command(
    "story.previous",
    "Previous step",
    _at_step(lambda context, place: steps.go_to(context, place - 1)),
    "Ctrl+PgUp",
    "chevron-left",
    _has_neighbour(-1),
)
MOVE_UP = Command(
    "story.move-up",
    "Move the step up",
    _at_step(lambda context, place: steps.move(_book(context), place, place - 1)),
    "Alt+Up",
    "chevron-up",
    _has_neighbour(-1),
)
MOVE_DOWN = Command(
    "story.move-down",
    "Move the step down",
    _at_step(lambda context, place: steps.move(_book(context), place, place + 1)),
    "Alt+Down",
    "chevron-down",
    _has_neighbour(1),
)
DELETE = Command(
    "story.delete",
    "Delete the step",
    _at_step(lambda context, place: steps.delete(_book(context), place)),
    icon="x",
    enabled=_has_current,
)
UNDO = Command(
    "story.undo",
    "Undo in the story",
    lambda context: _book(context).undo(),
    "Ctrl+Alt+Z",
    "arrow-back-up",
    lambda context: _book(context).undo_name is not None,
    title_now=lambda context: f"Undo in the story: {_book(context).undo_name or ''}".removesuffix(": "),
)
REDO = Command(
    "story.redo",
    "Redo in the story",
    lambda context: _book(context).redo(),
    "Ctrl+Alt+Shift+Z",
    "arrow-forward-up",
    lambda context: _book(context).redo_name is not None,
    title_now=lambda context: f"Redo in the story: {_book(context).redo_name or ''}".removesuffix(": "),
)
NEW = Command("story.new", "New story", _new, icon="file-text")
OPEN = Command("story.open", "Open story…", lambda context: context.stories.open(), icon="folder-open")
OPEN_BUNDLED = Command(
    "story.open-bundled",
    "Open the atlas's own story",
    lambda context: context.stories.open_bundled(),
    icon="book",
)
SAVE = Command("story.save", "Save story", _save, "Ctrl+S", "device-floppy")
SAVE_AS = Command("story.save-as", "Save story as…", _save_as, "Ctrl+Shift+S", "device-floppy")
EXPORT_DECK = Command(
    "story.export-deck",
    "Export deck…",
    lambda context: context.decks.export_deck(),
    "Ctrl+Shift+D",
    "file-export",
    _has_steps,
)

MENU = Menu(
    "Story",
    (
        PRESENT,
        PRESENT_FROM_HERE,
        None,
        PREVIOUS,
        NEXT,
        None,
        RECORD,
        REPLACE,
        RENAME,
        CAPTION,
        MOVE_UP,
        MOVE_DOWN,
        DELETE,
        UNDO,
        REDO,
        None,
        NEW,
        OPEN,
        OPEN_BUNDLED,
        SAVE,
        SAVE_AS,
        None,
        EXPORT_DECK,
    ),
)
