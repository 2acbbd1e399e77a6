"""What can be done with the steps of a story: record the view, go there, change, move and delete."""

from __future__ import annotations

from dataclasses import replace

from desktop.commands.command import Context
from desktop.commands.outside import StoryActions
from desktop.state.fitting import fitted, lost
from desktop.state.session import at_rest
from desktop.state.store import Store
from desktop.state.story import Story, StoryStep
from desktop.state.story_file import sound
from desktop.state.story_store import StoryStore


def record(book: StoryStore, store: Store) -> None:
    """Take the present view down as a step, behind the current one."""
    steps, current = book.telling.story.steps, book.telling.current
    place = len(steps) if current is None else current + 1
    step = StoryStep(_name_of(store), "", at_rest(store.atlas))
    _set(book, f"Record {step.name}", (*steps[:place], step, *steps[place:]), place)


def replace_view(book: StoryStore, store: Store, place: int) -> None:
    """Give a step the present view; its name and caption stay."""
    step = book.telling.story.steps[place]
    story = _with(book, place, replace(step, atlas=at_rest(store.atlas)))
    book.change(f"Replace the view of {step.name}", story, place)


def rename(book: StoryStore, place: int, name: str) -> None:
    """Give a step another name."""
    step = book.telling.story.steps[place]
    book.change(f"Rename {step.name}", _with(book, place, replace(step, name=sound(name))), place)


def name_as_typed(stories: StoryActions, place: int, name: str) -> None:
    """Give a step the name that was typed; where that is none it keeps its own, and a line says so."""
    if sound(name):
        rename(stories.book, place, name)
        return
    was = stories.book.telling.story.steps[place].name
    stories.book.stand_at(place)
    stories.tell(f"Rename the step: expected a name, got none; it stays “{was}”")


def set_caption(book: StoryStore, place: int, caption: str) -> None:
    """Give a step another caption."""
    step = book.telling.story.steps[place]
    story = _with(book, place, replace(step, caption=sound(caption)))
    book.change(f"Edit the caption of {step.name}", story, place, f"type the caption {place}")


def set_title(book: StoryStore, title: str) -> None:
    """Give the story another title."""
    story = replace(book.telling.story, title=sound(title))
    book.change("Rename the story", story, book.telling.current, "type the title")


def move(book: StoryStore, place: int, to: int) -> None:
    """Move a step to another place among the steps, from 0."""
    steps = list(book.telling.story.steps)
    to = min(max(to, 0), len(steps) - 1)
    step = steps.pop(place)
    _set(book, f"Move {step.name}", (*steps[:to], step, *steps[to:]), to)


def delete(book: StoryStore, place: int) -> None:
    """Take a step out."""
    steps = book.telling.story.steps
    left = (*steps[:place], *steps[place + 1 :])
    _set(book, f"Delete {steps[place].name}", left, min(place, len(left) - 1) if left else None)


def go_to(context: Context, place: int) -> None:
    """Show a step, in the theme and numbers of the window; say in one line what the data lack of it."""
    store, book = context.store, context.stories.book
    step = book.telling.story.steps[place]
    book.stand_at(place)
    atlas = fitted(replace(step.atlas, look=store.atlas.look), store.frame, store.frame_of)
    store.change(f"Go to {step.name}", atlas)
    missing = lost(step.atlas, atlas)
    if missing:
        context.stories.tell(f"{step.name}: these data do not have {', '.join(missing)}; the rest is shown")


def _name_of(store: Store) -> str:
    frame = store.frame
    about = frame.detail or frame.scenario
    return sound(f"{frame.year_label}: {about.title}" if about else frame.year_label)


def _with(book: StoryStore, place: int, step: StoryStep) -> Story:
    story = book.telling.story
    return replace(story, steps=(*story.steps[:place], step, *story.steps[place + 1 :]))


def _set(book: StoryStore, name: str, steps: tuple[StoryStep, ...], current: int | None) -> None:
    book.change(name, Story(book.telling.story.title, steps), current)
