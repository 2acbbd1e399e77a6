"""What people can type: the examples that the help of the program and of each command ends with."""

from __future__ import annotations

PROGRAM = """examples:
  irel-atlas                                          open the atlas
  irel-atlas open --data my-layers --year 2030        open it on a copy of the layers
  irel-atlas open map.png                             bring back the view of an exported sheet
  irel-atlas open plan.atlas                          go on with a session
  irel-atlas snapshot --year 2024 --out map.png       draw the sheet of 2024
  irel-atlas snapshot --out a3.pdf --theme dark --bounds 68,6,98,37
  irel-atlas snapshot --out slide.png --size 3840x2160 --layers plants,proposed_mines
  irel-atlas film --years 2005-2025 --out years.mp4   film a range of years
  irel-atlas deck --story bundled --out talk.pptx     a slide for each step of a story
  irel-atlas audit talk.pptx                          which figures of a deck are out of date
  irel-atlas page --out atlas.html                    write all years as one page for any browser
  irel-atlas export --out figures.xlsx                write every figure with its source
  irel-atlas check --data my-layers                   report every problem in the layers
"""

OF_COMMAND = {
    "open": """examples:
  irel-atlas open plan.atlas
  irel-atlas open --view "Targets 2030"
  irel-atlas open --scenario my-scenario.json --year 2030
  irel-atlas open --known-on 2025-06-01
  irel-atlas open --compare 2024:2025
""",
    "snapshot": """examples:
  irel-atlas snapshot --year 2024 --out map.png
  irel-atlas snapshot --preset a3-landscape --theme print --show north,locator --out wall.pdf
  irel-atlas snapshot --size 297x210mm --dpi 300 --title "Rare earths" --logo ours.png --out a4.png
  irel-atlas snapshot --hide chart,headlines --caption "China ships most magnets." --out slide.svg
  irel-atlas snapshot --view "Trade 2024" --out trade.png
  irel-atlas snapshot --scenario exports-suspended --year 2026 --out what-if.pdf
  irel-atlas snapshot --known-on 2025-06-01 --out as-known-then.png
  irel-atlas snapshot --fiscal --year 2026 --since 2020 --cumulative --out range.pdf
  irel-atlas snapshot --compare 2024:2030 --out two-years.pdf
  irel-atlas snapshot --compare 2025-06-01:now --out what-was-known.pdf
  irel-atlas snapshot --compare none:four-mines-by-2030 --year 2030 --out with-and-without.pdf
  irel-atlas snapshot --bare --bounds 68,6,98,37 --out india.png
  irel-atlas snapshot --strict --out talk.pdf      refuse a sheet with warnings instead of keeping them
""",
    "film": """examples:
  irel-atlas film --years 2005-2025 --out years.mp4           needs ffmpeg; says which encoder made it
  irel-atlas film --years 2009-2030 --out years.gif --size 1280x720 --seconds 0.8
  irel-atlas film --years 2012-2030 --scenario agreement-continues --out what-if.mp4
  irel-atlas film --story bundled --out story.mp4 --theme dark
  irel-atlas film --years 2020-2030 --out years.webp --footer "Committee, room 4" --hide chart
  irel-atlas film --years 1950-2035 --out pictures            a folder of PNG, each of which opens again
""",
    "deck": """examples:
  irel-atlas deck --story bundled --out talk.pptx             slides with tables, notes and sources
  irel-atlas deck --story talk.irel-story.json --out talk.pptx --theme dark --size 3840x2160
  irel-atlas deck --story bundled --out handout.pdf --theme print --size 3508x2480
  irel-atlas deck --story bundled --out talk.pptx --footer "Committee, room 4" --logo ours.png
  irel-atlas deck --story bundled --strict --out talk.pptx    refuse a deck of which the presenter check warns
""",
    "audit": """examples:
  irel-atlas audit talk.pptx                      picture by picture, which figures no longer stand
  irel-atlas audit map.png                        a sheet as PNG, PDF, SVG or HTML can be audited as well
  irel-atlas audit talk.pptx --data my-layers     hold it against a copy of the layers

exit codes: 0, every figure stands; 1, at least one is out of date, is known now, or lost claim or source;
2, the file cannot be audited: it is damaged, of another kind, or carries nothing of the atlas
""",
    "page": """examples:
  irel-atlas page --out atlas.html                follows the light or dark of the reader's system
  irel-atlas page --year 2024 --layers plants,flows_to_japan --out japan.html
  irel-atlas page --view "Trade 2024" --footer "Committee, room 4" --out talk.html
  irel-atlas page --strict --out talk.html        refuse a page whose first view the presenter check warns of
""",
    "export": """examples:
  irel-atlas export --out figures.xlsx            every figure with its citation, status and licence
  irel-atlas export --year 2024 --out 2024.csv    only those of a year
  irel-atlas export --known-on 2025-06-01 --out as-known-then.csv
  irel-atlas export --scenario four-mines-by-2030 --out what-if.csv
  irel-atlas export --out figures.gpkg            for QGIS, as is .geojson
""",
    "check": """examples:
  irel-atlas check                                the layers, the scenarios of the atlas and your own
  irel-atlas check --data my-layers               another folder of layers
  irel-atlas check --scenario my-scenario.json    whether each change of a scenario fits the claims
""",
}
