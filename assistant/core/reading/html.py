"""An HTML body: its source in, the lines that a reader sees and the links behind them out.

Rules: a block ends a line; the cells of a row stand side by side with ' | '; what is hidden (preheaders, tracking) or
struck through is not read; quoted blocks get '> ' as in plain text; where a mail program marks its history, a line of
`HISTORY` stands. The walk keeps its own stack: no depth of nesting ends it.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from assistant.core.reading.charsets import clean

HISTORY = "\x1e"  # the line before quoted history; it cannot come from a mail, control characters are dropped
LONGEST_LINE = 20_000
MOST_LINKS = 200
DEEPEST_QUOTE = 20
MOST_NESTED = 2_000
_TAG = re.compile(r"<[^<>]{0,3000}>")

_SKIPPED = {"head", "script", "style", "title", "template", "noscript", "object", "svg", "s", "del", "strike", "select", "textarea"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "hr"}
# display:none; max-height:0px; font-size:0 or 1px; opacity:0; mso-hide:all; visibility:hidden; text-decoration:line-through
_HIDDEN = re.compile(
    r"display:none|visibility:hidden|mso-hide:all|line-through|(?:^|;)(?:max-height|max-width|opacity|font-size):(?:0|0?\.0\d{0,4}|0\.0)(?:px|pt|em|rem|%)?(?:!important)?(?:;|$)"
    r"|(?:^|;)font-size:1(?:px|pt)?(?:!important)?(?:;|$)"
)
# Ids and classes in which mail programs put the history (Outlook, Outlook for Mac, Thunderbird's forward, Yahoo)
_HISTORY_IDS = ("divrplyfwdmsg", "olk_src_body_section", "appendonsend", "mail-editor-reference-message-container", "replysplit")
_HISTORY_CLASSES = ("moz-forward-container", "yahoo_quoted", "zmail_extra", "ms-outlook-mobile-reference-message", "gmail_quote_attribution_none")
# Outlook's desktop versions mark it only by a thin line of their own grey or blue: border-top:solid #E1E1E1 1.0pt
_OUTLOOK_LINE = re.compile(
    r"border-top:solid(?:#e1e1e1|#b5c4df|windowtext)1(?:\.0)?pt|border-top:1(?:\.0)?ptsolid(?:#e1e1e1|#b5c4df|rgb\(225,225,225\))|border-width:1ptmedium"
)


@dataclass(slots=True)
class _Page:
    """The lines so far, and the one being written."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    quotes: int = 0
    pre: int = 0  # how many elements around keep their line ends
    cell: bool = False  # a cell ended in this row: the next text stands behind ' | '


def read(source: str) -> tuple[str, tuple[str, ...]]:
    """Return the visible lines of an HTML source, and the addresses of its links, each once."""
    page = _Page()
    _walk(_tree(source), page)
    _break(page)
    text = "\n".join(page.lines) or _beyond(source)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n"), tuple(page.links)


def _tree(source: str) -> "etree._Element":
    """Parse as browsers do, more or less. The tag in front is the root: without one, nothing but a comment would be an error."""
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(b"<html>" + source.replace("\x00", "").encode("utf-8", "replace"), parser)


def _beyond(source: str) -> str:
    """Return the text of a page nested deeper than the parser follows, by its tags alone."""
    return clean(_TAG.sub("\n", source)).strip() if source.count("<") > MOST_NESTED else ""


def _walk(root: "etree._Element", page: _Page) -> None:
    walker, skipped = etree.iterwalk(root, events=("start", "end")), None
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            if element is not skipped:
                _close(tag, element, page)
            _write(element.tail, page)
        elif not tag or tag in _SKIPPED or _is_hidden(element):
            walker.skip_subtree()
            skipped = element
        else:
            _open(tag, element, page)
            _write(element.text, page)


def _style(element: "etree._Element") -> str:
    written = element.get("style")
    return "".join(written[:2000].lower().split()) if written else ""


def _is_hidden(element: "etree._Element") -> bool:
    style = _style(element)
    return bool(style and _HIDDEN.search(style)) or element.get("hidden") is not None


def _open(tag: str, element: "etree._Element", page: _Page) -> None:
    if tag in _BLOCKS:
        _break(page)
        if tag in _PARAGRAPHS:
            _gap(page)
        if tag == "li":
            page.line.append("- ")
    elif tag == "br":
        _break(page, kept=True)
    elif tag == "a":
        _link(element.get("href") or "", page)
    if _is_history(element):
        _break(page)
        page.lines.append(HISTORY)
    page.quotes += _is_quote(tag, element)
    page.pre += _keeps_lines(tag, element)


def _close(tag: str, element: "etree._Element", page: _Page) -> None:
    if tag in ("td", "th"):
        page.cell = True
    elif tag in _BLOCKS:
        _break(page)
        if tag in _PARAGRAPHS:
            _gap(page)
    page.quotes -= _is_quote(tag, element)
    page.pre -= _keeps_lines(tag, element)


def _keeps_lines(tag: str, element: "etree._Element") -> bool:
    """Are line ends of the source line ends on the page (CSS white-space: pre, pre-wrap, pre-line)?"""
    return tag == "pre" or (tag in _BLOCKS and "white-space:pre" in _style(element))


def _is_quote(tag: str, element: "etree._Element") -> bool:
    """A blockquote is a quotation, unless it is Gmail's way to indent: `margin:0 0 0 40px;border:none`."""
    return tag == "blockquote" and not re.search(r"border:(?:none|0)", _style(element))


def _is_history(element: "etree._Element") -> bool:
    name = (element.get("id") or "").lower()
    classes = (element.get("class") or "").lower().split()
    return (
        name.endswith(_HISTORY_IDS) or any(mark in classes for mark in _HISTORY_CLASSES) or bool(element.tag == "div" and _OUTLOOK_LINE.search(_style(element)))
    )


def _link(address: str, page: _Page) -> None:
    address = address.strip()[:2000]
    if address.lower().startswith(("http://", "https://", "mailto:", "tel:")) and len(page.links) < MOST_LINKS:
        page.links[address] = None


def _write(text: str | None, page: _Page) -> None:
    shown = clean(text) if text else ""
    if not shown:
        return
    if page.cell and shown.strip():
        if any(piece.strip() for piece in page.line):
            page.line.append(" | ")
        page.cell = False
    first, *more = shown.split("\n") if page.pre else [shown]
    page.line.append(first)
    for line in more:
        _break(page, kept=True)
        page.line.append(line)


def _break(page: _Page, kept: bool = False) -> None:
    """End the line; an empty one is kept where a <br> asked for it."""
    line = " ".join("".join(page.line).split())[:LONGEST_LINE]
    page.line.clear()
    page.cell = False
    mark = ">" * min(page.quotes, DEEPEST_QUOTE)
    if line:
        page.lines.append(f"{mark} {line}" if mark else line)
    elif kept:
        page.lines.append(mark)


def _gap(page: _Page) -> None:
    """Leave one empty line between paragraphs."""
    mark = ">" * min(page.quotes, DEEPEST_QUOTE)
    if page.lines and page.lines[-1].strip("> ") and page.lines[-1] != HISTORY:
        page.lines.append(mark)
