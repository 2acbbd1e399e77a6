"""All panels: which there are, where they stand, and which part of the state each shows."""

from __future__ import annotations

from desktop.commands.command import Context
from desktop.commands.pane import Pane
from desktop.panels import (
    agreements,
    balance,
    compare,
    deliveries,
    details,
    history,
    ladder,
    layers,
    legend,
    matrix,
    scenarios,
    sources,
    stories,
    text_version,
    timeline,
    views,
    visible,
    volumes,
)

_CLOSED_AT_FIRST = ("text", "matrix", "deliveries", "ladder", "balance", "compare", "scenarios")
_TALL = ("volumes", "sources", "compare", "scenarios")


def build_panels(context: Context) -> tuple[Pane, ...]:
    """Build every panel and let it follow the store."""
    panels = (
        ("layers", "Layers", "left", layers.LayersPanel(context), layers.part),
        ("legend", "Legend", "left below", legend.LegendPanel(), legend.part_of(context.store)),
        ("on-the-map", "On the map", "left below", visible.OnTheMapPanel(context), visible.part),
        ("volumes", "Volumes", "right", volumes.VolumesPanel(context), volumes.part),
        ("agreements", "Agreements", "right", agreements.AgreementsPanel(context), agreements.part),
        ("sources", "Sources", "right", sources.SourcesPanel(context), sources.part),
        ("details", "Details", "right below", details.DetailsPanel(context), details.part),
        ("timeline", "Timeline", "bottom", timeline.TimelinePanel(context), timeline.part),
        ("text", "Text version", "right below", text_version.TextVersionPanel(context), text_version.part),
        ("matrix", "Evidence matrix", "over bottom", matrix.MatrixPanel(context), matrix.part),
        (
            "deliveries",
            "Promised and delivered",
            "over bottom",
            deliveries.DeliveriesPanel(context),
            deliveries.part,
        ),
        ("ladder", "Ladder of mines", "over bottom", ladder.LadderPanel(context), ladder.part),
        ("balance", "Balance", "right", balance.BalancePanel(context), balance.part),
        ("scenarios", "Scenarios", "right", scenarios.ScenariosPanel(context), scenarios.part),
        ("compare", "Compare", "right", compare.ComparePanel(context), compare.part_of(context.store)),
    )
    for _, _, _, panel, part in panels:
        context.store.subscribe(panel.show, part)
    story = stories.StoriesPanel(context)  # it follows the story, which is no part of the atlas
    done = history.HistoryPanel(context)  # nor is what led to it
    named = views.ViewsPanel(context)
    return (
        *(
            Pane(name, title, area, panel.widget, name not in _CLOSED_AT_FIRST, name in _TALL)
            for name, title, area, panel, _ in panels
        ),
        Pane("story", "Story", "right", story.widget, is_tall=True),
        Pane("views", "Views", "left below", named.widget, is_open=False),
        Pane("history", "History", "left below", done.widget, is_open=False),
    )
