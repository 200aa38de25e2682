"""Header blocks, words, ids, dates and addresses, also where they are broken."""

import datetime as dt

import pytest

from assistant.core.model import Address
from assistant.core.reading import headers
from assistant.core.reading.headers import Fields


def fields(*pairs: tuple[str, str]) -> Fields:
    return Fields(pairs)


def test_a_folded_field_is_one_value_and_names_are_in_lower_case() -> None:
    found, body = headers.block(b"Subject: one\r\n two\r\nX-A: 1\r\n\r\nhello")
    assert found.first("subject") == "one two"
    assert found.every("x-a") == ("1",)
    assert body == len(b"Subject: one\r\n two\r\nX-A: 1\r\n\r\n")


def test_an_absent_field_is_empty() -> None:
    assert fields().first("subject") == ""
    assert not fields(("a", "1")).has("b")


def test_a_forgotten_blank_line_begins_the_body() -> None:
    data = b"Subject: one\nHello Dana\nSecond line"
    found, body = headers.block(data)
    assert found.first("subject") == "one"
    assert data[body:].startswith(b"Hello Dana")


@pytest.mark.parametrize("front", [b"From dana@x Tue Mar  3 12:00:00 2026\n", b"\n\n", b"\xef\xbb\xbf", b">From dana@x Tue Mar\n", b" "])
def test_what_a_store_leaves_in_front_is_passed_over(front: bytes) -> None:
    found, _ = headers.block(front + b"Subject: one\n\nhello")
    assert found.first("subject") == "one"


def test_an_envelope_line_among_the_fields_is_passed_over() -> None:
    found, _ = headers.block(b"Subject: one\n>From dana@x Tue Mar\nTo: p@x.example\n\nhello")
    assert found.first("to") == "p@x.example"


def test_raw_bytes_in_a_header_become_text_without_surrogates() -> None:
    found, _ = headers.block("Subject: Café\n".encode() + b"X-A: Caf\xe9\n\n")
    assert found.first("subject") == "Café"
    assert found.first("x-a") == "Café"


def test_more_fields_than_a_mail_ever_has_are_not_read() -> None:
    found, _ = headers.block(b"X: 1\n" * 5000 + b"\n")
    assert len(found.pairs) == headers.MOST_FIELDS


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain  words", "plain words"),
        ("=?utf-8?Q?Caf=C3=A9_at_noon?=", "Café at noon"),
        ("=?utf-8?B?Q2Fmw6k=?= =?utf-8?B?IG5vaXI=?=", "Café noir"),
        ("=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=", "Café"),  # a letter cut in two
        ("=?iso-8859-1?Q?Ren=E9e?= and =?utf-8?Q?Zo=C3=AB?=", "Renée and Zoë"),
        ("=?iso-8859-1?Q?Ren=E9e?= =?utf-8?Q?Zo=C3=AB?=", "RenéeZoë"),
        ("=?nonsense?Q?caf=C3=A9?=", "café"),
        ("=?utf-8?B?Q2Fmw6k?=", "Café"),  # without its padding
        ("=?utf-8?B?Q2Fmw6k=Q?=", "Café"),
        ("=?utf-8*en?Q?ok?=", "ok"),
        ("not =? a word", "not =? a word"),
    ],
)
def test_encoded_words_are_decoded(written: str, shown: str) -> None:
    assert headers.words(written) == shown


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("<a@b.example>", ("<a@b.example>",)),
        ("<[a]@[b]>", ("<[a]@[b]>",)),
        ("<a@b> junk <c@d>", ("<a@b>", "<c@d>")),
        ("bare@id.example", ("<bare@id.example>",)),
        ("Your mail of Tuesday", ()),
        ("", ()),
    ],
)
def test_ids_are_found_by_pattern(written: str, found: tuple[str, ...]) -> None:
    assert headers.ids(written) == found


def test_the_date_header_comes_first() -> None:
    assert headers.date(fields(("date", "Tue, 3 Mar 2026 12:00:00 -0500")), None) == dt.datetime(2026, 3, 3, 17, 0, tzinfo=dt.UTC)


def test_without_a_good_date_the_newest_received_header_counts() -> None:
    found = headers.date(
        fields(("date", "yesterday"), ("received", "by a; nonsense"), ("received", "by mx; Tue, 3 Mar 2026 12:00:00 +0000"), ("received", "")), None
    )
    assert found == dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)


def test_without_any_date_the_server_counts_and_at_last_the_epoch() -> None:
    server = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
    assert headers.date(fields(), server) == server
    assert headers.date(fields(), None).year == 1970


@pytest.mark.parametrize(
    "written", ["", "Tue, 99 Mar 2026 12:00:00 +0000", "Mon, 1 Jan 1900 00:00:00 +0000", "Tue, 3 Mar 2026 12:00:00 +9999", "Fri, 31 Dec 9999 23:59:59 -1200"]
)
def test_a_date_that_is_none_is_none(written: str) -> None:
    assert headers.moment(written) is None


def test_a_date_without_a_zone_is_aware() -> None:
    assert headers.moment("Tue, 3 Mar 2026 12:00:00 -0000") == dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Dana Reyes <Dana@Northwind.Example>", [("dana@northwind.example", "Dana Reyes")]),
        ("dana@x.example", [("dana@x.example", "")]),
        ("dana@x.example (Dana Reyes)", [("dana@x.example", "Dana Reyes")]),
        ('"Marsh, Devon" <d@x.example>', [("d@x.example", "Marsh, Devon")]),
        ("Lee, Dana <dana@x.example>", [("dana@x.example", "Lee, Dana")]),
        ("Lee, Dana <dana@x.example>, Okafor, Tom <tom@x.example>", [("dana@x.example", "Lee, Dana"), ("tom@x.example", "Okafor, Tom")]),
        ("=?utf-8?Q?Marsh,_Ren=C3=A9e?= <r@x.example>", [("r@x.example", "Marsh, Renée")]),
        ("a@x.example, b@x.example; c@x.example", [("a@x.example", ""), ("b@x.example", ""), ("c@x.example", "")]),
        ("'dana@x.example' <dana@x.example>", [("dana@x.example", "")]),
        ("undisclosed-recipients:;", []),
        ("Team: a@x.example, b@x.example;", [("a@x.example", ""), ("b@x.example", "")]),
        ("<mailto:dana@x.example>", [("dana@x.example", "")]),
        ("Dana <dana at x>", []),
        ("dana@x.example <not an address>", [("dana@x.example", "")]),
        ("=?utf-8?Q?Dana_<dana@x.example>?=", [("dana@x.example", "Dana")]),
        ('"Dana \\"D\\" Reyes" <d@x.example>', [("d@x.example", 'Dana "D" Reyes')]),
        ('"Dana Reyes <d@x.example>', [("d@x.example", "Dana Reyes")]),
        ("nobody, ", []),
        ("Dana) <d@x.example>", [("d@x.example", "Dana")]),
        (", ,", []),
        ("@ <nowhere>", []),
        ("D @ X, Dana <d@x.example>", [("d@x.example", "D @ X, Dana")]),
    ],
)
def test_addresses_are_found_as_they_are_displayed(written: str, found: list[tuple[str, str]]) -> None:
    assert [(address.email, address.name) for address in headers.addresses(written)] == found


def test_no_more_addresses_are_read_than_a_mail_may_have() -> None:
    assert len(headers.addresses(", ".join(f"p{n}@x.example" for n in range(headers.MOST_ADDRESSES + 50)))) == headers.MOST_ADDRESSES


def test_a_name_is_kept_short() -> None:
    assert headers.addresses("D" * 5000 + " <d@x.example>")[0] == Address("d@x.example", "D" * headers.LONGEST_NAME)
