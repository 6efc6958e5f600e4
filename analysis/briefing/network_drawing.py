"""The network as a picture: as shapes of a slide that can be moved and edited, and as SVG."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from analysis.briefing.figure import Network, Node
from analysis.briefing.markup import Element, element
from analysis.briefing.native import Box
from analysis.briefing.slides import describe, rgb
from analysis.briefing.text import excerpt, one_line
from analysis.palette import ACTOR_COLOURS, INK, PAPER

_SHAPES = {
    "country": MSO_SHAPE.RECTANGLE,
    "person": MSO_SHAPE.OVAL,
    "organisation": MSO_SHAPE.DIAMOND,
    "other": MSO_SHAPE.ISOSCELES_TRIANGLE,
}
_LINE, _WIDEST, _NARROWEST = "#A5AEB7", 7.0, 1.0
_NAME = 30
"""Longest name beside a mark [characters]."""
_SIZE = 12.0
_HEIGHT = 470.0


def add_network(shapes: Any, network: Network, box: Box, *, name: str) -> None:
    """Draw the network into a slide's shapes, one group, so that a screen reader meets one picture.

    Args:
        shapes: Of the slide.
        network: At least one link.
        box: Where.
        name: What a screen reader says of it.
    """
    group = shapes.add_group_shape()
    describe(group._element.nvGrpSpPr.cNvPr, name)
    at = {node.key: _on_slide(node, box) for node in network.nodes}
    most = max(link.n for link in network.links)
    for link in network.links:
        (x0, y0), (x1, y1) = at[link.first], at[link.second]
        line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(x0), Emu(y0), Emu(x1), Emu(y1)).line
        line.color.rgb, line.width = rgb(_LINE), Pt(_thickness(link.n, most))
    for node in network.nodes:
        _add_node(group.shapes, node, *at[node.key])
    for number, kind in enumerate(_kinds(network)):
        top = int(box.top) + number * int(Pt(20))
        _add_mark(group.shapes, kind, int(box.left) + int(Pt(8)), top)
        _add_name(group.shapes, kind, int(box.left) + int(Pt(18)), top - int(Pt(9)), PP_ALIGN.LEFT)


def _on_slide(node: Node, box: Box) -> tuple[int, int]:
    margin, head = Pt(90), Pt(30)
    x = int(box.left) + int(margin) + node.x * (int(box.width) - 2 * int(margin))
    y = int(box.top) + int(head) + (1 - node.y) * (int(box.height) - int(head) - int(Pt(14)))
    return round(x), round(y)


def _add_node(shapes: Any, node: Node, x: int, y: int) -> None:
    _add_mark(shapes, node.kind, x, y)
    _add_name(shapes, excerpt(node.label, _NAME), x - int(Pt(90)), y - int(Pt(24)), PP_ALIGN.CENTER)


def _add_mark(shapes: Any, kind: str, x: int, y: int) -> None:
    half = int(Pt(6))
    mark = shapes.add_shape(_SHAPES[kind], Emu(x - half), Emu(y - half), Emu(2 * half), Emu(2 * half))
    mark.fill.solid()
    mark.fill.fore_color.rgb = rgb(ACTOR_COLOURS[kind])
    mark.line.color.rgb, mark.line.width = rgb(PAPER), Pt(0.75)
    mark.shadow.inherit = False


def _add_name(shapes: Any, text: str, left: int, top: int, align: PP_ALIGN) -> None:
    frame = shapes.add_textbox(Emu(left), Emu(top), Pt(180), Pt(18)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
    paragraph = frame.paragraphs[0]
    paragraph.alignment = align
    run = paragraph.add_run()
    run.text = one_line(text)
    run.font.size, run.font.color.rgb = Pt(10.5), rgb(INK)


def draw_network(network: Network, width: float) -> tuple[list[Element], float]:
    """The network as SVG elements, and its height [user units]."""
    at = {node.key: (100 + node.x * (width - 200), 52 + (1 - node.y) * (_HEIGHT - 66)) for node in network.nodes}
    most = max(link.n for link in network.links)
    names = {node.key: one_line(node.label) for node in network.nodes}
    made = []
    for link in network.links:
        (x0, y0), (x1, y1) = at[link.first], at[link.second]
        told = element("title", f"{names[link.first]} and {names[link.second]}: {link.n}")
        made.append(
            element(
                "line", told, x1=x0, y1=y0, x2=x1, y2=y1, stroke=_LINE, stroke_width=_thickness(link.n, most),
                stroke_opacity=0.7,
            )
        )  # fmt: skip
    for node in network.nodes:
        x, y = at[node.key]
        made.append(_mark(node.kind, x, y, names[node.key]))
        name = excerpt(node.label, _NAME)
        made.append(element("text", name, x=x, y=y - 11, text_anchor="middle", font_size=_SIZE, fill=INK))
    left = 0.0
    for kind in _kinds(network):
        made += [_mark(kind, left + 8, 12, kind), element("text", kind, x=left + 20, y=16, font_size=_SIZE)]
        left += 44 + 7 * len(kind)
    return made, _HEIGHT


def _mark(kind: str, x: float, y: float, name: str) -> Element:
    told, look = element("title", name), {"fill": ACTOR_COLOURS[kind], "stroke": PAPER}
    if kind == "person":
        return element("circle", told, cx=x, cy=y, r=7, **look)
    corners = {
        "country": ((-6, -6), (6, -6), (6, 6), (-6, 6)),
        "organisation": ((0, -8), (8, 0), (0, 8), (-8, 0)),
        "other": ((0, -8), (7, 6), (-7, 6)),
    }[kind]
    return element("polygon", told, points=" ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners), **look)


def _kinds(network: Network) -> list[str]:
    return [kind for kind in ACTOR_COLOURS if any(node.kind == kind for node in network.nodes)]


def _thickness(n: int, most: int) -> float:
    return _NARROWEST + (_WIDEST - _NARROWEST) * n / most
