"""Elements of HTML and SVG built as a tree, so that every text is escaped by the serialiser and none by hand."""

from xml.etree import ElementTree

from analysis.briefing.text import plain

Element = ElementTree.Element


def element(tag: str, *children: "Element | str", **attributes: str | float) -> Element:
    """An element with its children and attributes.

    Args:
        tag: Its name.
        children: Elements and texts, in order.
        attributes: `class_` is class; another underscore is a hyphen.
    """
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    made = Element(tag, {names[name]: plain(_number(value)) for name, value in attributes.items()})
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + plain(child)
        else:
            made.text = (made.text or "") + plain(child)
    return made


def html(root: Element) -> str:
    """The tree as HTML."""
    return ElementTree.tostring(root, encoding="unicode", method="html")


def xml(root: Element) -> str:
    """The tree as XML, such as an SVG file needs."""
    return ElementTree.tostring(root, encoding="unicode")


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
