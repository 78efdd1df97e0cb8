-- The offer register (docs/offer-register.md): what companies offer all year round, talks with them, what was agreed,
-- and wishes of a company that the law forbids. A round takes a copy of an offer; what is placed there counts here.
alter table placement.company
    add column merged_into uuid constraint company_merged_fkey references placement.company on delete cascade,
    add constraint company_merged_elsewhere check (merged_into <> company_id);
comment on column placement.company.merged_into is 'The company that this one turned out to be; empty for every other.';
comment on constraint company_merged_fkey on placement.company is
    'Prevents a merge into a company that is not there; the double goes when that company goes.';
comment on constraint company_merged_elsewhere on placement.company is 'Prevents a merge into itself.';
create index company_merged on placement.company (merged_into) where merged_into is not null;
comment on index placement.company_merged is 'Serves the doubles of a company, and its removal.';
create index company_kvk on placement.company (kvk) where kvk is not null;
comment on index placement.company_kvk is 'Serves the search for a company that is entered twice.';
create index company_name_prefix on placement.company (lower(name) text_pattern_ops);
comment on index placement.company_name_prefix is 'Serves the names that are suggested while somebody types.';
create index establishment_postcode4 on placement.establishment (postcode4);
comment on index placement.establishment_postcode4 is 'Serves the search for a company that is entered twice.';

create table placement.contact (
    contact_id uuid constraint contact_pkey primary key default gen_random_uuid(),
    company_id uuid not null constraint contact_company_fkey references placement.company on delete cascade,
    name text not null constraint contact_name_length check (length(name) between 1 and 200),
    job text not null default '',
    phone text not null default '',
    email text not null default '',
    keep_until date not null,
    version integer not null default 1
);
comment on table placement.contact is 'Somebody at a company, with business data alone.';
comment on column placement.contact.keep_until is 'Removed after this day; every talk puts it off.';
comment on constraint contact_pkey on placement.contact is
    'Prevents two rows for one contact; serves the look-up by contact_id.';
comment on constraint contact_company_fkey on placement.contact is
    'Prevents a contact of a company that is not there; it goes when the company goes.';
comment on constraint contact_name_length on placement.contact is 'Prevents empty and endless names.';
create index contact_company on placement.contact (company_id);
comment on index placement.contact_company is 'Serves the contacts of a company, and its removal.';
create index contact_keep_until on placement.contact (keep_until);
comment on index placement.contact_keep_until is 'Serves the removal of contacts whose time has passed.';

create table placement.registered_offer (
    registered_offer_id uuid constraint registered_offer_pkey primary key default gen_random_uuid(),
    number integer not null generated always as identity constraint registered_offer_number_unique unique,
    establishment_id uuid not null
        constraint registered_offer_establishment_fkey references placement.establishment on delete cascade,
    contact_id uuid constraint registered_offer_contact_fkey references placement.contact on delete set null,
    kind text not null constraint registered_offer_kind_known check (kind in
        ('internship', 'apprenticeship', 'work_experience', 'trial_placement', 'taster_day')),
    title text not null constraint registered_offer_title_length check (length(title) between 1 and 200),
    task text not null default '',
    crebos text[] not null default '{}',
    places integer not null constraint registered_offer_places_range check (places between 1 and 1000),
    start_date date,
    end_date date,
    weekdays text[] not null default '{}',
    days_per_week smallint constraint registered_offer_days_range check (days_per_week between 1 and 5),
    hours_per_week smallint constraint registered_offer_hours_range check (hours_per_week between 1 and 60),
    guidance_who text not null constraint registered_offer_guidance_said check (length(guidance_who) between 1 and 200),
    guidance_hours double precision not null
        constraint registered_offer_guidance_range check (guidance_hours > 0 and guidance_hours <= 40),
    requirements jsonb not null default '[]'
        constraint registered_offer_requirements_list check (jsonb_typeof(requirements) = 'array'),
    support_offered text[] not null default '{}',
    pay text not null default '',
    selection text not null default 'direct' constraint registered_offer_selection_known check (selection in
        ('direct', 'profile', 'meeting')),
    source text not null default 'call' constraint registered_offer_source_known check (source in
        ('call', 'visit', 'event', 'mail', 'website', 'other')),
    promises text not null default '',
    recruitment_text text not null default '',
    stage text not null default 'new' constraint registered_offer_stage_known check (stage in
        ('new', 'checked', 'live', 'lapsed')),
    stage_before text constraint registered_offer_stage_before_known check (stage_before in
        ('new', 'checked', 'live', 'lapsed')),
    owner uuid not null constraint registered_offer_owner_fkey references placement.account,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    changed_by uuid not null constraint registered_offer_changed_account_fkey references placement.account,
    changed_at timestamptz not null default now(),
    constraint registered_offer_period check (end_date >= start_date)
);
comment on table placement.registered_offer is
    'What a company offers, in no round or in several. Reserved and filled are counted, never stored.';
comment on column placement.registered_offer.stage_before is 'Where undo goes back to; empty where nothing is to be undone.';
comment on column placement.registered_offer.requirements is 'A list of {text, reason}: what is asked, and why it is needed.';
comment on column placement.registered_offer.version is 'Counts changes; a form that shows an older one is refused.';
comment on constraint registered_offer_pkey on placement.registered_offer is
    'Prevents two rows for one offer; serves the look-up by registered_offer_id.';
comment on constraint registered_offer_number_unique on placement.registered_offer is
    'Prevents one number for two offers; serves the list, the newest first.';
comment on constraint registered_offer_establishment_fkey on placement.registered_offer is
    'Prevents an offer of an establishment that is not there; it goes when the establishment goes.';
comment on constraint registered_offer_contact_fkey on placement.registered_offer is
    'Prevents an offer with a contact who is not there; the offer stays when the contact goes.';
comment on constraint registered_offer_kind_known on placement.registered_offer is 'Prevents a kind that no page can show.';
comment on constraint registered_offer_title_length on placement.registered_offer is 'Prevents empty and endless titles.';
comment on constraint registered_offer_places_range on placement.registered_offer is
    'Prevents an offer of nothing, and slips of a few zeros too many.';
comment on constraint registered_offer_days_range on placement.registered_offer is 'A school week has one to five days.';
comment on constraint registered_offer_hours_range on placement.registered_offer is 'No week of work is longer.';
comment on constraint registered_offer_guidance_said on placement.registered_offer is 'Prevents an offer without guidance.';
comment on constraint registered_offer_guidance_range on placement.registered_offer is 'Guidance is hours a week.';
comment on constraint registered_offer_requirements_list on placement.registered_offer is
    'Prevents requirements that are no list.';
comment on constraint registered_offer_selection_known on placement.registered_offer is
    'Prevents a way to choose that no page can show.';
comment on constraint registered_offer_source_known on placement.registered_offer is
    'Prevents a source that no page can show.';
comment on constraint registered_offer_stage_known on placement.registered_offer is
    'The stages of api/services/register/lifecycle.py.';
comment on constraint registered_offer_stage_before_known on placement.registered_offer is
    'The stages of api/services/register/lifecycle.py.';
comment on constraint registered_offer_owner_fkey on placement.registered_offer is
    'Prevents an offer that nobody looks after; the account cannot go while it stands.';
comment on constraint registered_offer_changed_account_fkey on placement.registered_offer is
    'Prevents a change by nobody; the account cannot go while it stands.';
comment on constraint registered_offer_period on placement.registered_offer is
    'Prevents a period that ends before it starts.';
create index registered_offer_establishment on placement.registered_offer (establishment_id);
comment on index placement.registered_offer_establishment is 'Serves the offers of a company, and its removal.';
create index registered_offer_contact on placement.registered_offer (contact_id) where contact_id is not null;
comment on index placement.registered_offer_contact is 'Serves the removal of a contact.';
create index registered_offer_stage on placement.registered_offer (stage, number desc);
comment on index placement.registered_offer_stage is 'Serves the list of offers in one stage, the newest first.';
create index registered_offer_crebos on placement.registered_offer using gin (crebos);
comment on index placement.registered_offer_crebos is 'Serves the list of offers for one programme.';

alter table placement.offer
    add column registered_offer_id uuid
        constraint offer_registered_fkey references placement.registered_offer on delete set null;
comment on column placement.offer.registered_offer_id is 'The offer of the register that this one is a copy of.';
comment on constraint offer_registered_fkey on placement.offer is
    'Prevents a copy of an offer that is not there; the copy stays when that offer goes.';
create unique index offer_registered_once on placement.offer (round_id, registered_offer_id)
    where registered_offer_id is not null;
comment on index placement.offer_registered_once is 'Prevents two copies of one offer in one round.';
create index offer_registered on placement.offer (registered_offer_id) where registered_offer_id is not null;
comment on index placement.offer_registered is 'Serves the counts of a registered offer.';

create table placement.conversation (
    conversation_id uuid constraint conversation_pkey primary key default gen_random_uuid(),
    company_id uuid not null constraint conversation_company_fkey references placement.company on delete cascade,
    contact_id uuid constraint conversation_contact_fkey references placement.contact on delete set null,
    kind text not null constraint conversation_kind_known check (kind in
        ('call', 'visit', 'event', 'mail', 'website', 'other')),
    held_on date not null,
    note text not null constraint conversation_note_length check (length(note) between 1 and 2000),
    promise text not null default '',
    recorded_by uuid not null constraint conversation_account_fkey references placement.account,
    recorded_at timestamptz not null default now()
);
comment on table placement.conversation is 'A talk with a company, in a few words; nothing about students.';
comment on constraint conversation_pkey on placement.conversation is
    'Prevents two rows for one talk; serves the look-up by conversation_id.';
comment on constraint conversation_company_fkey on placement.conversation is
    'Prevents a talk with a company that is not there; it goes when the company goes.';
comment on constraint conversation_contact_fkey on placement.conversation is
    'Prevents a talk with a contact who is not there; the talk stays when the contact goes.';
comment on constraint conversation_kind_known on placement.conversation is 'Prevents a kind that no page can show.';
comment on constraint conversation_note_length on placement.conversation is 'Prevents empty and endless notes.';
comment on constraint conversation_account_fkey on placement.conversation is
    'Prevents a talk that nobody wrote down; the account cannot go while it stands.';
create index conversation_company on placement.conversation (company_id, held_on desc);
comment on index placement.conversation_company is 'Serves the talks with a company, the last first, and its removal.';
create index conversation_contact on placement.conversation (contact_id) where contact_id is not null;
comment on index placement.conversation_contact is 'Serves the removal of a contact.';
create index conversation_recorded_at on placement.conversation (recorded_at);
comment on index placement.conversation_recorded_at is 'Serves the removal of talks whose time has passed.';

create table placement.next_action (
    action_id uuid constraint next_action_pkey primary key default gen_random_uuid(),
    company_id uuid not null constraint next_action_company_fkey references placement.company on delete cascade,
    registered_offer_id uuid
        constraint next_action_offer_fkey references placement.registered_offer on delete cascade,
    words text not null constraint next_action_words_length check (length(words) between 1 and 300),
    owner uuid not null constraint next_action_owner_fkey references placement.account,
    due_on date not null,
    done_by uuid constraint next_action_done_account_fkey references placement.account,
    done_at timestamptz,
    constraint next_action_done_whole check ((done_by is null) = (done_at is null))
);
comment on table placement.next_action is 'What somebody will do for a company, or about one of its offers, by a day.';
comment on constraint next_action_pkey on placement.next_action is
    'Prevents two rows for one action; serves the look-up by action_id.';
comment on constraint next_action_company_fkey on placement.next_action is
    'Prevents an action for a company that is not there; it goes when the company goes.';
comment on constraint next_action_offer_fkey on placement.next_action is
    'Prevents an action about an offer that is not there; it goes when the offer goes.';
comment on constraint next_action_words_length on placement.next_action is 'Prevents an action that says nothing.';
comment on constraint next_action_owner_fkey on placement.next_action is
    'Prevents an action of nobody; the account cannot go while it stands.';
comment on constraint next_action_done_account_fkey on placement.next_action is
    'Prevents an action done by nobody; the account cannot go while it stands.';
comment on constraint next_action_done_whole on placement.next_action is 'Prevents an end without who and when.';
create index next_action_company on placement.next_action (company_id);
comment on index placement.next_action_company is 'Serves the actions for a company, and its removal.';
create index next_action_offer on placement.next_action (registered_offer_id) where registered_offer_id is not null;
comment on index placement.next_action_offer is 'Serves the actions about an offer, and its removal.';
create index next_action_due on placement.next_action (due_on) where done_at is null;
comment on index placement.next_action_due is 'Serves the list of today.';

create table placement.discriminatory_request (
    request_id uuid constraint discriminatory_request_pkey primary key default gen_random_uuid(),
    number integer not null generated always as identity constraint discriminatory_request_number_unique unique,
    company_id uuid not null
        constraint discriminatory_request_company_fkey references placement.company on delete cascade,
    registered_offer_id uuid
        constraint discriminatory_request_offer_fkey references placement.registered_offer on delete cascade,
    ground text not null constraint discriminatory_request_ground_known check (ground in
        ('religion', 'belief', 'political_opinion', 'race', 'sex', 'nationality', 'sexual_orientation', 'civil_status',
         'disability', 'age', 'working_hours', 'contract_type')),
    channel text not null constraint discriminatory_request_channel_known check (channel in
        ('call', 'visit', 'event', 'mail', 'website', 'other')),
    words text not null constraint discriminatory_request_words_length check (length(words) <= 2000),
    opened_by uuid not null constraint discriminatory_request_opened_account_fkey references placement.account,
    opened_at timestamptz not null default now(),
    outcome text constraint discriminatory_request_outcome_known check (outcome in ('withdrawn', 'kept', 'mistake')),
    closing_words text not null default '',
    closed_by uuid constraint discriminatory_request_closed_account_fkey references placement.account,
    closed_at timestamptz,
    constraint discriminatory_request_closed_whole check (num_nulls(outcome, closed_by, closed_at) in (0, 3))
);
comment on table placement.discriminatory_request is
    'A wish of a company that the law forbids. It blocks its offers; its words reach no run.';
comment on column placement.discriminatory_request.registered_offer_id is 'Empty: the wish is about every offer of the company.';
comment on column placement.discriminatory_request.words is 'What was asked; emptied some time after the end.';
comment on constraint discriminatory_request_pkey on placement.discriminatory_request is
    'Prevents two rows for one case; serves the look-up by request_id.';
comment on constraint discriminatory_request_number_unique on placement.discriminatory_request is
    'Prevents one number for two cases; serves the list, the newest first.';
comment on constraint discriminatory_request_company_fkey on placement.discriminatory_request is
    'Prevents a case about a company that is not there; it goes when the company goes.';
comment on constraint discriminatory_request_offer_fkey on placement.discriminatory_request is
    'Prevents a case about an offer that is not there; it goes when the offer goes.';
comment on constraint discriminatory_request_ground_known on placement.discriminatory_request is
    'The twelve grounds of Dutch equal-treatment law for work.';
comment on constraint discriminatory_request_channel_known on placement.discriminatory_request is
    'Prevents a channel that no page can show.';
comment on constraint discriminatory_request_words_length on placement.discriminatory_request is 'Prevents endless words.';
comment on constraint discriminatory_request_opened_account_fkey on placement.discriminatory_request is
    'Prevents a case that nobody opened; the account cannot go while it stands.';
comment on constraint discriminatory_request_outcome_known on placement.discriminatory_request is
    'Prevents an outcome that no page can show.';
comment on constraint discriminatory_request_closed_account_fkey on placement.discriminatory_request is
    'Prevents a case that nobody closed; the account cannot go while it stands.';
comment on constraint discriminatory_request_closed_whole on placement.discriminatory_request is
    'Prevents an end without outcome, who and when.';
create index discriminatory_request_company on placement.discriminatory_request (company_id);
comment on index placement.discriminatory_request_company is
    'Serves "is this offer blocked", the cases of a company, and its removal.';
create index discriminatory_request_offer on placement.discriminatory_request (registered_offer_id)
    where registered_offer_id is not null;
comment on index placement.discriminatory_request_offer is 'Serves the cases about an offer, and its removal.';

create table placement.request_step (
    step_id uuid constraint request_step_pkey primary key default gen_random_uuid(),
    request_id uuid not null
        constraint request_step_request_fkey references placement.discriminatory_request on delete cascade,
    step text not null constraint request_step_known check (step in
        ('told_not_allowed', 'asked_again', 'told_lead', 'told_sbb', 'reported', 'other')),
    words text not null default '' constraint request_step_words_length check (length(words) <= 2000),
    taken_by uuid not null constraint request_step_account_fkey references placement.account,
    taken_at timestamptz not null default now()
);
comment on table placement.request_step is 'What somebody did in a case.';
comment on constraint request_step_pkey on placement.request_step is
    'Prevents two rows for one step; serves the look-up by step_id.';
comment on constraint request_step_request_fkey on placement.request_step is
    'Prevents a step in a case that is not there; it goes when the case goes.';
comment on constraint request_step_known on placement.request_step is 'Prevents a step that no page can show.';
comment on constraint request_step_words_length on placement.request_step is 'Prevents endless words.';
comment on constraint request_step_account_fkey on placement.request_step is
    'Prevents a step that nobody took; the account cannot go while it stands.';
create index request_step_request on placement.request_step (request_id, taken_at);
comment on index placement.request_step_request is 'Serves the steps of a case in their order, and its removal.';

create view placement.blocked_offer as
select o.offer_uid
from placement.discriminatory_request d
join placement.establishment e on e.company_id = d.company_id
join placement.offer o on o.establishment_id = e.establishment_id
    and (d.registered_offer_id is null or d.registered_offer_id = o.registered_offer_id)
where d.closed_at is null or d.outcome = 'kept';
comment on view placement.blocked_offer is
    'Offers of rounds that a case blocks, whatever their own status: an import cannot open them again.';

create view placement.blocked_registered_offer as
select r.registered_offer_id
from placement.discriminatory_request d
join placement.establishment e on e.company_id = d.company_id
join placement.registered_offer r on r.establishment_id = e.establishment_id
    and (d.registered_offer_id is null or d.registered_offer_id = r.registered_offer_id)
where d.closed_at is null or d.outcome = 'kept';
comment on view placement.blocked_registered_offer is 'Offers of the register that a case blocks.';

create table placement.company_merge (
    merge_id uuid constraint company_merge_pkey primary key default gen_random_uuid(),
    kept_id uuid not null constraint company_merge_kept_fkey references placement.company on delete cascade,
    merged_id uuid not null constraint company_merge_merged_fkey references placement.company on delete cascade,
    moved jsonb not null,
    merged_by uuid not null constraint company_merge_account_fkey references placement.account,
    merged_at timestamptz not null default now(),
    undone_at timestamptz
);
comment on table placement.company_merge is 'A company that was entered twice: what went where, so that it can be undone.';
comment on column placement.company_merge.moved is 'What moved, by table, and what the kept company was called and had.';
comment on constraint company_merge_pkey on placement.company_merge is
    'Prevents two rows for one merge; serves the look-up by merge_id.';
comment on constraint company_merge_kept_fkey on placement.company_merge is
    'Prevents a merge into a company that is not there; it goes when the company goes.';
comment on constraint company_merge_merged_fkey on placement.company_merge is
    'Prevents a merge of a company that is not there; it goes when the company goes.';
comment on constraint company_merge_account_fkey on placement.company_merge is
    'Prevents a merge by nobody; the account cannot go while it stands.';
create index company_merge_kept on placement.company_merge (kept_id);
comment on index placement.company_merge_kept is 'Serves the merges into a company, and its removal.';
create index company_merge_merged on placement.company_merge (merged_id);
comment on index placement.company_merge_merged is 'Serves the removal of a company.';
