"""The few words that the renderer itself puts on a page, in the article's language."""

from typing import NamedTuple


class Labels(NamedTuple):
    """Words for cards and notes."""

    read_also: str
    notes: str
    back: str
    """Said by a screen reader on the way back from a note; its number follows."""
    embed: str
    """Stands before the name of another site."""


ENGLISH = Labels("Read also", "Notes", "Back to reference", "From")
LABELS = {
    "en": ENGLISH,
    "de": Labels("Lesen Sie auch", "Anmerkungen", "Zurück zu Verweis", "Von"),
    "fr": Labels("À lire aussi", "Notes", "Retour à l’appel", "Source :"),
    "es": Labels("Lea también", "Notas", "Volver a la referencia", "De"),
    "it": Labels("Leggi anche", "Note", "Torna al rimando", "Da"),
    "pt": Labels("Leia também", "Notas", "Voltar à referência", "De"),
    "nl": Labels("Lees ook", "Noten", "Terug naar verwijzing", "Van"),
    "sv": Labels("Läs också", "Noter", "Tillbaka till hänvisning", "Från"),
    "da": Labels("Læs også", "Noter", "Tilbage til henvisning", "Fra"),
    "nb": Labels("Les også", "Noter", "Tilbake til henvisning", "Fra"),
    "no": Labels("Les også", "Noter", "Tilbake til henvisning", "Fra"),
    "fi": Labels("Lue myös", "Viitteet", "Takaisin viitteeseen", "Lähde:"),
    "pl": Labels("Czytaj także", "Przypisy", "Wróć do odnośnika", "Z"),
    "cs": Labels("Čtěte také", "Poznámky", "Zpět k odkazu", "Z"),
    "ro": Labels("Citește și", "Note", "Înapoi la trimiterea", "De la"),
    "hu": Labels("Olvassa el ezt is", "Jegyzetek", "Vissza a hivatkozáshoz", "Forrás:"),
    "ru": Labels("Читайте также", "Примечания", "Назад к ссылке", "Источник:"),
    "uk": Labels("Читайте також", "Примітки", "Назад до посилання", "Джерело:"),
    "ar": Labels("اقرأ أيضًا", "حواشٍ", "العودة إلى الإحالة", "من"),
    "fa": Labels("بیشتر بخوانید", "پانوشت‌ها", "بازگشت به ارجاع", "از"),
    "he": Labels("קראו גם", "הערות", "חזרה להפניה", "מתוך"),
    "tr": Labels("Ayrıca okuyun", "Notlar", "Göndermeye dön", "Kaynak:"),
}


def labels(language: str) -> Labels:
    """The words of a language, or the English ones."""
    return LABELS.get(language.replace("_", "-").split("-")[0].lower(), ENGLISH)
