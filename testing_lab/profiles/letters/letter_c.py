"""Letter C: begins with the school."""

from __future__ import annotations

from typing import Final

LETTER_C: Final = """\
template C 2026-1
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
  shop_two_years 1 if strong: In het weekend werk ik in een winkel, en dat doe ik nu twee jaar. Als er iemand nieuw is,
      loopt die eerst met mij mee.
  stage_before 1 if strong: Een jaar geleden liep ik tien weken stage. Mijn begeleider liet mij toen steeds vaker
      alleen werken.
  shop_start 1 if plain: In het weekend werk ik in een winkel, maar dat doe ik nog maar kort. Ik zorg dat de schappen
      weer vol zijn.
  no_work 1 if plain: Werken of stage lopen heb ik nog niet gedaan. Ik ben wel vaak oppas bij een gezin in mijn straat.
dependent work_cv on work free
  two_years 1 if shop_two_years: Medewerker winkel, weekend (2 jaar): verkoop, nieuwe mensen op weg helpen
  before 1 if stage_before: Stagiair (10 weken): later ook alleen aan het werk
  start 1 if shop_start: Medewerker winkel, weekend (nog maar kort): schappen vullen
  none 1 if no_work: Oppas bij een gezin in de straat
random travel same
  bike_15 1: U zit dichtbij: vanuit {town} fiets ik er in 15 minuten heen.
  bus_30 1: U bent goed te bereiken: vanuit {town} duurt het met de bus 30 minuten.
random hobby different
  football 1: naar voetbal gaan
  running 1: hardlopen
  cooking 1: koken
  music 1: gitaarles
random opening free
  known 1: Ik ken {company} van langsfietsen en van wat ik op internet las.
  told 1: Iemand uit mijn klas vertelde over {company}, en toen ben ik gaan zoeken op internet.
random character free
  steady 1: Ik geef niet snel op en ik ben netjes
  open 1: Ik ben open en ik werk graag samen
letter:
# Vraag om een stageplaats

{greeting}

Bij {school} ben ik bezig met {programme}, dat is een opleiding op {level}. Daar hoort een stage bij, {period}.
{opening} Het lijkt mij een fijne plek om te leren.

Eerst iets over mijzelf: ik ben {name}, {age} jaar oud. Werken in {field} wil ik al een tijd. Wat ik al een beetje
kan, is {tasks}. Voor mijn vakken haal ik gemiddeld een {mark}.

{work} Ik werk graag samen en ik maak af waar ik aan begin. Van u hoop ik te leren hoe je {learn}.

{travel} Ik hoor graag of u plaats heeft. Bent u benieuwd wie ik ben? Dan maak ik graag een afspraak. Een mail naar
{email} is goed, of een telefoontje naar {phone}.

Groeten van

{name}
cv:
# {name}

## Persoonlijk
- {age} jaar, uit {town}
- Mail: {email}
- Mobiel: {phone}

## Mijn scholen
- {school}: {programme}, {level}
- Voor het mbo: {earlier}

## Al gedaan
- {work_cv}

## Meer over mij
- {character}
- In mijn vrije tijd: {hobby}
- Mijn talen zijn {languages}
"""
