"""A story as JSON text that can be read and edited by hand; whatever is read is checked value by value."""

from __future__ import annotations

import json
from typing import Any

from desktop.state import checked
from desktop.state.atlas_text import atlas_document, read_atlas
from desktop.state.checked import UNSOUND, SessionError
from desktop.state.documents import read_document
from desktop.state.session import at_rest
from desktop.state.story import Story, StoryStep

FORMAT = "irel-atlas-story"
SCHEMA = 1
MAX_CHARACTERS = 2 * 1024 * 1024
MAX_STEPS = 200


def story_text(story: Story) -> str:
    """Write a story as JSON; equal stories give equal texts."""
    document = {
        "format": FORMAT,
        "schema": SCHEMA,
        "title": story.title,
        "steps": [_step_document(step) for step in story.steps],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def read_story(text: str) -> Story:
    """Read what `story_text` wrote; names and captions are words, whatever they look like.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be, or a newer program wrote it.
    """
    document = read_document(text, FORMAT, SCHEMA, MAX_CHARACTERS, "a story")
    found = checked.named(document, "document", ("format", "schema", "title", "steps"))
    steps = enumerate(checked.listed(found["steps"], "steps", MAX_STEPS), 1)
    return Story(checked.words(found["title"], "title"), tuple(_step(step, number) for number, step in steps))


def sound(words: str) -> str:
    """Make words that were typed or pasted fit for a file: on one line, and within bounds."""
    return " ".join(UNSOUND.sub(" ", words).split())[: checked.MAX_WORDS]


def _step_document(step: StoryStep) -> dict[str, Any]:
    return {"name": step.name, "caption": step.caption, "atlas": atlas_document(step.atlas)}


def _step(value: Any, number: int) -> StoryStep:
    where = f"step {number}"
    found = checked.named(value, where, ("name", "caption", "atlas"))
    name, caption = (checked.words(found[part], f"{where}, {part}") for part in ("name", "caption"))
    try:
        return StoryStep(name, caption, at_rest(read_atlas(found["atlas"])))
    except SessionError as error:
        raise SessionError(f"{where}, {error}") from None
