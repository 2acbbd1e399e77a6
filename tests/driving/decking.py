"""Decks as their tests make and read them."""

from __future__ import annotations

from stage import dataset

from desktop.asking import deriver
from desktop.services.stories import bundled
from desktop.services.story_sheets import story_requests
from desktop.sheets.binding import Deck

STORY = bundled()


def deck_of(kind, story=STORY, theme="light", **how):
    """Ask for the deck of a story."""
    size = (3840, 2160) if kind == "pptx" else (1920, 1080)
    return Deck(story.title, tuple(story_requests(story, deriver(dataset()), size, theme, **how)), kind)


def shape(slide, name):
    """Find a shape of a slide by how its name begins."""
    return next(one for one in slide.shapes if one.name.startswith(name))


def rows_of(slide):
    """Give the words of a slide's table, without its head."""
    table = shape(slide, "Figures").table
    return [[cell.text for cell in row.cells] for row in table.rows][1:]


def figures_of(frame):
    """List what a frame shows, and what it knows of what is selected."""
    of_selection = frame.detail.rivalries if frame.detail else ()
    return [*frame.shown, *(figure for rivalry in of_selection for figure in rivalry.figures)]


def figure_of(frame, row):
    """Find the figure that a row tells, by its words, value and period."""
    what, value, when, _number = row
    named = {event.name: event.thing for event in frame.events}
    found = [
        figure
        for figure in figures_of(frame)
        if (figure.what == what or named.get(what) == figure.subject)
        and (figure.text, figure.period if when else value) == (value, when.split(", ")[0] or value)
    ]
    return found[0]
