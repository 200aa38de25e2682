"""The parts of a message, and what of them is shown."""

import base64

import pytest

from assistant.core.reading import body, mime
from assistant.core.reading.body import Body
from assistant.core.reading.headers import block


def shown(data: bytes) -> Body:
    fields, start = block(data)
    return body.read(mime.parts(data, fields, start))


def multipart(kind: str, *entities: bytes, end: bytes = b"--b--\n") -> bytes:
    return b"Content-Type: multipart/" + kind.encode() + b"; boundary=b\n\npreamble\n" + b"".join(b"--b\n" + entity + b"\n" for entity in entities) + end


HTML = b"Content-Type: text/html\n\n"
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
LETTER = b"Thursday at ten suits all four of us, so please come to the office on the second floor and ask for Dana at the desk there."


@pytest.mark.parametrize("end", [b"--b--\n", b"", b"--b", b"--b--", b"--bX\n--b--\nepilogue"])
def test_parts_lie_between_their_boundaries_also_without_an_end(end: bytes) -> None:
    assert shown(multipart("mixed", PLAIN + b"one", b"\ntwo", end=end)).text.startswith("one\n\ntwo")


def test_line_ends_of_either_kind_will_do() -> None:
    assert shown(multipart("mixed", PLAIN + b"one", b"\ntwo").replace(b"\n", b"\r\n")).text == "one\n\ntwo"


def test_a_multipart_without_a_boundary_is_text() -> None:
    assert shown(b"Content-Type: multipart/mixed\n\nhello").text == "hello"
    assert shown(b"Content-Type: multipart/mixed; boundary=b\n\nhello").text == "hello"


def test_nested_parts_are_read_to_a_depth() -> None:
    data = PLAIN + b"deep"
    for level in range(30):
        data = multipart("mixed", data).replace(b"b\n", b"b%d\n" % level).replace(b"--b--", b"--b%d--" % level)
        if level == 3:
            assert shown(data).text == "deep"
    assert shown(data).attachments == ("multipart/mixed",)


def test_too_many_parts_are_not_read() -> None:
    assert len(shown(multipart("mixed", *[PLAIN + b"x"] * 500)).text.split()) < mime.MOST_PARTS


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("base64", base64.encodebytes("Grüße aus Köln".encode())),
        ("quoted-printable", b"Gr=C3=BC=C3=9Fe aus=20K=C3=B6ln"),
        ("8bit", "Grüße aus Köln".encode()),
        ("nonsense", "Grüße aus Köln".encode()),
    ],
)
def test_a_transfer_encoding_is_undone(encoding: str, written: bytes) -> None:
    assert (
        shown(b"Content-Transfer-Encoding: " + encoding.encode() + b"\nContent-Type: text/plain; charset=utf-8\n\n" + written).text.strip() == "Grüße aus Köln"
    )


def test_prose_that_calls_itself_base64_is_prose() -> None:
    assert shown(b"Content-Transfer-Encoding: base64\n\n" + LETTER).text == LETTER.decode()


def test_an_attachment_is_named_and_not_read() -> None:
    data = multipart(
        "mixed",
        PLAIN + b"hello",
        b'Content-Type: application/pdf; name="a b.pdf"\n\nSECRET',
        b"Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.txt\n\nSECRET",
        b"Content-Type: image/png\n\nSECRET",
    )
    assert shown(data).attachments == ("a b.pdf", "résumé.txt", "image/png")
    assert shown(data).text == "hello"


def test_a_broken_parameter_is_none() -> None:
    assert shown(b"Content-Type: text/plain; name*=utf-8'x\n\nhello").text == "hello"
    assert shown(b"Content-Type: text/plain; name*9999999999999999999999=a; charset*0*=x; charset*a=b\n\nhello").text == "hello"


def test_an_invitation_is_found_under_any_name() -> None:
    for kind in (b"text/calendar; method=REQUEST", b"application/ics", b"application/octet-stream; name=invite.ics"):
        found = shown(multipart("mixed", PLAIN + b"hello", b"Content-Type: " + kind + b"\nContent-Disposition: attachment\n\nBEGIN:VCALENDAR"))
        assert found.invitations[0][0] == "BEGIN:VCALENDAR"
        assert found.text == "hello"


def test_flowed_lines_are_joined() -> None:
    flowed = b"Content-Type: text/plain; format=flowed\n\nThursday \nat ten.\n> quoted \n> more\n-- \nDana"
    assert shown(flowed).text == "Thursday at ten.\n> quoted \n> more\n-- \nDana"
    assert shown(b"Content-Type: text/plain; format=flowed; delsp=yes\n\n day \ns\n stuffed").text == "days\nstuffed"


def test_of_two_alternatives_the_plain_one_is_read() -> None:
    assert shown(multipart("alternative", PLAIN + LETTER, HTML + b"<p>" + LETTER + b"</p>")).text == LETTER.decode()


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"Your mail program does not support HTML.",
        b"View this email in your browser: https://x.example/a and then read on there",
        b"short",
        b"<html><body><p>a<p>b<p>c<p>" + LETTER,
    ],
)
def test_a_stub_gives_way_to_the_html(plain: bytes) -> None:
    assert shown(
        multipart("alternative", PLAIN + plain, HTML + b"<style>p {}</style><p>" + LETTER + b"</p><a href='https://x.example/b'>more</a>")
    ).text.startswith(LETTER.decode())


def test_struck_words_are_known_from_the_html_alone() -> None:
    found = shown(multipart("alternative", PLAIN + LETTER + b" 9 10", HTML + b"<p>" + LETTER + b" <s>9</s> 10</p>"))
    assert found.text == LETTER.decode() + " 10"


def test_an_html_that_says_less_gives_way_to_the_plain_text() -> None:
    found = shown(multipart("alternative", PLAIN + b"Thursday at ten suits us", HTML + b"<a href='https://x.example/b'>see</a>" + b"<!-- words -->" * 30))
    assert found.text == "Thursday at ten suits us"
    assert shown(multipart("alternative", PLAIN + b"a b c d", HTML + b"<a href='https://x.example/b'>see</a>")).links == ("https://x.example/b",)


def test_html_under_the_name_of_plain_text_is_read_as_html() -> None:
    assert shown(PLAIN + b"<html><body><p>One</p><p>Two</p></body></html>").text == "One\n\nTwo"


def test_html_alone_is_read_in_the_charset_that_it_declares() -> None:
    assert shown(b"Content-Type: text/html\n\n<meta charset='windows-1252'><p>it\x92s</p>").text == "it’s"


def test_other_texts_are_shown_and_machine_ones_are_not() -> None:
    data = multipart("alternative", b"Content-Type: text/x-amp-html\n\nno", PLAIN + b"yes")
    assert shown(data).text == "yes"


def test_links_of_plain_text_are_found() -> None:
    assert shown(PLAIN + b"See https://x.example/a. And https://x.example/b, too").links == ("https://x.example/a", "https://x.example/b")


def test_an_attached_mail_is_history_with_its_header_lines() -> None:
    inner = b"Content-Type: message/rfc822\n\nFrom: Tom <tom@x.example>\nSubject: Old\n\nOld words"
    found = shown(multipart("mixed", PLAIN + b"Look at this", inner))
    assert found.text == "Look at this"
    assert found.nested == "From: Tom <tom@x.example>\nSubject: Old\n\nOld words"
    assert found.attachments == ("message/rfc822",)


def test_mail_within_mail_within_mail_is_read_to_a_depth() -> None:
    data = PLAIN + b"deep"
    for _ in range(6):
        data = b"Content-Type: message/rfc822\n\nSubject: x\n" + data
    assert "deep" not in shown(data).nested


def test_a_digest_holds_mails() -> None:
    assert "Old words" in shown(multipart("digest", b"\nFrom: t@x.example\n\nOld words")).nested
