-- Checks of vacancy texts and what people did with each hit (docs/vacancy-text.md). Hits are advice: no index and no
-- query of this table leads from a company to its hits.
create table placement.text_check (
    text_check_id uuid constraint text_check_pkey primary key default gen_random_uuid(),
    text_sha256 bytea not null constraint text_check_sha256_length check (length(text_sha256) = 32),
    body text constraint text_check_body_length check (length(body) between 1 and 20000),
    keep_body_until date not null,
    text_for text not null constraint text_check_for_known check (text_for in ('internship', 'job')),
    tone boolean not null,
    rules_version text not null,
    hits jsonb not null constraint text_check_hits_list check (jsonb_typeof(hits) = 'array'),
    subject_kind text constraint text_check_subject_kind_form check (subject_kind ~ '^[a-z_]{1,40}$'),
    subject_id text constraint text_check_subject_id_length check (length(subject_id) between 1 and 100),
    checked_by uuid not null constraint text_check_account_fkey references placement.account,
    checked_at timestamptz not null default now(),
    constraint text_check_subject_whole check ((subject_kind is null) = (subject_id is null))
);
comment on table placement.text_check is 'A vacancy text that somebody had checked, with what was found by which rules.';
comment on column placement.text_check.body is 'The text itself; taken away after keep_body_until, the hits stay.';
comment on column placement.text_check.hits is 'A list of {rule, ground, level, start, end}, places in characters of the text.';
comment on column placement.text_check.subject_kind is 'What the text belongs to, with subject_id; empty for a text that stands alone.';
comment on constraint text_check_pkey on placement.text_check is
    'Prevents two rows for one check; serves the look-up by text_check_id.';
comment on constraint text_check_sha256_length on placement.text_check is 'Prevents what is no SHA-256.';
comment on constraint text_check_body_length on placement.text_check is 'Prevents empty and endless texts.';
comment on constraint text_check_for_known on placement.text_check is 'Prevents a kind of text that no rule knows.';
comment on constraint text_check_hits_list on placement.text_check is 'Prevents hits that are no list.';
comment on constraint text_check_subject_kind_form on placement.text_check is 'Prevents a kind with other signs than a to z and _.';
comment on constraint text_check_subject_id_length on placement.text_check is 'Prevents empty and endless keys.';
comment on constraint text_check_account_fkey on placement.text_check is
    'Prevents a check by nobody; the account cannot go while it stands.';
comment on constraint text_check_subject_whole on placement.text_check is 'Prevents half a reference.';
create index text_check_own on placement.text_check (checked_by, checked_at desc);
comment on index placement.text_check_own is 'Serves the list of own checks, the newest first.';
create index text_check_subject on placement.text_check (subject_kind, subject_id, checked_at desc)
    where subject_kind is not null;
comment on index placement.text_check_subject is 'Serves the newest check of one offer.';
create index text_check_keep on placement.text_check (keep_body_until) where body is not null;
comment on index placement.text_check_keep is 'Serves taking texts away whose time has passed.';

create table placement.text_reaction (
    text_check_id uuid not null
        constraint text_reaction_check_fkey references placement.text_check on delete cascade,
    hit smallint not null constraint text_reaction_hit_range check (hit between 0 and 9999),
    rule text not null constraint text_reaction_rule_form check (rule ~ '^[a-z_]{1,40}$'),
    level text not null constraint text_reaction_level_known check (level in ('direct', 'indirect', 'advice')),
    reaction text not null constraint text_reaction_known check (reaction in ('taken_over', 'not_applicable', 'kept')),
    reason text not null default '',
    reacted_by uuid not null constraint text_reaction_account_fkey references placement.account,
    reacted_at timestamptz not null default now(),
    version integer not null default 1,
    second_by uuid constraint text_reaction_second_fkey references placement.account,
    second_at timestamptz,
    second_agrees boolean,
    constraint text_reaction_pkey primary key (text_check_id, hit),
    constraint text_reaction_reason check (
        reaction = 'taken_over' or (reaction = 'kept' and level = 'advice') or length(reason) between 10 and 2000),
    constraint text_reaction_four_eyes check (second_by <> reacted_by),
    constraint text_reaction_second_where_asked check (
        second_by is null or (level = 'direct' and reaction <> 'taken_over')),
    constraint text_reaction_second_whole check (
        (second_by is null) = (second_at is null) and (second_by is null) = (second_agrees is null))
);
comment on table placement.text_reaction is 'What an editor did with one hit, and a second person where that is asked.';
comment on column placement.text_reaction.hit is 'The place in text_check.hits, from 0.';
comment on column placement.text_reaction.version is 'Counts changes; a form that shows an older one is refused.';
comment on constraint text_reaction_pkey on placement.text_reaction is
    'Prevents two reactions to one hit; serves the reactions of a check.';
comment on constraint text_reaction_check_fkey on placement.text_reaction is
    'Prevents a reaction to a check that is not there; it goes when the check goes.';
comment on constraint text_reaction_hit_range on placement.text_reaction is 'Prevents a place that no list has.';
comment on constraint text_reaction_rule_form on placement.text_reaction is 'Prevents what is no name of a rule.';
comment on constraint text_reaction_level_known on placement.text_reaction is 'Prevents a level that no page can show.';
comment on constraint text_reaction_known on placement.text_reaction is 'Prevents a reaction that no page can show.';
comment on constraint text_reaction_account_fkey on placement.text_reaction is
    'Prevents a reaction by nobody; the account cannot go while it stands.';
comment on constraint text_reaction_second_fkey on placement.text_reaction is
    'Prevents a second person who is not there; the account cannot go while it stands.';
comment on constraint text_reaction_reason on placement.text_reaction is
    'Prevents words that stay without a reason, advice aside: a demand with only a good reason has one.';
comment on constraint text_reaction_four_eyes on placement.text_reaction is 'Prevents that somebody confirms himself.';
comment on constraint text_reaction_second_where_asked on placement.text_reaction is
    'Prevents a second person where none is asked.';
comment on constraint text_reaction_second_whole on placement.text_reaction is 'Prevents half an answer.';
create index text_reaction_rule on placement.text_reaction (rule);
comment on index placement.text_reaction_rule is 'Serves the false alarms of each rule.';
create index text_reaction_waiting on placement.text_reaction (reacted_at)
    where second_by is null and level = 'direct' and reaction <> 'taken_over';
comment on index placement.text_reaction_waiting is 'Serves what waits for a second person, the oldest first.';
create index text_reaction_reacted_by on placement.text_reaction (reacted_by);
comment on index placement.text_reaction_reacted_by is 'Serves the check of the account.';
create index text_reaction_second_by on placement.text_reaction (second_by) where second_by is not null;
comment on index placement.text_reaction_second_by is 'Serves the check of the account.';
