"""The letter apart from the signature below it.

Takes the writer's own lines and their name; gives the letter's text and what was taken off: the closing, the name, who
they are and where they work, marks of a mail program, legal text, the joining lines of a video call.

Rules: the name under a letter is the writer's own, or short and under a closing; what follows it is signature as long as
it reads like one. A sentence never goes: a P.S. behind the name returns to the text.
"""

import re

from assistant.core.reading import names

LONGEST_BLOCK = 60  # lines, counted from the end, among which the name is looked for
LONGEST_FOOTER = 150  # lines, counted from the end, among which legal text and marks of programs are looked for
LONGEST_NAME = 40
LONGEST_CARD_LINE = 160

_DELIMITER = re.compile(r"(?:--|—|––|-- -)\s{0,3}$")  # "-- " (RFC 3676 section 4.3), its blank often lost
_RULE = re.compile(r"\s{0,3}[-_=*~─—]{3,200}\s{0,3}$")  # "__________"
# "Best regards,", "Many thanks", "À bientôt,", "Mit freundlichen Grüßen", "Have a lovely long weekend," is prose and stays
_CLOSING = re.compile(
    r"[*_]{0,2}(?:(?:with )?(?:(?:my |our )?(?:very |kind(?:est)?|warm(?:est)?|best|all|many|sincere|with|most) ?){0,3}(?:regards|wishes|thanks|thank you|best|respectfully|gratitude|appreciation)(?: (?:and|&) (?:kind |best |warm )?(?:regards|wishes|thanks))?|rgds|kr|br|bw|best|all the best|all my best|the best"
    r"|thanks(?: (?:again|so much|a lot|a million|very much|in advance|and regards))?|thank you(?: (?:again|so much|very much|in advance))?|thx|ty|ta|cheers|ciao|sincerely(?: yours)?|yours(?: (?:sincerely|faithfully|truly|ever|aye))?|very truly yours|cordially|respectfully(?: yours)?|warmly|warmest|kindly|gratefully|fondly|love|lots of love|hugs|x{1,5}|xo(?:xo)?"
    r"|talk soon|speak soon|see you(?: (?:soon|then|there))?|until then|take care|onwards?|namaste|hang in there|be well|peace|enjoy|à bientôt|a bientot|à plus|bien à vous|cordialement|bien cordialement|(?:bien )?sincèrement|amicalement|meilleures salutations|salutations|bonne journée|merci"
    r"|mit (?:freundlichen|besten|herzlichen|lieben|vielen) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|herzliche|freundliche|schöne|sonnige) gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|vg|lg|mfg|danke|besten dank|vielen dank|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|gracias|un abrazo|abrazos|cordiali saluti|distinti saluti|saluti|grazie|a presto"
    r"|met vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|atenciosamente|cumprimentos|obrigad[oa]|abraços|(?:med )?vänliga? hälsning(?:ar)?|mvh|hälsningar|med vennlig hilsen|hilsen|venlig hilsen|ystävällisin terveisin|pozdrawiam|z poważaniem)(?: from \w{2,20})?\s?[,.!:;~-]{0,3}[*_]{0,2}\s{0,3}$",
    re.I,
)
# "Sent from my iPhone", "Get Outlook for iOS", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "Sent with Proton Mail secure email."
_MOBILE = re.compile(
    r"[-*\s(]{0,4}(?:sent (?:from|via|with|using|by) (?:my |an? |the )?(?:[\w.®™+-]{2,20} ){0,3}(?:iphone|ipad|i-?pod|ios|android|phone|mobile|device|tablet|blackberry|galaxy|pixel|outlook|mail|e-?mail|app|gmail|yahoo!?|proton|protonmail|superhuman|spark|airmail|hey|handheld|watch|mac|wireless|windows|samsung\w*|motorola|nokia)\b[^\n]{0,80}|get (?:outlook|boxer|spark|bluemail) for [^\n]{0,60}"
    r"|sent from (?:my|outlook|mailbird|bluemail|mail for windows)[^\n]{0,60}|(?:von|vom) (?:meinem|mobile)[^\n]{0,40}gesendet[^\n]{0,30}|gesendet (?:von|mit)[^\n]{0,60}|envoyé (?:de|depuis)[^\n]{0,60}|enviado (?:desde|do|de|a partir)[^\n]{0,60}|inviato da[^\n]{0,60}|verzonden (?:vanaf|met)[^\n]{0,60}|verstuurd vanaf[^\n]{0,60}|skickat från[^\n]{0,60}|sendt fra[^\n]{0,60}|lähetetty[^\n]{0,60}|wysłane z[^\n]{0,60}"
    r"|(?:please )?(?:excuse|forgive|pardon)(?: any| the| my)? (?:brevity|typos?|thumbs|mistakes|spelling|errors)[^\n]{0,80}|typed (?:with|on) [^\n]{0,60}|download (?:the )?[^\n]{0,30} app[^\n]{0,30}|virus-free\.[^\n]{0,60})\s{0,3}$",
    re.I,
)
# "This message may contain privileged information.", "CONFIDENTIALITY NOTICE", "Registered in England and Wales No. 123"
_LEGAL = re.compile(
    r"[*\s_\"(<]{0,6}(?:(?:this|the|any|dear recipient|your) [^\n]{0,140}\b(?:confidential|privileged|intended (?:solely|only|recipient|for)|addressee)|(?:the )?(?:information|contents?) (?:contained )?in this (?:message|e-?mail|mail|communication)|we respect your (?:online )?privacy|note: we respect|(?:the )?(?:information|contents?|views|opinions)\b[^\n]{0,140}\b(?:confidential|privileged|intended (?:solely|only|recipient|for)|addressee|necessarily|(?:those )?of the (?:author|sender))|if you (?:are not|aren't|have received|received|are the wrong|get) [^\n]{0,60}(?:intended|recipient|error|mistake|addressee)|if it (?:has )?reached you (?:in error|by mistake)|unauthori[sz]ed (?:use|review|disclosure)"
    r"|confidential(?:ity)?(?: notice| note|:|$)|privileged|legal (?:notice|disclaimer)|disclaimer|(?:please )?(?:consider|think (?:of|about)) the (?:environment|planet)|registered (?:in|office|address|company|charity|number)|company (?:no|number|reg)|vat (?:no|number|reg)|(?:we are|[\w&.' -]{2,60} is) an? (?:\w{2,12} ){0,3}(?:equal|affirmative|inclusive)[ -][^\n]{0,20}(?:opportunit|employer)|equal opportunity employer|privacy (?:notice|policy|statement)|caution: (?:this|external)|\[?external(?: e-?mail)?\]?:?"
    r"|geschäftsführ|sitz der gesellschaft|amtsgericht|handelsregister|ust-id|diese (?:e-?mail|nachricht) (?:enthält|ist|kann)|vertraulich|ce (?:message|courriel|mail)[^\n]{0,80}(?:confidentiel|destinat)|este (?:mensaje|correo)[^\n]{0,80}(?:confidencial|destinat)|questo? (?:messaggio|e-?mail)[^\n]{0,80}(?:riservat|confidenz)|dit bericht[^\n]{0,80}vertrouwelijk|esta mensagem[^\n]{0,80}confidencial)",
    re.I,
)
# the lines of a video call that its program writes itself: "Microsoft Teams meeting", "Meeting ID: 284 119", "Join Zoom Meeting"
_CALL = re.compile(
    r"[*\s]{0,4}(?:microsoft teams\b[^\n]{0,60}$|teams meeting$|join (?:the meeting|on your computer|on your|zoom|with google|microsoft|with a video|teams|by phone|from)\b[^\n]{0,120}|join:? <?https?:|click here to join[^\n]{0,300}|meeting (?:id|number|password|passcode|options|link)\b[^\n]{0,120}|pass(?:code|word):|phone conference id|conference id|or call in|call in \(audio only\)|dial in|dial by|find (?:a )?(?:local|your local)|reset (?:dial-in )?pin|learn more\b[^\n]{0,80}$|need help\??"
    r"|for organi[sz]ers:|one tap mobile|video conference device|tenant key|video id:|more (?:info|phone numbers)|google meet joining info|video call link|to join the video meeting|[^\n]{0,60}is inviting you to a scheduled zoom)",
    re.I,
)
# what makes a line one of a visiting card: a phone number, an address of mail or web, bars and bullets, pronouns
_CARD = re.compile(
    r"\+?\(?\d[\d().\s/-]{6,}\d|[\w.+-]{1,60}@[\w.-]{2,60}|\bwww\.|https?://|\S\s?[|•·‖/]\s?\S|\((?:s?he|they|elle|il|ella|él|ze|any)(?:[/ ]\w{1,8}){1,3}\)|\b(?:tel|phone|mobile|cell|fax|direct|office|ext|t|m|c|p|f|d|o|e|w)\s?[:.]\s?[+(\d]|@ ?\w|\b(?:linkedin|twitter|instagram|facebook|github)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]{0,2}\s{0,3}$")
_POSTSCRIPT = re.compile(r"\s{0,3}(?:p\.? ?p\.? ?)?p\.? ?s\b[.:,) -]", re.I)  # "P.S. Bring a project", "PS: ..."
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SMILE = re.compile(r"\s*(?::|;|=)-?[)(DPp]\s*|\s*<3\s*")  # ":) Sana"
_HOST = re.compile(r" - (?:organi[sz]er|host|optional)\b", re.I)  # "Dana Reyes - organizer", among the guests of an invitation
# one word under a letter that is no name
_NO_NAME = set(
    "yes no ok okay thanks done perfect great sure agreed confirmed approved please hello hi hey congratulations good fine attached noted best right cool deal monday tuesday wednesday thursday friday".split()
)
# words of people who talk, which no title or address has: "See you Tuesday"
_TALK = set(
    "i i'm i’m i'll i’ll me my we we'll you your you're it it's is are was will can could would should may see call let bring looking talk have has send please thanks that this if when not do does don't don’t".split()
)
_SMALL = {"of", "and", "the", "for", "at", "in", "de", "la", "le", "und", "für", "et", "y", "e", "du", "des", "van", "der", "to", "on", "by", "a"}


def split(own: str, name: str) -> tuple[str, str]:
    """Return the text and the signature of a letter written by `name`."""
    lines = own.split("\n")
    taken = _program_lines(lines)
    kept = [number for number in range(len(lines)) if number not in taken and lines[number].strip()]
    start = _start(lines, kept, names.calls(name))
    if start is not None:
        taken |= _card(lines, start)
    text = "\n".join(line for number, line in enumerate(lines) if number not in taken)
    removed = "\n".join(lines[number] for number in sorted(taken) if not _is_rule(lines[number]))
    return _tidy(text), _tidy(removed)


def _tidy(text: str) -> str:
    lines = text.split("\n")
    while lines and (not lines[-1].strip() or _is_rule(lines[-1])):
        lines.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _is_rule(line: str) -> bool:
    return bool(_RULE.match(line) or _DELIMITER.match(line))


def _program_lines(lines: list[str]) -> set[int]:
    """Return the lines that programs and lawyers wrote, wherever they stand in the last part of a letter."""
    taken: set[int] = set()
    legal = False
    for number in range(max(0, len(lines) - LONGEST_FOOTER), len(lines)):
        line = lines[number]
        if not line.strip():
            legal = False
            continue
        short = line[:400]
        legal = legal or (bool(_LEGAL.match(short)) and ((number > 0 and not lines[number - 1].strip()) or _is_rule(lines[number - 1]) or number - 1 in taken))
        if legal or _MOBILE.match(short) or _CALL.match(short):
            taken.add(number)
    return taken


def _start(lines: list[str], kept: list[int], calls: frozenset[str]) -> int | None:
    """Return the line at which the signature begins: a delimiter, a closing over a name, or the name itself."""
    for number, line in enumerate(lines):
        if _DELIMITER.match(line) and len(lines) - number <= LONGEST_BLOCK and any(before < number for before in kept):
            first = number
            break
    else:
        first = len(lines)
    above = [number for number in kept if number < first][-LONGEST_BLOCK:]
    found = next((at for place, at in enumerate(above) if _begins(lines, above, place, calls)), None)
    if found is None and first == len(lines):
        return _undersigned(lines, above)
    return first if found is None else found


def _undersigned(lines: list[str], above: list[int]) -> int | None:
    """Return the last line where it is a lone name that the sender's display name does not bear: Seun, of Jane Adeyemi."""
    if len(above) < 2 or lines[above[-1] - 1].strip():
        return None
    word = _SMILE.sub("", lines[above[-1]]).strip(" -–—~")
    lone = re.fullmatch(r"[^\W\d_][^\W\d_'’-]{0,14}\.?", word)
    return above[-1] if lone and word[0].isupper() and word.lower().strip(".") not in _NO_NAME else None


def _begins(lines: list[str], above: list[int], place: int, calls: frozenset[str]) -> bool:
    """Does the signature begin at this line, so that what follows reads like one?"""
    line = lines[above[place]].strip()
    following = above[place + 1] if place + 1 < len(above) else None
    rest = [lines[number].strip() for number in above[place + 1 :]]
    if _CLOSING.match(line) and len(line) <= LONGEST_NAME:
        named = following is None or _is_name(lines[following].strip(), calls, closed=True)
        return named and place > 0 and _reads_on(rest[1:])
    if place == 0:
        return False  # "Dana," at the head of a letter greets somebody of that name
    return _is_name(line, calls, closed=False) and _is_apart(lines, above[place]) and _reads_on(rest)


def _is_name(line: str, calls: frozenset[str], *, closed: bool) -> bool:
    """Is it a name to sign with: the writer's own, or under a closing any short one?"""
    short = re.sub(r"\s*\([^()]{0,40}\)", "", _SMILE.sub("", line).strip("-–—~*_ \t")).strip(" ,.!")
    if _HOST.search(line) or len(line) > LONGEST_CARD_LINE or (_is_prose(line) and len(line) > LONGEST_NAME):
        return False  # "Tobias, GM at the bistro. Saturday has turned into a buyout": prose that begins with a name
    plain = re.split(r"\s*(?:\||,| - | – | — )\s*", short)[0].strip()
    if not plain or len(plain) > LONGEST_NAME:
        return False
    if plain.lower() in calls or plain.lower().rstrip("x ").strip() in calls:
        return True
    words = plain.split()
    signed = calls & {word.lower().strip(".") for word in words if len(word.strip(".")) > 1}
    if signed and len(words) <= 4 and all(word[:1].isupper() for word in words):
        return True
    return (
        closed
        and len(words) <= 5
        and not _SENTENCE_END.search(line.rstrip("."))
        and (len(words) == 1 or all(word[:1].isupper() or word.lower() in _SMALL or not word[:1].isalpha() for word in words))
    )


def _is_apart(lines: list[str], number: int) -> bool:
    """Does the name stand under an empty line, a closing or a sentence, and not in a list of people?"""
    above = lines[number - 1].strip() if number else ""
    return (
        not above
        or _is_rule(above)
        or bool(_SENTENCE_END.search(above))
        or (above.endswith((",", "!", ")")) and len(above) > 25)
        or bool(_CLOSING.match(above))
    )


def _reads_on(rest: list[str]) -> bool:
    """Do the lines behind the name read like a signature, a postscript or two sentences aside?

    Those return to the text.
    """
    before = next((number for number, line in enumerate(rest) if _POSTSCRIPT.match(line)), len(rest))
    strange = sum(not _is_card_line(line) for line in rest[:before])
    return strange <= 2


def _card(lines: list[str], start: int) -> set[int]:
    """Return the lines of the signature from `start` on; sentences behind the name are the letter's."""
    taken: set[int] = set()
    spoken, named, delimited = False, False, False
    for number in range(start, len(lines)):
        line = lines[number].strip()
        delimited = delimited or bool(_DELIMITER.match(line))
        if not line:
            spoken = False
        elif _POSTSCRIPT.match(line) or (named and not delimited and not _is_card_line(line)):
            spoken = True
        if not spoken:
            taken.add(number)
        named = named or (bool(line) and not _CLOSING.match(line))
    return taken


def _is_card_line(line: str) -> bool:
    """Does a line read like one of a visiting card: no sentence, and a number, an address, a title or a name?"""
    words = _WORD.findall(line)
    if _is_rule(line) or _LEGAL.match(line) or _MOBILE.match(line) or _CALL.match(line) or _CLOSING.match(line):
        return True
    if len(line) > LONGEST_CARD_LINE or _is_prose(line):
        return False
    talks = any(word.lower() in _TALK for word in words)
    if talks and len(words) >= 8:
        return False  # a line of a wrapped sentence, whatever numbers and bars it holds
    if _CARD.search(line) or not words:
        return True
    if talks:
        return False
    capital = sum(word[0].isupper() or word.lower() in _SMALL for word in words)
    return len(words) <= 9 and (capital * 2 >= len(words) or (len(words) <= 4 and words[0][0].isupper()))


def _is_prose(line: str) -> bool:
    """Is it a sentence: five words or more with a full stop behind them, and no bar or bullet between?"""
    return len(line.split()) >= 5 and bool(_SENTENCE_END.search(line)) and not re.search(r"\s[|•·]\s", line)
