"""Commands on the volumes: which series the chart shows, and what the filter lets through."""

from __future__ import annotations

from dataclasses import replace

from desktop.commands import evidence
from desktop.commands.command import Command, Context, Menu
from desktop.state.atlas import Filter
from desktop.state.store import Store
from geodata.claim import STATUSES, SUBSTANCES
from geodata.drawn import ChartModel
from geodata.frame import Frame

SUBSTANCE_WORDS = {
    "reo": "rare-earth oxides (REO)",
    "re_product": "rare-earth products",
    "re_minerals": "rare-earth minerals",
    "re_chloride": "rare-earth chloride",
    "nd": "neodymium",
    "nd_oxide": "neodymium oxide",
    "ndpr_oxide": "NdPr oxide",
    "re_magnets": "rare-earth magnets",
    "metal_magnets": "metal magnets",
    "monazite": "monazite",
    "heavy_minerals": "heavy minerals",
    "ore": "ore",
}
"""What the user reads for each substance of a claim."""


def set_series(store: Store, series: str) -> None:
    """Show a series in the chart."""
    title = next((chart.title for chart in store.frame.charts if chart.series == series), series)
    _change(store, f"Chart {title}", replace(store.atlas.filter, series=series))


def toggle_status(store: Store, status: str) -> None:
    """Let figures of one kind of evidence through, or no longer."""
    chosen = store.atlas.filter
    _change(store, f"Filter {status}", replace(chosen, statuses=chosen.statuses ^ {status}))


def toggle_substance(store: Store, substance: str) -> None:
    """Let figures of one substance through, or no longer."""
    name = f"Filter {SUBSTANCE_WORDS.get(substance, substance)}"
    chosen = store.atlas.filter
    _change(store, name, replace(chosen, substances=chosen.substances ^ {substance}))


def clear_filter(store: Store) -> None:
    """Let every figure through."""
    _change(
        store, "Show all figures", replace(store.atlas.filter, statuses=frozenset(), substances=frozenset())
    )


def is_filtered(context: Context) -> bool:
    """Tell whether the filter keeps anything back."""
    return bool(context.store.atlas.filter.statuses or context.store.atlas.filter.substances)


CLEAR_FILTER = Command(
    "figures.show-all",
    "Show all figures",
    lambda context: clear_filter(context.store),
    "Ctrl+Shift+F",
    "filter",
    is_filtered,
)


def menu(frame: Frame) -> Menu:
    """List the series of a frame, and the filters."""
    series = Menu("Chart", tuple(_series(chart) for chart in frame.charts), exclusive=True)
    return Menu("Figures", (series, None, *filters().entries, CLEAR_FILTER, None, *evidence.COMMANDS))


def filters() -> Menu:
    """List what the figures can be filtered by."""
    return Menu(
        "Filter",
        (
            Menu("Only this evidence", tuple(_status(status) for status in STATUSES)),
            Menu("Only this substance", tuple(_substance(substance) for substance in SUBSTANCES)),
        ),
    )


def _series(chart: ChartModel) -> Command:
    return Command(
        f"figures.chart.{chart.series}",
        chart.title,
        lambda context: set_series(context.store, chart.series),
        checked=lambda context: context.store.frame.chart == chart.series,
    )


def _status(status: str) -> Command:
    return Command(
        f"figures.status.{status}",
        status.capitalize(),
        lambda context: toggle_status(context.store, status),
        checked=lambda context: status in context.store.atlas.filter.statuses,
    )


def _substance(substance: str) -> Command:
    words = SUBSTANCE_WORDS[substance]
    return Command(
        f"figures.substance.{substance}",
        words[0].upper() + words[1:],
        lambda context: toggle_substance(context.store, substance),
        checked=lambda context: substance in context.store.atlas.filter.substances,
    )


def _change(store: Store, name: str, chosen: Filter) -> None:
    store.change(name, replace(store.atlas, filter=chosen))
