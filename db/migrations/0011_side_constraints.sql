-- Rules about more than one pair; locks that a person sets with a reason; places that end by a re-match, with four eyes
-- where a student is left without one.
comment on column placement.student.together_with is
    'Student numbers as in the file, by number; ! before a number: must.';

alter table placement.offer
    add column reserves jsonb not null default '[]'
        constraint offer_reserves_list check (jsonb_typeof(reserves) = 'array'),
    add column maximum_share jsonb not null default '[]'
        constraint offer_maximum_share_list check (jsonb_typeof(maximum_share) = 'array'),
    add column minimum integer not null default 0
        constraint offer_minimum_range check (minimum between 0 and 100000),
    add column shared_capacity jsonb
        constraint offer_shared_capacity_whole check (shared_capacity ?& array['name', 'places']);
comment on constraint offer_reserves_list on placement.offer is
    'Prevents reserves that are no list of {grouping, value, places}.';
comment on constraint offer_maximum_share_list on placement.offer is
    'Prevents maximum shares that are no list of {grouping, value, places}.';
comment on constraint offer_minimum_range on placement.offer is 'Prevents a minimum that no offer can have.';
comment on constraint offer_shared_capacity_whole on placement.offer is
    'Prevents a shared capacity without a name or a number; null: the offer shares nothing.';

create table placement.student_lock (
    student_id uuid constraint student_lock_pkey primary key
        constraint student_lock_student_fkey references placement.student on delete cascade,
    offer_uid uuid not null constraint student_lock_offer_fkey references placement.offer on delete cascade,
    reason text not null constraint student_lock_reason check (length(trim(reason)) >= 10),
    locked_by uuid not null constraint student_lock_account_fkey references placement.account,
    locked_at timestamptz not null default now()
);
comment on table placement.student_lock is
    'An offer that a person fixed for a student. Goes before student.locked_offer, which came with a file.';
comment on constraint student_lock_pkey on placement.student_lock is
    'Prevents a student from being locked to two offers; serves the look-up by student.';
comment on constraint student_lock_student_fkey on placement.student_lock is
    'Prevents a lock of a student who is not there; it goes when the student goes.';
comment on constraint student_lock_offer_fkey on placement.student_lock is
    'Prevents a lock on an offer that is not there; it goes when the offer goes.';
comment on constraint student_lock_reason on placement.student_lock is
    'Prevents a lock without a reason of at least ten characters.';
comment on constraint student_lock_account_fkey on placement.student_lock is
    'Prevents a lock by an account that is not there; the account cannot go while it stands.';
create index student_lock_offer on placement.student_lock (offer_uid);
comment on index placement.student_lock_offer is 'Serves the count of places that are locked, and the removal of an offer.';

create index student_locked_offer on placement.student (round_id, locked_offer) where locked_offer is not null;
comment on index placement.student_locked_offer is 'Serves "who came with a lock on this offer", asked at each decision.';

alter table placement.placement
    add column end_reason text constraint placement_end_reason_known check (end_reason in ('rematch')),
    add column ended_by uuid constraint placement_ended_by_fkey references placement.account,
    add column ended_at timestamptz,
    add constraint placement_end_whole check (
        (end_reason is null) = (ended_by is null) and (end_reason is null) = (ended_at is null)
        and (end_reason is null or status in ('ended', 'withdrawn', 'rejected')));
comment on constraint placement_end_reason_known on placement.placement is
    'Prevents a reason for the end of a place that no page can show.';
comment on constraint placement_ended_by_fkey on placement.placement is
    'Prevents an end by an account that is not there; the account cannot go while it stands.';
comment on constraint placement_end_whole on placement.placement is
    'Prevents an end without who and when, and a live place that has ended.';

create table placement.removal (
    run_id uuid not null constraint removal_run_fkey references placement.match_run on delete cascade,
    student_number text not null,
    placement_id uuid not null constraint removal_placement_fkey references placement.placement on delete cascade,
    reason text not null constraint removal_reason check (length(trim(reason)) >= 10),
    asked_by uuid not null constraint removal_asked_by_fkey references placement.account,
    asked_at timestamptz not null default now(),
    answer text constraint removal_answer_known check (answer in ('confirmed', 'refused')),
    answered_by uuid constraint removal_answered_by_fkey references placement.account,
    answered_at timestamptz,
    constraint removal_pkey primary key (run_id, student_number),
    constraint removal_four_eyes check (answered_by <> asked_by or answer = 'refused'),
    constraint removal_answer_whole check (
        (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
comment on table placement.removal is
    'A place that a re-match takes away: one person asks with a reason, another confirms or refuses.';
comment on constraint removal_run_fkey on placement.removal is
    'Prevents a removal of a run that is not there; it goes when the run goes.';
comment on constraint removal_placement_fkey on placement.removal is
    'Prevents a removal of a place that is not there; it goes when the place goes.';
comment on constraint removal_reason on placement.removal is
    'Prevents taking a place away without a reason of at least ten characters.';
comment on constraint removal_asked_by_fkey on placement.removal is
    'Prevents a question by an account that is not there; the account cannot go while it stands.';
comment on constraint removal_answer_known on placement.removal is 'Prevents an answer that no page can show.';
comment on constraint removal_answered_by_fkey on placement.removal is
    'Prevents an answer by an account that is not there; the account cannot go while it stands.';
comment on constraint removal_pkey on placement.removal is
    'Prevents two removals of one student in one run; serves the look-up by run and student.';
comment on constraint removal_four_eyes on placement.removal is
    'Prevents whoever asked from confirming it himself.';
comment on constraint removal_answer_whole on placement.removal is 'Prevents an answer without who and when.';
create index removal_placement on placement.removal (placement_id);
comment on index placement.removal_placement is 'Serves the removal of a place.';
