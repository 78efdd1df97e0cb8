"""The applicants of one study: which names, which letters, and the words and numbers that stand in them.

A study fills this in before its plan is drawn, and never changes it afterwards. What it lacks is found all at once
(:func:`profile_findings`); an error forbids the draw. Towns, schools and languages are the same for both applicants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.findings import Finding
from testing_lab.profiles.applications import Applicant, languages_of
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.forbidden import plain_phone
from testing_lab.profiles.letters import TEMPLATES
from testing_lab.profiles.names import SEXES, Group, Name, NameList, Sex, folded, recognised_by
from testing_lab.profiles.pretest import Pretest, measured_list, pretest_of
from testing_lab.profiles.rating_rows import RatingRow
from testing_lab.profiles.templates import Template

#: The words that are the same in every sector, and those that each sector has of its own.
GENERAL_WORDS: Final = ("school", "town", "earlier", "period", "greeting")
SECTOR_WORDS: Final = ("programme", "level", "field", "tasks", "learn")
LONGEST_WORDS: Final = 200
#: A mailbox is a pattern of these, so that names make different addresses.
_PARTS: Final = re.compile(r"\{(first|surname|initial)\}")
#: A Dutch number of ten digits: fixed, mobile or for the whole country.
_PHONE: Final = re.compile(r"0[1-9][0-9]{8}")

Facts = dict[str, str | int | float]


class ChosenNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Full names of one sex for the two groups; both empty: this sex takes no part."""

    sex: Sex
    majority: tuple[str, ...] = ()
    minority: tuple[str, ...] = ()


class Sender(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A set of contact facts that two applicants never share: ``label`` is the protocol's.

    ``phone`` is a number of the study's own; ``mailbox`` says how a name becomes an address, with ``{first}``,
    ``{surname}`` and ``{initial}``.
    """

    label: str
    phone: str = ""
    mailbox: str = "{first}.{surname}"

    def address(self, name: Name, *, domain: str) -> str:
        """The address of a name, without accents and blanks."""
        parts = {"first": _plain(name.first), "surname": _plain(name.surname), "initial": _plain(name.first)[:1]}
        return f"{_PARTS.sub(lambda part: parts[part[1]], self.mailbox)}@{domain}"


class StudyProfiles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it; ``schema`` is the form of this document.

    ``words``: by :data:`GENERAL_WORDS`; ``sector_words``: for each sector by :data:`SECTOR_WORDS`. ``second_cue``: the
    CV has one more language, which tells the group of a name that is weakly recognised. ``pretest``: its rows;
    ``pretest_source``: where they come from.
    """

    schema: Literal[1] = 1
    majority: Group = "dutch"
    minority: Group = "moroccan"
    names: tuple[ChosenNames, ...] = ()
    second_cue: bool = False
    templates: tuple[str, ...] = tuple(one.name for one in TEMPLATES)
    words: dict[str, str] = {}
    sector_words: dict[str, dict[str, str]] = {}
    senders: tuple[Sender, ...] = ()
    pretest: tuple[RatingRow, ...] = ()
    pretest_source: str = ""

    def of(self, sex: Sex) -> ChosenNames:
        """The names of a sex."""
        return next((one for one in self.names if one.sex == sex), ChosenNames(sex=sex))

    def chosen_templates(self) -> tuple[Template, ...]:
        """The letters, in the order of the house."""
        return tuple(one for one in TEMPLATES if one.name in self.templates)

    def sender(self, label: str) -> Sender:
        """The contact facts of a label."""
        return next(one for one in self.senders if one.label == label)

    def words_for(self, sector: str, *, company: str) -> dict[str, str]:
        """What the letters say of the study's own, for one vacancy; the town is the applicant's."""
        general = {word: self.words.get(word, "") for word in GENERAL_WORDS if word != "town"}
        own = self.sector_words.get(sector, {})
        return general | {word: own.get(word, "") for word in SECTOR_WORDS} | {"company": company}

    def applicant(self, name: Name, sender: Sender, *, domain: str) -> Applicant:
        """Somebody who does not exist."""
        return Applicant(
            name=name,
            email=sender.address(name, domain=domain),
            phone=sender.phone,
            town=self.words.get("town", ""),
            languages=languages_of(name.group, second_cue=self.second_cue),
        )


def pretest_result(profiles: StudyProfiles) -> Pretest:
    """What the pre-test of the study says."""
    return pretest_of(profiles.pretest, names=NAMES)


def measured_names(profiles: StudyProfiles) -> NameList:
    """The curated names, with the figures of the study's own pre-test where it has any."""
    if not profiles.pretest:
        return NAMES
    source = profiles.pretest_source or "pretest"
    return measured_list(NAMES, pretest_result(profiles), version=f"{NAMES.version} {source}", source=source)


def usual_senders(labels: Sequence[str], *, applications: int) -> tuple[str, ...]:
    """The labels of the protocol; made up to as many as a vacancy gets applications."""
    given = tuple(dict.fromkeys(one for one in (" ".join(label.split()) for label in labels) if one))
    more = (f"post-{number}" for number in range(1, applications + 1))
    return (*given, *[one for one in more if one not in given][: max(0, applications - len(given))])


def profile_findings(
    profiles: StudyProfiles,
    *,
    sectors: Sequence[str],
    labels: Sequence[str],
    names_per_group: int,
    least_names: int,
    domain: str,
) -> tuple[Finding, ...]:
    """Everything that the profiles still lack, or that is doubtful.

    Parameters
    ----------
    profiles : StudyProfiles
        As they stand.
    sectors, labels : sequence of str
        Of the protocol: each sector needs words, each sender a number and a mailbox.
    names_per_group : int
        Names of each group and sex that the protocol promises; 0: not said.
    least_names : int
        Names that the design needs: 2 where one vacancy can have two applicants of one group.
    domain : str
        The study's own mail domain.
    """
    return (
        *_of_names(profiles, names_per_group=names_per_group, least=least_names),
        *_of_words(profiles, sectors),
        *_of_senders(profiles, labels),
        *_of_templates(profiles),
        *([] if domain.strip() else [Finding(path="fieldwork.mail_domain", code="profiles-domain-missing")]),
    )


def _of_names(profiles: StudyProfiles, *, names_per_group: int, least: int) -> Iterator[Finding]:
    if profiles.majority == profiles.minority:
        yield Finding(path="majority", code="profiles-same-group", facts={"group": profiles.majority})
        return
    names = measured_names(profiles)
    chosen = {sex: profiles.of(sex) for sex in SEXES}
    if not any(one.majority or one.minority for one in chosen.values()):
        yield Finding(path="names", code="profiles-names-missing")
    for sex, one in chosen.items():
        if not one.majority and not one.minority:
            continue
        for group, full in ((profiles.majority, one.majority), (profiles.minority, one.minority)):
            path, facts = f"names.{sex}.{group}", Facts(sex=sex, group=group, chosen=len(full))
            known = {name.full: name for name in names.of(group, sex)}
            for name in full:
                if name not in known:
                    yield Finding(path=path, code="profiles-name-unknown", facts={"name": name, "group": group})
                else:
                    yield from _of_recognition(known[name], path, second_cue=profiles.second_cue)
            if len(full) < max(least, names_per_group):
                facts |= {"least": max(least, names_per_group)}
                yield Finding(path=path, code="profiles-names-fewer", facts=facts)
            elif len(full) > names_per_group > 0:
                facts |= {"registered": names_per_group}
                yield Finding(path=path, code="profiles-names-more", level="warning", facts=facts)


def _of_recognition(name: Name, path: str, *, second_cue: bool) -> Iterator[Finding]:
    if name.recognition is None:
        yield Finding(path=path, code="profiles-name-not-measured", level="warning", facts={"name": name.full})
    elif recognised_by(name.recognition) is None and not second_cue and name.group != "dutch":
        yield Finding(path=path, code="profiles-name-weak", level="warning", facts={"name": name.full})


def _of_words(profiles: StudyProfiles, sectors: Sequence[str]) -> Iterator[Finding]:
    for word in GENERAL_WORDS:
        if not profiles.words.get(word, "").strip():
            yield Finding(path=f"words.{word}", code="profiles-word-missing", facts={"word": word})
    for sector in sectors:
        for word in SECTOR_WORDS:
            if not profiles.sector_words.get(sector, {}).get(word, "").strip():
                facts: Facts = {"word": word, "sector": sector}
                yield Finding(path=f"sector_words.{sector}.{word}", code="profiles-sector-word-missing", facts=facts)


def _of_senders(profiles: StudyProfiles, labels: Sequence[str]) -> Iterator[Finding]:
    known = {one.label: one for one in profiles.senders}
    phones: dict[str, str] = {}
    for label in labels:
        sender = known.get(label, Sender(label=label))
        path, facts = f"senders.{label}", Facts(sender=label)
        phone = plain_phone(sender.phone)
        if not sender.phone.strip():
            yield Finding(path=path, code="profiles-phone-missing", facts=facts)
        elif not _PHONE.fullmatch(phone):
            yield Finding(path=path, code="profiles-phone-unreadable", facts=facts)
        elif phone in phones:
            yield Finding(path=path, code="profiles-phone-twice", facts={**facts, "other": phones[phone]})
        phones.setdefault(phone, label)
        left = _PARTS.sub("x", sender.mailbox)
        if not re.search(r"\{(first|surname)\}", sender.mailbox) or not re.fullmatch(
            r"[a-z0-9]+([._-][a-z0-9]+)*", left
        ):
            yield Finding(
                path=path, code="profiles-mailbox-unreadable", facts={**facts, "mailbox": sender.mailbox[:60]}
            )


def _of_templates(profiles: StudyProfiles) -> Iterator[Finding]:
    if len(profiles.chosen_templates()) < 2:
        facts: Facts = {"number": len(profiles.chosen_templates())}
        yield Finding(path="templates", code="profiles-templates-few", facts=facts)


def _plain(part: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded(part))


def names_by_full(names: NameList) -> Mapping[str, Name]:
    """The names by what stands on a letter."""
    return {one.full: one for one in names.entries}
