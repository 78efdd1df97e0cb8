-- Blind coding: rounds, codes, what is locked, and who revealed the trait.

create table lab.coding_round (
    study_id uuid not null constraint coding_round_study_fkey references lab.study on delete cascade,
    round integer not null constraint coding_round_range check (round >= 2),
    reason text not null constraint coding_round_reason_some check (length(btrim(reason)) > 0),
    account_id uuid not null constraint coding_round_account_fkey references lab.account,
    at timestamptz not null default now(),
    constraint coding_round_pkey primary key (study_id, round)
);
comment on table lab.coding_round is
    'All replies are coded again, and why: the codes of the round before are kept and count no more. Round 1 has no row.';
comment on constraint coding_round_study_fkey on lab.coding_round is
    'Prevents a round of a study that is not there; it goes when the study goes.';
comment on constraint coding_round_range on lab.coding_round is 'The first round needs no reason.';
comment on constraint coding_round_reason_some on lab.coding_round is 'Prevents coding again without a reason.';
comment on constraint coding_round_account_fkey on lab.coding_round is
    'Prevents a round begun by an account that is not there; the account cannot go while it stands.';
comment on constraint coding_round_pkey on lab.coding_round is
    'Prevents two rounds with one number; serves the round that a study is in.';

create table lab.outcome_code (
    study_id uuid not null,
    dispatch_id text not null,
    round integer not null default 1 constraint outcome_code_round_range check (round >= 1),
    account_id uuid not null constraint outcome_code_account_fkey references lab.account,
    turn text not null constraint outcome_code_turn_known check (turn in ('first', 'second', 'third')),
    outcome text not null,
    replies_read integer not null default 1 constraint outcome_code_read_some check (replies_read >= 1),
    coded_at timestamptz not null default now(),
    constraint outcome_code_pkey primary key (study_id, dispatch_id, round, turn),
    constraint outcome_code_once_unique unique (study_id, dispatch_id, round, account_id),
    constraint outcome_code_dispatch_fkey foreign key (study_id, dispatch_id)
        references lab.dispatch (study_id, dispatch_id) on delete cascade
);
comment on table lab.outcome_code is 'What a coder read in the replies to a dispatch, without knowing who applied where.';
comment on column lab.outcome_code.replies_read is
    'How many replies the coder read. Where another came in since, the code does not count: he reads again.';
comment on constraint outcome_code_read_some on lab.outcome_code is 'Prevents a code of what was not read.';
comment on constraint outcome_code_round_range on lab.outcome_code is 'Rounds of coding count from 1.';
comment on constraint outcome_code_account_fkey on lab.outcome_code is
    'Prevents a code by an account that is not there; the account cannot go while it stands.';
comment on constraint outcome_code_turn_known on lab.outcome_code is
    'Two coders, and a third where they disagree; no more.';
comment on constraint outcome_code_pkey on lab.outcome_code is
    'Prevents two codes in one turn of a round; serves the agreement.';
comment on constraint outcome_code_once_unique on lab.outcome_code is
    'Prevents a coder from coding one dispatch twice in a round.';
comment on constraint outcome_code_dispatch_fkey on lab.outcome_code is
    'Prevents a code of a dispatch that is not there; it goes when the dispatch goes.';

create function lab.refuse_code_after_lock() returns trigger language plpgsql as $$
declare
    of_study uuid := case tg_op when 'DELETE' then old.study_id else new.study_id end;
begin
    if exists (select from lab.study where study_id = of_study and state not in ('running', 'stopped', 'closed'))
        or (tg_op = 'UPDATE' and new.study_id <> old.study_id) then
        raise exception 'codes are not changed once they are locked'
            using constraint = 'outcome_code_locked', errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function lab.refuse_code_after_lock() is
    'Refuses codes of a study whose codes are locked, or that has no fieldwork yet; a study that goes takes its codes.';
create trigger outcome_code_locked before insert or update or delete on lab.outcome_code
    for each row execute function lab.refuse_code_after_lock();
comment on trigger outcome_code_locked on lab.outcome_code is
    'Codes lock before the trait is revealed: nobody changes, adds or removes one after that.';
create trigger outcome_code_kept before truncate on lab.outcome_code
    for each statement execute function lab.refuse_change('outcome_code_kept');
comment on trigger outcome_code_kept on lab.outcome_code is 'Refuses to empty the table, locked codes and all.';

create table lab.final_outcome (
    study_id uuid not null,
    dispatch_id text not null,
    outcome text,
    said_by text not null constraint final_outcome_said_by_known check (said_by in ('coders', 'rule', 'nobody')),
    decided_at timestamptz not null,
    constraint final_outcome_pkey primary key (study_id, dispatch_id),
    constraint final_outcome_dispatch_fkey foreign key (study_id, dispatch_id)
        references lab.dispatch (study_id, dispatch_id),
    constraint final_outcome_whole check ((outcome is null) = (said_by = 'nobody'))
);
comment on table lab.final_outcome is
    'What came of each application that was sent, written once when the codes are locked: what the analysis counts.';
comment on column lab.final_outcome.outcome is
    'A code of the protocol; null: the applicant withdrew before the company had to answer, so nobody knows.';
comment on column lab.final_outcome.said_by is
    'By coders; by rule: no answer in time, undeliverable, detected; by nobody where there is no outcome.';
comment on constraint final_outcome_pkey on lab.final_outcome is
    'Prevents two outcomes of one application; serves the analysis.';
comment on constraint final_outcome_dispatch_fkey on lab.final_outcome is
    'Prevents the outcome of a dispatch that is not there; the dispatch cannot go while it stands.';
comment on constraint final_outcome_said_by_known on lab.final_outcome is 'Prevents a source that no report explains.';
comment on constraint final_outcome_whole on lab.final_outcome is 'Prevents an outcome that nobody said.';
create trigger final_outcome_append_only before update or delete or truncate on lab.final_outcome
    for each statement execute function lab.refuse_change('final_outcome_append_only');
comment on trigger final_outcome_append_only on lab.final_outcome is 'Refuses every change of what was locked.';

create table lab.unblinding (
    study_id uuid constraint unblinding_pkey primary key constraint unblinding_study_fkey references lab.study,
    person text not null constraint unblinding_person_some check (length(btrim(person)) > 0),
    reason text not null constraint unblinding_reason_some check (length(btrim(reason)) > 0),
    account_id uuid not null constraint unblinding_account_fkey references lab.account,
    at timestamptz not null default now()
);
comment on table lab.unblinding is 'Who decided that the trait is revealed, and why then.';
comment on constraint unblinding_pkey on lab.unblinding is
    'Prevents a study that is unblinded twice; serves the look-up by study_id.';
comment on constraint unblinding_study_fkey on lab.unblinding is
    'Prevents the unblinding of a study that is not there; an unblinded study cannot go.';
comment on constraint unblinding_person_some on lab.unblinding is 'Prevents a decision of nobody.';
comment on constraint unblinding_reason_some on lab.unblinding is 'Prevents a decision without a reason.';
comment on constraint unblinding_account_fkey on lab.unblinding is
    'Prevents an unblinding by an account that is not there; the account cannot go while it stands.';
create trigger unblinding_append_only before update or delete or truncate on lab.unblinding
    for each statement execute function lab.refuse_change('unblinding_append_only');
comment on trigger unblinding_append_only on lab.unblinding is 'Refuses every change of what was decided.';
