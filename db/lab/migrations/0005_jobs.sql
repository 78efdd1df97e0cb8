-- Work of the lab that takes longer than a request may: asked by a person, done by a worker of the lab.
create table lab.job (
    job_id uuid not null default gen_random_uuid() constraint job_pkey primary key,
    study_id uuid not null constraint job_study_fkey references lab.study on delete cascade,
    account_id uuid not null constraint job_account_fkey references lab.account,
    kind text not null constraint job_kind_known check (kind in ('letters', 'replies', 'plan')),
    asked jsonb not null,
    mailbox bytea,
    state text not null default 'waiting'
        constraint job_state_known check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
    tries integer not null default 0,
    beat_at timestamptz,
    answer jsonb,
    refusal jsonb,
    file bytea,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    constraint job_ended_whole check ((ended_at is null) = (state in ('waiting', 'running')))
);
comment on table lab.job is 'One piece of long work; gone a day after it ended, with its file.';
comment on column lab.job.mailbox is 'The file to read in; null once the job has ended.';
comment on column lab.job.tries is 'How often it was taken up: the number of the try is its fencing token.';
comment on column lab.job.beat_at is 'When its worker last said that it is alive.';
comment on column lab.job.refusal is 'Why the service refused: code, facts, fields and findings.';
comment on column lab.job.file is 'What was made: letters, with names of companies.';
comment on constraint job_pkey on lab.job is 'Prevents two jobs with one id; serves the look-up by job_id.';
comment on constraint job_study_fkey on lab.job is 'Prevents a job of a study that is not there; it goes when the study goes.';
comment on constraint job_account_fkey on lab.job is
    'Prevents a job of nobody; the account cannot go while it stands.';
comment on constraint job_kind_known on lab.job is 'Prevents work that no worker knows.';
comment on constraint job_state_known on lab.job is 'Prevents a state that no page explains.';
comment on constraint job_ended_whole on lab.job is 'Prevents an end without its moment, and a moment without an end.';
create index job_study on lab.job (study_id);
comment on index lab.job_study is 'Serves the jobs of a study, and its removal.';
create index job_open on lab.job (made_at) where state in ('waiting', 'running');
comment on index lab.job_open is 'Serves the workers, who ask every second what waits the longest.';
