-- Sign-in attempts are counted by name, whether or not the name exists: a lock-out then tells nobody which names do.
create table placement.sign_in_failure (
    name_sha256 bytea constraint sign_in_failure_pkey primary key,
    failures integer not null constraint sign_in_failure_range check (failures >= 1),
    last_failed_at timestamptz not null default now(),
    locked_until timestamptz
);
comment on table placement.sign_in_failure is
    'Failed sign-ins in a row by hash of the lower-cased name typed; a good sign-in removes the row.';
create index sign_in_failure_last_failed_at on placement.sign_in_failure (last_failed_at);
comment on index placement.sign_in_failure_last_failed_at is 'Serves the removal of old failures.';

alter table placement.account drop column failed_sign_ins, drop column locked_until;
alter table placement.account add column totp_last_step bigint not null default 0;
comment on column placement.account.totp_last_step is
    'Time step of the last code taken: a code works once (RFC 6238, section 5.2).';

alter table placement.idempotency_key add column media_type text not null default 'application/json';
create index idempotency_key_created_at on placement.idempotency_key (created_at);
comment on index placement.idempotency_key_created_at is 'Serves the removal of answers older than a day.';
create index rate_limit_window_start on placement.rate_limit (window_start);
comment on index placement.rate_limit_window_start is 'Serves the removal of windows that have passed.';
