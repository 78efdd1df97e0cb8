-- The placing half, in schema `placement` (PLACING is a reserved word of SQL and would need quotes everywhere).
-- Every constraint and index has a name, and a comment that says what it prevents or serves.
create schema placement;
comment on schema placement is 'Operational data of the placing half. The testing lab never reads it, nor the reverse.';

-- People and sessions ---------------------------------------------------------------------------------------

create table placement.account (
    account_id uuid constraint account_pkey primary key default gen_random_uuid(),
    sign_in_name text not null constraint account_sign_in_name_length check (length(sign_in_name) between 3 and 200),
    display_name text not null,
    password_hash text not null,
    totp_secret text,
    language text not null default 'nl' constraint account_language_known check (language in ('nl', 'en')),
    all_programmes boolean not null default false,
    failed_sign_ins integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now()
);
create unique index account_sign_in_name_unique on placement.account (lower(sign_in_name));
comment on index placement.account_sign_in_name_unique is 'Prevents two accounts with one sign-in name; serves sign-in.';

create table placement.account_role (
    account_id uuid not null constraint account_role_account_fkey references placement.account on delete cascade,
    role text not null constraint account_role_known check (role in
        ('coordinator', 'service_point', 'researcher', 'school_lead', 'privacy_officer', 'admin')),
    constraint account_role_pkey primary key (account_id, role)
);

-- Programmes ------------------------------------------------------------------------------------------------

create table placement.programme (
    crebo text constraint programme_pkey primary key constraint programme_crebo_form check (crebo ~ '^[0-9]{5}$'),
    name text not null,
    level smallint constraint programme_level_range check (level between 1 and 4)
);

create table placement.equivalent_programme (
    crebo text not null constraint equivalent_programme_crebo_form check (crebo ~ '^[0-9]{5}$'),
    equivalent_crebo text not null constraint equivalent_programme_equivalent_form check (equivalent_crebo ~ '^[0-9]{5}$'),
    constraint equivalent_programme_pkey primary key (crebo, equivalent_crebo)
);
comment on table placement.equivalent_programme is
    'A student of `crebo` may also train at a company recognised for `equivalent_crebo`. Not symmetric by itself.';

create table placement.account_programme (
    account_id uuid not null constraint account_programme_account_fkey references placement.account on delete cascade,
    crebo text not null constraint account_programme_crebo_form check (crebo ~ '^[0-9]{5}$'),
    constraint account_programme_pkey primary key (account_id, crebo)
);
comment on table placement.account_programme is 'The programmes of a coordinator; account.all_programmes lifts the limit.';

create table placement.session (
    token_hash bytea constraint session_pkey primary key,
    account_id uuid not null constraint session_account_fkey references placement.account on delete cascade,
    csrf_token text not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index session_expires_at on placement.session (expires_at);
comment on index placement.session_expires_at is 'Serves the removal of expired sessions.';

create table placement.rate_limit (
    bucket text not null,
    window_start timestamptz not null,
    hits integer not null,
    constraint rate_limit_pkey primary key (bucket, window_start)
);
comment on table placement.rate_limit is 'Counters per caller and window, shared by all processes.';

-- Rounds, students, offers ----------------------------------------------------------------------------------

create table placement.placement_round (
    round_id uuid constraint placement_round_pkey primary key default gen_random_uuid(),
    name text not null constraint placement_round_name_length check (length(name) between 1 and 200),
    starts_on date not null,
    ends_on date not null,
    created_by uuid constraint placement_round_account_fkey references placement.account on delete set null,
    created_at timestamptz not null default now(),
    constraint placement_round_period check (ends_on >= starts_on)
);
create unique index placement_round_name_unique on placement.placement_round (lower(name));
comment on index placement.placement_round_name_unique is 'Prevents two rounds that people cannot tell apart.';

create table placement.company (
    company_id uuid constraint company_pkey primary key default gen_random_uuid(),
    name text not null,
    training_company_id text,
    kvk text constraint company_kvk_form check (kvk ~ '^[0-9]{8}$')
);
create unique index company_training_company_id_unique on placement.company (training_company_id)
    where training_company_id is not null;
comment on index placement.company_training_company_id_unique is 'Prevents one leerbedrijf-ID under two companies.';
create index company_name on placement.company (lower(name));
comment on index placement.company_name is 'Serves the look-up by name of companies without a leerbedrijf-ID.';

create table placement.establishment (
    establishment_id uuid constraint establishment_pkey primary key default gen_random_uuid(),
    company_id uuid not null constraint establishment_company_fkey references placement.company on delete cascade,
    name text not null default '',
    postcode4 text constraint establishment_postcode4_form check (postcode4 ~ '^[1-9][0-9]{3}$'),
    place text not null default '',
    constraint establishment_unique unique nulls not distinct (company_id, name, postcode4, place)
);

create table placement.recognition (
    establishment_id uuid not null constraint recognition_establishment_fkey
        references placement.establishment on delete cascade,
    crebo text not null constraint recognition_crebo_form check (crebo ~ '^[0-9]{5}$'),
    checked_on date,
    source text not null default 'import',
    constraint recognition_pkey primary key (establishment_id, crebo)
);
comment on table placement.recognition is 'checked_on empty = not verified: the offer stays eligible and is flagged "check".';

create table placement.student (
    student_id uuid constraint student_pkey primary key default gen_random_uuid(),
    round_id uuid not null constraint student_round_fkey references placement.placement_round on delete cascade,
    student_number text not null constraint student_number_length check (length(student_number) between 1 and 40),
    name text not null default '',
    email text not null default '',
    team text not null default '',
    location text not null default '',
    crebo text not null constraint student_crebo_form check (crebo ~ '^[0-9]{5}$'),
    level smallint constraint student_level_range check (level between 1 and 4),
    learning_path text constraint student_learning_path_known check (learning_path in ('BOL', 'BBL')),
    study_year smallint constraint student_study_year_range check (study_year between 1 and 4),
    start_date date,
    end_date date,
    weekdays text[] not null default '{}',
    days_per_week smallint constraint student_days_range check (days_per_week between 1 and 5),
    postcode4 text constraint student_postcode4_form check (postcode4 ~ '^[1-9][0-9]{3}$'),
    place text not null default '',
    transport text constraint student_transport_known check (transport in ('walk', 'bike', 'public_transport', 'car')),
    max_travel_minutes integer constraint student_travel_range check (max_travel_minutes between 0 and 600),
    only_preferences boolean not null default false,
    learning_wishes text[] not null default '{}',
    support_needs text[] not null default '{}',
    failed_applications integer not null default 0 constraint student_failed_range check (failed_applications >= 0),
    locked_offer text,
    forbidden_offers text[] not null default '{}',
    together_with text[] not null default '{}',
    groups jsonb not null default '{}',
    extra jsonb not null default '{}',
    constraint student_number_unique unique (round_id, student_number),
    constraint student_period check (end_date is null or start_date is null or end_date >= start_date)
);
create index student_round_crebo on placement.student (round_id, crebo, student_number);
comment on index placement.student_round_crebo is 'Serves the list of students of a round within the programmes of a coordinator.';
comment on column placement.student.extra is 'Unknown columns of the import, kept as they came; never used in matching.';

create table placement.offer (
    offer_uid uuid constraint offer_pkey primary key default gen_random_uuid(),
    round_id uuid not null constraint offer_round_fkey references placement.placement_round on delete cascade,
    establishment_id uuid constraint offer_establishment_fkey references placement.establishment on delete set null,
    offer_id text not null constraint offer_id_length check (length(offer_id) between 1 and 80),
    places integer not null constraint offer_places_range check (places between 0 and 100000),
    crebos text[] not null constraint offer_crebos_some check (cardinality(crebos) > 0),
    levels smallint[] not null default '{}',
    learning_path text constraint offer_learning_path_known check (learning_path in ('BOL', 'BBL')),
    start_date date,
    end_date date,
    weekdays text[] not null default '{}',
    days_per_week smallint constraint offer_days_range check (days_per_week between 1 and 5),
    postcode4 text constraint offer_postcode4_form check (postcode4 ~ '^[1-9][0-9]{3}$'),
    place text not null default '',
    tags text[] not null default '{}',
    support_offered text[] not null default '{}',
    recognition_checked_on date,
    status text not null default 'open' constraint offer_status_known check (status in ('open', 'closed', 'blocked')),
    extra jsonb not null default '{}',
    constraint offer_id_unique unique (round_id, offer_id),
    constraint offer_period check (end_date is null or start_date is null or end_date >= start_date)
);

create table placement.preference (
    student_id uuid not null constraint preference_student_fkey references placement.student on delete cascade,
    offer_uid uuid not null constraint preference_offer_fkey references placement.offer on delete cascade,
    rank integer not null constraint preference_rank_range check (rank >= 1),
    constraint preference_pkey primary key (student_id, offer_uid)
);
create index preference_offer on placement.preference (offer_uid);
comment on index placement.preference_offer is 'Serves "how many students named this offer".';

-- Import ----------------------------------------------------------------------------------------------------

create table placement.import_file (
    import_id uuid constraint import_file_pkey primary key default gen_random_uuid(),
    round_id uuid not null constraint import_file_round_fkey references placement.placement_round on delete cascade,
    kind text not null constraint import_file_kind_known check (kind in ('students', 'offers', 'equivalents')),
    file_name text not null,
    content bytea not null,
    sha256 text not null,
    state text not null default 'previewed' constraint import_file_state_known
        check (state in ('previewed', 'applied', 'cancelled')),
    report jsonb not null,
    created_by uuid not null constraint import_file_account_fkey references placement.account,
    created_at timestamptz not null default now(),
    applied_at timestamptz
);
create index import_file_round on placement.import_file (round_id, created_at desc);
comment on index placement.import_file_round is 'Serves the list of imports of a round.';

-- Match runs ------------------------------------------------------------------------------------------------

create table placement.match_run (
    run_id uuid constraint match_run_pkey primary key default gen_random_uuid(),
    round_id uuid not null constraint match_run_round_fkey references placement.placement_round on delete cascade,
    number integer not null,
    state text not null default 'queued' constraint match_run_state_known check (state in
        ('queued', 'running', 'finished', 'failed', 'cancelled')),
    policy jsonb not null,
    instance bytea not null,
    input_sha256 text not null,
    programmes text[] not null default '{}',
    students integer not null,
    offers integer not null,
    progress real not null default 0 constraint match_run_progress_range check (progress between 0 and 1),
    stage text not null default 'queued',
    tries integer not null default 0,
    fence bigint not null default 0,
    heartbeat_at timestamptz,
    cancel_requested boolean not null default false,
    error jsonb,
    report jsonb,
    certificate bytea,
    created_by uuid not null constraint match_run_account_fkey references placement.account,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    constraint match_run_number_unique unique (round_id, number),
    constraint match_run_finished_whole check (state <> 'finished' or (report is not null and certificate is not null))
);
comment on column placement.match_run.instance is 'The frozen instance: canonical JSON, gzip; sha256 of the JSON is input_sha256.';
comment on column placement.match_run.programmes is 'Crebos of the students in it: who may see the run, and which part.';
comment on column placement.match_run.fence is 'Fencing token: only the worker that holds the newest one may write.';
create index match_run_unfinished on placement.match_run (heartbeat_at) where state in ('queued', 'running');
comment on index placement.match_run_unfinished is 'Serves the watch over runs whose worker died.';

create table placement.proposal (
    run_id uuid not null constraint proposal_run_fkey references placement.match_run on delete cascade,
    student_number text not null,
    offer_id text,
    rank integer,
    utility integer,
    travel_minutes integer,
    lot_number integer not null,
    reason_code text,
    explanation jsonb not null,
    constraint proposal_pkey primary key (run_id, student_number),
    constraint proposal_reason_when_unplaced check ((offer_id is null) = (reason_code is not null))
);
comment on table placement.proposal is 'One row a student of the run: an offer, or the reason why there is none.';
create index proposal_offer on placement.proposal (run_id, offer_id);
comment on index placement.proposal_offer is 'Serves the list of students proposed for an offer.';

create table placement.sample_review (
    run_id uuid not null constraint sample_review_run_fkey references placement.match_run on delete cascade,
    student_number text not null,
    reviewed_by uuid not null constraint sample_review_account_fkey references placement.account,
    reviewed_at timestamptz not null default now(),
    constraint sample_review_pkey primary key (run_id, student_number, reviewed_by)
);
comment on table placement.sample_review is 'Proposals of the sample that a person has looked at before accepting many (AI Act art. 14).';

create table placement.decision (
    decision_id uuid constraint decision_pkey primary key default gen_random_uuid(),
    run_id uuid not null constraint decision_run_fkey references placement.match_run on delete cascade,
    student_number text not null,
    kind text not null constraint decision_kind_known check (kind in ('accept', 'override')),
    proposed_offer_id text,
    offer_id text,
    reason text not null default '',
    decided_by uuid not null constraint decision_account_fkey references placement.account,
    decided_at timestamptz not null default now(),
    constraint decision_override_reason check (kind <> 'override' or length(trim(reason)) >= 10)
);
create unique index decision_one_a_student on placement.decision (run_id, student_number);
comment on index placement.decision_one_a_student is 'Prevents two decisions about one student in one run.';

create table placement.placement (
    placement_id uuid constraint placement_pkey primary key default gen_random_uuid(),
    student_id uuid not null constraint placement_student_fkey references placement.student on delete cascade,
    offer_uid uuid not null constraint placement_offer_fkey references placement.offer on delete cascade,
    decision_id uuid constraint placement_decision_fkey references placement.decision on delete set null,
    status text not null default 'provisional' constraint placement_status_known check (status in
        ('provisional', 'complete', 'printed', 'definitive', 'ended', 'withdrawn', 'rejected')),
    created_at timestamptz not null default now()
);
create unique index placement_one_live_a_student on placement.placement (student_id)
    where status in ('provisional', 'complete', 'printed', 'definitive');
comment on index placement.placement_one_live_a_student is 'Prevents a student from holding two places at once.';
create index placement_offer on placement.placement (offer_uid);
comment on index placement.placement_offer is 'Serves the count of places taken of an offer.';

-- Accounting ------------------------------------------------------------------------------------------------

create table placement.event (
    event_number bigint constraint event_pkey primary key,
    at timestamptz not null,
    account_id uuid,
    kind text not null,
    subject text not null,
    facts jsonb not null,
    previous_hash bytea not null,
    hash bytea not null constraint event_hash_unique unique
);
comment on table placement.event is 'Append-only, hash-chained: hash = sha256(previous_hash || canonical JSON of the row).';
create index event_subject on placement.event (subject, event_number);
comment on index placement.event_subject is 'Serves the history of one round, run or student.';

create function placement.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are append-only' using constraint = 'event_append_only', errcode = 'restrict_violation';
end $$;
create trigger event_append_only before update or delete or truncate on placement.event
    for each statement execute function placement.refuse_change();

create table placement.idempotency_key (
    account_id uuid not null constraint idempotency_key_account_fkey references placement.account on delete cascade,
    key text not null constraint idempotency_key_length check (length(key) between 1 and 200),
    request_sha256 text not null,
    status integer,
    body bytea,
    created_at timestamptz not null default now(),
    constraint idempotency_key_pkey primary key (account_id, key)
);
comment on table placement.idempotency_key is 'The first answer to a post with this key; a repeat gets the same answer.';
