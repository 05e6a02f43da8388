"""The words around a time, in the languages that copy comes in."""

from deskeditor.intake.restrictions.folding import folded_words, words_of
from deskeditor.intake.restrictions.zones import ZONES, Zone

_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января stycznia "
    "ocak يناير كانون",
    "february feb februar february février févr fevrier februar febrero febbraio fevereiro fev "
    "februari февраля lutego şubat فبراير شباط",
    "march mar mars märz mrz marzo março marco maart mrt марта marca marts mart مارس آذار",
    "april apr avril avr abril abr aprile апреля kwietnia nisan أبريل ابريل نيسان",
    "may mai mayo maggio mag maio mei maj мая maja mayıs مايو أيار",
    "june jun juin juni junio giugno giu junho июня czerwca haziran يونيو حزيران",
    "july jul juillet juil juli julio luglio lug julho июля lipca temmuz يوليو تموز",
    "august aug août aout agosto ago augustus augusti августа sierpnia ağustos أغسطس آب",
    "september sept sep septembre septiembre settembre set setembro сентября września eylül سبتمبر أيلول",
    "october oct octobre oktober okt octubre ottobre ott outubro out октября października ekim أكتوبر",
    "november nov novembre noviembre novembro ноября listopada kasım نوفمبر",
    "december dec décembre déc decembre dezember dez diciembre dic dicembre dezembro декабря grudnia "
    "aralık ديسمبر",
)
_WEEKDAYS = (
    "monday mon montag lundi lunes lunedì segunda segunda-feira maandag понедельник понедельника "
    "poniedziałek poniedziałku poniedziałkiem måndag mandag pazartesi الاثنين الإثنين",
    "tuesday tue tues dienstag mardi martes martedì terça terça-feira dinsdag вторник вторника wtorek "
    "wtorku tisdag tirsdag salı الثلاثاء",
    "wednesday wed mittwoch mercredi miércoles mercoledì quarta quarta-feira woensdag среда среды "
    "środa środy onsdag çarşamba الأربعاء",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì quinta quinta-feira donderdag четверг "
    "четверга czwartek czwartku torsdag perşembe الخميس",
    "friday fri freitag vendredi viernes venerdì sexta sexta-feira vrijdag пятница пятницы piątek "
    "piątku piątkiem fredag cuma الجمعة",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag суббота субботы sobota soboty "
    "lördag lørdag cumartesi السبت",
    "sunday sun sonntag dimanche domingo domenica zondag воскресенье воскресенья niedziela niedzieli "
    "söndag søndag pazar الأحد",
)
_FILLERS = words_of(
    """
a an and am at ab al alla alle alle dalle delle del dell' della den dem der das the to till until til
untill for from by be is on of in into it its before not no earlier than after as release released
releases publication published use time times hour hours hrs hr o'clock sharp exactly local-time copy
material story report article press news statement under strict strictly embargo embargoed date day
daylight standard summer winter horario horário heure heures hora horas ora ore uhr uhrzeit zeit uur u
um bis zum zur vom le la les l' el los las il lo gli jusqu' jusqu'a jusqu'au jusque au aux a à de d' du
des dès partir hasta até ate as às ao aos dia día dias giorno fino sino tot op om te vanaf het voor vóór
van przed före foer avant après
apres antes después despues apos após prima dopo niet nicht frühestens erst kl kl. klo
klockan klokken godz godz. godzina godziny o dnia do od r r. года г г. года в время времени по до с saat
saati tarih till fram indtil inntil في يوم الساعة حتى الى إلى من بتوقيت توقيت بعد قبل بدءا ابتداء تمام
صباح اعتبارا الموافق
"""
)
_VAGUE = words_of(
    """
further notice delivery delivered speech conference meeting event ends end begins start opening closing
announcement notified advised tomorrow today tonight noon next week month weekend redebeginn rede ende
beginn weiteres widerruf morgen heute nouvel avis ordre discours demain fin conférence presse nuevo
aviso orden mañana amanhã amanha aviso novo nuova comunicazione avviso domani nader order nadere
mededeling morgen persconferentie afloop na إشعار اشعار آخر غد غدا особого распоряжения завтра odwołania
jutra
"""
)
_AM = words_of(
    """
früh morgens vormittags vormittag matin mañana madrugada manhã mattino mattina ochtends 's-ochtends
morning صباحا sabah rano утра
"""
)
_PM = words_of(
    """
abends nachmittags abend nachmittag soir après-midi apres-midi tarde noche noite sera pomeriggio middags
avonds evening afternoon night مساء akşam wieczorem вечера дня
"""
)
_NOON = words_of(
    """
noon midday mittag mittags midi mediodía mediodia meio-dia mezzogiorno middag ظهرا öğle южный południe
"""
)
_MIDNIGHT = words_of(
    """
midnight mitternacht minuit medianoche meia-noite mezzanotte middernacht midnatt midnat gece-yarısı
północ полночь полуночи
"""
)


def _numbered(lines: tuple[str, ...]) -> dict[str, int]:
    return {folded_words(word): number for number, line in enumerate(lines) for word in line.split()}


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(folded_words(word) for word in words)


MONTHS = {word: number + 1 for word, number in _numbered(_MONTHS).items()}
WEEKDAYS = _numbered(_WEEKDAYS)
"""Monday is 0."""
FILLERS, VAGUE, AM, PM = (_folded(words) for words in (_FILLERS, _VAGUE, _AM, _PM))
NOON, MIDNIGHT = _folded(_NOON), _folded(_MIDNIGHT)
NAMED_ZONES: dict[str, Zone] = {folded_words(word): zone for word, zone in ZONES.items()}
