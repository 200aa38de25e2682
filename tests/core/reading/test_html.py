"""HTML into the lines that a reader sees."""

import pytest

from assistant.core.reading.html import HISTORY, read


def lines(source: str) -> list[str]:
    return read(source)[0].split("\n")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>Hi Priya,</p><p>Thursday <b>at</b> ten.</p>", ["Hi Priya,", "", "Thursday at ten."]),
        ("Role<br>Company", ["Role", "Company"]),
        ("<td>Role<br>Company</td>", ["Role", "Company"]),
        ("<table><tr><td>Start</td> <td>May 4</td></tr><tr><td></td><td>x</td></tr></table>", ["Start | May 4", "x"]),
        ("<table><tr><td><div>Start</div></td><td>May 4</td></tr></table>", ["Start", "May 4"]),
        ("<ul><li>one</li><li>two</li></ul>", ["- one", "- two"]),
        ("a<br><br>b", ["a", "", "b"]),
        ("in<b>ter</b>view", ["interview"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("<div style='white-space: pre-wrap'>one\ntwo</div>", ["one", "two"]),
        ("one\ntwo", ["one two"]),
        ("a&zwnj;b&nbsp;c&#847;", ["ab c"]),
        ("<p>Tuesday <s>9</s> <del>10</del> 11</p>", ["Tuesday 11"]),
        ("<p>Tuesday <span style='text-decoration: line-through'>9</span> 11</p>", ["Tuesday 11"]),
        ("<head><title>no</title></head><body>yes<!-- no --><script>no</script><o:p></o:p></body>", ["yes"]),
        ("", [""]),
        ("\x00", [""]),
        ("<?xml version='1.0' encoding='utf-16'?><p>caf\u00e9</p>", ["caf\u00e9"]),
    ],
)
def test_blocks_end_lines_and_words_stay_whole(source: str, shown: list[str]) -> None:
    assert lines(source) == shown


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "display: none !important",
        "max-height:0",
        "max-height: 0px; overflow:hidden",
        "font-size:0",
        "font-size:1px",
        "opacity:0",
        "mso-hide:all",
        "visibility:hidden",
    ],
)
def test_a_hidden_preheader_is_not_read(style: str) -> None:
    assert lines(f"<div style='{style}'>hidden</div>shown") == ["shown"]


@pytest.mark.parametrize("style", ["font-size:10px", "font-size:16px", "opacity:0.9", "max-height:none", "max-height:05rem"])
def test_what_is_small_or_faint_is_still_read(style: str) -> None:
    assert lines(f"<p style='{style}'>shown</p>") == ["shown"]


def test_a_hidden_attribute_hides() -> None:
    assert lines("<div hidden>no</div>yes") == ["yes"]


def test_quoted_blocks_are_marked_as_in_plain_text() -> None:
    assert lines("<p>mine</p><blockquote type='cite'>theirs<blockquote>older</blockquote></blockquote>mine") == ["mine", "", "> theirs", ">> older", "mine"]
    assert (
        lines("<blockquote><p>a</p><br><p>b</p></blockquote>") == ["> a", ">", ">", "> b", ">"]
        or lines("<blockquote><p>a</p><p>b</p></blockquote>")[0] == "> a"
    )


def test_an_indented_block_is_no_quotation() -> None:
    assert lines("<blockquote style='margin:0 0 0 40px;border:none;padding:0px'>mine</blockquote>") == ["mine"]


@pytest.mark.parametrize(
    "container",
    [
        "<div id='divRplyFwdMsg'>",
        "<div id='x_divRplyFwdMsg'>",
        "<div class='yahoo_quoted'>",
        "<div class='moz-forward-container'>",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>",
    ],
)
def test_a_mail_programs_mark_begins_the_history(container: str) -> None:
    assert lines(f"<p>mine</p>{container}theirs</div>") == ["mine", "", HISTORY, "theirs"]


def test_links_are_collected_once() -> None:
    text, links = read("<a href='https://x.example/a'>A</a> <a href='https://x.example/a'>B</a> <a href='mailto:d@x.example'>C</a> <a href='#'>D</a> <a>E</a>")
    assert text == "A B C D E"
    assert links == ("https://x.example/a", "mailto:d@x.example")


def test_a_page_nested_beyond_the_parser_is_read_by_its_tags() -> None:
    assert read("<div>" * 5000 + "hello")[0] == "hello"
