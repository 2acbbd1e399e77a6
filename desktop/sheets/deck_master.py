"""The master of a deck: one layout, the atlas's family and colours, and nothing of the template's own."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from desktop.sheets import slide_room as room
from desktop.sheets.contents import palette
from desktop.sheets.slide_room import Box

FAMILY = "Noto Sans"
MASTER = "IREL Atlas"
LAYOUT = "Map and figures"
FOOTER, NUMBER, CAPTION = 11, 12, 13
"""What joins placeholders of slides to those of the layout."""

STYLE_COLOURS = {"export": 1, "import": 2, "plant": 3, "mine": 4, "relation": 5}
"""Which accent of the theme tells each style."""

_USED = 5
"""Place among the template's layouts of "Title Only", which becomes ours."""
_ACCENTS = ("export_text", "import_text", "plant_text", "mine_text", "relation_text", "selection")
_MAP = {
    "light": {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"},
    "dark": {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"},
}
_ABOUT_PART = "/docProps/app.xml"
_ABOUT = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
    "<Application>IREL Atlas</Application><PresentationFormat>Widescreen</PresentationFormat></Properties>"
)
_LAST_PARTS = ("thumbnail", "printerSettings")


def new_deck(theme: str) -> Deck:
    """Make a deck without slides, 16:9, in the colours of a theme.

    Parameters
    ----------
    theme : str
        light, dark or print.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(room.SLIDE[0]), Pt(room.SLIDE[1])
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)  # the template calls itself 4:3
    _drop_template(deck)
    _colour(deck, theme)
    master, layout = deck.slide_master, deck.slide_layouts[0]
    master.name, layout.name = MASTER, LAYOUT
    layout.element.attrib.pop("type", None)
    _set_master(master.element)
    _set_layout(layout.element)
    return deck


def placeholder(kind: str, index: int, name: str, box: Box, look: str, words: str) -> Any:
    """Make a placeholder of a layout or a slide; its shape has no number yet.

    Parameters
    ----------
    kind, index
        What joins a slide's placeholder to that of its layout.
    look : str
        Its first level; see `look_of`.
    words : str
        Runs of its one paragraph, as XML.
    """
    place = (
        f"<a:off x='{Pt(box.left)}' y='{Pt(box.top)}'/><a:ext cx='{Pt(box.width)}' cy='{Pt(box.height)}'/>"
    )
    anchor = "ctr" if kind == "title" else "t"
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='{index + 100}' name={quoteattr(name)}/>"
        f"<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr>"
        f"<p:ph type='{kind}' sz='quarter' idx='{index}'/></p:nvPr></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{place}</a:xfrm></p:spPr><p:txBody>"
        f"<a:bodyPr lIns='0' tIns='0' rIns='0' bIns='0' anchor='{anchor}'><a:noAutofit/></a:bodyPr>"
        f"<a:lstStyle>{look}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def look_of(size_pt: float, colour: str, align: str, bold: bool = False) -> str:
    """Say how the first level of a placeholder looks; `colour` is a name of the theme, `align` l or r."""
    return (
        f"<a:lvl1pPr algn='{align}' marL='0' indent='0'><a:spcBef><a:spcPts val='0'/></a:spcBef><a:buNone/>"
        f"{_letters('a:defRPr', size_pt, colour, bold)}</a:lvl1pPr>"
    )


def run(words: str, size_pt: float, colour: str) -> str:
    """Write words that look the same in programs that do not ask the layout."""
    return f"<a:r>{_letters('a:rPr', size_pt, colour)}<a:t>{escape(words)}</a:t></a:r>"


def slide_number(size_pt: float, colour: str) -> str:
    """Write the field that counts slides."""
    return (
        "<a:fld id='{C1FF6DA9-008F-8B48-92A6-B652298478BF}' type='slidenum'>"
        f"{_letters('a:rPr', size_pt, colour)}<a:t>‹#›</a:t></a:fld>"
    )


def _letters(tag: str, size_pt: float, colour: str, bold: bool = False) -> str:
    return (
        f"<{tag} lang='en' sz='{round(size_pt * 100)}' b='{int(bold)}'>"
        f"<a:solidFill><a:schemeClr val='{colour}'/></a:solidFill><a:latin typeface='+mn-lt'/></{tag}>"
    )


def _drop_template(deck: Deck) -> None:
    """Leave out layouts that no slide uses, and picture and settings of whoever made the template."""
    layouts = deck.slide_layouts
    for layout in [layout for place, layout in enumerate(layouts) if place != _USED]:
        layouts.remove(layout)
    about = next(part for part in deck.part.package.iter_parts() if part.partname == _ABOUT_PART)
    about._blob = _ABOUT.encode()  # noqa: SLF001
    for part in (deck.part, deck.part.package):
        rels = part._rels  # noqa: SLF001 (python-pptx has no door of its own for parts that it does not know)
        for key in [key for key, rel in rels.items() if any(word in rel.reltype for word in _LAST_PARTS)]:
            rels.pop(key)


def _colour(deck: Deck, theme: str) -> None:
    """Write family and colours into the theme, and say which of them are paper and ink."""
    colours = palette()[theme]
    is_dark = theme == "dark"
    paper, ink, near, soft = (colours[name] for name in ("paper", "ink", "india", "soft_ink"))
    light, dark = ((ink, soft), (paper, near)) if is_dark else ((paper, near), (ink, soft))
    master = deck.slide_master
    mapping = master.element.find(qn("p:clrMap"))
    for name, value in _MAP["dark" if is_dark else "light"].items():
        mapping.set(name, value)
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    tree = parse_xml(part.blob)
    tree.set("name", MASTER)
    named = {"lt1": light[0], "lt2": light[1], "dk1": dark[0], "dk2": dark[1]}
    named |= {f"accent{place}": colours[name] for place, name in enumerate(_ACCENTS, 1)}
    named |= {"hlink": colours["export_text"], "folHlink": colours["selection"]}
    scheme = tree.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", MASTER)
    for name, value in named.items():
        entry = scheme.find(qn(f"a:{name}"))
        entry[:] = [parse_xml(f"<a:srgbClr {nsdecls('a')} val='{value.removeprefix('#')}'/>")]
    fonts = tree.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", MASTER)
    for kind in ("a:majorFont", "a:minorFont"):
        latin = fonts.find(qn(kind)).find(qn("a:latin"))
        latin.attrib.clear()
        latin.set("typeface", FAMILY)
    part._blob = serialize_part_xml(tree)  # noqa: SLF001


def _set_master(master: Any) -> None:
    """Put the master's own placeholders where the layout has them, and let titles stand at the left."""
    title = master.find(f".//{qn('p:titleStyle')}").find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("b", "1")
    boxes = {"title": room.TITLE, "body": room.CAPTION, "ftr": room.ORIGIN, "sldNum": room.NUMBER}
    for shape in master.findall(f".//{qn('p:sp')}"):
        kind = shape.find(f".//{qn('p:ph')}").get("type")
        if kind == "dt":
            shape.getparent().remove(shape)
            continue
        box, place = boxes[kind], shape.find(f".//{qn('a:xfrm')}")
        place.find(qn("a:off")).attrib.update({"x": str(Pt(box.left)), "y": str(Pt(box.top))})
        shape.find(f".//{qn('a:bodyPr')}").attrib.update(dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0"))
        place.find(qn("a:ext")).attrib.update({"cx": str(Pt(box.width)), "cy": str(Pt(box.height))})


def _set_layout(layout: Any) -> None:
    tree = layout.find(f".//{qn('p:spTree')}")
    for shape in tree.findall(qn("p:sp")):
        tree.remove(shape)
    small, soft = room.SMALL_SIZE, "tx2"
    for shape in (
        placeholder(
            "title", 0, "Title", room.TITLE, look_of(28, "tx1", "l", bold=True), run("Title", 28, "tx1")
        ),
        placeholder(
            "body", CAPTION, "Caption", room.CAPTION, look_of(16, soft, "l"), run("Caption", 16, soft)
        ),
        placeholder("ftr", FOOTER, "Footer", room.ORIGIN, look_of(small, soft, "r"), ""),
        placeholder(
            "sldNum",
            NUMBER,
            "Slide number",
            room.NUMBER,
            look_of(small, soft, "r"),
            slide_number(small, soft),
        ),
    ):
        tree.append(shape)
