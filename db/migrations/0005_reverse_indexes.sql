create index offer_establishment on placement.offer (establishment_id);
comment on index placement.offer_establishment is 'Serves the offers of an establishment, and its removal.';
create index placement_decision on placement.placement (decision_id);
comment on index placement.placement_decision is 'Serves the placement that came of a decision, and the removal of a run.';
