"""Single tags of trusted-to-be-bounded XML, by pattern: attributes and text without building a tree."""

from __future__ import annotations

import html
import re

_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TEXT = re.compile(rb"<(?:\w+:)?(?:t|text)(?:\s[^>]*)?>([^<]*)</")
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
STRIKE = re.compile(rb"<(?:\w+:)?strike(?:\s*/>|\s*>|\s+val=\"(?:1|true)\")")


def attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of a start tag: name with prefix → value."""
    return {
        name.decode("ascii", "replace"): unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in _ATTRIBUTE.findall(tag)
    }


def text_in(content: bytes) -> str:
    """Return the text of the runs in a shared string or comment."""
    return "".join(part.decode("utf-8", "replace") for part in _TEXT.findall(content))


def struck_in(content: bytes) -> str:
    """Return the text of the struck-through runs in a shared or inline string."""
    return unescape("".join(text_in(run) for run in _RUN.findall(content) if STRIKE.search(run)))


def unescape(text: str) -> str:
    """Return a text with the five entities of XML and character numbers replaced."""
    return html.unescape(text) if "&" in text else text
