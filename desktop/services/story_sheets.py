"""The sheets of a story: one request for each step, its caption under its title. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.sheets.paper import Size
from desktop.sheets.sheet import SheetRequest
from desktop.state.atlas import Atlas
from desktop.state.comparing import frame_of_a
from desktop.state.fitting import fitted
from desktop.state.session import session_of
from desktop.state.sheet_options import SheetOptions
from desktop.state.story import Story, StoryStep
from geodata.frame import Frame


def story_requests(
    story: Story,
    derive: Callable[[Atlas], Frame],
    size_px: Size = (1920, 1080),
    theme: str = "light",
    kind: str = "png",
    options: SheetOptions | None = None,
    carrying: bool = True,
) -> list[SheetRequest]:
    """Ask for the sheets of a story's steps, in its order; what these data do not have is left out.

    Parameters
    ----------
    derive : callable
        Atlas → Frame over the data that are to be shown: `desktop.asking.deriver`, or `Store.frame_of`.
    size_px : tuple of int
        Width and height in pixels.
    theme, kind : str
        As `SheetRequest` has theme and format.
    options : SheetOptions or None
        What all sheets share; each has its step's caption, and its name as title where this says none.
    carrying : bool
        Whether each sheet carries what brings its view back.

    Raises
    ------
    SheetError
        Where size, theme or format are not what they should be.
    """
    shared = options or SheetOptions()
    return [_request(step, derive, size_px, (theme, kind), shared, carrying) for step in story.steps]


def step_atlas(step: StoryStep, derive: Callable[[Atlas], Frame]) -> Atlas:
    """Give a step's state as far as the data have what it names."""
    return fitted(step.atlas, derive(step.atlas), derive)


def _request(
    step: StoryStep,
    derive: Callable[[Atlas], Frame],
    size_px: Size,
    manner: tuple[str, str],
    shared: SheetOptions,
    carrying: bool,
) -> SheetRequest:
    atlas, (theme, kind) = step_atlas(step, derive), manner
    frame, other = derive(atlas), frame_of_a(atlas, derive)
    return SheetRequest(
        frame=frame,
        bounds=atlas.view.bounds,
        size_px=size_px,
        theme=theme,
        format=kind,
        opacity=atlas.layers.opacity,
        graticule=atlas.layers.graticule,
        carry=session_of(atlas, frame, other) if carrying else None,
        options=replace(
            shared,
            title=shared.title or step.name,
            caption=step.caption,
            elements=shared.elements - (frozenset() if frame.chart_by_now else {"chart"}),
        ),
        other=other,
    )
