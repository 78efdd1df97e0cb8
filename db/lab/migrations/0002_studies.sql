-- A study and who works on it.
create table lab.study (
    study_id uuid constraint study_pkey primary key default gen_random_uuid(),
    name text not null constraint study_name_length check (length(name) between 1 and 200),
    state text not null default 'draft' constraint study_state_known check (state in ('draft', 'registered', 'running', 'closed', 'unblinded', 'stopped', 'archived')),
    protocol jsonb not null,
    version integer not null default 1,
    created_by uuid not null constraint study_account_fkey references lab.account,
    created_at timestamptz not null default now()
);
comment on table lab.study is 'A study: its draft protocol until it is registered, and where it stands.';
comment on column lab.study.version is 'Counts saves of the draft: whoever saves an older one is told so.';
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
