"""Columns that may never come in (DESIGN.md §5.2), known by their name or by what is in them.

"Operational tables have no ethnicity, religion, nationality, birthplace, photo, diagnosis, BSN, nor a guess from a
name. Import refuses such columns by name and content, and says so."

A hit refuses the whole file: the data must not be stored, not even for a moment. Messages never repeat a value. Why
each list is as it is: ``docs/decisions/0102-import-forbidden-columns.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from api.messages.importing import Fault
from api.services.files.headers import folded
from api.services.files.tables import Table

#: What a column is about -> pattern over its folded name (lower case, words separated by blanks).
#: ``\b`` words are short enough to stand inside innocent ones ("ras" in "terras"); the others match anywhere.
_NAMES = {
    "bsn": r"bsn|burger ?service ?n|sofi ?n|\bpgn\b|persoonsgebonden ?n|onderwijsnummer|citizen service n"
    r"|social security",
    "origin": r"ethni|etnisch|etnici|afkomst|herkomst|\bras\b|\brace\b|racial|huidskleur|skin ?colou?r|allochto"
    r"|autochto|migratie ?achtergrond|migration ?background|(culturele|etnische) ?achtergrond"
    r"|niet ?westers|non ?western|country ?of ?origin|moedertaal"
    r"|thuistaal|mother ?tongue|native ?language",
    "nationality": r"nationalit|staatsburger|citizenship|paspoort|passport|verblijfs(vergunning|status|titel)"
    r"|residence ?permit",
    "birthplace": r"geboorte ?(plaats|land|stad|gemeente|regio)|geboren ?(te|in)\b|birth ?(place|country|city|town)"
    r"|\bgeb ?(plaats|land|stad)\b|(plaats|land|stad) ?van ?geboorte|(place|country|city|town) ?of ?birth",
    "religion": r"religi|godsdienst|geloof|levensovertuiging|levensbeschouw|kerkgenoot|\bfaith\b|hoofddoek|moslim"
    r"|muslim|\bislam",
    "photo": r"foto|photo|portret|portrait|profile ?picture|pasfoto",
    "diagnosis": r"diagnos|\bdsm\b|\badhd\b|autis|dyslexie|dyslexia|dyscalculi|medisch|medical|medicatie|medication"
    r"|\bziekte|aandoening|stoornis|disorder|handicap|functiebeperking|disability|\bdisease",
    "orientation": r"geaardheid|seksuele ?(gerichtheid|voorkeur|orientatie)|sexual ?orientation",
}
_NAME_PATTERNS = {subject: re.compile(pattern) for subject, pattern in _NAMES.items()}
#: Trades and subjects of a course, not facts about somebody: a photographer, care for the disabled.
_TRADES = re.compile(
    r"fotogra(af|fie|fisch)|photograph|gehandicapten ?zorg|medisch\w* (assisten|secretar|hulpverlen)\w+"
    r"|medical (assistant|secretary)|religi(euze|eus) kunst|religious art"
)

#: Not stored, but no reason to refuse the file: the column is left out and reported (data minimisation).
_NOT_KEPT = re.compile(
    r"\b(geslacht|gender|sex|sekse|man vrouw|m v)\b|geboorte ?(datum|jaar|dag)|birth ?(date|day|year)"
    r"|date ?of ?birth|\bleeftijd\b|\bage\b"
)

#: Conditions, not needs: an entry of these in ``support_needs`` or in an unknown column is a diagnosis.
_DIAGNOSES = re.compile(
    r"\b(autis(me|tisch\w*|m|tic)|asperger|pdd nos|adhd|adhs|dyslexi[ea]|dyslect\w+|dyslexic|dyscalculi[ea]"
    r"|dyspraxi[ea]|depressi(e|ef|eve|on)|burn ?out|ptss|ptsd|borderline|schizofreni\w*|schizophreni\w*|bipola\w+"
    r"|psychose|psychosis|angststoornis|anxiety disorder|persoonlijkheidsstoornis|eetstoornis|anorexia|boulimia"
    r"|epilepsie|epilepsy|diabetes|reuma|multiple sclerose|spasti\w+|tourette|gilles de la tourette|kanker|cancer|hiv"
    r"|verslaving|addiction|syndroom van down|down syndrome|verstandelijke beperking|lvb)\b"
)

#: Abbreviations that say the same when they stand alone between two bars.
_DIAGNOSIS_LETTERS = frozenset({"ass", "add", "odd", "nah", "ocd", "ocs", "pdd", "ms"})

#: Words that fill a column about nationality, origin or religion and no other; the whole cell must be one of them.
_ORIGINS = frozenset(
    """
    afghaans afghaanse afghan afghanistan antillean antilliaans antilliaanse atheist belgian belgische boeddhist
    buddhist bulgaars bulgaarse bulgarian catholic chinees chinese christelijk christen christian duitse dutch
    eritrea eritrean eritrees eritrese ethiopisch ethiopische gereformeerd german ghanaian ghanees ghanese
    hervormd hindoe hindoeisme hindu indonesian indonesisch indonesische iraaks iraakse iraans iraanse irak iran
    iranian iraq iraqi islam islamitisch jewish joods kaapverdisch kaapverdische katholiek marokkaans marokkaanse
    marokko moroccan morocco moslim muslim nederlandse oekraiens oekraiense poland polen polish pools poolse
    protestant reformatorisch roemeens roemeense romanian somali somalia somalie somalisch somalische surinaams
    surinaamse suriname surinamese syria syrian syrie syrisch syrische turkey turkije turkish turks turkse
    ukrainian
    """.split()  # noqa: SIM905  # a hundred words read better as words than as a list
) | {"rooms katholiek", "geen geloof", "no religion", "niet westers", "non western"}

#: Words for somebody; how many words a word for an origin may stand from one to be about him; and such words.
_PEOPLE = re.compile(
    r"student(e|en|es)?|stagiair(e|es|s)?|leerling(en)?|jongen(s)?|meisje(s)?|kandida(at|ten|te)|jongere(n)?|mensen"
    r"|iemand|trainee(s)?|intern(s)?|boy(s)?|girl(s)?|candidate(s)?|somebody|someone|people|pupil(s)?"
)
_NEAR = 3
_ORIGIN_STEMS = re.compile(r"hoofddoek|headscar|allochto|autochto|afkomst|herkomst|nationalit|buitenlander")

_BSN_IN_TEXT = re.compile(r"\b(bsn|burgerservicenummer|sofi\w*)\W{0,4}(is\W{0,2})?[0-9]{8,9}\b", re.IGNORECASE)


def name_subject(name: str) -> str | None:
    """What a column of this name would be about, if that is forbidden. Words inside longer words count."""
    plain = folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    for subject, pattern in _NAME_PATTERNS.items():
        if pattern.search(_TRADES.sub(" ", plain)):
            return subject
    return None


def not_kept(name: str) -> bool:
    """Whether a column is about sex, age or date of birth: never needed, so left out."""
    return _NOT_KEPT.search(folded(name)) is not None


def value_subject(value: str) -> str | None:
    """What one value says about somebody, if that is forbidden: a diagnosis, or a word for an origin or religion."""
    plain = folded(value)
    if _DIAGNOSES.search(plain):
        return "diagnosis"
    return "origin" if plain in _ORIGINS else None


def told_subject(text: str) -> str | None:
    """What a note says about the person of somebody, if that is forbidden: ``bsn``, ``diagnosis`` or ``origin``.

    A word for an origin or a belief counts near a word for a person: a Turkish shop is no student.
    """
    if _BSN_IN_TEXT.search(text):
        return "bsn"
    plain = folded(text)
    if _DIAGNOSES.search(plain):
        return "diagnosis"
    words = plain.split()
    people = [place for place, word in enumerate(words) if _PEOPLE.fullmatch(word)]
    told = (place for place, word in enumerate(words) if word in _ORIGINS or _ORIGIN_STEMS.match(word))
    return "origin" if any(abs(place - person) <= _NEAR for place in told for person in people) else None


def passes_bsn_test(cell: str) -> bool | None:
    """The eleven-test of the BSN: 9 d1 + 8 d2 + ... + 2 d8 - d9 is a multiple of 11. None: not of that form.

    Eight digits count as nine with the leading zero that a spreadsheet dropped.
    """
    digits = re.sub(r"[ .]", "", cell)
    if not re.fullmatch(r"[0-9]{8,9}", digits, re.ASCII):
        return None
    number = [int(digit) for digit in digits.zfill(9)]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), number, strict=True))
    return total % 11 == 0 and any(number)


def _looks_like_bsn(cells: Sequence[str]) -> bool:
    """Whether a column holds BSNs.

    One number in eleven passes by chance. Of five or more different values of this form, five passes or more and
    three in five of them passing happens by chance less than once in ten thousand columns. In a column with fewer,
    three or more that all pass.
    """
    tests = [answer for cell in set(cells) if (answer := passes_bsn_test(cell)) is not None]
    passed = sum(tests)
    if len(tests) < 5:
        return passed >= 3 and passed == len(tests) == len(set(cells))
    return passed >= 5 and passed * 5 >= len(tests) * 3


def column_faults(header: Sequence[str]) -> list[Fault]:
    """Columns that are forbidden by their name."""
    return [
        Fault(code="column_forbidden", column=cell, facts={"subject": subject})
        for cell in header
        if cell and (subject := name_subject(cell)) is not None
    ]


def content_faults(table: Table, matched: Sequence[str | None], *, about_people: bool) -> list[Fault]:
    """Columns that are forbidden by their content. ``about_people``: diagnoses and origins are looked for too."""
    faults: list[Fault] = []
    for index, name in enumerate(matched):
        column = table.header[index] or f"column {index + 1}"
        filled = [(line.number, line.cells[index]) for line in table.lines if index < len(line.cells)]
        filled = [(number, cell) for number, cell in filled if cell]
        cells = [cell for _, cell in filled]
        told = next((number for number, cell in filled if _BSN_IN_TEXT.search(cell)), None)
        if told is not None or _looks_like_bsn(cells):
            faults.append(Fault(code="content_forbidden", row=told, column=column, facts={"subject": "bsn"}))
            continue
        if not about_people:
            continue
        if name in (None, "support_needs", "groups"):
            rows = list(_rows_with_diagnosis(filled))
            if rows:
                facts: dict[str, str | int] = {"subject": "diagnosis", "count": len(rows)}
                faults.append(Fault(code="content_forbidden", row=rows[0], column=column, facts=facts))
                continue
        if name is None and _mostly_origins(cells):
            faults.append(Fault(code="content_forbidden", column=column, facts={"subject": "origin"}))
    return faults


def _rows_with_diagnosis(filled: Iterable[tuple[int, str]]) -> Iterable[int]:
    known: dict[str, bool] = {}
    for number, cell in filled:
        if cell not in known:
            known[cell] = _DIAGNOSES.search(folded(cell)) is not None or any(
                folded(part) in _DIAGNOSIS_LETTERS for part in cell.split("|")
            )
        if known[cell]:
            yield number


def _mostly_origins(cells: Sequence[str]) -> bool:
    hits = sum(folded(cell) in _ORIGINS for cell in cells)
    return hits >= 3 and hits * 2 >= len(cells)
