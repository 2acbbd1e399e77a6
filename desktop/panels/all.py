"""All panels: which there are, where they stand, and which part of the state each shows."""

from __future__ import annotations

from functools import partial

from desktop.commands.command import Context
from desktop.commands.pane import Pane
from desktop.panels import (
    agreements,
    details,
    later,
    layers,
    legend,
    sources,
    stories,
    timeline,
    visible,
    volumes,
)
from desktop.panels.following import following

_TALL = ("volumes", "sources", "compare", "scenarios", "balance", "text")


def build_panels(context: Context) -> tuple[Pane, ...]:
    """List every panel, to be built when it is first seen; what is closed at first is imported then too."""
    legend_part = legend.part_of(context.store)
    opened = (
        ("layers", "Layers", "left", layers.LayersPanel, layers.part),
        ("legend", "Legend", "left below", lambda _context: legend.LegendPanel(), legend_part),
        ("on-the-map", "On the map", "left below", visible.OnTheMapPanel, visible.part),
        ("volumes", "Volumes", "right", volumes.VolumesPanel, volumes.part),
        ("agreements", "Agreements", "right", agreements.AgreementsPanel, agreements.part),
        ("sources", "Sources", "right", sources.SourcesPanel, sources.part),
        ("details", "Details", "right below", details.DetailsPanel, details.part),
        ("timeline", "Timeline", "bottom", timeline.TimelinePanel, timeline.part),
    )
    closed = (
        ("text", "Text version", "right below", later.text),
        ("matrix", "Evidence matrix", "over bottom", later.matrix),
        ("deliveries", "Promised and delivered", "over bottom", later.deliveries),
        ("ladder", "Ladder of mines", "over bottom", later.ladder),
        ("balance", "Balance", "right", later.balance),
        ("scenarios", "Scenarios", "right", later.scenarios),
        ("compare", "Compare", "right", later.compare),
    )
    return (
        *(
            Pane(name, title, area, partial(following, make, part, context), is_tall=name in _TALL)
            for name, title, area, make, part in opened
        ),
        *(
            Pane(name, title, area, partial(build, context), is_open=False, is_tall=name in _TALL)
            for name, title, area, build in closed
        ),
        Pane("story", "Story", "right", lambda: stories.StoriesPanel(context).widget, is_tall=True),
        Pane("views", "Views", "left below", partial(later.views, context), is_open=False, is_tall=True),
        Pane("history", "History", "left below", partial(later.history, context), is_open=False),
    )
