-- A study from its draft to its report. What may happen in which state is one table in testing_lab.fieldwork.study_states.

create table lab.study (
    study_id uuid constraint study_pkey primary key default gen_random_uuid(),
    name text not null constraint study_name_length check (length(name) between 1 and 200),
    state text not null default 'draft' constraint study_state_known check (state in ('draft', 'registered', 'running',
        'stopped', 'closed', 'coded', 'unblinded', 'analysed', 'archived')),
    protocol jsonb not null,
    version integer not null default 1,
    created_by uuid not null constraint study_account_fkey references lab.account,
    created_at timestamptz not null default now(),
    fieldwork_ended_at timestamptz,
    inbox jsonb
);
comment on table lab.study is 'A study: its protocol as it stands, and where it is in its life.';
comment on column lab.study.protocol is 'The draft; from registration on the protocol of the last link of the chain.';
comment on column lab.study.version is 'Counts saves of the draft: whoever saves over a newer one is told so.';
comment on column lab.study.fieldwork_ended_at is 'When the study was closed: the days until deletion count from here.';
comment on column lab.study.inbox is 'How far the mailbox of replies on the mail server was read.';
comment on constraint study_pkey on lab.study is 'Prevents two rows for one study; serves the look-up by study_id.';
comment on constraint study_name_length on lab.study is 'Prevents empty and endless names.';
comment on constraint study_state_known on lab.study is 'Prevents a state outside the life of a study.';
comment on constraint study_account_fkey on lab.study is
    'Prevents a study that names an account that is not there; the account cannot go while it stands.';
create unique index study_name_unique on lab.study (lower(name));
comment on index lab.study_name_unique is 'Prevents two studies that people cannot tell apart.';

create table lab.study_member (
    study_id uuid not null constraint study_member_study_fkey references lab.study on delete cascade,
    account_id uuid not null constraint study_member_account_fkey references lab.account,
    task text not null constraint study_member_task_known check (task in ('lead', 'field', 'coder')),
    constraint study_member_pkey primary key (study_id, account_id)
);
comment on table lab.study_member is
    'Who works on a study, with one task each: whoever sees who applied cannot also code the replies blind.';
comment on constraint study_member_study_fkey on lab.study_member is
    'Prevents a task in a study that is not there; it goes when the study goes.';
comment on constraint study_member_account_fkey on lab.study_member is
    'Prevents a task of an account that is not there; the account cannot go while it stands.';
comment on constraint study_member_task_known on lab.study_member is 'Prevents a task that no permission knows.';
comment on constraint study_member_pkey on lab.study_member is
    'Prevents two tasks of one person in a study, so that coding stays blind; serves every permission.';
create index study_member_account on lab.study_member (account_id);
comment on index lab.study_member_account is 'Serves the list of studies of one person.';

-- Gates and registration -------------------------------------------------------------------------------------

create table lab.gate_tick (
    study_id uuid not null constraint gate_tick_study_fkey references lab.study on delete cascade,
    gate text not null,
    person text not null,
    ticked_on date not null,
    evidence text not null constraint gate_tick_evidence_some check (length(btrim(evidence)) > 0),
    account_id uuid not null constraint gate_tick_account_fkey references lab.account,
    constraint gate_tick_pkey primary key (study_id, gate)
);
comment on table lab.gate_tick is 'A named person says that a gate is passed, and what proves it.';
comment on constraint gate_tick_study_fkey on lab.gate_tick is
    'Prevents a tick in a study that is not there; it goes when the study goes.';
comment on constraint gate_tick_evidence_some on lab.gate_tick is 'Prevents a gate that is passed without evidence.';
comment on constraint gate_tick_account_fkey on lab.gate_tick is
    'Prevents a tick by an account that is not there; the account cannot go while it stands.';
comment on constraint gate_tick_pkey on lab.gate_tick is
    'Prevents two ticks of one gate; serves the look-up by study_id and gate.';

create table lab.registration (
    study_id uuid not null constraint registration_study_fkey references lab.study,
    number integer not null constraint registration_number_range check (number >= 0),
    document jsonb not null,
    hash text not null,
    account_id uuid not null constraint registration_account_fkey references lab.account,
    at timestamptz not null default now(),
    constraint registration_pkey primary key (study_id, number)
);
comment on table lab.registration is
    'The registration of a protocol (number 0) and its amendments: each carries the hash of the one before.';
comment on constraint registration_study_fkey on lab.registration is
    'Prevents a link of a study that is not there; a registered study cannot go.';
comment on constraint registration_number_range on lab.registration is 'Prevents a link before the registration.';
comment on constraint registration_account_fkey on lab.registration is
    'Prevents a link by an account that is not there; the account cannot go while it stands.';
comment on constraint registration_pkey on lab.registration is
    'Prevents two amendments with one number; serves the chain of a study.';
create trigger registration_append_only before update or delete or truncate on lab.registration
    for each statement execute function lab.refuse_change('registration_append_only');
comment on trigger registration_append_only on lab.registration is 'Refuses every change of what was registered.';

-- Frame ------------------------------------------------------------------------------------------------------

create table lab.frame_entry (
    study_id uuid not null constraint frame_entry_study_fkey references lab.study on delete cascade,
    number integer not null constraint frame_entry_number_range check (number >= 1),
    entry_id text not null,
    entry jsonb,
    stratum text not null,
    size_class text,
    file_name text not null,
    imported_at timestamptz not null default now(),
    turn integer,
    constraint frame_entry_pkey primary key (study_id, number),
    constraint frame_entry_id_unique unique (study_id, entry_id)
);
comment on table lab.frame_entry is
    'A vacancy that can be drawn. The number is its pseudonym everywhere else: this table is the key file of a study.';
comment on column lab.frame_entry.entry is
    'Who and where (testing_lab.frame.entries.FrameEntry); null once the key file has been deleted on its date.';
comment on column lab.frame_entry.stratum is 'The sector: here too, since the strata outlive the entry.';
comment on column lab.frame_entry.size_class is 'The size, for the same reason; null: not known.';
comment on column lab.frame_entry.turn is 'Place in the drawn sample, from 1; null: not drawn.';
comment on constraint frame_entry_study_fkey on lab.frame_entry is
    'Prevents an entry of a study that is not there; it goes when the study goes.';
comment on constraint frame_entry_number_range on lab.frame_entry is 'Pseudonyms count from 1.';
comment on constraint frame_entry_pkey on lab.frame_entry is
    'Prevents two vacancies with one pseudonym; serves the look-up by it.';
comment on constraint frame_entry_id_unique on lab.frame_entry is
    'Prevents one vacancy from coming in twice; serves the import of the same file again.';

create table lab.frame_import (
    study_id uuid not null constraint frame_import_study_fkey references lab.study on delete cascade,
    import_id bigint generated always as identity constraint frame_import_pkey primary key,
    file_name text not null,
    outcome jsonb not null,
    account_id uuid not null constraint frame_import_account_fkey references lab.account,
    at timestamptz not null default now()
);
comment on table lab.frame_import is 'A file that was brought into the frame: what became of its rows, and what to look at.';
comment on constraint frame_import_study_fkey on lab.frame_import is
    'Prevents an import in a study that is not there; it goes when the study goes.';
comment on constraint frame_import_pkey on lab.frame_import is 'Prevents two rows with one number.';
comment on constraint frame_import_account_fkey on lab.frame_import is
    'Prevents an import by an account that is not there; the account cannot go while it stands.';
create index frame_import_study on lab.frame_import (study_id, import_id);
comment on index lab.frame_import_study is 'Serves the files of a study, the newest first.';

create table lab.frame_refusal (
    study_id uuid not null constraint frame_refusal_study_fkey references lab.study on delete cascade,
    refusal_id bigint generated always as identity constraint frame_refusal_pkey primary key,
    file_name text not null,
    row_number integer not null,
    cells jsonb not null,
    findings jsonb not null,
    imported_at timestamptz not null default now()
);
comment on table lab.frame_refusal is 'A row that could not be used, as it stood in the file, with every reason.';
comment on constraint frame_refusal_study_fkey on lab.frame_refusal is
    'Prevents a refusal in a study that is not there; it goes when the study goes.';
comment on constraint frame_refusal_pkey on lab.frame_refusal is 'Prevents two rows with one number.';
create index frame_refusal_study on lab.frame_refusal (study_id, refusal_id);
comment on index lab.frame_refusal_study is 'Serves the list of refused rows of a study.';

create table lab.blocked_company (
    blocked_id bigint generated always as identity constraint blocked_company_pkey primary key,
    identity jsonb not null,
    reason text not null constraint blocked_company_reason_some check (length(btrim(reason)) > 0),
    account_id uuid not null constraint blocked_company_account_fkey references lab.account,
    at timestamptz not null default now()
);
comment on table lab.blocked_company is 'A company that is left alone by every study: it complained, or asked for it.';
comment on constraint blocked_company_pkey on lab.blocked_company is 'Prevents two rows with one number.';
comment on constraint blocked_company_reason_some on lab.blocked_company is 'Prevents a block without a reason.';
comment on constraint blocked_company_account_fkey on lab.blocked_company is
    'Prevents a block by an account that is not there; the account cannot go while it stands.';

create table lab.tested_establishment (
    tested_id bigint generated always as identity constraint tested_establishment_pkey primary key,
    identity jsonb not null,
    on_day date not null
);
comment on table lab.tested_establishment is
    'Which establishment had a test on which day, for the cool-down of later studies; it names no study and no outcome.';
comment on constraint tested_establishment_pkey on lab.tested_establishment is 'Prevents two rows with one number.';
create index tested_establishment_day on lab.tested_establishment (on_day);
comment on index lab.tested_establishment_day is 'Serves the removal of what no cool-down asks for any more.';

-- Profiles ---------------------------------------------------------------------------------------------------

create table lab.study_profiles (
    study_id uuid constraint study_profiles_pkey primary key
        constraint study_profiles_study_fkey references lab.study on delete cascade,
    document jsonb not null,
    version integer not null default 1
);
comment on table lab.study_profiles is
    'Names, letters and words of a study (testing_lab.profiles.study_profiles); fixed once the plan is drawn.';
comment on column lab.study_profiles.version is 'Counts saves: whoever saves over a newer one is told so.';
comment on constraint study_profiles_pkey on lab.study_profiles is
    'Prevents two sets of profiles of one study; serves the look-up by study_id.';
comment on constraint study_profiles_study_fkey on lab.study_profiles is
    'Prevents profiles of a study that is not there; they go when the study goes.';

-- Plan and dispatches ----------------------------------------------------------------------------------------

create table lab.plan (
    study_id uuid constraint plan_pkey primary key constraint plan_study_fkey references lab.study on delete cascade,
    sample jsonb not null,
    design jsonb not null,
    hours jsonb not null,
    seed text not null,
    redraws integer not null default 0,
    balance jsonb not null,
    recipe jsonb not null,
    plan_hash text not null,
    letters_hash text not null,
    account_id uuid not null constraint plan_account_fkey references lab.account,
    drawn_at timestamptz not null default now()
);
comment on table lab.plan is 'How the sample and the plan of a study were drawn: everything that replays them.';
comment on column lab.plan.sample is 'Strata as they were drawn, and entries that could not be tested on that day.';
comment on column lab.plan.recipe is 'All that draws the plan again (testing_lab.randomisation.recipe.Recipe).';
comment on column lab.plan.plan_hash is 'SHA-256 of who gets what and when; letters_hash: of all letters and CVs.';
comment on constraint plan_pkey on lab.plan is 'Prevents two plans of one study; serves the look-up by study_id.';
comment on constraint plan_study_fkey on lab.plan is
    'Prevents a plan of a study that is not there; it goes when the study goes.';
comment on constraint plan_account_fkey on lab.plan is
    'Prevents a plan by an account that is not there; the account cannot go while it stands.';

create table lab.dispatch (
    dispatch_id text not null,
    study_id uuid not null constraint dispatch_study_fkey references lab.study on delete cascade,
    number integer not null,
    place smallint not null constraint dispatch_place_range check (place in (1, 2)),
    identity text not null constraint dispatch_identity_known check (identity in ('majority', 'minority')),
    template text not null,
    sender text not null,
    name text not null,
    quality text not null,
    composition text not null,
    application jsonb,
    due_at timestamptz not null,
    state text not null default 'planned' constraint dispatch_state_known check (state in ('planned', 'due', 'sent',
        'replied', 'unanswered', 'withdrawn', 'undeliverable', 'detected', 'stopped')),
    token text not null,
    from_address text not null,
    sent_at timestamptz,
    sent_how text constraint dispatch_sent_how_known check (sent_how in ('smtp', 'hand')),
    sent_by uuid constraint dispatch_account_fkey references lab.account,
    message_id text,
    trouble jsonb,
    constraint dispatch_pkey primary key (study_id, dispatch_id),
    constraint dispatch_entry_fkey foreign key (study_id, number) references lab.frame_entry (study_id, number),
    constraint dispatch_place_unique unique (study_id, number, place),
    constraint dispatch_token_unique unique (token),
    constraint dispatch_sent_whole check ((sent_at is null) = (sent_how is null))
);
comment on table lab.dispatch is 'One application of the plan: what chance gave it, when it is due, and how it went.';
comment on column lab.dispatch.number is 'The pseudonym of the vacancy.';
comment on column lab.dispatch.application is 'Letter and CV as they are sent; null once deleted on their date.';
comment on column lab.dispatch.token is 'Unguessable part of the address that replies come to.';
comment on column lab.dispatch.trouble is 'Why the last try to send it came to nothing.';
comment on constraint dispatch_pkey on lab.dispatch is
    'Prevents two dispatches with one id; serves the look-up within a study.';
comment on constraint dispatch_study_fkey on lab.dispatch is
    'Prevents a dispatch of a study that is not there; it goes when the study goes.';
comment on constraint dispatch_entry_fkey on lab.dispatch is 'Prevents a dispatch to a vacancy that is not in the frame.';
comment on constraint dispatch_place_range on lab.dispatch is 'Prevents a third application to a vacancy.';
comment on constraint dispatch_place_unique on lab.dispatch is
    'Prevents two applications in one place of the order; serves the pair of a vacancy.';
comment on constraint dispatch_identity_known on lab.dispatch is 'Prevents an applicant that no analysis knows.';
comment on constraint dispatch_state_known on lab.dispatch is 'Prevents a state outside the life of a dispatch.';
comment on constraint dispatch_sent_how_known on lab.dispatch is 'Prevents a way of sending that no page can show.';
comment on constraint dispatch_account_fkey on lab.dispatch is
    'Prevents a dispatch sent by an account that is not there; the account cannot go while it stands.';
comment on constraint dispatch_token_unique on lab.dispatch is 'Prevents a reply that belongs to two dispatches.';
comment on constraint dispatch_sent_whole on lab.dispatch is 'Prevents a dispatch that was sent in no way.';
create index dispatch_due on lab.dispatch (study_id, due_at);
comment on index lab.dispatch_due is 'Serves the work list.';

create table lab.reply (
    reply_id uuid constraint reply_pkey primary key default gen_random_uuid(),
    study_id uuid not null constraint reply_study_fkey references lab.study on delete cascade,
    dispatch_id text,
    fingerprint text not null,
    kind text not null constraint reply_kind_known check (kind in ('reply', 'automatic', 'bounce', 'call', 'letter')),
    how jsonb not null,
    received_at timestamptz not null,
    message jsonb,
    redacted text,
    recorded_by uuid constraint reply_account_fkey references lab.account,
    recorded_at timestamptz not null default now(),
    positive boolean,
    constraint reply_fingerprint_unique unique (study_id, fingerprint),
    constraint reply_dispatch_fkey foreign key (study_id, dispatch_id) references lab.dispatch (study_id, dispatch_id)
);
comment on table lab.reply is 'What a company sent or said. Without a dispatch: a person decides where it belongs.';
comment on column lab.reply.how is 'By which rules it was matched, or which dispatches it might belong to.';
comment on column lab.reply.message is 'The reply itself; null once deleted on its date.';
comment on column lab.reply.redacted is 'What coders see; null once deleted on its date.';
comment on column lab.reply.positive is 'Said by the fieldworker, for the withdrawal clock alone: coders never see it.';
comment on constraint reply_pkey on lab.reply is 'Prevents two rows for one reply; serves the look-up by reply_id.';
comment on constraint reply_study_fkey on lab.reply is
    'Prevents a reply in a study that is not there; it goes when the study goes.';
comment on constraint reply_kind_known on lab.reply is 'Prevents a kind of reply that no page can show.';
comment on constraint reply_account_fkey on lab.reply is
    'Prevents a reply recorded by an account that is not there; the account cannot go while it stands.';
comment on constraint reply_fingerprint_unique on lab.reply is
    'Prevents one message from coming in twice; serves the import of the same mailbox again.';
comment on constraint reply_dispatch_fkey on lab.reply is 'Prevents a reply to a dispatch that is not in the study.';
create index reply_dispatch on lab.reply (study_id, dispatch_id);
comment on index lab.reply_dispatch is 'Serves the replies of a dispatch.';

create table lab.withdrawal (
    study_id uuid not null,
    dispatch_id text not null,
    sent_at timestamptz not null,
    sent_how text not null constraint withdrawal_sent_how_known check (sent_how in ('smtp', 'hand')),
    account_id uuid not null constraint withdrawal_account_fkey references lab.account,
    constraint withdrawal_pkey primary key (study_id, dispatch_id),
    constraint withdrawal_dispatch_fkey foreign key (study_id, dispatch_id)
        references lab.dispatch (study_id, dispatch_id) on delete cascade
);
comment on table lab.withdrawal is 'The polite withdrawal of an application; its text is that of the protocol.';
comment on constraint withdrawal_pkey on lab.withdrawal is
    'Prevents two withdrawals of one application; serves the withdrawal clock.';
comment on constraint withdrawal_dispatch_fkey on lab.withdrawal is
    'Prevents a withdrawal of a dispatch that is not there; it goes when the dispatch goes.';
comment on constraint withdrawal_sent_how_known on lab.withdrawal is 'Prevents a way of sending that no page can show.';
comment on constraint withdrawal_account_fkey on lab.withdrawal is
    'Prevents a withdrawal by an account that is not there; the account cannot go while it stands.';

create table lab.complaint (
    complaint_id bigint generated always as identity constraint complaint_pkey primary key,
    study_id uuid not null,
    number integer not null,
    received_on date not null,
    words text not null constraint complaint_words_some check (length(btrim(words)) > 0),
    account_id uuid not null constraint complaint_account_fkey references lab.account,
    at timestamptz not null default now(),
    constraint complaint_entry_fkey foreign key (study_id, number)
        references lab.frame_entry (study_id, number) on delete cascade
);
comment on table lab.complaint is 'A company complains: its part of the study ends, and it is left alone from then on.';
comment on constraint complaint_pkey on lab.complaint is 'Prevents two rows with one number.';
comment on constraint complaint_entry_fkey on lab.complaint is
    'Prevents a complaint of a company that is not in the frame; it goes when the entry goes.';
comment on constraint complaint_words_some on lab.complaint is 'Prevents a complaint that says nothing.';
comment on constraint complaint_account_fkey on lab.complaint is
    'Prevents a complaint recorded by an account that is not there; the account cannot go while it stands.';
create index complaint_entry on lab.complaint (study_id, number);
comment on index lab.complaint_entry is 'Serves the complaints of a study.';

-- Results and deletion ---------------------------------------------------------------------------------------

create table lab.analysis (
    analysis_id bigint generated always as identity constraint analysis_pkey primary key,
    study_id uuid not null constraint analysis_study_fkey references lab.study on delete cascade,
    kind text not null constraint analysis_kind_known check (kind in ('registered', 'exploratory')),
    document jsonb not null,
    account_id uuid not null constraint analysis_account_fkey references lab.account,
    at timestamptz not null default now()
);
comment on table lab.analysis is 'Results of a study: by the registered plan, or marked as exploratory.';
comment on constraint analysis_pkey on lab.analysis is 'Prevents two rows with one number.';
comment on constraint analysis_study_fkey on lab.analysis is
    'Prevents results of a study that is not there; they go when the study goes.';
comment on constraint analysis_kind_known on lab.analysis is 'Prevents results that are neither registered nor exploratory.';
comment on constraint analysis_account_fkey on lab.analysis is
    'Prevents results by an account that is not there; the account cannot go while it stands.';
create unique index analysis_registered_unique on lab.analysis (study_id) where kind = 'registered';
comment on index lab.analysis_registered_unique is 'Prevents a second registered analysis of one study.';
create index analysis_study on lab.analysis (study_id, analysis_id);
comment on index lab.analysis_study is 'Serves the results of a study.';

create table lab.deletion (
    deletion_id bigint generated always as identity constraint deletion_pkey primary key,
    study_id uuid not null constraint deletion_study_fkey references lab.study,
    kind text not null constraint deletion_kind_known check (kind in ('replies', 'key')),
    rows_deleted integer not null,
    at timestamptz not null default now()
);
comment on table lab.deletion is 'The log of what was deleted on its date: raw replies, and the key file.';
comment on constraint deletion_pkey on lab.deletion is 'Prevents two rows with one number.';
comment on constraint deletion_study_fkey on lab.deletion is 'Prevents a deletion in a study that is not there.';
comment on constraint deletion_kind_known on lab.deletion is 'Prevents a kind of record that no page can show.';
create index deletion_study on lab.deletion (study_id, deletion_id);
comment on index lab.deletion_study is 'Serves the deletion log of a study.';
