"""The linter finds every difference that was planted in a good pair, and nothing in a good pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
import pytest

from testing_lab.findings import Finding
from testing_lab.profiles.applications import Applicant, Application, ApplicationPair, Block
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.forbidden import StudyContacts
from testing_lab.profiles.letters import SECTOR_WORDS
from testing_lab.profiles.names import GROUPS, SEXES, Group, Sex
from testing_lab.profiles.pair_linter import Trait, differences
from tests.pure.lab.profiles.study_words import DOMAIN, PHONES, a_pair
from tests.pure.lab.profiles.telling import told

CONTACTS = StudyContacts(domain=DOMAIN, phones=PHONES)
Change = Callable[[ApplicationPair], ApplicationPair]
Document = Literal["letter", "cv"]


def _found(pair: ApplicationPair, trait: Trait = "group") -> tuple[Finding, ...]:
    return told(differences(pair, CONTACTS, trait=trait))


def _edited(pair: ApplicationPair, document: Document, old: str, new: str) -> ApplicationPair:
    """The minority's document with other words, as if somebody had edited it by hand."""
    blocks = getattr(pair.minority, document)
    assert any(old in block.text for block in blocks), old
    changed = tuple(msgspec.structs.replace(block, text=block.text.replace(old, new)) for block in blocks)
    return _with_minority(pair, msgspec.structs.replace(pair.minority, **{document: changed}))


def _with_minority(pair: ApplicationPair, minority: Application) -> ApplicationPair:
    return msgspec.structs.replace(pair, minority=minority)


def _applicant(pair: ApplicationPair, **changes: object) -> ApplicationPair:
    """Another minority applicant in the same words."""
    old = pair.minority.applicant
    new: Applicant = msgspec.structs.replace(old, **changes)
    words = list(zip(old.slots().values(), new.slots().values(), strict=True))

    def changed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found = []
        for block in blocks:
            text = block.text
            for before, after in words:
                text = text.replace(before, after)
            found.append(msgspec.structs.replace(block, text=text))
        return tuple(found)

    made = pair.minority
    return _with_minority(
        pair,
        msgspec.structs.replace(made, applicant=new, letter=changed(made.letter), cv=changed(made.cv)),
    )


def _appended(text: str, document: Document = "letter") -> Change:
    def change(pair: ApplicationPair) -> ApplicationPair:
        blocks = (*getattr(pair.minority, document), Block(kind="item", text=text))
        return _with_minority(pair, msgspec.structs.replace(pair.minority, **{document: blocks}))

    return change


@pytest.mark.parametrize("sector", sorted(SECTOR_WORDS))
@pytest.mark.parametrize("minority", [group for group in GROUPS if group != "dutch"])
@pytest.mark.parametrize("sex", SEXES)
def test_nothing_is_found_in_a_drawn_pair(sector: str, minority: Group, sex: Sex) -> None:
    for seed in range(25):
        assert _found(a_pair(seed, sector=sector, minority=minority, sex=sex)) == ()


def _other_age(pair: ApplicationPair) -> ApplicationPair:
    age = pair.minority.drawn.choices["age"]
    letter = _edited(pair, "letter", f"{age} jaar", "20 jaar")
    return _edited(letter, "cv", age, "20")


def _other_mark(pair: ApplicationPair) -> ApplicationPair:
    return _edited(pair, "letter", pair.minority.drawn.choices["mark"].replace("_", ","), "8,9")


def _other_quality(pair: ApplicationPair) -> ApplicationPair:
    drawn = pair.minority.drawn
    other = msgspec.structs.replace(drawn, choices={**drawn.choices, "quality": "best"})
    return _with_minority(pair, msgspec.structs.replace(pair.minority, drawn=other))


def _longer(pair: ApplicationPair) -> ApplicationPair:
    more = "Ook in de avond kan ik vaak werken. In de vakantie ben ik bijna altijd thuis. Ik heb dan veel tijd over. "
    more += "Zo kan ik bij u nog een paar weken langer blijven. "
    return _edited(pair, "letter", pair.minority.letter[-1].text, more + pair.minority.letter[-1].text)


def _shorter_cv(pair: ApplicationPair) -> ApplicationPair:
    return _with_minority(pair, msgspec.structs.replace(pair.minority, cv=pair.minority.cv[:-4]))


def _harder(pair: ApplicationPair) -> ApplicationPair:
    """Every long paragraph becomes one long sentence."""
    letter = tuple(
        msgspec.structs.replace(block, text=block.text.replace(". ", " en ").replace("? ", " en "))
        for block in pair.minority.letter
    )
    return _with_minority(pair, msgspec.structs.replace(pair.minority, letter=letter))


def _sloppy(pair: ApplicationPair) -> ApplicationPair:
    return _edited(pair, "letter", ". ", " . ")


def _same_sentence(pair: ApplicationPair) -> ApplicationPair:
    sentence, own = (made.letter[4].text.split(". ")[-1] for made in (pair.majority, pair.minority))
    return _edited(pair, "letter", own, sentence)


def _same_template(pair: ApplicationPair) -> ApplicationPair:
    drawn = msgspec.structs.replace(pair.minority.drawn, template=pair.majority.drawn.template)
    return _with_minority(pair, msgspec.structs.replace(pair.minority, drawn=drawn))


def _strangers_name(pair: ApplicationPair) -> ApplicationPair:
    return _edited(pair, "cv", pair.minority.applicant.name.full, pair.majority.applicant.name.full)


def _no_mail(pair: ApplicationPair) -> ApplicationPair:
    mail = pair.minority.applicant.email
    return _edited(_edited(pair, "letter", mail, "mij"), "cv", mail, "-")


def _no_name(pair: ApplicationPair) -> ApplicationPair:
    name = pair.minority.applicant.name.full
    return _edited(_edited(pair, "letter", name, "Kandidaat"), "cv", name, "Kandidaat")


def _no_phone(pair: ApplicationPair) -> ApplicationPair:
    phone = pair.minority.applicant.phone
    return _edited(_edited(pair, "letter", phone, "mij"), "cv", phone, "-")


def _same_mail(pair: ApplicationPair) -> ApplicationPair:
    return _applicant(pair, email=pair.majority.applicant.email)


def _same_phone(pair: ApplicationPair) -> ApplicationPair:
    return _applicant(pair, phone="+31 6 00 00 00 01")


def _named(full: str) -> Change:
    name = next(name for name in NAMES.entries if name.full == full)
    return lambda pair: _applicant(pair, name=name)


@pytest.mark.parametrize(
    ("change", "path", "code", "level"),
    [
        (_other_age, "pair.age", "pair-age-differs", "error"),
        (_other_mark, "pair.mark", "pair-mark-differs", "error"),
        (_other_quality, "pair.quality", "pair-point-differs", "error"),
        (_longer, "pair.letter", "pair-length-differs", "warning"),
        (_shorter_cv, "pair.cv", "pair-length-differs", "warning"),
        (_harder, "pair.letter", "pair-reading-differs", "warning"),
        (_sloppy, "pair.letter", "pair-slips-differ", "warning"),
        (_same_sentence, "pair.letter", "pair-same-sentence", "error"),
        (_same_template, "pair.template", "pair-same-template", "error"),
        (_strangers_name, "minority.name", "pair-mixed-up", "error"),
        (_no_mail, "minority.email", "pair-mail-missing", "error"),
        (_no_name, "minority.name", "pair-name-missing", "error"),
        (_no_phone, "pair.phone", "pair-phone-in-one", "error"),
        (_same_mail, "pair.email", "pair-same-mail", "error"),
        (_same_phone, "pair.phone", "pair-same-phone", "error"),
        (lambda pair: _applicant(pair, town="Lelystad"), "pair.town", "pair-town-differs", "warning"),
        (
            lambda pair: _applicant(pair, languages="Nederlands en Turks"),
            "pair.languages",
            "pair-languages-differ",
            "warning",
        ),
        (_named("Sanne de Boer"), "pair.name", "pair-no-trait", "error"),
        (_named("Emre Korkmaz"), "pair.name", "pair-second-trait", "error"),
        (_named("Ahmet Yildiz"), "minority.name", "pair-name-to-avoid", "error"),
        (_appended("BSN 111222333"), "minority.letter", "pair-holds-bsn", "error"),
        (_appended("Bel 06 12 34 56 78"), "minority.letter", "pair-holds-phone", "error"),
        (_appended("Of mail tim@gmail.com", "cv"), "minority.cv", "pair-holds-mail", "error"),
        (_appended("Foto: bijlage", "cv"), "minority.cv", "pair-holds-photo", "error"),
        (_appended("Diplomanummer 8812345", "cv"), "minority.cv", "pair-holds-document-number", "error"),
        (_appended("Dorpsstraat 12, 3811 AB", "cv"), "minority.cv", "pair-holds-address", "error"),
        (_appended("www.timvandijk.example", "cv"), "minority.cv", "pair-holds-web", "error"),
    ],
)
def test_every_planted_difference_is_found(change: Change, path: str, code: str, level: str) -> None:
    for seed in (2, 3, 5, 8):
        changed = change(a_pair(seed))
        found = _found(changed)
        assert (path, code, level) in [(one.path, one.code, one.level) for one in found]
        # What was not planted is not found, but for what a missing name or another sex brings with it.
        beside = {one.code for one in found} - {code}
        assert beside <= {"pair-second-trait", "pair-name-missing", "pair-mixed-up"}, beside


def test_a_dutch_control_named_mohamed_is_found() -> None:
    pair = a_pair(1)
    name = msgspec.structs.replace(pair.majority.applicant.name, first="Mohammed")
    applicant = msgspec.structs.replace(pair.majority.applicant, name=name)
    changed = msgspec.structs.replace(pair, majority=msgspec.structs.replace(pair.majority, applicant=applicant))
    assert "pair-control-mohamed" in {one.code for one in _found(changed)}


def test_a_study_of_sex_asks_for_another_sex_and_the_same_group() -> None:
    pair = a_pair(4)
    assert {one.code for one in _found(pair, "sex")} == {"pair-no-trait", "pair-second-trait"}
    changed = _named("Lars Hoekstra")(pair)
    assert {one.code for one in _found(changed, "sex")} == set()
