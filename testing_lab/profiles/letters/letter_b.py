"""Letter B: begins with the question."""

from __future__ import annotations

from typing import Final

LETTER_B: Final = """\
template B 2026-1
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
  shop_two_years 1 if strong: Naast school heb ik een bijbaan. Ik sta nu twee jaar elke zaterdag in een winkel. Ik leg
      nieuwe mensen uit hoe alles gaat.
  stage_before 1 if strong: Ik heb al eerder stage gelopen, tien weken lang. Al snel kreeg ik daar mijn eigen taken en
      dat ging goed.
  shop_start 1 if plain: Naast school heb ik een bijbaan. Ik sta sinds kort op zaterdag in een winkel. Meestal zet ik
      spullen in het rek.
  no_work 1 if plain: Dit wordt mijn eerste stage. Een bijbaan heb ik nu niet, maar ik let wel vaak op de kinderen
      hiernaast.
dependent work_cv on work free
  two_years 1 if shop_two_years: Bijbaan in een winkel (zaterdag, twee jaar), met uitleg geven aan nieuwe mensen
  before 1 if stage_before: Eerste stage (tien weken), met eigen taken
  start 1 if shop_start: Bijbaan in een winkel (zaterdag, sinds kort), met rekken vullen
  none 1 if no_work: Op kinderen letten bij mensen in de straat (soms)
random travel same
  bike_15 1: Vanaf mijn huis in {town} is het vijftien minuten fietsen.
  bus_30 1: Vanaf mijn huis in {town} is het dertig minuten met de bus.
random hobby different
  football 1: voetbal
  running 1: hardlopen
  cooking 1: koken en bakken
  music 1: muziek
random opening free
  class 1: In de klas hadden we het over bedrijven in de buurt en toen kwam ik bij u uit.
  search 1: Ik zocht naar bedrijven in de buurt en toen vond ik {company}.
random character free
  careful 1: precies, rustig en vriendelijk
  social 1: vrolijk, sociaal en precies
letter:
# Stage bij {company}

{greeting}

Heeft u {period} nog een plek voor een stagiair? Ik zit op {school} en volg daar {programme} ({level}). {opening}
Daarom stuur ik u deze brief.

Ik heet {name}. Ik ben {age} jaar. Ik heb voor {field} gekozen omdat ik graag met mijn handen en mijn hoofd bezig
ben. In de lessen oefenen we veel. Het gaat dan om {tasks}. Gemiddeld sta ik nu een {mark}.

{work} Ik kom op tijd en ik doe wat ik heb beloofd. Tijdens de stage wil ik zien hoe je in het echt {learn}.

{travel} Dat is goed te doen. Wilt u mij eerst een keer spreken? Dat kan elke dag na school. Mijn nummer is {phone}
en mijn e-mailadres is {email}.

Alvast bedankt voor uw tijd,

{name}
cv:
# CV van {name}

## Gegevens
- Naam: {name}
- Plaats: {town}
- Leeftijd: {age}
- Bellen: {phone}
- Mailen: {email}

## School
- Nu: {school}, {programme}, {level}
- Eerder: {earlier}

## Werk en stage
- {work_cv}

## Verder
- Ik ben {character}
- Ik spreek {languages}
- Na school doe ik aan {hobby}
"""
