-- Policies under a name, for one round or for the whole school; the run keeps a copy of its own, so they may change.
create table placement.saved_policy (
    policy_id uuid constraint saved_policy_pkey primary key default gen_random_uuid(),
    round_id uuid constraint saved_policy_round_fkey references placement.placement_round on delete cascade,
    name text not null constraint saved_policy_name_length check (length(name) between 1 and 100),
    policy jsonb not null,
    is_default boolean not null default false,
    changed_by uuid not null constraint saved_policy_account_fkey references placement.account,
    changed_at timestamptz not null default now()
);
comment on table placement.saved_policy is
    'A policy under a name, to be chosen for a next run; round_id empty: for every round of the school.';
comment on constraint saved_policy_pkey on placement.saved_policy is
    'Prevents two rows for one policy; serves the look-up by policy_id.';
comment on constraint saved_policy_round_fkey on placement.saved_policy is
    'Prevents a policy of a round that is not there; it goes when the round goes.';
comment on constraint saved_policy_name_length on placement.saved_policy is 'Prevents empty and endless names.';
comment on constraint saved_policy_account_fkey on placement.saved_policy is
    'Prevents a policy that names an account that is not there; the account cannot go while it stands.';
create unique index saved_policy_name_unique on placement.saved_policy (round_id, lower(name)) nulls not distinct;
comment on index placement.saved_policy_name_unique is
    'Prevents two policies of a round, or of the school, with one name; serves saving under a name and the list.';
create unique index saved_policy_one_default on placement.saved_policy (round_id) nulls not distinct where is_default;
comment on index placement.saved_policy_one_default is
    'Prevents two policies that a new run of a round begins with, or two of the school.';
