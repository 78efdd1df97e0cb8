# Vaste plekken, regels van een aanbod, en wat een nieuwe verdeling verandert voor studenten die al een plek hebben.

student-together = Samen met
student-together-must = moet

offer-minimum = Gaat open vanaf { $minimum } studenten
offer-reserve = { $places } eerst voor { $group }
offer-maximum = Hoogstens { $places } voor { $group }
offer-shared = Deelt { $name }: samen hoogstens { $places }
offer-group-programme = opleiding
offer-group-level = niveau
offer-group-learning-path = leerweg
offer-group-study-year = leerjaar
offer-group-team = team
offer-group-location = locatie
offer-group-failed-applications = eerdere afwijzingen
offer-group-support = begeleiding

lock-title = Vaste plek
lock-text = U kunt een plek vastleggen voor deze student. Elke volgende matching laat die plek zoals hij is.
lock-stays = Elke volgende matching laat deze plek zoals hij is.
lock-by = Vastgelegd door
lock-imported = Een ingelezen bestand
lock-wishes = De student noemde: { $offers }
lock-why = Waarom legt u deze plek vast?
lock-button = Leg deze plek vast
lock-undo = Maak de plek weer los
notice-locked = De plek ligt vast.
notice-unlocked = De plek ligt niet meer vast.
form-field-lock-offer-id = Nummer van het aanbod
form-field-lock-reason = Reden
form-field-removal-reason = Reden
field-no-such-offer = Dit aanbod is niet in deze ronde. Controleer het nummer.
conflict-lock-breaks-rule = Aanbod { $offer_id } kan niet vast voor deze student: { $rule }. Verbeter de gegevens, of kies een ander aanbod.
conflict-lock-exceeds-places = Aanbod { $offer_id } heeft { $places ->
    [one] 1 plek
   *[other] { $places } plekken
 }. Die zijn bezet of liggen al vast voor anderen. Kies een ander aanbod.
conflict-student-locked = Voor deze student ligt aanbod { $offer_id } vast. Maak die plek eerst los.
conflict-together-outside = Student { $student } moet samen met student { $other }, en die doet niet mee in deze matching. Laat iemand de matching starten die beide opleidingen ziet, of haal de ! weg bij together_with.

change-title = Deze student heeft al een plek
change-badge = Heeft nu { $offer }
change-before = Had { $offer }
change-has = Heeft nu
change-gets = Dit voorstel
change-look = Verhuist deze student naar een plek die nog bezet is? Bekijk dan alle wijzigingen, en accepteer ze daarna samen met "de rest".
change-text = Accepteert u dit voorstel, dan vervalt de oude plek. Wilt u dat de student zijn plek houdt? Kies dan anders, en kies zijn oude plek.
removal-text = Dit voorstel haalt de plek van de student weg. Dat mag niet één persoon alleen besluiten. Vraag het aan een leidinggevende, met uw reden. Tot die tijd houdt de student zijn plek.
removal-why = Waarom moet deze plek weg?
removal-ask = Vraag om de plek weg te halen
removal-asked = Gevraagd door
removal-waits = Dit wacht op een leidinggevende. Tot die tijd houdt de student zijn plek.
removal-confirm = Ja, haal de plek weg
removal-refuse = Nee, de student houdt de plek
removal-confirmed = Weggehaald door
removal-refused = Geweigerd door
notice-removal-asked = Uw vraag ligt bij een leidinggevende.
notice-removal-confirmed = De plek is weggehaald.
notice-removal-refused = De student houdt de plek.
removals-title = { $count ->
    [one] 1 plek wacht op een tweede persoon
   *[other] { $count } plekken wachten op een tweede persoon
 }
removals-text = Deze matching haalt deze plekken weg. Een leidinggevende bevestigt of weigert dat. Tot die tijd houden de studenten hun plek.
conflict-needs-second-person = Dit voorstel haalt de plek { $offer_id } van de student weg. Dat mag niet één persoon alleen. Vraag het aan een leidinggevende.
conflict-offer-full-rematch = Aanbod { $offer_id } is nu vol. Komt de plek vrij doordat een andere student verhuist? Bekijk dan beide voorstellen, en accepteer ze samen met "de rest".
conflict-no-removal = Er is geen plek om weg te halen: de student heeft die plek niet meer, of er is al besloten.
conflict-removal-answered = Deze vraag is al beantwoord. Laad de pagina opnieuw.
conflict-same-person = U hebt dit zelf gevraagd. Een ander moet het bevestigen.
