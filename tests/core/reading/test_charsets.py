"""Bytes of any charset, true or claimed, into text."""

import pytest

from assistant.core.reading.charsets import clean, decoded


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("café".encode(), "utf-8", "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"it\x92s", "iso-8859-1", "it’s"),  # Windows' letters under the name of Latin-1
        ("café".encode(), "iso-8859-1", "café"),  # valid UTF-8 is UTF-8
        ("café".encode(), "us-ascii", "café"),
        (b"caf\xe9", "utf-8", "café"),
        (b"caf\xe9", "no-such-charset", "café"),
        (b"caf\xe9", "\x00", "café"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        ("日本".encode("gb18030"), "gb2312", "日本"),
        (b"plain", "idna", "plain"),
        ("Здравствуйте".encode()[:-1], "utf-8", "Здравствуйт\ufffd"),  # cut in the middle of a letter
        (b"\x81", "windows-1252", "\ufffd"),
    ],
)
def test_text_is_read_by_what_it_is_more_than_by_what_it_says(data: bytes, charset: str, text: str) -> None:
    assert decoded(data, charset) == text


def test_damaged_text_of_a_wide_charset_stays_in_it() -> None:
    assert decoded("日本".encode("gb18030") + b"\xff", "gbk").startswith("日本")


def test_a_lone_half_of_a_pair_never_comes_out() -> None:
    assert "\ud83d" not in decoded("\ud83d".encode("utf-16-le", "surrogatepass"), "utf-16-le")
    assert decoded(b"+2D0-", "utf-7").isprintable()


def test_characters_of_no_width_and_control_characters_are_dropped() -> None:
    assert clean("a\u200bb\u00adc\ufeff\x00d\x1e") == "abcd"
    assert clean("a\x07b") == "ab"
    assert clean("a\u00a0b\u2028c") == "a b\nc"


def test_a_joined_emoji_stays_whole() -> None:
    assert clean("👩\u200d💻") == "👩\u200d💻"
