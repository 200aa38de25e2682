"""What a message shows: its parts in, one text, its links, its attachments and its invitations out.

Rules: of alternatives the plain one is read, unless it is a stub or says less than its HTML twin; inline texts follow
each other; a mail attached to the mail is history; nothing attached is opened.
"""

import re
from dataclasses import dataclass

from assistant.core.reading import html, mime
from assistant.core.reading.headers import block, words
from assistant.core.reading.mime import LONGEST_TEXT, Part

MOST_LINES = 5_000  # of a letter

# "https://northwind.example/jobs": the end of a sentence is not the link's
_URL = re.compile(r"https?://[^\s<>\"'\]]{1,2000}", re.I)
# what only the HTML shows: struck words, or a plain text that was made from HTML by nobody
_STRUCK = re.compile(r"<(?:s|del|strike)[\s>]|line-through", re.I)
_STUB = re.compile(
    r"(?:does not|doesn't|cannot|can't) (?:support|display|show|render|view) (?:html|this)|html[- ](?:e-?mail|capable|enabled|version)|view (?:this|it) (?:e-?mail )?in (?:your|a) browser|enable html",
    re.I,
)
_TAGS = re.compile(r"<(?:html|body|div|table|p|br|span|td)[\s/>]", re.I)  # "<div class=..." in a plain text
_TAG = re.compile(r"<[^<>]{0,3000}>")
_STYLE, _STYLE_END = re.compile(r"<style", re.I), re.compile(r"</style", re.I)
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Body:
    """What a message shows. `nested` is the text of a mail attached to it, under its own header lines."""

    text: str = ""
    links: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    invitations: tuple[tuple[str, str], ...] = ()  # text of each calendar part, and the method named beside it
    nested: str = ""


def read(parts: tuple[Part, ...], depth: int = 0) -> Body:
    """Return what the message made of `parts` shows."""
    text, links = _shown(parts)
    text = "\n".join(text.split("\n", MOST_LINES)[:MOST_LINES])
    plain_links = {url.rstrip(".,;:!?)") for url in _URL.findall(text)}
    return Body(
        text=text,
        links=tuple(dict.fromkeys([*links, *sorted(plain_links, key=text.find)]))[: html.MOST_LINKS],
        attachments=tuple(part.name or part.kind for part in parts if part.attached or part.kind.startswith("message/")),
        invitations=tuple((mime.text(part), part.method) for part in parts if part.kind == "text/calendar"),
        nested="\n\n".join(_nested(part, depth) for part in parts if part.kind == "message/rfc822" and depth < 2),
    )


def _shown(parts: tuple[Part, ...]) -> tuple[str, tuple[str, ...]]:
    texts, links = list[str](), list[str]()
    for group in _groups(parts):
        text, found = _chosen(group)
        texts.append(text)
        links += found
    return "\n\n".join(text for text in texts if text.strip())[:LONGEST_TEXT], tuple(links)


def _groups(parts: tuple[Part, ...]) -> list[list[Part]]:
    """Return the texts to show, those of one multipart/alternative together; twins of one group are shown once."""
    groups: dict[int, list[Part]] = {}
    for number, part in enumerate(parts):
        if not part.attached and part.kind.startswith("text/") and part.kind not in ("text/calendar", "text/rfc822-headers", "text/x-amp-html"):
            groups.setdefault(part.choice or -1 - number, []).append(part)
    return list(groups.values())


def _chosen(group: list[Part]) -> tuple[str, tuple[str, ...]]:
    plain = "\n\n".join(mime.text(part) for part in group if part.kind != "text/html")
    source = "\n".join(mime.text(part) for part in group if part.kind == "text/html")
    if not source:
        return html.read(plain) if _is_markup(plain) else (plain, ())
    if _is_enough(plain, source):
        return plain, ()
    shown, links = html.read(source)
    return (shown, links) if _weight(shown) >= _weight(plain) or _STRUCK.search(source) or _STUB.search(plain[:600]) or _is_markup(plain) else (plain, links)


def _is_markup(plain: str) -> bool:
    """Is it HTML under the name of plain text?"""
    return plain.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<div", "<table", "<p>")) and len(_TAGS.findall(plain[:20_000])) > 3


def _is_enough(plain: str, source: str) -> bool:
    """Can the plain text stand for the HTML, by a look at the sources alone?

    Reading HTML is what costs.
    """
    if _weight(plain) < 20 or _STUB.search(plain[:600]) or _STRUCK.search(source) or _is_markup(plain):
        return False
    shown = " ".join(_STYLE.split(piece, maxsplit=1)[0] for piece in _STYLE_END.split(source))
    return _weight(plain) * 2 > _weight(_TAG.sub(" ", shown))


def _weight(text: str) -> int:
    """Return how many words there are, of the first so many characters."""
    return len(_LETTERS.findall(text[:LONGEST_TEXT]))


def _nested(part: Part, depth: int) -> str:
    """Return an attached mail as a forwarded one would stand below a letter."""
    fields, start = block(part.body)
    inner = read(mime.parts(part.body, fields, start), depth + 1)
    shown = [f"{name.title()}: {words(fields.first(name))}" for name in ("from", "date", "subject", "to") if fields.has(name)]
    return "\n".join([*shown, "", inner.text])
