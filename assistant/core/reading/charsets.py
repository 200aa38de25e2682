"""Bytes into text, whatever a mail says about its charset. Never raises; what cannot be read becomes U+FFFD, in sight."""

import codecs
import re

# Codecs of Python that are no charset of mail, or that take quadratic time.
_NO_CHARSET = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
# Mail that says Latin-1 or ASCII means Windows' superset of it (WHATWG Encoding, section 4.2).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
}
# Charsets of several bytes a letter: damaged text is still best read as itself.
_WIDE = {"gb18030", "cp932", "cp949", "big5", "euc_jp", "iso2022_jp", "utf-16", "utf-7"}
# half of a pair alone: U+D83D without its other half
_LONE = re.compile(r"[\ud800-\udfff]")
# control characters other than tab and line ends, and U+2028 and U+2029, which some clients write for line ends
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# zero width characters, soft hyphens and direction marks; the zero width joiner stays inside emoji sequences only
_NO_WIDTH = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|(?<![\u2190-\U0001ffff\ufe0f])\u200d"
)


def decoded(data: bytes, charset: str) -> str:
    """Return `data` as text: in its charset, else as UTF-8, else as Windows Latin-1.

    What says Latin-1 and is valid UTF-8 is UTF-8: no text of real words is both.
    """
    meant = _meant(charset)
    for name in ("utf-8", meant) if meant == "cp1252" else (meant, "utf-8"):
        try:
            return _LONE.sub("\ufffd", data.decode(name))
        except (LookupError, ValueError):
            continue
    return _LONE.sub("\ufffd", _damaged(data, meant))


def _damaged(data: bytes, meant: str) -> str:
    """Read what no charset fits: as what it mostly is, so that one lost byte does not spoil a letter."""
    if meant in _WIDE:
        return data.decode(meant, "replace")
    as_utf8 = data.decode("utf-8", "replace")
    lost = as_utf8.count("\ufffd")
    whole = sum(not letter.isascii() for letter in as_utf8[:20_000]) - lost
    return as_utf8 if whole > lost else data.decode("cp1252", "replace")


def _meant(charset: str) -> str:
    try:
        name = codecs.lookup(charset.strip().strip("'\"")[:40]).name
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name in _NO_CHARSET else _MEANT.get(name, name)


def clean(text: str) -> str:
    """Return text without control characters and characters of no width; U+2028 and U+2029 are line ends."""
    if text.isascii():
        return _CONTROL.sub("", text)
    return _NO_WIDTH.sub("", _CONTROL.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\u00a0", " ")))
