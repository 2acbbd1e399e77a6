"""All panels: which there are, where they stand, and which part of the state each shows."""

from __future__ import annotations

from desktop.commands.command import Context
from desktop.commands.pane import Pane
from desktop.panels import layers, timeline
from desktop.panels.layers import LayersPanel
from desktop.panels.timeline import TimelinePanel


def build_panels(context: Context) -> tuple[Pane, ...]:
    """Build every panel and let it follow the store."""
    store = context.store
    layer_panel, timeline_panel = LayersPanel(context), TimelinePanel(context)
    store.subscribe(layer_panel.show, layers.part)
    store.subscribe(timeline_panel.show, timeline.part)
    return (
        Pane("layers", "Layers", "left", layer_panel.widget),
        Pane("timeline", "Timeline", "bottom", timeline_panel.widget),
    )
