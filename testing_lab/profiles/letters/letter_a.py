"""Letter A: begins with who the applicant is."""

from __future__ import annotations

from typing import Final

LETTER_A: Final = """\
template A 2026-1
random age same
  17 1: 17
  18 2: 18
  19 1: 19
random quality same
  strong 1:
  plain 1:
dependent mark on quality same
  7_4 1 if strong: 7,4
  7_7 1 if strong: 7,7
  6_3 1 if plain: 6,3
  6_6 1 if plain: 6,6
dependent work on quality same
  shop_two_years 1 if strong: Ik werk al twee jaar op zaterdag in een winkel. Daar help ik klanten en werk ik nieuwe
      collega's in.
  stage_before 1 if strong: Vorig jaar heb ik al een stage gedaan van tien weken. Daar mocht ik na een paar weken veel
      zelf doen.
  shop_start 1 if plain: Ik werk sinds een paar maanden op zaterdag in een winkel. Daar vul ik de vakken en help ik
      soms klanten.
  no_work 1 if plain: Ik heb nog geen stage gedaan. Wel help ik thuis veel en pas ik soms op de kinderen van de buren.
dependent work_cv on work free
  two_years 1 if shop_two_years: Zaterdagbaan in een winkel, al twee jaar: klanten helpen en nieuwe collega's inwerken
  before 1 if stage_before: Stage van tien weken, vorig schooljaar: steeds meer taken zelf doen
  start 1 if shop_start: Zaterdagbaan in een winkel, sinds een paar maanden: vakken vullen
  none 1 if no_work: Oppassen op de kinderen van de buren, af en toe
random travel same
  bike_15 1: Ik woon in {town} en ben met de fiets in een kwartier bij u.
  bus_30 1: Ik woon in {town} en ben met de bus in een half uur bij u.
random hobby different
  football 1: Voetballen met vrienden
  running 1: Hardlopen in het park
  cooking 1: Koken
  music 1: Gitaar spelen
random opening free
  website 1: Op uw website las ik over het werk dat u doet.
  looked 1: Ik heb op uw website gekeken wat u allemaal doet.
random character free
  calm 1: Rustig, op tijd en eerlijk
  helping 1: Behulpzaam, netjes en op tijd
letter:
# Sollicitatie: stage {programme}

{greeting}

Mijn naam is {name} en ik ben {age} jaar. Ik doe de opleiding {programme} ({level}) bij {school}. Voor mijn
opleiding zoek ik een stage {period}. Die stage wil ik graag bij {company} doen.

{opening} Het past goed bij wat ik wil. Ik wil later graag in {field} werken. Op school leer ik nu {tasks}. Dat vind
ik leuk om te doen. Mijn gemiddelde cijfer is op dit moment een {mark}.

{work} Ik kan goed luisteren en ik vraag het als ik iets niet snap. Bij u wil ik vooral leren hoe je {learn}.

{travel} Ik kan op alle dagen van de stage werken. Ik kom graag langs om kennis te maken. U kunt mij bellen op
{phone} of mailen naar {email}.

Met vriendelijke groet,

{name}
cv:
# Curriculum vitae

## Over mij
- Naam: {name}
- Leeftijd: {age} jaar
- Woonplaats: {town}
- Telefoon: {phone}
- E-mail: {email}

## Opleiding
- {programme}, {level}, {school} (nu bezig)
- Daarvoor: {earlier}

## Ervaring
- {work_cv}

## Wie ben ik
- {character}
- Talen: {languages}
- Hobby: {hobby}
"""
