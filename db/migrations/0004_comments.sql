-- What each table, constraint and trigger of migrations 1 and 2 is for (those that did not say so). Later migrations carry their own.
comment on table placement.account is
    'A person who may sign in. Roles stand in account_role; nobody is removed while a decision names them.';
comment on constraint account_language_known on placement.account is
    'Prevents a language that the catalogue does not have.';
comment on constraint account_pkey on placement.account is
    'Prevents two rows for one account; serves the look-up by account_id.';
comment on constraint account_sign_in_name_length on placement.account is 'Prevents empty and endless sign-in names.';
comment on constraint account_programme_account_fkey on placement.account_programme is
    'Prevents a programme of an account that names an account that is not there; it goes when the account goes.';
comment on constraint account_programme_crebo_form on placement.account_programme is 'A crebo code has five digits.';
comment on constraint account_programme_pkey on placement.account_programme is
    'Prevents two rows for one programme of an account; serves the look-up by account_id and crebo.';
comment on table placement.account_role is
    'What an account may do; a researcher holds no role of the placing half (kept by api.services).';
comment on constraint account_role_account_fkey on placement.account_role is
    'Prevents a role of an account that names an account that is not there; it goes when the account goes.';
comment on constraint account_role_known on placement.account_role is 'Prevents a role that no permission knows.';
comment on constraint account_role_pkey on placement.account_role is
    'Prevents two rows for one role of an account; serves the look-up by account_id and role.';
comment on table placement.company is 'A training company (leerbedrijf), shared by all rounds.';
comment on constraint company_kvk_form on placement.company is 'A KvK number has eight digits.';
comment on constraint company_pkey on placement.company is
    'Prevents two rows for one company; serves the look-up by company_id.';
comment on table placement.decision is
    'What a person decided about a student of a run: accept the proposal, or override it with a reason.';
comment on constraint decision_account_fkey on placement.decision is
    'Prevents a decision that names an account that is not there; the account cannot go while it stands.';
comment on constraint decision_kind_known on placement.decision is
    'Prevents a kind of decision that no page can show.';
comment on constraint decision_override_reason on placement.decision is
    'Prevents an override without a reason of at least ten characters.';
comment on constraint decision_pkey on placement.decision is
    'Prevents two rows for one decision; serves the look-up by decision_id.';
comment on constraint decision_run_fkey on placement.decision is
    'Prevents a decision that names a run that is not there; it goes when the run goes.';
comment on constraint equivalent_programme_crebo_form on placement.equivalent_programme is
    'A crebo code has five digits.';
comment on constraint equivalent_programme_equivalent_form on placement.equivalent_programme is
    'A crebo code has five digits.';
comment on constraint equivalent_programme_pkey on placement.equivalent_programme is
    'Prevents two rows for one equivalence; serves the look-up by crebo and equivalent_crebo.';
comment on table placement.establishment is
    'A place of work of a company: recognitions belong to it, offers come from it.';
comment on constraint establishment_company_fkey on placement.establishment is
    'Prevents an establishment that names a company that is not there; it goes when the company goes.';
comment on constraint establishment_pkey on placement.establishment is
    'Prevents two rows for one establishment; serves the look-up by establishment_id.';
comment on constraint establishment_postcode4_form on placement.establishment is
    'The four digits of a Dutch postcode; the first is never 0.';
comment on constraint establishment_unique on placement.establishment is
    'Prevents one establishment from being stored twice by two imports.';
comment on trigger event_append_only on placement.event is
    'Refuses every change of an event, and emptying the table.';
comment on constraint event_hash_unique on placement.event is 'Prevents one event from standing in the chain twice.';
comment on constraint event_pkey on placement.event is
    'Prevents two rows for one event; serves the look-up by event_number.';
comment on constraint idempotency_key_account_fkey on placement.idempotency_key is
    'Prevents an answer to a key that names an account that is not there; it goes when the account goes.';
comment on constraint idempotency_key_length on placement.idempotency_key is 'Prevents empty and endless keys.';
comment on constraint idempotency_key_pkey on placement.idempotency_key is
    'Prevents two rows for one answer to a key; serves the look-up by account_id and key.';
comment on table placement.import_file is 'An uploaded file between preview and apply, with what was found in it.';
comment on constraint import_file_account_fkey on placement.import_file is
    'Prevents an import that names an account that is not there; the account cannot go while it stands.';
comment on constraint import_file_kind_known on placement.import_file is
    'Prevents a kind of file that has no reader.';
comment on constraint import_file_pkey on placement.import_file is
    'Prevents two rows for one import; serves the look-up by import_id.';
comment on constraint import_file_round_fkey on placement.import_file is
    'Prevents an import that names a round that is not there; it goes when the round goes.';
comment on constraint import_file_state_known on placement.import_file is
    'Prevents a state outside the life of an import.';
comment on table placement.match_run is
    'A run of the matcher: frozen instance and policy in, report and certificate out.';
comment on constraint match_run_account_fkey on placement.match_run is
    'Prevents a run that names an account that is not there; the account cannot go while it stands.';
comment on constraint match_run_finished_whole on placement.match_run is
    'Prevents a finished run without its report and certificate: it finishes whole or not at all.';
comment on constraint match_run_number_unique on placement.match_run is
    'Prevents two runs of a round with one number; serves the list of its runs.';
comment on constraint match_run_pkey on placement.match_run is
    'Prevents two rows for one run; serves the look-up by run_id.';
comment on constraint match_run_progress_range on placement.match_run is 'Progress is a share of the work.';
comment on constraint match_run_round_fkey on placement.match_run is
    'Prevents a run that names a round that is not there; it goes when the round goes.';
comment on constraint match_run_state_known on placement.match_run is 'Prevents a state outside the life of a run.';
comment on table placement.offer is 'Places of one kind at one establishment in one round.';
comment on constraint offer_crebos_some on placement.offer is 'Prevents an offer that is for nobody.';
comment on constraint offer_days_range on placement.offer is 'A school week has one to five days.';
comment on constraint offer_establishment_fkey on placement.offer is
    'Prevents an offer that names an establishment that is not there; it stays when the establishment goes.';
comment on constraint offer_id_length on placement.offer is 'Prevents empty and endless offer ids.';
comment on constraint offer_id_unique on placement.offer is
    'Prevents one offer id for two offers of a round; serves the import, which updates by it.';
comment on constraint offer_learning_path_known on placement.offer is 'BOL, BBL, or empty for either.';
comment on constraint offer_period on placement.offer is 'Prevents a period that ends before it starts.';
comment on constraint offer_pkey on placement.offer is
    'Prevents two rows for one offer; serves the look-up by offer_uid.';
comment on constraint offer_places_range on placement.offer is
    'Prevents negative places, and slips of a few zeros too many.';
comment on constraint offer_postcode4_form on placement.offer is
    'The four digits of a Dutch postcode; the first is never 0.';
comment on constraint offer_round_fkey on placement.offer is
    'Prevents an offer that names a round that is not there; it goes when the round goes.';
comment on constraint offer_status_known on placement.offer is
    'Prevents a status that the eligibility rule does not know.';
comment on table placement.placement is 'A student at an offer, from decision to end; the live ones hold a place.';
comment on constraint placement_decision_fkey on placement.placement is
    'Prevents a placement that names a decision that is not there; it stays when the decision goes.';
comment on constraint placement_offer_fkey on placement.placement is
    'Prevents a placement that names an offer that is not there; it goes when the offer goes.';
comment on constraint placement_pkey on placement.placement is
    'Prevents two rows for one placement; serves the look-up by placement_id.';
comment on constraint placement_status_known on placement.placement is
    'Prevents a status outside the life of a placement.';
comment on constraint placement_student_fkey on placement.placement is
    'Prevents a placement that names a student that is not there; it goes when the student goes.';
comment on table placement.placement_round is 'A stageperiode of some programmes: its students, offers and runs.';
comment on constraint placement_round_account_fkey on placement.placement_round is
    'Prevents a round that names an account that is not there; it stays, without a name, when the account goes.';
comment on constraint placement_round_name_length on placement.placement_round is 'Prevents empty and endless names.';
comment on constraint placement_round_period on placement.placement_round is
    'Prevents a round that ends before it starts.';
comment on constraint placement_round_pkey on placement.placement_round is
    'Prevents two rows for one round; serves the look-up by round_id.';
comment on table placement.preference is 'An offer that a student named, with its rank; equal ranks are ties.';
comment on constraint preference_offer_fkey on placement.preference is
    'Prevents a preference that names an offer that is not there; it goes when the offer goes.';
comment on constraint preference_pkey on placement.preference is
    'Prevents two rows for one preference; serves the look-up by student_id and offer_uid.';
comment on constraint preference_rank_range on placement.preference is 'The most wanted offer has rank 1.';
comment on constraint preference_student_fkey on placement.preference is
    'Prevents a preference that names a student that is not there; it goes when the student goes.';
comment on table placement.programme is 'An education by crebo, as far as its name or level is known.';
comment on constraint programme_crebo_form on placement.programme is 'A crebo code has five digits.';
comment on constraint programme_level_range on placement.programme is 'The mbo has levels 1 to 4.';
comment on constraint programme_pkey on placement.programme is
    'Prevents two rows for one programme; serves the look-up by crebo.';
comment on constraint proposal_pkey on placement.proposal is
    'Prevents two rows for one proposal; serves the look-up by run_id and student_number.';
comment on constraint proposal_reason_when_unplaced on placement.proposal is
    'Prevents a student without a place and without a reason, or with both.';
comment on constraint proposal_run_fkey on placement.proposal is
    'Prevents a proposal that names a run that is not there; it goes when the run goes.';
comment on constraint rate_limit_pkey on placement.rate_limit is
    'Prevents two rows for one counter; serves the look-up by bucket and window_start.';
comment on constraint recognition_crebo_form on placement.recognition is 'A crebo code has five digits.';
comment on constraint recognition_establishment_fkey on placement.recognition is
    'Prevents a recognition that names an establishment that is not there; it goes when the establishment goes.';
comment on constraint recognition_pkey on placement.recognition is
    'Prevents two rows for one recognition; serves the look-up by establishment_id and crebo.';
comment on function placement.refuse_change() is 'Refuses the change that it is called for.';
comment on constraint sample_review_account_fkey on placement.sample_review is
    'Prevents a review that names an account that is not there; the account cannot go while it stands.';
comment on constraint sample_review_pkey on placement.sample_review is
    'Prevents two rows for one review; serves the look-up by run_id and student_number and reviewed_by.';
comment on constraint sample_review_run_fkey on placement.sample_review is
    'Prevents a review that names a run that is not there; it goes when the run goes.';
comment on table placement.session is 'A signed-in browser; the token itself is known to the browser alone.';
comment on constraint session_account_fkey on placement.session is
    'Prevents a session that names an account that is not there; it goes when the account goes.';
comment on constraint session_pkey on placement.session is
    'Prevents two rows for one session; serves the look-up by token_hash.';
comment on constraint sign_in_failure_pkey on placement.sign_in_failure is
    'Prevents two rows for one count of failures; serves the look-up by name_sha256.';
comment on constraint sign_in_failure_range on placement.sign_in_failure is 'A row stands for at least one failure.';
comment on table placement.student is 'A student who needs a place in one round.';
comment on constraint student_crebo_form on placement.student is 'A crebo code has five digits.';
comment on constraint student_days_range on placement.student is 'A school week has one to five days.';
comment on constraint student_failed_range on placement.student is 'Prevents a negative application burden.';
comment on constraint student_learning_path_known on placement.student is 'BOL, BBL, or empty when not known.';
comment on constraint student_level_range on placement.student is 'The mbo has levels 1 to 4.';
comment on constraint student_number_length on placement.student is 'Prevents empty and endless student numbers.';
comment on constraint student_number_unique on placement.student is
    'Prevents one student number for two students of a round; serves the import, which updates by it.';
comment on constraint student_period on placement.student is 'Prevents a period that ends before it starts.';
comment on constraint student_pkey on placement.student is
    'Prevents two rows for one student; serves the look-up by student_id.';
comment on constraint student_postcode4_form on placement.student is
    'The four digits of a Dutch postcode; the first is never 0.';
comment on constraint student_round_fkey on placement.student is
    'Prevents a student that names a round that is not there; it goes when the round goes.';
comment on constraint student_study_year_range on placement.student is 'The longest programmes last four years.';
comment on constraint student_transport_known on placement.student is
    'Prevents a way to travel that the travel rule cannot time.';
comment on constraint student_travel_range on placement.student is
    'Prevents negative travel times, and minutes typed as seconds.';
