"""Commands on views: show one, keep what is seen as one, rename, delete, and exchange them as files."""

from __future__ import annotations

from functools import partial

from desktop.commands.command import Command, Context, Menu
from desktop.state.fitting import fitted
from desktop.state.views import NamedView, added, shown

SLOTS = 9
"""How many views have a shortcut."""


def show(context: Context, place: int) -> None:
    """Show a view, and say which layers it cannot know because they were added later."""
    context.views.load()
    views = context.views.list.listed.views
    if place >= len(views):
        return
    view, store = views[place], context.store
    context.views.list.mark(place)
    store.change(f"View {view.name}", fitted(shown(view, store.atlas), store.frame, store.frame_of))
    later = added(view, store.frame)
    if later:
        context.views.tell(f"{view.name}: {later_words(later)}")


def later_words(titles: tuple[str, ...]) -> str:
    """Say of layers that they were added since a view was made."""
    was, it = ("was", "it stays as it is") if len(titles) == 1 else ("were", "they stay as they are")
    return f"{', '.join(titles)} {was} added after this view was made; {it}"


def step(context: Context, direction: int) -> None:
    """Show the next (1) or previous (-1) view of the list."""
    context.views.load()
    listed = context.views.list.listed
    if listed.views:
        here = listed.marked if listed.marked is not None else (-1 if direction > 0 else 0)
        show(context, (here + direction) % len(listed.views))


def controls(view: NamedView) -> str:
    """Say what a view controls, in short."""
    return ", ".join(view.controlled)


def _slot(place: int) -> Command:
    def is_there(context: Context) -> bool:
        return place < len(context.views.list.listed.views)

    def title(context: Context) -> str:
        return context.views.list.listed.views[place].name if is_there(context) else f"View {place + 1}"

    return Command(
        f"views.show-{place + 1}",
        f"View {place + 1}",
        lambda context: show(context, place),
        f"Alt+Shift+{place + 1}",
        enabled=is_there,
        title_now=title,
        listed=is_there,
    )


def _of_own(context: Context) -> bool:
    return context.views.list.listed.is_own


def _is_marked(context: Context) -> bool:
    return context.views.list.listed.marked is not None


NEXT = Command("views.next", "Next view", partial(step, direction=1), "Ctrl+Alt+Shift+Down")
PREVIOUS = Command("views.previous", "Previous view", partial(step, direction=-1), "Ctrl+Alt+Shift+Up")
SAVE = Command(
    "views.save",
    "Save the present as a view…",
    lambda context: context.views.save_present(),
    "Ctrl+Alt+J",
    "bookmark",
)
RENAME = Command(
    "views.rename", "Rename the view…", lambda context: context.views.rename(), icon="pencil", enabled=_of_own
)
DELETE = Command(
    "views.delete", "Delete the view…", lambda context: context.views.delete(), icon="trash", enabled=_of_own
)
EXPORT = Command(
    "views.export",
    "Export the view…",
    lambda context: context.views.export(),
    icon="file-export",
    enabled=_is_marked,
)
IMPORT = Command("views.import", "Import views…", lambda context: context.views.open(), icon="folder-open")
MENU = Menu(
    "Views",
    (
        *map(_slot, range(SLOTS)),
        None,
        PREVIOUS,
        NEXT,
        None,
        SAVE,
        RENAME,
        DELETE,
        None,
        EXPORT,
        IMPORT,
    ),
)
