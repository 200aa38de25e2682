"""From a folder's name to what the folder is for: the names that servers, programs and languages use.

Takes a name as its parts, top folder first (`("INBOX", "Sent Items")`). Gives a `Role`, or None for a folder that is not read.
Rules: the top folder decides ("Trash/2024" is trash, "Jobs/Drafts" is a folder of the user's); a name that nobody
knows is the user's own folder and counts as archive; junk, and mail that waits to leave, are not read.
"""

import base64
import re
import unicodedata

from assistant.core.model import Role

# One line for each server, program or language. Gmail's own names stand below "[Gmail]", Exchange's are in the user's language.
_SENT = """
    sent, sent items, sent mail, sent messages, sent-mail, sentmail, sent_mail, sent email, sent emails, outgoing
    gesendet, gesendete, gesendete objekte, gesendete elemente, gesendete nachrichten
    envoyés, envoyé, messages envoyés, éléments envoyés, courriels envoyés, courrier envoyé, objets envoyés
    enviados, enviado, elementos enviados, mensajes enviados, correo enviado, correos enviados
    mensagens enviadas, itens enviados, e-mails enviados, enviadas, enviats, elements enviats
    inviati, inviata, posta inviata, messaggi inviati, elementi inviati
    verzonden, verzonden items, verzonden berichten, verstuurd
    sendt, sendte elementer, sendt post, sendt e-post, skickat, skickade objekt, skickade, lähetetyt, lähetetyt kohteet, sendte
    wysłane, elementy wysłane, wysłane wiadomości, odeslané, odeslaná pošta, odoslané, odoslaná pošta, elküldött elemek, elküldött, poslano, poslane stavke
    trimise, mesaje trimise, elemente trimise, отправленные, надіслані, изпратени, απεσταλμένα, gönderilmiş öğeler, gönderilmiş postalar, gönderilenler
    已发送, 已发送邮件, 已傳送, 寄件備份, 送信済み, 送信済みメール, 送信済みアイテム, 보낸편지함, 보낸 편지함, 보낸 메일함
    נשלח, דואר שנשלח, المرسل, البريد المرسل
"""
_DRAFTS = """
    drafts, draft, draft messages, [drafts]
    entwürfe, entwurf, brouillons, brouillon, borradores, borrador, rascunhos, rascunho, esborranys, bozze, bozza
    concepten, concept, kladder, kladd, utkast, utkasten, luonnokset, szkice, wersje robocze, kopie robocze
    koncepty, rozepsané, rozpísané, piszkozatok, osnutki, skice, ciorne, mesaje nefinalizate, schițe
    черновики, чернетки, чернови, πρόχειρα, taslaklar, 草稿, 草稿箱, 草稿匣, 下書き, 임시보관함, 임시 보관함, טיוטות, المسودات, مسودات
"""
_TRASH = """
    trash, deleted, deleted items, deleted messages, deleted mail, bin, rubbish, waste, wastebasket, recycle bin
    papierkorb, gelöscht, gelöschte objekte, gelöschte elemente, corbeille, éléments supprimés, messages supprimés
    papelera, elementos eliminados, eliminados, lixeira, lixo, itens excluídos, itens eliminados, paperera
    cestino, posta eliminata, elementi eliminati, prullenbak, prullenmand, verwijderde items, verwijderd
    papirkurv, slettet post, slettede elementer, søppel, papperskorgen, borttagna objekt, roskakori, poistetut
    kosz, elementy usunięte, koš, odstraněná pošta, kôš, lomtár, kuka, törölt elemek, koš za smeti, smetnjak, otpad, coș de gunoi, gunoi, elemente șterse
    корзина, удаленные, удалённые, кошик, видалені, кошче, κάδος απορριμμάτων, διαγραμμένα, çöp kutusu, çöp, silinmiş öğeler
    已删除, 已删除邮件, 垃圾桶, 刪除的郵件, 垃圾箱, ごみ箱, ゴミ箱, 削除済みアイテム, 휴지통, 지운 편지함, אשפה, פריטים שנמחקו, المهملات, سلة المهملات
"""
_ARCHIVE = "archive, archives, archived, all mail, all, archiv, alle nachrichten, tous les messages, todos, todos los mensajes, archivo, arquivo, archivio"
_JUNK = """
    junk, spam, junk mail, junk email, junk e-mail, bulk, bulk mail, quarantine, [spam], probably spam, caughtspam
    spamverdacht, unerwünscht, werbung, courrier indésirable, indésirables, pourriel, pourriels, correo no deseado, no deseado, correu brossa
    lixo eletrônico, lixo eletrónico, correio eletrônico não solicitado, correio não solicitado, posta indesiderata, indesiderata
    ongewenst, ongewenste e-mail, ongewenste mail, reclame, uønsket, uønsket e-post, uønsket e-mail, skräppost, roskaposti
    wiadomości-śmieci, niechciane, nevyžádaná pošta, nevyžiadaná pošta, levélszemét, neželena pošta, neželjena pošta, mesaje nedorite
    спам, нежелательная почта, небажана пошта, нежелана поща, ανεπιθύμητα, ανεπιθύμητη αλληλογραφία, gereksiz, istenmeyen, önemsiz e-posta, istenmeyen posta
    垃圾邮件, 垃圾郵件, 迷惑メール, 스팸, 스팸메일함, 정크 메일, דואר זבל, זבל, البريد غير الهام, البريد العشوائي
"""
# Not sent yet, or no mail at all. An unsent mail must not be taken for one that the user wrote to somebody.
_NOT_MAIL = "outbox, templates, postausgang, vorlagen, unsent messages, scheduled, chat, chats, rss feeds, sync issues"

_GMAIL = ("[gmail]", "[google mail]", "[googlemail]")
# Matches "&APw-" in "Entw&APw-rfe": modified UTF-7, RFC 3501 section 5.1.3
_UTF7_PART = re.compile(r"&([A-Za-z0-9+,]{0,400})-")


def _names(table: str) -> frozenset[str]:
    return frozenset(_plain(name) for line in table.strip().splitlines() for name in line.split(",") if name.strip())


def _plain(name: str) -> str:
    """One spelling of a name: case, accents as composed or apart, and blanks do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def decoded(name: str) -> str:
    """Turn modified UTF-7 into text; what is none (a name already in UTF-8, a lone "&") stays as it is."""
    return _UTF7_PART.sub(lambda found: _utf7_part(found.group(1)) or found.group(0), name)


def _utf7_part(code: str) -> str:
    if not code:
        return "&"
    try:
        return base64.b64decode(code.replace(",", "/") + "=" * (-len(code) % 4), validate=True).decode("utf-16-be")
    except ValueError:
        return ""


_NOT_READ = _names(_JUNK) | _names(_NOT_MAIL)
_ROLES = {
    **dict.fromkeys(_names(_ARCHIVE), Role.ARCHIVE),
    **dict.fromkeys(_names(_TRASH), Role.TRASH),
    **dict.fromkeys(_names(_DRAFTS), Role.DRAFTS),
    **dict.fromkeys(_names(_SENT), Role.SENT),
    "inbox": Role.INBOX,
}


def known_role(name: str) -> Role | None:
    """Return what a folder or label of this one name is for; None where the name says nothing, or is not read."""
    return _ROLES.get(_plain(decoded(name)))


def is_left_out(name: str) -> bool:
    """Is this the name of a folder or label that we do not read (junk, outbox, chats)?"""
    return _plain(decoded(name)) in _NOT_READ


def role(parts: tuple[str, ...]) -> Role | None:
    """Return what the folder of these names is for, or None where it is not read. No names at all: the inbox."""
    below = [part for part in parts if part]
    # Courier and others keep all folders below INBOX, Gmail below [Gmail]
    while len(below) > 1 and (_plain(below[0]) == "inbox" or _plain(below[0]) in _GMAIL):
        below = below[1:]
    if not below:
        return Role.INBOX
    if is_left_out(below[0]):
        return None
    return known_role(below[0]) or Role.ARCHIVE
