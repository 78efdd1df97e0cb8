-- The testing lab (DESIGN.md §4, §5.4): an island. The schema belongs to the lab's own database role, and no other role
-- gets a right in it. Tables with the names of the placing half have its shape: the SQL about them is written once.
revoke all on schema lab from public;
comment on schema lab is 'The testing lab: studies with fictitious applicants. The placing half never reads it, nor the reverse.';

-- People and sessions ---------------------------------------------------------------------------------------

create table lab.account (
    account_id uuid constraint account_pkey primary key default gen_random_uuid(),
    sign_in_name text not null constraint account_sign_in_name_length check (length(sign_in_name) between 3 and 200),
    display_name text not null,
    password_hash text not null,
    totp_secret text,
    totp_last_step bigint not null default 0,
    language text not null default 'nl' constraint account_language_known check (language in ('nl', 'en')),
    created_at timestamptz not null default now()
);
comment on table lab.account is 'A person of the lab. Nobody has an account here and one in the placing half.';
comment on column lab.account.totp_last_step is
    'Time step of the last code taken: a code works once (RFC 6238, section 5.2).';
comment on constraint account_pkey on lab.account is
    'Prevents two rows for one account; serves the look-up by account_id.';
comment on constraint account_sign_in_name_length on lab.account is 'Prevents empty and endless sign-in names.';
comment on constraint account_language_known on lab.account is 'Prevents a language that the catalogue does not have.';
create unique index account_sign_in_name_unique on lab.account (lower(sign_in_name));
comment on index lab.account_sign_in_name_unique is 'Prevents two accounts with one sign-in name; serves sign-in.';

create table lab.account_role (
    account_id uuid not null constraint account_role_account_fkey references lab.account on delete cascade,
    role text not null constraint account_role_known check (role in ('researcher', 'coder')),
    constraint account_role_pkey primary key (account_id, role)
);
comment on table lab.account_role is
    'What an account may do: a researcher runs studies, a coder codes replies blind.';
comment on constraint account_role_account_fkey on lab.account_role is
    'Prevents a role of an account that is not there; it goes when the account goes.';
comment on constraint account_role_known on lab.account_role is 'Prevents a role that no permission knows.';
comment on constraint account_role_pkey on lab.account_role is
    'Prevents two rows for one role of an account; serves the look-up by account_id and role.';

create view lab.account_in_full as
select a.account_id, a.sign_in_name, a.display_name, a.password_hash, a.totp_secret, a.totp_last_step, a.language,
       false as all_programmes,
       array(select r.role from lab.account_role r where r.account_id = a.account_id order by 1) as roles,
       '{}'::text[] as programmes
from lab.account a;
comment on view lab.account_in_full is 'Who an account is in this half; nobody has programmes here.';

create table lab.session (
    token_hash bytea constraint session_pkey primary key,
    account_id uuid not null constraint session_account_fkey references lab.account on delete cascade,
    csrf_token text not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
comment on table lab.session is 'Who is signed in; the token itself is not stored.';
comment on constraint session_pkey on lab.session is 'Prevents two sessions with one token; serves every request.';
comment on constraint session_account_fkey on lab.session is
    'Prevents a session of an account that is not there; it goes when the account goes.';
create index session_expires_at on lab.session (expires_at);
comment on index lab.session_expires_at is 'Serves the removal of expired sessions.';

create table lab.rate_limit (
    bucket text not null,
    window_start timestamptz not null,
    hits integer not null,
    constraint rate_limit_pkey primary key (bucket, window_start)
);
comment on table lab.rate_limit is 'Counters per caller and window, shared by all processes.';
comment on constraint rate_limit_pkey on lab.rate_limit is 'Prevents two counters for one window; serves counting.';
create index rate_limit_window_start on lab.rate_limit (window_start);
comment on index lab.rate_limit_window_start is 'Serves the removal of windows that have passed.';

create table lab.sign_in_failure (
    name_sha256 bytea constraint sign_in_failure_pkey primary key,
    failures integer not null constraint sign_in_failure_range check (failures >= 1),
    last_failed_at timestamptz not null default now(),
    locked_until timestamptz
);
comment on table lab.sign_in_failure is
    'Failed sign-ins in a row by hash of the lower-cased name typed; a good sign-in removes the row.';
comment on constraint sign_in_failure_pkey on lab.sign_in_failure is
    'Prevents two rows for one name; serves every sign-in.';
comment on constraint sign_in_failure_range on lab.sign_in_failure is 'A row stands for at least one failure.';
create index sign_in_failure_last_failed_at on lab.sign_in_failure (last_failed_at);
comment on index lab.sign_in_failure_last_failed_at is 'Serves the removal of old failures.';

create table lab.event (
    event_number bigint constraint event_pkey primary key,
    at timestamptz not null,
    account_id uuid,
    kind text not null,
    subject text not null,
    facts jsonb not null,
    previous_hash bytea not null,
    hash bytea not null constraint event_hash_unique unique
);
comment on table lab.event is 'Append-only, hash-chained: hash = sha256(previous_hash || canonical JSON of the row).';
comment on constraint event_pkey on lab.event is 'Prevents two rows for one event; serves the look-up by event_number.';
comment on constraint event_hash_unique on lab.event is 'Prevents one event from standing in the chain twice.';
create index event_subject on lab.event (subject, event_number);
comment on index lab.event_subject is 'Serves the history of one study.';

create function lab.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'this is never rewritten' using constraint = tg_argv[0], errcode = 'restrict_violation';
end $$;
comment on function lab.refuse_change() is 'Refuses the change that it is called for; its argument names the rule.';
create trigger event_append_only before update or delete or truncate on lab.event
    for each statement execute function lab.refuse_change('event_append_only');
comment on trigger event_append_only on lab.event is 'Refuses every change of an event, and emptying the table.';

create table lab.idempotency_key (
    account_id uuid not null constraint idempotency_key_account_fkey references lab.account on delete cascade,
    key text not null constraint idempotency_key_length check (length(key) between 1 and 200),
    request_sha256 text not null,
    status integer,
    body bytea,
    media_type text not null default 'application/json',
    created_at timestamptz not null default now(),
    constraint idempotency_key_pkey primary key (account_id, key)
);
comment on table lab.idempotency_key is 'The first answer to a post with this key; a repeat gets the same answer.';
comment on constraint idempotency_key_account_fkey on lab.idempotency_key is
    'Prevents an answer of an account that is not there; it goes when the account goes.';
comment on constraint idempotency_key_length on lab.idempotency_key is 'Prevents empty and endless keys.';
comment on constraint idempotency_key_pkey on lab.idempotency_key is
    'Prevents two rows for one answer to a key; serves the look-up by account_id and key.';
create index idempotency_key_created_at on lab.idempotency_key (created_at);
comment on index lab.idempotency_key_created_at is 'Serves the removal of answers older than a day.';
