"""The lists of commands: each is found once, runs, and is taken back."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from stage import new_context

from desktop.commands import (
    clock,
    compare,
    edit,
    extent,
    figures,
    go,
    knowing,
    layers,
    menus,
    pinning,
    scenarios,
    steps,
    years,
)
from desktop.commands.pane import Pane
from geodata.claim import STATUSES
from resources import files

PANES = (Pane("layers", "Layers", "left", object), Pane("volumes", "Volumes", "right", object))
SELECTED = "flow.cn-in.magnets"
TO_THE_OUTSIDE = (
    "file help go.find go.next-pane go.previous-pane go.pane view.pane view.reset-layout"
    " view.zoom-in view.zoom-out"
)


def prepared():
    """Give a context in which every command can run: all is a little different from what it was."""
    context, port = new_context(2025)
    store = context.store
    layers.isolate(store, "plants")
    clock.set_since(store, 2020)
    pinning.pin(store, "plants", 2020)
    knowing.know_on(store, date(2026, 11, 20))
    extent.show(store, "Move the map", (70.0, 8.0, 90.0, 30.0))
    for status in STATUSES:
        figures.toggle_status(store, status)
    go.select(store, SELECTED)
    scenarios.choose(store, context.scenarios.shelf.entries[0].scenario)
    scenarios.duplicate(store, context.scenarios.shelf)
    compare.with_year(store, 2012)
    views = context.views.list
    views.hold_own(views.own_with(views.listed.bundled[:4]), 8)
    years.go_to(store, 2024)
    years.go_to(store, 2025)
    store.undo()
    book = context.stories.book
    book.stand_at(3)
    steps.rename(book, 3, "One name")
    steps.rename(book, 3, "Another name")
    book.undo()
    return context, port


def all_commands(context):
    return menus.commands(context.store.frame, PANES)


def by_id(context, name):
    return next(command for command in all_commands(context) if command.id == name)


NAMES = [command.id for command in all_commands(prepared()[0])]


def test_every_menu_has_commands_and_every_id_is_its_own():
    frame = new_context()[0].store.frame
    found = [command for menu in menus.menus(frame, PANES) for command in menu.commands]
    assert all(menu.commands for menu in menus.menus(frame, PANES))
    assert all(re.fullmatch(r"[a-z]+\.[a-z].*", command.id) for command in found)
    titles = {}
    for command in found:
        assert titles.setdefault(command.id, command.title) == command.title


def test_no_two_commands_share_a_shortcut():
    keys = [command.shortcut for command in all_commands(new_context()[0]) if command.shortcut]
    assert keys
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_command_has_a_title_and_its_icon_exists():
    for command in all_commands(new_context()[0]):
        assert command.title.strip() == command.title != ""
        for icon in filter(None, command.icon.split("|")):
            assert files.path(f"icons/{icon}.svg").is_file(), command.id


def test_toolbar_commands_are_in_the_menus():
    listed = {command.id for command in all_commands(new_context()[0])}
    bar = filter(None, (*menus.TOOLBAR, *menus.TOOLBAR_RIGHT))
    assert {command.id for command in bar} <= listed


@pytest.mark.parametrize("name", NAMES)
def test_a_command_runs_and_what_it_changes_is_taken_back(name):
    context, port = prepared()
    command = by_id(context, name)
    if not command.enabled(context):
        pytest.fail(f"{name} cannot run in a state that was prepared for all commands")
    before, is_chosen = context.store.atlas, command.checked is not None and command.checked(context)
    told = port.book.telling
    command.run(context)
    after = context.store.atlas
    assert after != before or port.calls or is_chosen or port.book.telling != told, f"{name} does nothing"
    if name in ("edit.undo", "edit.redo") or after == before:
        return
    assert context.store.undo_name
    edit.undo(context.store)
    assert context.store.atlas == before
    edit.redo(context.store)
    assert context.store.atlas == replace(after, clock=replace(after.clock, playing=False))


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(tuple(TO_THE_OUTSIDE.split()))])
def test_a_command_for_the_outside_leaves_the_state_alone(name):
    context, port = prepared()
    before = context.store.atlas
    by_id(context, name).run(context)
    assert context.store.atlas == before
    assert port.calls


def test_what_is_checked_tells_the_state_before_and_after():
    context, _ = prepared()
    for name in NAMES:
        command = by_id(context, name)
        if command.checked is None or name.startswith(("view.theme", "figures.chart", "compare.swipe")):
            continue
        before = command.checked(context)
        command.run(context)
        assert command.checked(context) != before, name


def test_asking_what_is_enabled_changes_nothing():
    context, port = prepared()
    before = context.store.atlas
    for command in all_commands(context):
        command.enabled(context)
        if command.checked:
            command.checked(context)
        if command.title_now:
            command.title_now(context)
    assert context.store.atlas == before
    assert port.calls == []
