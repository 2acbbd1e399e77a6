"""Changing a story: every change has a name, is taken back and made again, and tells whether it is saved."""

from stage import new_context, new_store

from desktop.commands import steps
from desktop.services.stories import bundled
from desktop.state.story import Story
from desktop.state.story_store import StoryStore


def new_book() -> StoryStore:
    return StoryStore(bundled())


def names(book):
    return [step.name for step in book.telling.story.steps]


def test_a_view_is_recorded_behind_the_current_step_and_named_after_what_it_shows():
    book, store = new_book(), new_store(2024)
    book.stand_at(2)
    steps.record(book, store)
    assert names(book)[3] == "2024"
    assert book.telling.current == 3
    assert book.telling.story.steps[3].atlas == store.atlas
    assert book.undo_name == "Record 2024"


def test_every_change_is_named_taken_back_and_made_again():
    book, store = new_book(), new_store(2024)
    first, second = names(book)[:2]
    deeds = {
        f"Record {2024}": lambda: steps.record(book, store),
        f"Replace the view of {first}": lambda: steps.replace_view(book, store, 0),
        f"Rename {first}": lambda: steps.rename(book, 0, "A new name"),
        f"Edit the caption of {first}": lambda: steps.set_caption(book, 0, "New words"),
        f"Move {second}": lambda: steps.move(book, 1, 0),
        f"Delete {first}": lambda: steps.delete(book, 0),
        "Rename the story": lambda: steps.set_title(book, "Another title"),
    }
    for name, deed in deeds.items():
        before = book.telling.story
        deed()
        after = book.telling.story
        assert after != before
        assert book.undo_name == name
        assert book.telling.is_unsaved
        book.undo()
        assert book.telling.story == before
        assert book.redo_name == name
        book.redo()
        assert book.telling.story == after
        book.undo()
    assert not book.telling.is_unsaved


def test_typing_a_caption_is_one_change_until_another_step_is_chosen():
    book = new_book()
    book.stand_at(0)
    for words in ("a", "ab", "abc"):
        steps.set_caption(book, 0, words)
    book.stand_at(1)
    steps.set_caption(book, 1, "x")
    book.undo()
    assert book.telling.story.steps[0].caption == "abc"
    book.undo()
    assert book.telling.story == bundled()
    assert book.undo_name is None


def test_a_step_moved_beyond_the_ends_stays_inside():
    book = new_book()
    first, last = names(book)[0], names(book)[-1]
    steps.move(book, 0, -5)
    assert names(book)[0] == first
    steps.move(book, 0, 99)
    assert (names(book)[-1], names(book)[-2]) == (first, last)


def test_the_last_step_can_be_deleted_and_recorded_anew():
    store, book = new_store(2024), StoryStore(Story("One"))
    steps.record(book, store)
    steps.delete(book, 0)
    assert book.telling.current is None
    steps.record(book, store)
    assert book.telling.current == 0


def test_saving_ends_what_would_be_lost_and_undo_begins_it_again():
    book = new_book()
    steps.rename(book, 0, "New")
    book.keep(book.telling.story, "/somewhere/story.json")
    assert not book.telling.is_unsaved
    book.undo()
    assert book.telling.is_unsaved
    assert book.telling.place == "/somewhere/story.json"


def test_going_to_a_step_shows_it_in_the_theme_of_the_window_and_is_one_change():
    context, port = new_context(2024)
    before = context.store.atlas
    steps.go_to(context, 4)
    step = bundled().steps[4]
    assert context.store.atlas.view == step.atlas.view
    assert context.store.atlas.look == before.look
    assert context.store.undo_name == f"Go to {step.name}"
    assert port.book.telling.current == 4
    assert not port.book.telling.is_unsaved
    assert port.calls == []
    context.store.undo()
    assert context.store.atlas == before


def test_what_is_set_aside_comes_back_and_leaves_no_trace_in_undo():
    context, _ = new_context(2024)
    store = context.store
    steps.go_to(context, 1)
    before, undo = store.atlas, store.undo_name
    store.set_aside()
    assert store.undo_name is None
    steps.go_to(context, 5)
    store.undo()
    assert store.atlas.clock.year == 2025
    store.take_up()
    assert store.atlas == before
    assert store.undo_name == undo
