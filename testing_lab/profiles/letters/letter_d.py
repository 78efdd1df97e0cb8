"""Letter D: begins with the wish to learn."""

from __future__ import annotations

from typing import Final

LETTER_D: Final = """\
template D 2026-1
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
  shop_two_years 1 if strong: Ik heb ervaring met werken: twee jaar een baantje in een winkel. Mijn baas vraagt mij om
      anderen te leren hoe het moet.
  stage_before 1 if strong: Ik heb ervaring met stage: vorig jaar was ik tien weken bij een ander bedrijf. Op het eind
      deed ik daar bijna alles alleen.
  shop_start 1 if plain: Ik heb een klein baantje in een winkel, dat is net begonnen. Op zaterdag maak ik daar de
      planken weer vol.
  no_work 1 if plain: Ervaring met werken of stage heb ik nog niet. De buren kunnen mij wel altijd om hulp vragen.
      Dan pas ik op hun kinderen.
dependent work_cv on work free
  two_years 1 if shop_two_years: Baantje in een winkel, 2 jaar. Ook anderen iets leren.
  before 1 if stage_before: Stage bij een ander bedrijf, 10 weken. Veel alleen gewerkt.
  start 1 if shop_start: Baantje in een winkel, net begonnen. Planken vullen.
  none 1 if no_work: Oppassen bij de buren. Geen baantje.
random travel same
  bike_15 1: Ik hoef niet ver te reizen: een kwartier fietsen vanuit {town}.
  bus_30 1: Ik hoef niet lang te reizen: een half uur met de bus vanuit {town}.
random hobby different
  football 1: Sport: voetbal
  running 1: Sport: hardlopen
  cooking 1: Thuis: koken voor iedereen
  music 1: Muziek: ik leer gitaar spelen
random opening free
  good 1: Volgens mij ben ik bij {company} dan aan het goede adres.
  place 1: Ik denk dat {company} daar een goede plek voor is.
random character free
  quick 1: Sterk in: doorwerken en onthouden
  team 1: Sterk in: samenwerken en plannen
letter:
# Ik wil graag stage bij u lopen

{greeting}

Ik wil leren hoe je {learn}. {opening} Daarom vraag ik of ik {period} bij u stage mag lopen.

Ik stel mij even voor. Ik ben {name} en ik ben {age} jaar. Mijn opleiding heet {programme}. Het is {level} en mijn
school is {school}. Ik vind {field} leuk, want je ziet meteen wat je doet. Dingen als {tasks} doe ik het liefst.
Voor school sta ik gemiddeld op een {mark}.

{work} Ik houd van duidelijke taken. Als iets fout gaat, zeg ik dat eerlijk. Ik neem ook graag iets van een ander
aan.

{travel} Ik kan dus elke dag komen. Mag ik een keer langskomen voor een gesprek? Dan vertel ik u meer. U bereikt mij
via {email} of via {phone}.

Hartelijke groeten,

{name}
cv:
# Mijn CV

## Dit ben ik
- {name} ({age} jaar)
- Ik woon in {town}
- Tel. {phone}
- Mailadres {email}

## Dit leer ik
- Opleiding: {programme}, {level}
- School: {school}
- Vooropleiding: {earlier}

## Dit deed ik
- {work_cv}

## Dit kan ik
- {character}
- Talen die ik spreek: {languages}
- {hobby}
"""
